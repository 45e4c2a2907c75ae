//! Rules and people made up by proptest, over the whole vocabulary.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use eligibility::{
    Attribute, Check, Dwelling, Facts, Formula, Interval, Kind, Moment, Number, Part, Place, Quantity, Rule, Rulebook,
    Scheme, SchemeKind, TaxYear, TerritoryCode, TerritoryKind, Test, Value,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Few words, so that tests and values meet.
const WORDS: [&str; 4] = ["student", "jobseeker", "cap_1", "other"];

/// Few codes, for the same reason.
const CODES: [&str; 3] = ["11", "76", "2A"];

/// A formula before its rulebook.
#[derive(Debug, Clone)]
pub enum Sketch {
    Holds(Quantity, Test),
    All(Vec<Sketch>),
    Any(Vec<Sketch>),
    Not(Box<Sketch>),
    AtLeast(usize, Vec<Sketch>),
    Agreed(Vec<Sketch>),
    Open,
}

impl Sketch {
    fn draw(&self, rulebook: &mut Rulebook) -> Formula {
        let mut parts = |parts: &[Self]| parts.iter().map(|part| part.draw(rulebook)).collect();
        match self {
            Self::All(inner) => Formula::All(parts(inner)),
            Self::Any(inner) => Formula::Any(parts(inner)),
            Self::AtLeast(count, inner) => Formula::AtLeast(*count, parts(inner)),
            Self::Agreed(inner) => Formula::Agreed(parts(inner)),
            Self::Not(inner) => inner.draw(rulebook).negated(),
            Self::Holds(quantity, test) => rulebook.holds(quantity.clone(), test.clone()),
            Self::Open => Formula::Open(Check { with: "somebody".to_owned(), what: "something".to_owned() }),
        }
    }
}

/// A rulebook of schemes, each a list of rules.
pub fn rulebook(schemes: &[Vec<Sketch>]) -> Rulebook {
    let mut rulebook = Rulebook::new();
    for (place, rules) in schemes.iter().enumerate() {
        let rules =
            rules.iter().map(|rule| Rule { formula: rule.draw(&mut rulebook), citations: Vec::new() }).collect();
        rulebook.add(Scheme {
            id: place.to_string(),
            label: String::new(),
            kind: SchemeKind::Aid,
            rules,
            amounts: Vec::new(),
        });
    }
    rulebook
}

pub fn day() -> impl Strategy<Value = NaiveDate> {
    // Ends of February, birthdays and their eves occur often.
    let ordinary = (2006i32..2030, 1u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap());
    let february = (2000i32..2030, 27u32..=28).prop_map(|(year, day)| NaiveDate::from_ymd_opt(year, 2, day).unwrap());
    prop_oneof![ordinary, february, Just(NaiveDate::from_ymd_opt(2008, 2, 29).unwrap())]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![select(vec![0.0, 0.5, 1.0, 2.0, 12.0, 16.0, 18.0, 30.0, 365.0]), 0.0..2000.0f64]
}

fn interval() -> impl Strategy<Value = Interval> {
    let small = select(vec![0.0, 1.0, 5.0, 16.0, 18.0, 25.0, 30.0, 500.0, 730_000.0, 739_000.0, 740_000.0]);
    let bound = prop_oneof![small, number()].prop_map(|number| Number::new(number).unwrap());
    let makers: Vec<fn(Number) -> Interval> =
        vec![Interval::at_least, Interval::above, Interval::at_most, Interval::below, Interval::exactly];
    let one = (select(makers), bound).prop_map(|(make, bound)| make(bound));
    (one.clone(), one).prop_map(|(a, b)| a.intersection(&b))
}

fn words() -> impl Strategy<Value = BTreeSet<String>> {
    btree_set(select(&WORDS[..]).prop_map(str::to_owned), 1..3)
}

fn territory() -> impl Strategy<Value = TerritoryCode> {
    (select(&TerritoryKind::ALL[..]), select(&CODES[..])).prop_map(|(kind, code)| TerritoryCode::new(kind, code))
}

fn moment() -> impl Strategy<Value = Moment> {
    let fixed = vec![Moment::Application, Moment::Departure, Moment::FirstDay, Moment::Return];
    prop_oneof![select(fixed), day().prop_map(Moment::Day)]
}

fn attribute_of(kind: Kind) -> impl Strategy<Value = Attribute> {
    let of_kind: Vec<Attribute> = Attribute::ALL.into_iter().filter(|attribute| attribute.kind() == kind).collect();
    select(of_kind)
}

