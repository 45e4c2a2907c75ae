//! The words every other crate shares: typed ids, the clock, territories, languages, and the one kind of
//! error that people see. Nothing here reads a file, a socket or a database.

pub mod clock;
pub mod codes;
pub mod email;
pub mod fault;
pub mod id;
pub mod language;
pub mod limits;
pub mod ownership;
pub mod problem;
pub mod territory;
pub mod visibility;

pub use clock::{Clock, Instant};
pub use codes::UnknownCode;
pub use email::EmailAddress;
pub use language::{Direction, LanguageTag, Locale, Multilingual};
pub use problem::{FieldError, Message, Problem};
pub use territory::{Territory, TerritoryKind};
pub use visibility::Visibility;

/// Used by the macros of this crate, so that a feature need not name them.
#[doc(hidden)]
pub mod macro_support {
    pub use sea_orm;
    pub use serde;
    pub use uuid;
}
