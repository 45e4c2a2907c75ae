//! The whole application over HTTP, on both databases. A folder a feature, a file a page; `house` holds what is true of every page.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot go on stops the test"
)]

mod support;

mod accounts;
mod collectives;
mod commitments;
mod directory;
mod house;
mod meetings;
mod plan;
mod seminars;
mod territory;
