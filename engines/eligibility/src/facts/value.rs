//! Values of attributes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;

use super::{Attribute, Kind, Place};

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// It is known that there is none: no contract, no diploma. No test holds of it.
    Nothing,
    /// A day.
    Day(NaiveDate),
    /// Several days.
    Days(Vec<NaiveDate>),
    /// A number.
    Number(f64),
    /// Several numbers.
    Numbers(Vec<f64>),
    /// True or false.
    Flag(bool),
    /// A word.
    Word(String),
    /// Several words.
    Words(BTreeSet<String>),
    /// A place.
    Place(Box<Place>),
    /// A count by word.
    Counts(BTreeMap<String, u32>),
    /// A day by word.
    DatedWords(BTreeMap<String, NaiveDate>),
}

/// A value on loan, as explanations show it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueRef<'a> {
    /// As it is stored.
    Stored(&'a Value),
    /// Computed: an age, a quotient.
    Number(f64),
    /// Computed: a day.
    Day(NaiveDate),
    /// Computed: a yes or a no.
    Flag(bool),
}

impl Value {
    /// A word.
    pub fn word(word: &str) -> Self {
        Self::Word(word.to_owned())
    }

    /// Several words.
    pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Words(words.into_iter().map(str::to_owned).collect())
    }

    /// Whether it is of the kind that the attribute asks for, or `Nothing`.
    pub fn fits(&self, attribute: Attribute) -> bool {
        let kind = match self {
            Self::Nothing => return true,
            Self::Day(_) => Kind::Day,
            Self::Days(_) => Kind::Days,
            Self::Number(_) => Kind::Number,
            Self::Numbers(_) => Kind::Numbers,
            Self::Flag(_) => Kind::Flag,
            Self::Word(_) => Kind::Word,
            Self::Words(_) => Kind::Words,
            Self::Place(_) => Kind::Place,
            Self::Counts(_) => Kind::Counts,
            Self::DatedWords(_) => Kind::DatedWords,
        };
        kind == attribute.kind()
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::word(word)
    }
}

impl From<Place> for Value {
    fn from(place: Place) -> Self {
        Self::Place(Box::new(place))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => formatter.write_str("—"),
            Self::Day(day) => day.fmt(formatter),
            Self::Days(days) => list(formatter, days),
            Self::Number(number) => number.fmt(formatter),
            Self::Numbers(numbers) => list(formatter, numbers),
            Self::Flag(flag) => flag.fmt(formatter),
            Self::Word(word) => formatter.write_str(word),
            Self::Words(words) => list(formatter, words),
            Self::Place(place) => place.fmt(formatter),
            Self::Counts(counts) => list(formatter, counts.iter().map(|(word, count)| format!("{word}: {count}"))),
            Self::DatedWords(days) => list(formatter, days.iter().map(|(word, day)| format!("{word}: {day}"))),
        }
    }
}

impl fmt::Display for ValueRef<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stored(value) => value.fmt(formatter),
            Self::Number(number) => number.fmt(formatter),
            Self::Day(day) => day.fmt(formatter),
            Self::Flag(flag) => flag.fmt(formatter),
        }
    }
}

fn list(formatter: &mut fmt::Formatter<'_>, items: impl IntoIterator<Item = impl fmt::Display>) -> fmt::Result {
    let mut separator = "";
    for item in items {
        write!(formatter, "{separator}{item}")?;
        separator = ", ";
    }
    if separator.is_empty() { formatter.write_str("—") } else { Ok(()) }
}
