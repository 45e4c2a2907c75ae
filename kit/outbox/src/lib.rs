//! Everything that leaves after commit. Today that is mail, of two kinds (rule 19 of the house):
//!
//! - what a person asked for or must know goes at once: [`send_at_once`];
//! - what we ask of them waits in one basket ([`ask`], [`tell_in_next_basket`]): one mail in
//!   [`BASKET_DAYS`](kit_base::limits::BASKET_DAYS) days at most, never in the school holidays of their zone.
//!
//! A command writes into the outbox inside its own transaction, so that a mail leaves if and only if the command was kept.
//! [`Outbox`] is the worker that delivers, at least once, under a Message-ID that stays the same from one try to the next.

mod basket;
mod claim;
mod letter;
mod mail;
mod queue;
mod tables;
mod transport;
mod worker;

use kit_store::Migration;

pub use basket::{Basket, BasketItem, basket_may_go};
pub use claim::retry_failed;
pub use letter::{Action, Item, Letter, Section};
pub use mail::{OutgoingMail, Sender};
pub use queue::{Counts, ask, counts, forget, send_at_once, tell_in_next_basket, withdraw};
pub use transport::{
    Delivery, KEPT_MAILS_MAX, KeptTransport, SmtpAddressError, SmtpTransport, Transport, TransportError,
};
pub use worker::{ATTEMPTS_MAX, BATCH_MAX, Composer, Delivered, KEPT_DAYS, Outbox, QuietDays, Waker};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "outbox/0001-outbox", sql: include_str!("../migrations/0001-outbox.sql") }];

/// Pieces of one basket; the others wait for the next.
pub const BASKET_ITEMS_MAX: u64 = 50;
/// Bytes of a letter's words, as they are kept.
pub const LETTER_BYTES_MAX: usize = 64 * 1024;
