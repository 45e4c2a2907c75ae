//! The directory of organisations.

mod edit;
mod list;
mod page;
