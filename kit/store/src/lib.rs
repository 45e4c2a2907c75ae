//! The database, SQLite or PostgreSQL, behind one door for writes and one for reads.
//!
//! - [`Store::write`] is the only way to change anything: one transaction, ordered against all others, retried when the
//!   database could not order it, with only the [`Tx`] in reach.
//! - [`Store::read`] gives a [`Reader`] that cannot write, and that reads an [`Owned`](kit_base::ownership::Owned) table only
//!   through a [`Guard`](kit_base::ownership::Guard).
//! - [`journal`] keeps who did what in a chain that shows tampering; [`receipt`] makes a form's second submit harmless.

pub mod journal;
pub mod migration;
mod reader;
pub mod receipt;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;

pub use journal::{Actor, Entry, JournalKey};
pub use migration::Migration;
pub use reader::Reader;
pub use store::{Engine, Store, StoreError};
pub use tx::Tx;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "store/0001-journal-and-receipts",
    sql: include_str!("../migrations/0001-journal-and-receipts.sql"),
}];
