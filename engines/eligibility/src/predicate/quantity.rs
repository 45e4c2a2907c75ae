//! What can be measured on a person and their stay.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{completed_months, completed_years};
use crate::facts::{Attribute, Known, Place, Value, ValueRef};
use crate::kleene::Kleene;

/// A day in the life of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// When it is asked for.
    Application,
    /// When they leave.
    Departure,
    /// The first day of the activity.
    FirstDay,
    /// The last day of the stay.
    Return,
    /// A fixed day.
    Day(NaiveDate),
}

/// Whose residence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dwelling {
    /// The young person's.
    Own,
    /// Their parents'.
    Parents,
    /// The tax household's.
    TaxHousehold,
}

/// Which year's tax notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaxYear {
    /// The year before last (N−2), the usual one.
    YearBeforeLast,
    /// Last year (N−1).
    LastYear,
}

/// Something that can be measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// An attribute as it is.
    Attribute(Attribute),
    /// A day, as the number of days since 1 January of year 1.
    Day(Moment),
    /// Completed years at that moment.
    Age(Moment),
    /// Age reached in the year of that moment: the year less the year of birth.
    AgeInYear(Moment),
    /// Reference tax income by tax part, in euros, a year or a month. No part counts as one.
    FamilyQuotient {
        /// Which year's notice.
        year: TaxYear,
        /// Divided by twelve.
        is_monthly: bool,
    },
    /// Reference tax income, in euros, a month.
    MonthlyTaxIncome(TaxYear),
    /// How many children are that old, bounds included, in completed years.
    Children {
        /// The youngest age that counts.
        from_age: u32,
        /// The oldest.
        to_age: u32,
        /// When.
        at: Moment,
    },
    /// Completed months of residence in the département.
    MonthsOfResidence(Dwelling, Moment),
    /// Completed months since the last diploma.
    MonthsSinceDiploma(Moment),
    /// Days from one moment to another, negative when it comes before.
    DaysBetween(Moment, Moment),
    /// Whether the stay is in a country whose nationality the person has.
    DestinationIsOwnCountry,
    /// How many in the group are younger or older than that.
    GroupAgesOutside {
        /// The youngest age admitted.
        from_age: u32,
        /// The oldest.
        to_age: u32,
    },
    /// How often it was used, by the key of [`Attribute::EarlierUses`].
    EarlierUses(String),
    /// Days of registration with one of these, the longest.
    DaysRegistered {
        /// With whom.
        with: BTreeSet<String>,
        /// When.
        at: Moment,
    },
}

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure<'a> {
    /// Something needed is not known.
    Unknown,
    /// It is known that there is none.
    Nothing,
    /// A number.
    Number(f64),
    /// A number that is not known, but lies from 0 to this one.
    UpTo(f64),
    /// A day.
    Day(NaiveDate),
    /// A yes or a no.
    Flag(bool),
    /// A word.
    Word(&'a str, &'a Value),
    /// Several words.
    Words(&'a BTreeSet<String>, &'a Value),
    /// A place.
    Place(&'a Place, &'a Value),
}

impl<'a> Measure<'a> {
    fn of(value: &'a Value) -> Self {
        match value {
            Value::Nothing => Self::Nothing,
            Value::Day(day) => Self::Day(*day),
            Value::Number(number) => Self::Number(*number),
            Value::Flag(flag) => Self::Flag(*flag),
            Value::Word(word) => Self::Word(word, value),
            Value::Words(words) => Self::Words(words, value),
            Value::Place(place) => Self::Place(place, value),
            Value::Days(_) | Value::Numbers(_) | Value::Counts(_) | Value::DatedWords(_) => Self::Unknown,
        }
    }

    /// As a number, where it has one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => (!number.is_nan()).then_some(*number),
            Self::Day(day) => Some(day.num_days_from_ce().into()),
            _ => None,
        }
    }

    /// Whether the word, or one of the words, is in the list.
    pub fn is_one_of(&self, list: &BTreeSet<String>) -> Kleene {
        match self {
            Self::Word(word, _) => list.contains(*word).into(),
            Self::Words(words, _) => words.iter().any(|word| list.contains(word)).into(),
            _ => Kleene::Unknown,
        }
    }

    /// The value to show, if there is one.
    pub fn shown(self) -> Option<ValueRef<'a>> {
        match self {
            Self::Unknown | Self::UpTo(_) => None,
            Self::Nothing => Some(ValueRef::Stored(&Value::Nothing)),
            Self::Number(number) => Some(ValueRef::Number(number)),
            Self::Day(day) => Some(ValueRef::Day(day)),
            Self::Flag(flag) => Some(ValueRef::Flag(flag)),
            Self::Word(_, value) | Self::Words(_, value) | Self::Place(_, value) => Some(ValueRef::Stored(value)),
        }
    }
}

