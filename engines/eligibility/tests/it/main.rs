//! The engine from outside, in one binary: a file a promise.

mod golden;
mod support;
