//! The directory of organisations.

mod edit;
