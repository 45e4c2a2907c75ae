//! What would change a verdict, against every value of every one and two facts.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use eligibility::{
    Attribute, Change, Facts, Formula, Interval, Known, Moment, Number, Place, Quantity, Rulebook, Test, Value,
    Verdict, Wishes, changes, verdict,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::arbitrary::{Sketch, rulebook};

const TODAY: (i32, u32, u32) = (2026, 9, 15);

/// How far the brute force looks: the rules below have their bounds within.
const DAYS: u64 = 130;

fn today() -> NaiveDate {
    let (year, month, day) = TODAY;
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn after(days: u64) -> NaiveDate {
    today().checked_add_days(Days::new(days)).unwrap()
}

fn destinations() -> Vec<Place> {
    ["ES", "DE", "MA"].map(Place::country).to_vec()
}

/// A young person who thinks of thirty days in Spain in three weeks, and is seventeen.
fn facts() -> Facts {
    Facts::new()
        .with(Attribute::BirthDate, NaiveDate::from_ymd_opt(2008, 11, 20).unwrap())
        .with(Attribute::ApplicationDate, today())
        .with(Attribute::DepartureDate, after(21))
        .with(Attribute::Destination, Place::country("ES"))
        .with(Attribute::DurationDays, 30.0)
        .with(Attribute::Accompaniment, Value::words([]))
        .with(Attribute::Registrations, Value::DatedWords([].into()))
}

fn predicate() -> impl Strategy<Value = Sketch> {
    let number = |low: i32, high: i32| (low..high).prop_map(Number::from);
    let interval = |low: i32, high: i32| {
        let makers: Vec<fn(Number) -> Interval> = vec![Interval::at_least, Interval::below, Interval::at_most];
        (select(makers), number(low, high)).prop_map(|(make, bound)| Test::Within(make(bound)))
    };
    let moment = || select(vec![Moment::Application, Moment::Departure, Moment::Return]);
    let first = chrono::Datelike::num_days_from_ce(&today());
    let country = select(vec!["ES", "DE", "MA", "FR"]);
    prop_oneof![
        (moment(), interval(17, 19)).prop_map(|(at, test)| Sketch::Holds(Quantity::Age(at), test)),
        (moment(), interval(first, first + 60)).prop_map(|(at, test)| Sketch::Holds(Quantity::Day(at), test)),
        interval(5, 60).prop_map(|test| Sketch::Holds(Quantity::Attribute(Attribute::DurationDays), test)),
        interval(0, 50)
            .prop_map(|test| { Sketch::Holds(Quantity::DaysBetween(Moment::Application, Moment::Departure), test) }),
        interval(-70, 20)
            .prop_map(|test| { Sketch::Holds(Quantity::DaysBetween(Moment::Return, Moment::Application), test) }),
        country.prop_map(|country| {
            let territory = format!("pays {country}").parse().unwrap();
            Sketch::Holds(Quantity::Attribute(Attribute::Destination), Test::In([territory].into_iter().collect()))
        }),
        select(vec!["mission_locale", "sponsor"]).prop_map(|who| {
            Sketch::Holds(Quantity::Attribute(Attribute::Accompaniment), Test::OneOf([who.to_owned()].into()))
        }),
        (moment(), interval(0, 30)).prop_map(|(at, test)| {
            Sketch::Holds(Quantity::DaysRegistered { with: ["france_travail".to_owned()].into(), at }, test)
        }),
    ]
}

fn rule() -> impl Strategy<Value = Sketch> {
    predicate().prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..3).prop_map(Sketch::All),
            vec(inner.clone(), 1..3).prop_map(Sketch::Any),
            inner.prop_map(|inner| Sketch::Not(Box::new(inner))),
        ]
    })
}

/// Every value the brute force tries, the nearest first.
fn every_value(attribute: Attribute) -> Vec<Value> {
    let days = |first: u64| (first..first + DAYS).map(|days| Value::Day(after(days))).collect();
    match attribute {
        Attribute::ApplicationDate => days(0),
        Attribute::DepartureDate => days(21),
        Attribute::DurationDays => {
            let mut lengths: Vec<i32> = (1..DAYS as i32).collect();
            lengths.sort_by_key(|length| (length - 30).abs());
            lengths.into_iter().map(|length| Value::Number(length.into())).collect()
        }
        Attribute::Destination => destinations().into_iter().map(Value::from).collect(),
        Attribute::Accompaniment => [&[][..], &["mission_locale"], &["sponsor"], &["mission_locale", "sponsor"]]
            .map(|words| Value::words(words.iter().copied()))
            .to_vec(),
        Attribute::Registrations => {
            let registered = [("france_travail".to_owned(), today())].into();
            vec![Value::DatedWords([].into()), Value::DatedWords(registered)]
        }
        other => panic!("{other} is not changed here"),
    }
}

fn is_coherent(facts: &Facts) -> bool {
    match (facts.value(Attribute::ApplicationDate), facts.value(Attribute::DepartureDate)) {
        (Some(Value::Day(application)), Some(Value::Day(departure))) => application <= departure,
        _ => true,
    }
}

