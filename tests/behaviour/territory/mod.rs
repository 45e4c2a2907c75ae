//! The pages of territories.

mod page;
mod search;
