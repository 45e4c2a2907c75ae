//! The collectives of départements.

mod members;
mod panels;
