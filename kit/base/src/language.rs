//! Languages of the interface, and languages of what people write.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::UnknownCode;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// French.
    Fr,
    /// English.
    En,
    /// French made 40 % longer and written from right to left: for tests of layout.
    Mirror,
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML `dir` attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Locale {
    /// Every language of the interface.
    pub const ALL: [Self; 3] = [Self::Fr, Self::En, Self::Mirror];

    /// The BCP 47 tag: the HTML `lang` attribute, `Content-Language`, and `?langue=`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Mirror => "ar-XB",
        }
    }

    /// Which way it runs.
    pub fn direction(self) -> Direction {
        match self {
            Self::Fr | Self::En => Direction::Ltr,
            Self::Mirror => Direction::Rtl,
        }
    }
}

impl FromStr for Locale {
    type Err = UnknownCode;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag() == tag)
            .ok_or_else(|| UnknownCode { list: "Locale", code: tag.to_owned() })
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

crate::text_column!(Locale);

/// The language of something a person wrote: a BCP 47 language subtag, e.g. `fr`, `ar`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    /// The language a person writes in while reading the interface in `locale`.
    pub fn of(locale: Locale) -> Self {
        Self(match locale {
            Locale::En => "en".to_owned(),
            Locale::Fr | Locale::Mirror => "fr".to_owned(),
        })
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which way it runs: Arabic, Hebrew, Persian, Urdu and Pashto run from right to left.
    pub fn direction(&self) -> Direction {
        let primary = self.0.split('-').next().unwrap_or_default();
        if ["ar", "he", "fa", "ur", "ps"].contains(&primary) { Direction::Rtl } else { Direction::Ltr }
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = UnknownCode;

    fn try_from(tag: String) -> Result<Self, Self::Error> {
        let mut parts = tag.split('-');
        let primary_is_fine =
            parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
        let rest_is_fine = parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if primary_is_fine && rest_is_fine {
            Ok(Self(tag))
        } else {
            Err(UnknownCode { list: "LanguageTag", code: tag })
        }
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> Self {
        tag.0
    }
}

/// What a person wrote, in the language they wrote it in, with versions in other languages where somebody made one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sea_orm::FromJsonQueryResult)]
pub struct Multilingual {
    /// The language it was written in.
    pub original: LanguageTag,
    /// The text by language; holds at least the original.
    pub versions: BTreeMap<LanguageTag, String>,
}

impl Multilingual {
    /// A text in one language.
    pub fn new(language: LanguageTag, text: impl Into<String>) -> Self {
        Self { versions: BTreeMap::from([(language.clone(), text.into())]), original: language }
    }

    /// The same text with a version in another language.
    #[must_use]
    pub fn with(mut self, language: LanguageTag, text: impl Into<String>) -> Self {
        self.versions.insert(language, text.into());
        self
    }

    /// The version for a reader of `locale`, or the original, with the language it is in.
    pub fn for_reader(&self, locale: Locale) -> (&LanguageTag, &str) {
        self.versions
            .get_key_value(&LanguageTag::of(locale))
            .or_else(|| self.versions.get_key_value(&self.original))
            .map_or((&self.original, ""), |(language, text)| (language, text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_their_language_or_the_original_with_its_direction() {
        let french = LanguageTag::of(Locale::Fr);
        let arabic = LanguageTag::try_from("ar".to_owned()).unwrap();
        let text = Multilingual::new(arabic.clone(), "مرحبا").with(french.clone(), "bonjour");
        assert_eq!(text.for_reader(Locale::Fr), (&french, "bonjour"));
        assert_eq!(text.for_reader(Locale::En), (&arabic, "مرحبا"));
        assert_eq!(arabic.direction(), Direction::Rtl);
        assert!(LanguageTag::try_from("<script>".to_owned()).is_err());
    }
}
