//! The engine from outside, in one binary: a file a promise.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "what cannot go on stops the test, and the number of questions is told"
)]

mod arbitrary;
mod benefits;
mod changes;
mod columns;
mod golden;
mod open_world;
mod persons;
mod rules;
mod schema;
mod support;
