//! Seminars: their half-days, sessions and minutes, and what was promised in them.
mod model;
mod store;
pub mod commands;