/// All smallest sets of one or two facts, by trying every value of each.
fn brute_force(rulebook: &Rulebook, facts: &Facts) -> BTreeSet<Vec<Attribute>> {
    let scheme = &rulebook.schemes()[0];
    let eligible = |facts: &Facts| is_coherent(facts) && verdict(rulebook, scheme, facts) == Verdict::Eligible;
    if verdict(rulebook, scheme, facts) == Verdict::Eligible {
        return BTreeSet::new();
    }
    let attributes: Vec<Attribute> =
        rulebook.attributes().into_iter().filter(|attribute| attribute.is_changeable()).collect();
    let mut found = BTreeSet::new();
    for attribute in &attributes {
        let mut values = every_value(*attribute).into_iter();
        if values.any(|value| eligible(&facts.clone().with(*attribute, value))) {
            found.insert(vec![*attribute]);
        }
    }
    for (place, first) in attributes.iter().enumerate() {
        for second in &attributes[place + 1..] {
            let is_smallest = !found.contains(&vec![*first]) && !found.contains(&vec![*second]);
            let pairs = || {
                every_value(*first).into_iter().any(|value| {
                    let changed = facts.clone().with(*first, value);
                    every_value(*second).into_iter().any(|value| eligible(&changed.clone().with(*second, value)))
                })
            };
            if is_smallest && pairs() {
                found.insert(vec![*first, *second]);
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_smallest_changes_are_those_of_the_brute_force(rules in vec(rule(), 1..4)) {
        let rulebook = rulebook(&[rules]);
        let facts = facts();
        let places = destinations();
        let wishes = Wishes { destinations: &places };
        let found = changes(&rulebook, &rulebook.schemes()[0], &facts, wishes);
        let sets: BTreeSet<Vec<Attribute>> = found.iter().map(attributes_of).collect();
        prop_assert_eq!(sets.len(), found.len());
        let within_reach: BTreeSet<_> = found.iter().filter(|change| is_within_reach(change)).map(attributes_of).collect();
        prop_assert_eq!(within_reach, brute_force(&rulebook, &facts));
        for change in &found {
            let mut changed = facts.clone();
            change.facts.iter().for_each(|(attribute, value)| changed.set(*attribute, value.clone()));
            prop_assert_eq!(verdict(&rulebook, &rulebook.schemes()[0], &changed), Verdict::Eligible);
            prop_assert!(is_coherent(&changed));
            if let [(attribute, value)] = change.facts.as_slice() {
                let nearest = every_value(*attribute)
                    .into_iter()
                    .find(|value| {
                        let changed = facts.clone().with(*attribute, value.clone());
                        is_coherent(&changed) && verdict(&rulebook, &rulebook.schemes()[0], &changed) == Verdict::Eligible
                    });
                prop_assert!(nearest.is_none() || nearest.as_ref() == Some(value));
            }
        }
    }
}

fn attributes_of(change: &Change) -> Vec<Attribute> {
    change.facts.iter().map(|(attribute, _)| *attribute).collect()
}

/// Whether the brute force looks that far.
fn is_within_reach(change: &Change) -> bool {
    change.facts.iter().all(|(attribute, value)| every_value(*attribute).contains(value))
}

#[test]
fn waiting_until_an_age_says_the_day() {
    let of_age = Sketch::Holds(Quantity::Age(Moment::Departure), Test::Within(Interval::at_least(Number::from(18))));
    let rulebook = rulebook(&[vec![of_age]]);
    let found = changes(&rulebook, &rulebook.schemes()[0], &facts(), Wishes::default());
    let birthday = Value::Day(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap());
    assert_eq!(found, [Change { facts: vec![(Attribute::DepartureDate, birthday)], verdict: Verdict::Eligible }]);
}

#[test]
fn what_nobody_can_change_is_not_proposed() {
    let younger = Sketch::Holds(Quantity::Age(Moment::Departure), Test::Within(Interval::below(Number::from(16))));
    let rulebook = rulebook(&[vec![younger]]);
    assert_eq!(changes(&rulebook, &rulebook.schemes()[0], &facts(), Wishes::default()), []);
}

#[test]
fn a_scheme_with_a_jury_can_be_brought_to_its_jury() {
    let mut rulebook = Rulebook::new();
    let length = rulebook
        .holds(Quantity::Attribute(Attribute::DurationDays), Test::Within(Interval::at_least(Number::from(60))));
    let jury = Formula::Open(eligibility::Check { with: "the jury".to_owned(), what: "the choice".to_owned() });
    rulebook.add(eligibility::Scheme {
        id: "with-jury".to_owned(),
        label: String::new(),
        kind: eligibility::SchemeKind::Scheme,
        rules: [length, jury].map(|formula| eligibility::Rule { formula, citations: Vec::new() }).to_vec(),
        amounts: Vec::new(),
    });
    let found = changes(&rulebook, &rulebook.schemes()[0], &facts(), Wishes::default());
    let longer = vec![(Attribute::DurationDays, Value::Number(60.0))];
    assert_eq!(found, [Change { facts: longer, verdict: Verdict::ToBeChecked }]);
}
