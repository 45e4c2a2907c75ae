//! The engine from outside, in one binary: a file a promise.

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
