//! The rule language: a YAML file a scheme, read, checked and lowered into formulas.

mod gazetteer;
mod language;
mod lower;
mod position;
mod read;

pub use gazetteer::Gazetteer;
pub use language::{LANGUAGE_VERSION, SchemeFile, SharedFile};
pub use position::{At, Position};
pub use read::{RuleError, SHARED_FILE, read, schema};
