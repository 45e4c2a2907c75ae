//! escale
