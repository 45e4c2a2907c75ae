//! The words of the interface: Fluent messages in French and English, plurals, dates and numbers, and a mirrored
//! pseudo-language for tests of layout.

mod calendar;
mod mirror;
mod numbers;
mod syntax;
mod translator;
mod used;
mod words;

pub use translator::{Argument, Phrase, Translator};
pub use used::used_keys;
pub use words::{Source, Words, WordsError};

/// The words of this crate: months, weekdays. [`Words::new`] adds them by itself.
pub const WORDS: Source =
    Source { owner: "kit-i18n", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") };

/// A message key that stands alone, away from `t.text(…)`: written so that [`used_keys`] finds it.
///
/// ```
/// const LABEL: &str = kit_i18n::key!("nav-territories");
/// ```
#[macro_export]
macro_rules! key {
    ($key:literal) => {
        $key
    };
}