impl Quantity {
    /// The attributes that it needs, three at most.
    pub fn attributes(&self) -> Vec<Attribute> {
        let mut attributes = match self {
            Self::Attribute(attribute) => vec![*attribute],
            Self::Day(moment) => moment.attributes().to_vec(),
            Self::Age(moment) | Self::AgeInYear(moment) => with_moment(Attribute::BirthDate, *moment),
            Self::FamilyQuotient { year, .. } => vec![year.income(), year.parts()],
            Self::MonthlyTaxIncome(year) => vec![year.income()],
            Self::Children { at, .. } => with_moment(Attribute::ChildrenBirthDates, *at),
            Self::MonthsOfResidence(dwelling, moment) => with_moment(dwelling.since(), *moment),
            Self::MonthsSinceDiploma(moment) => with_moment(Attribute::GraduationDate, *moment),
            Self::DaysBetween(from, to) => [from.attributes(), to.attributes()].concat(),
            Self::DestinationIsOwnCountry => vec![Attribute::Destination, Attribute::Nationalities],
            Self::GroupAgesOutside { .. } => vec![Attribute::GroupAges],
            Self::EarlierUses(_) => vec![Attribute::EarlierUses],
            Self::DaysRegistered { at, .. } => with_moment(Attribute::Registrations, *at),
        };
        attributes.sort_unstable();
        attributes.dedup();
        attributes
    }

    /// Measures it on what is known.
    pub fn measure<'a>(&self, known: &'a dyn Known) -> Measure<'a> {
        if let Self::Attribute(attribute) = self {
            return known.value(*attribute).map_or(Measure::Unknown, Measure::of);
        }
        if let Some(attribute) = self.principal()
            && known.value(attribute) == Some(&Value::Nothing)
        {
            return Measure::Nothing;
        }
        self.compute(known).unwrap_or(Measure::Unknown)
    }

    /// The attribute without which there is nothing to measure.
    fn principal(&self) -> Option<Attribute> {
        match self {
            Self::MonthsOfResidence(dwelling, _) => Some(dwelling.since()),
            Self::MonthsSinceDiploma(_) => Some(Attribute::GraduationDate),
            Self::DaysRegistered { .. } => Some(Attribute::Registrations),
            _ => None,
        }
    }

    fn compute<'a>(&self, known: &'a dyn Known) -> Option<Measure<'a>> {
        let day = |moment: &Moment| moment.day(known);
        let number = match self {
            Self::Attribute(_) => return None,
            Self::Day(moment) => return Some(Measure::Day(day(moment)?)),
            Self::DestinationIsOwnCountry => return is_own_country(known).map(Measure::Flag),
            Self::Age(moment) => completed_years(day_of(known, Attribute::BirthDate)?, day(moment)?).into(),
            Self::AgeInYear(moment) => (day(moment)?.year() - day_of(known, Attribute::BirthDate)?.year()).into(),
            Self::FamilyQuotient { year, is_monthly } => return quotient(known, *year, *is_monthly),
            Self::MonthlyTaxIncome(year) => number_of(known, year.income())? / 12.0,
            Self::Children { from_age, to_age, at } => {
                let Value::Days(births) = known.value(Attribute::ChildrenBirthDates)? else { return None };
                let at = day(at)?;
                count(births.iter().map(|birth| f64::from(completed_years(*birth, at))), *from_age, *to_age)
            }
            Self::MonthsOfResidence(dwelling, at) => {
                completed_months(day_of(known, dwelling.since())?, day(at)?).into()
            }
            Self::MonthsSinceDiploma(at) => {
                completed_months(day_of(known, Attribute::GraduationDate)?, day(at)?).into()
            }
            Self::DaysBetween(from, to) => days(day(from)?, day(to)?),
            Self::GroupAgesOutside { from_age, to_age } => {
                let Value::Numbers(ages) = known.value(Attribute::GroupAges)? else { return None };
                let total = count(ages.iter().copied(), 0, u32::MAX);
                total - count(ages.iter().copied(), *from_age, *to_age)
            }
            Self::EarlierUses(key) => {
                let Value::Counts(uses) = known.value(Attribute::EarlierUses)? else { return None };
                uses.get(key).copied().unwrap_or(0).into()
            }
            Self::DaysRegistered { with, at } => {
                let Value::DatedWords(registrations) = known.value(Attribute::Registrations)? else { return None };
                let at = day(at)?;
                let lengths = with.iter().filter_map(|word| registrations.get(word)).map(|since| days(*since, at));
                let Some(longest) = lengths.reduce(f64::max) else { return Some(Measure::Nothing) };
                longest
            }
        };
        Some(Measure::Number(number))
    }
}

impl Moment {
    fn attributes(self) -> &'static [Attribute] {
        match self {
            Self::Application => &[Attribute::ApplicationDate],
            Self::Departure => &[Attribute::DepartureDate],
            Self::FirstDay => &[Attribute::FirstDay],
            Self::Return => &[Attribute::DepartureDate, Attribute::DurationDays],
            Self::Day(_) => &[],
        }
    }

    fn day(self, known: &dyn Known) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Return => {
                let length = number_of(known, Attribute::DurationDays)?;
                let departure = day_of(known, Attribute::DepartureDate)?;
                departure.checked_add_days(Days::new(whole(length)?.checked_sub(1)?))
            }
            Self::Application | Self::Departure | Self::FirstDay => day_of(known, *self.attributes().first()?),
        }
    }
}

