//! seminars
