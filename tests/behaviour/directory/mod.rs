//! The directory of organisations.

mod contacts;
mod edit;
mod help;
mod known;
mod list;
mod map;
mod page;
mod roles;
mod story;