impl Dwelling {
    /// The attribute that says where.
    pub const fn place(self) -> Attribute {
        match self {
            Self::Own => Attribute::Residence,
            Self::Parents => Attribute::ParentsResidence,
            Self::TaxHousehold => Attribute::TaxHouseholdResidence,
        }
    }

    /// The attribute that says since when.
    pub const fn since(self) -> Attribute {
        match self {
            Self::Own => Attribute::ResidenceSince,
            Self::Parents => Attribute::ParentsResidenceSince,
            Self::TaxHousehold => Attribute::TaxHouseholdResidenceSince,
        }
    }
}

impl TaxYear {
    /// The attribute of that year's reference tax income.
    pub const fn income(self) -> Attribute {
        match self {
            Self::YearBeforeLast => Attribute::TaxIncomeYearBeforeLast,
            Self::LastYear => Attribute::TaxIncomeLastYear,
        }
    }

    /// The attribute of that year's tax parts.
    pub const fn parts(self) -> Attribute {
        match self {
            Self::YearBeforeLast => Attribute::TaxPartsYearBeforeLast,
            Self::LastYear => Attribute::TaxPartsLastYear,
        }
    }
}

fn with_moment(attribute: Attribute, moment: Moment) -> Vec<Attribute> {
    [&[attribute], moment.attributes()].concat()
}

fn day_of(known: &dyn Known, attribute: Attribute) -> Option<NaiveDate> {
    match known.value(attribute)? {
        Value::Day(day) => Some(*day),
        _ => None,
    }
}

fn number_of(known: &dyn Known, attribute: Attribute) -> Option<f64> {
    match known.value(attribute)? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// The quotient; where the parts are not known it is the income at most, since every household has one part at least.
fn quotient<'a>(known: &dyn Known, year: TaxYear, is_monthly: bool) -> Option<Measure<'a>> {
    let period = |quotient: f64| if is_monthly { quotient / 12.0 } else { quotient };
    let income = number_of(known, year.income())?;
    match number_of(known, year.parts()) {
        Some(parts) => Some(Measure::Number(period(income / if parts == 0.0 { 1.0 } else { parts }))),
        None => (income >= 0.0).then_some(Measure::UpTo(period(income))),
    }
}

fn is_own_country(known: &dyn Known) -> Option<bool> {
    let Value::Place(place) = known.value(Attribute::Destination)? else { return None };
    let Value::Words(nationalities) = known.value(Attribute::Nationalities)? else { return None };
    match &place.country {
        crate::facts::Part::Code(country) => Some(nationalities.contains(country)),
        crate::facts::Part::Absent => Some(false),
        crate::facts::Part::Unknown => None,
    }
}

fn count(ages: impl Iterator<Item = f64>, from_age: u32, to_age: u32) -> f64 {
    ages.filter(|age| *age >= from_age.into() && *age <= to_age.into()).map(|_| 1.0).sum()
}

fn days(from: NaiveDate, to: NaiveDate) -> f64 {
    (to.num_days_from_ce() - from.num_days_from_ce()).into()
}

/// A whole number of days that a calendar can hold.
fn whole(number: f64) -> Option<u64> {
    let fits = number.fract() == 0.0 && (0.0..1_000_000.0).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
    fits.then_some(number as u64)
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Application => formatter.write_str("application"),
            Self::Departure => formatter.write_str("departure"),
            Self::FirstDay => formatter.write_str("first_day"),
            Self::Return => formatter.write_str("return"),
            Self::Day(day) => day.fmt(formatter),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attribute(attribute) => attribute.fmt(formatter),
            Self::Day(moment) => write!(formatter, "day of {moment}"),
            Self::Age(moment) => write!(formatter, "age at {moment}"),
            Self::AgeInYear(moment) => write!(formatter, "age in the year of {moment}"),
            Self::FamilyQuotient { is_monthly, .. } => {
                write!(formatter, "family quotient a {}", if *is_monthly { "month" } else { "year" })
            }
            Self::MonthlyTaxIncome(_) => formatter.write_str("reference tax income a month"),
            Self::Children { from_age, to_age, .. } => write!(formatter, "children aged {from_age} to {to_age}"),
            Self::MonthsOfResidence(dwelling, at) => write!(formatter, "months of {} at {at}", dwelling.place()),
            Self::MonthsSinceDiploma(at) => write!(formatter, "months from diploma to {at}"),
            Self::DaysBetween(from, to) => write!(formatter, "days from {from} to {to}"),
            Self::DestinationIsOwnCountry => formatter.write_str("destination is own country"),
            Self::GroupAgesOutside { from_age, to_age } => {
                write!(formatter, "members of the group not aged {from_age} to {to_age}")
            }
            Self::EarlierUses(key) => write!(formatter, "earlier uses of {key}"),
            Self::DaysRegistered { with, at } => {
                let with: Vec<&str> = with.iter().map(String::as_str).collect();
                write!(formatter, "days registered with {} at {at}", with.join(" or "))
            }
        }
    }
}
