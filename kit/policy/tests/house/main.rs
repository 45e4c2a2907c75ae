//! The policies of the house, asked as a decision and as a scope.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test fails as the test itself does")]

mod agreement;
mod households;
mod loading;
mod matrix;
mod rules;
