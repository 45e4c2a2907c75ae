//! The whole application over HTTP, on both databases. A folder a feature, a file a page; `house` holds what is true of every page.

mod support;

mod accounts;
mod commitments;
mod directory;
mod house;
mod territory;
