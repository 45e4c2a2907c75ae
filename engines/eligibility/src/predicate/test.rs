//! What is asked of a measure.

use std::collections::BTreeSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Bound;

use super::Measure;
use crate::facts::Territories;
use crate::kleene::Kleene;

/// A number that can be compared and looked up: never "not a number".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(f64);

impl Number {
    /// That number, or nothing for what is no number.
    pub fn new(number: f64) -> Option<Self> {
        // Adding zero makes -0 and 0 the same key.
        (!number.is_nan()).then_some(Self(number + 0.0))
    }

    /// As a float.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl From<i32> for Number {
    fn from(number: i32) -> Self {
        Self(number.into())
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

/// The numbers from one bound to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower bound.
    pub low: Bound<Number>,
    /// The upper bound.
    pub high: Bound<Number>,
}

impl Interval {
    /// Every number.
    pub const ALL: Self = Self { low: Bound::Unbounded, high: Bound::Unbounded };

    /// From this number on.
    pub const fn at_least(number: Number) -> Self {
        Self { low: Bound::Included(number), ..Self::ALL }
    }

    /// Beyond this number.
    pub const fn above(number: Number) -> Self {
        Self { low: Bound::Excluded(number), ..Self::ALL }
    }

    /// Up to this number.
    pub const fn at_most(number: Number) -> Self {
        Self { high: Bound::Included(number), ..Self::ALL }
    }

    /// Under this number.
    pub const fn below(number: Number) -> Self {
        Self { high: Bound::Excluded(number), ..Self::ALL }
    }

    /// This number alone.
    pub const fn exactly(number: Number) -> Self {
        Self { low: Bound::Included(number), high: Bound::Included(number) }
    }

    /// Whether it holds that number.
    pub fn contains(&self, number: f64) -> bool {
        let above = match self.low {
            Bound::Included(low) => number >= low.0,
            Bound::Excluded(low) => number > low.0,
            Bound::Unbounded => true,
        };
        let below = match self.high {
            Bound::Included(high) => number <= high.0,
            Bound::Excluded(high) => number < high.0,
            Bound::Unbounded => true,
        };
        above && below
    }

    /// Whether it holds the number, of which it is only known that it lies from 0 to `most`.
    fn overlaps_up_to(&self, most: f64) -> Kleene {
        let range = Self { low: Bound::Included(Number(0.0)), high: Bound::Included(Number(most)) };
        let holds_all = self.contains(0.0) && self.contains(most);
        Kleene::between(holds_all, !self.intersection(&range).is_empty())
    }

    /// The numbers that both hold.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        Self { low: tighter(self.low, other.low, true), high: tighter(self.high, other.high, false) }
    }

    /// Whether no number lies within.
    pub fn is_empty(&self) -> bool {
        match (self.low, self.high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Included(low), Bound::Included(high)) => low > high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low >= high,
        }
    }

    /// The numbers at which it begins and ends.
    pub fn bounds(&self) -> impl Iterator<Item = Number> {
        [self.low, self.high].into_iter().filter_map(|bound| match bound {
            Bound::Included(number) | Bound::Excluded(number) => Some(number),
            Bound::Unbounded => None,
        })
    }
}

/// The bound that leaves less; at the same number, the one that leaves the number out.
fn tighter(a: Bound<Number>, b: Bound<Number>, is_low: bool) -> Bound<Number> {
    match (a, b) {
        (Bound::Unbounded, bound) | (bound, Bound::Unbounded) => bound,
        (Bound::Included(x) | Bound::Excluded(x), Bound::Included(y) | Bound::Excluded(y)) => {
            if x == y {
                if matches!(a, Bound::Excluded(_)) { a } else { b }
            } else if (x > y) == is_low {
                a
            } else {
                b
            }
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => write!(formatter, "= {}", low.0),
            (Bound::Unbounded, Bound::Unbounded) => formatter.write_str("any number"),
            (low, high) => {
                let separator = if low == Bound::Unbounded || high == Bound::Unbounded { "" } else { " and " };
                match low {
                    Bound::Included(number) => write!(formatter, ">= {}", number.0)?,
                    Bound::Excluded(number) => write!(formatter, "> {}", number.0)?,
                    Bound::Unbounded => {}
                }
                formatter.write_str(separator)?;
                match high {
                    Bound::Included(number) => write!(formatter, "<= {}", number.0),
                    Bound::Excluded(number) => write!(formatter, "< {}", number.0),
                    Bound::Unbounded => Ok(()),
                }
            }
        }
    }
}

/// What is asked of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Test {
    /// A number (or a day, as its number) in an interval.
    Within(Interval),
    /// A flag that is up.
    IsTrue,
    /// A word, or one of several, in a list.
    OneOf(BTreeSet<String>),
    /// A place in one of these territories.
    In(Territories),
}

impl Test {
    /// Whether it holds of that measure. What there is none of passes no test.
    pub fn of(&self, measure: &Measure<'_>) -> Kleene {
        match (self, measure) {
            (_, Measure::Nothing) => Kleene::No,
            (Self::Within(interval), Measure::UpTo(most)) => interval.overlaps_up_to(*most),
            (Self::Within(interval), measure) => {
                measure.number().map_or(Kleene::Unknown, |number| interval.contains(number).into())
            }
            (Self::IsTrue, Measure::Flag(flag)) => (*flag).into(),
            (Self::OneOf(words), measure) => measure.is_one_of(words),
            (Self::In(territories), Measure::Place(place, _)) => territories.hold(place),
            (Self::IsTrue | Self::In(_), _) => Kleene::Unknown,
        }
    }
}

impl fmt::Display for Test {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(interval) => interval.fmt(formatter),
            Self::IsTrue => formatter.write_str("true"),
            Self::OneOf(words) => {
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                write!(formatter, "in {}", words.join(", "))
            }
            Self::In(territories) => write!(formatter, "in {territories}"),
        }
    }
}