fn numeric_quantity() -> impl Strategy<Value = Quantity> {
    let dwelling = || select(&[Dwelling::Own, Dwelling::Parents, Dwelling::TaxHousehold][..]);
    let year = || select(&[TaxYear::YearBeforeLast, TaxYear::LastYear][..]);
    let ages = || (0u32..20, 0u32..30).prop_map(|(from, more)| (from, from + more));
    prop_oneof![
        attribute_of(Kind::Number).prop_map(Quantity::Attribute),
        attribute_of(Kind::Day).prop_map(Quantity::Attribute),
        moment().prop_map(Quantity::Day),
        moment().prop_map(Quantity::Age),
        moment().prop_map(Quantity::AgeInYear),
        (year(), any::<bool>()).prop_map(|(year, is_monthly)| Quantity::FamilyQuotient { year, is_monthly }),
        year().prop_map(Quantity::MonthlyTaxIncome),
        (ages(), moment()).prop_map(|((from_age, to_age), at)| Quantity::Children { from_age, to_age, at }),
        (dwelling(), moment()).prop_map(|(dwelling, at)| Quantity::MonthsOfResidence(dwelling, at)),
        moment().prop_map(Quantity::MonthsSinceDiploma),
        (moment(), moment()).prop_map(|(from, to)| Quantity::DaysBetween(from, to)),
        ages().prop_map(|(from_age, to_age)| Quantity::GroupAgesOutside { from_age, to_age }),
        select(&WORDS[..]).prop_map(|key| Quantity::EarlierUses(key.to_owned())),
        (words(), moment()).prop_map(|(with, at)| Quantity::DaysRegistered { with, at }),
    ]
}

fn predicate() -> impl Strategy<Value = (Quantity, Test)> {
    let worded = prop_oneof![attribute_of(Kind::Word), attribute_of(Kind::Words)];
    prop_oneof![
        (numeric_quantity(), interval()).prop_map(|(quantity, interval)| (quantity, Test::Within(interval))),
        attribute_of(Kind::Flag).prop_map(|attribute| (Quantity::Attribute(attribute), Test::IsTrue)),
        Just((Quantity::DestinationIsOwnCountry, Test::IsTrue)),
        (worded, words()).prop_map(|(attribute, words)| (Quantity::Attribute(attribute), Test::OneOf(words))),
        (attribute_of(Kind::Place), vec(territory(), 1..4)).prop_map(|(attribute, territories)| {
            (Quantity::Attribute(attribute), Test::In(territories.into_iter().collect()))
        }),
    ]
}

/// A formula of several layers.
pub fn sketch() -> impl Strategy<Value = Sketch> {
    let leaf = prop_oneof![
        12 => predicate().prop_map(|(quantity, test)| Sketch::Holds(quantity, test)),
        1 => Just(Sketch::Open),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Sketch::All),
            vec(inner.clone(), 0..4).prop_map(Sketch::Any),
            inner.clone().prop_map(|inner| Sketch::Not(Box::new(inner))),
            (0usize..4, vec(inner.clone(), 1..4)).prop_map(|(count, parts)| Sketch::AtLeast(count, parts)),
            vec(inner, 1..3).prop_map(Sketch::Agreed),
        ]
    })
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        Just(Part::Unknown),
        Just(Part::Absent),
        select(&CODES[..]).prop_map(|code| Part::Code(code.to_owned()))
    ]
}

pub fn place() -> impl Strategy<Value = Place> {
    let parts = (part(), part(), part(), part(), part(), part());
    let zones = btree_map(select(&CODES[..]).prop_map(str::to_owned), any::<bool>(), 0..3);
    (parts, zones).prop_map(|((country, region, departement, epci, commune, postal_code), zones)| Place {
        country,
        region,
        departement,
        epci,
        commune,
        postal_code,
        zones,
    })
}

fn value(attribute: Attribute) -> BoxedStrategy<Value> {
    let word = || select(&WORDS[..]).prop_map(str::to_owned);
    match attribute.kind() {
        Kind::Day => day().prop_map(Value::Day).boxed(),
        Kind::Days => vec(day(), 0..3).prop_map(Value::Days).boxed(),
        Kind::Number if attribute == Attribute::DurationDays => {
            (1u32..400).prop_map(|days| Value::Number(days.into())).boxed()
        }
        Kind::Number => number().prop_map(Value::Number).boxed(),
        Kind::Numbers => vec(10.0..30.0f64, 0..3).prop_map(Value::Numbers).boxed(),
        Kind::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Kind::Word => word().prop_map(Value::Word).boxed(),
        Kind::Words => words().prop_map(Value::Words).boxed(),
        Kind::Place => place().prop_map(Value::from).boxed(),
        Kind::Counts => btree_map(word(), 0u32..3, 0..3).prop_map(Value::Counts).boxed(),
        Kind::DatedWords => {
            btree_map(word(), day(), 0..3).prop_map(|days: BTreeMap<_, _>| Value::DatedWords(days)).boxed()
        }
    }
}

/// A person of whom some things are known, some are known not to be, and some are unknown.
pub fn facts() -> impl Strategy<Value = Facts> {
    let answers: Vec<_> = Attribute::ALL
        .into_iter()
        .map(|attribute| option::weighted(0.7, prop_oneof![9 => value(attribute), 1 => Just(Value::Nothing)]))
        .collect();
    answers.prop_map(|answers| {
        let mut facts = Facts::new();
        for (attribute, answer) in Attribute::ALL.into_iter().zip(answers) {
            if let Some(value) = answer {
                facts.set(attribute, value);
            }
        }
        facts
    })
}
