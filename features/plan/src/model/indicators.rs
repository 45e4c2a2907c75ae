//! What a plan is measured by.

use std::ops::RangeInclusive;
use std::str::FromStr;

use kit_base::{Message, Problem};
use kit_i18n::key;
use sea_orm::DeriveValueType;

use super::check_year;

/// Indicators of a plan, at most.
pub const INDICATORS_PER_PLAN_MAX: usize = 40;
/// Indicators that an action names, at most: one that moves everything moves nothing.
pub const INDICATORS_PER_ACTION_MAX: usize = 5;
/// More than all young people of France: a larger number is a slip of the finger.
pub const AMOUNT_MAX: i64 = 10_000_000;
/// Characters of a unit.
pub const UNIT_CHARACTERS_MAX: usize = 60;
/// Years before a plan whose values may be entered too: without them its first year compares with nothing.
pub const YEARS_BEFORE_PLAN: i32 = 3;

kit_base::id! {
    /// An indicator of a plan.
    pub struct IndicatorId;
}
kit_base::id! {
    /// The value of an indicator in a département and a year.
    pub struct ValueId;
}

kit_base::id! {
    /// A signed link by which an organisation gives a value.
    pub struct ValueLinkId;
}

/// Organisations that may be asked for the same value at the same time.
pub const VALUE_LINKS_MAX: usize = 20;
/// Answers by one link. Whoever has more to say rings up.
pub const VALUE_ANSWERS_MAX: i32 = 20;

kit_base::codes! {
    /// How far a young person came. Each stage is counted apart: whoever is informed has not left yet.
    pub enum Stage {
        /// Was told what there is.
        Informed = "informed",
        /// Is followed by somebody.
        Accompanied = "accompanied",
        /// Left.
        Departed = "departed",
        /// Came back.
        Returned = "returned",
        /// Had it recognised.
        Recognised = "recognised",
        /// Found a place: a job, a training.
        Outcome = "outcome",
        /// Not a stage of anybody's way: meetings, trained professionals, organisations.
        Other = "other",
    }
}

impl Stage {
    /// Key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Informed => key!("plan-stage-informed"),
            Self::Accompanied => key!("plan-stage-accompanied"),
            Self::Departed => key!("plan-stage-departed"),
            Self::Returned => key!("plan-stage-returned"),
            Self::Recognised => key!("plan-stage-recognised"),
            Self::Outcome => key!("plan-stage-outcome"),
            Self::Other => key!("plan-stage-other"),
        }
    }
}

/// A number of things that were counted: whole, not negative, not absurd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, DeriveValueType)]
pub struct Amount(i64);

impl Amount {
    /// The number.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// Why a text is not an [`Amount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAmount {
    /// It is not a whole number in figures.
    #[error("not a whole number")]
    NotANumber,
    /// It is below zero.
    #[error("negative")]
    Negative,
    /// It is above [`AMOUNT_MAX`].
    #[error("above {AMOUNT_MAX}")]
    TooLarge,
}

impl NotAnAmount {
    /// What a person is told.
    pub fn message(self) -> Message {
        match self {
            Self::NotANumber => Message::new("plan-error-not-a-number"),
            Self::Negative => Message::new("plan-error-negative"),
            Self::TooLarge => Message::new("plan-error-too-large").with("max", AMOUNT_MAX),
        }
    }
}

impl FromStr for Amount {
    type Err = NotAnAmount;

    /// Reads `1240` and `1 240`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let is_whole = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if text.strip_prefix(['-', '−']).is_some_and(is_whole) {
            return Err(NotAnAmount::Negative);
        }
        if !is_whole(&text) {
            return Err(NotAnAmount::NotANumber);
        }
        match text.parse() {
            Ok(number) if number <= AMOUNT_MAX => Ok(Self(number)),
            // Only digits: what does not fit into the type is too large as well.
            _ => Err(NotAnAmount::TooLarge),
        }
    }
}

/// What an indicator says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorFacts {
    /// The stage it counts.
    pub stage: Stage,
    /// Its name.
    pub title: String,
    /// What is counted and what is not.
    pub definition: String,
    /// What one of it is: a young person, a meeting.
    pub unit: String,
    /// What was counted before the plan.
    pub baseline: Option<Amount>,
    /// In which year.
    pub baseline_year: Option<i32>,
    /// What the plan aims at, a year.
    pub target: Option<Amount>,
    /// Where its numbers come from.
    pub source: Option<String>,
}

impl IndicatorFacts {
    /// Checks that a baseline says its year.
    pub fn check(&self) -> Result<(), Problem> {
        match (self.baseline, self.baseline_year) {
            (Some(_), None) => Err(Problem::field("annee-depart", Message::new("plan-error-baseline-year"))),
            (_, Some(year)) => check_year("annee-depart", year).map_err(|error| Problem::Invalid(vec![error])),
            (None, None) => Ok(()),
        }
    }
}

/// The years whose values may be entered in `this_year` under a plan: none that has not begun.
pub fn periods(first_year: i32, last_year: i32, this_year: i32) -> RangeInclusive<i32> {
    first_year.saturating_sub(YEARS_BEFORE_PLAN)..=last_year.min(this_year)
}

/// A sum, and how much of the region it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The sum of what is known; `None` where nothing is, which is not zero.
    pub amount: Option<i64>,
    /// Départements whose value is known.
    pub known: usize,
}

impl Sum {
    /// The sum of what is known.
    pub fn of(amounts: impl IntoIterator<Item = Option<i64>>) -> Self {
        let nothing = Self { amount: None, known: 0 };
        amounts.into_iter().flatten().fold(nothing, |sum, amount| Self {
            amount: Some(sum.amount.unwrap_or_default().saturating_add(amount)),
            known: sum.known.saturating_add(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fault(text: &str) -> NotAnAmount {
        text.parse::<Amount>().unwrap_err()
    }

    #[test]
    fn a_number_is_whole_not_negative_and_not_absurd() {
        assert_eq!("0".parse(), Ok(Amount(0)));
        assert_eq!("1 240".parse(), Ok(Amount(1240)));
        assert_eq!("1\u{202f}240".parse(), Ok(Amount(1240)));
        for text in ["", "beaucoup", "12,5", "1e3", "+3", "--2", "-"] {
            assert_eq!(fault(text), NotAnAmount::NotANumber, "{text}");
        }
        assert_eq!((fault("-7"), fault("−7")), (NotAnAmount::Negative, NotAnAmount::Negative));
        assert_eq!(fault("10000001"), NotAnAmount::TooLarge);
        assert_eq!(fault("99999999999999999999"), NotAnAmount::TooLarge);
    }

    #[test]
    fn what_is_not_known_is_not_zero() {
        assert_eq!(Sum::of([None, None]), Sum { amount: None, known: 0 });
        assert_eq!(Sum::of([None, Some(0)]), Sum { amount: Some(0), known: 1 });
        assert_eq!(Sum::of([Some(4), None, Some(3)]), Sum { amount: Some(7), known: 2 });
    }

    #[test]
    fn no_year_that_has_not_begun_has_a_value() {
        assert_eq!(periods(2026, 2028, 2027), 2023..=2027);
        assert_eq!(periods(2026, 2028, 2040), 2023..=2028);
        assert!(periods(2030, 2032, 2026).is_empty());
    }

    proptest! {
        #[test]
        fn no_text_is_taken_for_a_number_out_of_bounds(text in ".{0,25}") {
            if let Ok(amount) = text.parse::<Amount>() {
                prop_assert!((0..=AMOUNT_MAX).contains(&amount.number()));
            }
        }
    }
}
