//! Words in one language.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};
use kit_base::{Direction, Locale, Message};

use crate::Words;
use crate::numbers::grouped;

/// The words in one language. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Translator {
    words: Arc<Words>,
    locale: Locale,
}

impl Translator {
    pub(crate) fn new(words: Arc<Words>, locale: Locale) -> Self {
        Self { words, locale }
    }

    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The HTML `lang` attribute.
    pub fn tag(&self) -> &'static str {
        self.locale.tag()
    }

    /// Which way the language runs.
    pub fn direction(&self) -> Direction {
        self.locale.direction()
    }

    /// A message; give it its arguments with [`Phrase::arg`]. A key that is not defined shows as `⟦key⟧` and is logged.
    pub fn text<'a>(&'a self, key: &'a str) -> Phrase<'a> {
        Phrase { words: &self.words, locale: self.locale, key, arguments: None }
    }

    /// A sentence made away from the page. An argument that is a whole number selects plurals and is shown as given.
    pub fn message(&self, message: &Message) -> String {
        let mut phrase = self.text(message.key);
        for (name, value) in &message.arguments {
            phrase = phrase.arg(name, Argument::of_text(value));
        }
        phrase.to_string()
    }

    /// Whether the key is defined.
    pub fn has(&self, key: &str) -> bool {
        self.words.has(key)
    }

    /// `12 345` in French (narrow no-break space), `12,345` in English.
    pub fn number(&self, value: i64) -> String {
        grouped(self.locale, value)
    }
}

/// A message on its way to the page: `Display` writes it. It is text, not HTML: templates escape it.
#[derive(Debug)]
pub struct Phrase<'a> {
    words: &'a Words,
    locale: Locale,
    key: &'a str,
    arguments: Option<FluentArgs<'a>>,
}

impl<'a> Phrase<'a> {
    /// The same message with one more argument.
    #[must_use]
    pub fn arg(mut self, name: &'a str, value: impl Into<Argument<'a>>) -> Self {
        let arguments = self.arguments.get_or_insert_with(|| FluentArgs::with_capacity(2));
        arguments.set(name, value.into().into_fluent());
        self
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.words.plain(self.locale, self.key) {
            Some(text) => f.write_str(text),
            None => self.words.write(self.locale, self.key, self.arguments.as_ref(), f),
        }
    }
}

impl From<Phrase<'_>> for String {
    fn from(phrase: Phrase<'_>) -> Self {
        phrase.to_string()
    }
}

/// What goes into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text, shown as it is.
    Text(Cow<'a, str>),
    /// A count: selects plurals, and is shown grouped (`12 345`). Years and codes are texts.
    Integer(i64),
    /// A whole number that selects plurals and is shown without grouping.
    Ungrouped(i64),
}

impl Argument<'_> {
    fn of_text(text: &str) -> Argument<'_> {
        match text.parse::<i64>() {
            Ok(value) if value.to_string() == text => Argument::Ungrouped(value),
            _ => Argument::Text(Cow::Borrowed(text)),
        }
    }
}

impl<'a> Argument<'a> {
    fn into_fluent(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(text),
            Self::Integer(value) => value.into(),
            Self::Ungrouped(value) => {
                let options = FluentNumberOptions { use_grouping: false, ..FluentNumberOptions::default() };
                FluentValue::Number(FluentNumber::new(value as f64, options))
            }
        }
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Argument<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<Phrase<'_>> for Argument<'_> {
    fn from(phrase: Phrase<'_>) -> Self {
        Self::Text(Cow::Owned(phrase.to_string()))
    }
}

macro_rules! integers {
    ($($integer:ty),+) => {$(
        impl From<$integer> for Argument<'_> {
            fn from(value: $integer) -> Self {
                Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
            }
        }

        impl From<&$integer> for Argument<'_> {
            fn from(value: &$integer) -> Self {
                Self::from(*value)
            }
        }
    )+};
}

integers!(u8, i16, u16, i32, u32, i64, u64, usize);
