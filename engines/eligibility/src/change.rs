//! What would change a verdict: at most two facts that the person can still decide.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::evaluate::verdict;
use crate::explain::Verdict;
use crate::facts::{Attribute, Facts, Known, Place, Value};
use crate::kleene::Kleene;
use crate::predicate::{Predicate, Quantity, Test};
use crate::rulebook::{Rulebook, Scheme};

/// Nobody plans further ahead than ten years; dates are looked for up to there.
pub const HORIZON_DAYS: u64 = 3_653;

/// Lengths of stay are looked for up to three years.
pub const DURATION_DAYS_MAX: u32 = 1_096;

/// Words that a rule names are combined up to this number.
const NAMED_WORDS_MAX: usize = 12;

/// A smallest set of facts that would change the verdict, each with the nearest value that does.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// One or two facts.
    pub facts: Vec<(Attribute, Value)>,
    /// The verdict then.
    pub verdict: Verdict,
}

/// What the person may choose from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// The places one can go to, the nearest to the person's wish first.
    pub destinations: &'a [Place],
}

/// All smallest sets of one or two changeable facts that make a scheme eligible, or, where none does and a rule says no,
/// those that leave it to be checked. Dates only move forward: waiting until an age is a date.
///
/// No set holds another: a pair is given only where neither of its facts is enough alone.
pub fn changes(rulebook: &Rulebook, scheme: &Scheme, facts: &Facts, wishes: Wishes<'_>) -> Vec<Change> {
    let now = verdict(rulebook, scheme, facts);
    let goals = [Verdict::Eligible, Verdict::ToBeChecked];
    goals
        .into_iter()
        .filter(|goal| now < *goal)
        .map(|goal| Search::new(rulebook, scheme, facts, wishes, goal).smallest())
        .find(|changes| !changes.is_empty())
        .unwrap_or_default()
}

/// A value that an attribute could take, and how far it lies from today's: days, or places in a list.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    attribute: Attribute,
    value: Value,
    length: f64,
}

struct Search<'a> {
    rulebook: &'a Rulebook,
    scheme: &'a Scheme,
    facts: &'a Facts,
    wishes: Wishes<'a>,
    goal: Verdict,
    /// The changeable attributes that the scheme asks about.
    changeable: Vec<Attribute>,
    predicates: Vec<&'a Predicate>,
}

impl<'a> Search<'a> {
    fn new(rulebook: &'a Rulebook, scheme: &'a Scheme, facts: &'a Facts, wishes: Wishes<'a>, goal: Verdict) -> Self {
        let mut ids = Vec::new();
        scheme.rules.iter().for_each(|rule| rule.formula.predicates(&mut ids));
        let ids: BTreeSet<_> = ids.into_iter().collect();
        let asked = rulebook.attributes_of(scheme);
        Self {
            rulebook,
            scheme,
            facts,
            wishes,
            goal,
            changeable: asked.into_iter().filter(|attribute| attribute.is_changeable()).collect(),
            predicates: ids.into_iter().filter_map(|id| rulebook.predicate(id)).collect(),
        }
    }

    fn smallest(&self) -> Vec<Change> {
        let alone: Vec<Step> =
            self.changeable.iter().filter_map(|attribute| self.alone(*attribute, self.facts)).collect();
        let is_enough = |attribute: &Attribute| alone.iter().any(|step| step.attribute == *attribute);
        let others: Vec<Attribute> =
            self.changeable.iter().copied().filter(|attribute| !is_enough(attribute)).collect();
        let mut changes: Vec<Change> = alone.iter().map(|step| self.change(vec![step.clone()])).collect();
        for (place, first) in others.iter().enumerate() {
            for second in others.iter().skip(place + 1) {
                let both_ways = [self.both(*first, *second), self.both(*second, *first)];
                let nearest = both_ways.into_iter().flatten().min_by(|a, b| length(a).total_cmp(&length(b)));
                changes.extend(nearest.map(|steps| self.change(steps)));
            }
        }
        changes
    }

    fn change(&self, mut steps: Vec<Step>) -> Change {
        steps.sort_unstable_by_key(|step| step.attribute);
        let facts: Vec<(Attribute, Value)> = steps.into_iter().map(|step| (step.attribute, step.value)).collect();
        let mut changed = self.facts.clone();
        facts.iter().for_each(|(attribute, value)| changed.set(*attribute, value.clone()));
        Change { verdict: verdict(self.rulebook, self.scheme, &changed), facts }
    }

    /// The nearest value that is enough.
    fn alone(&self, attribute: Attribute, facts: &Facts) -> Option<Step> {
        self.candidates(attribute, facts).into_iter().find(|step| {
            let changed = facts.clone().with(attribute, step.value.clone());
            verdict(self.rulebook, self.scheme, &changed) >= self.goal && self.is_coherent(&changed)
        })
    }

    /// A value of the first and the nearest value of the second that are enough together, the nearest of all.
    fn both(&self, first: Attribute, second: Attribute) -> Option<Vec<Step>> {
        let pairs = self.candidates(first, self.facts).into_iter().filter_map(|step| {
            let changed = self.facts.clone().with(first, step.value.clone());
            Some(vec![self.alone(second, &changed)?, step])
        });
        pairs.min_by(|a, b| length(a).total_cmp(&length(b)))
    }

    /// Of the values that an attribute can take, the ends of each stretch that the scheme's predicates do not tell apart, the
    /// nearest first. Ends are enough: where two facts depend on one another, such as a day and a length, what is possible
    /// has its corners there.
    fn candidates(&self, attribute: Attribute, facts: &Facts) -> Vec<Step> {
        let concerned: Vec<&&Predicate> =
            self.predicates.iter().filter(|predicate| predicate.quantity.attributes().contains(&attribute)).collect();
        let mut trial = facts.clone();
        let mut candidates: Vec<Step> = Vec::new();
        let mut stretch: Option<((Vec<Kleene>, bool), Step)> = None;
        for step in self.domain(attribute, facts) {
            trial.set(attribute, step.value.clone());
            let truths = concerned.iter().map(|predicate| predicate.observe(&trial).truth).collect();
            let found = (truths, self.is_coherent(&trial));
            match &mut stretch {
                Some((so_far, end)) if *so_far == found => *end = step,
                _ => {
                    candidates.extend(stretch.take().map(|(_, end)| end));
                    candidates.push(step.clone());
                    stretch = Some((found, step));
                }
            }
        }
        candidates.extend(stretch.map(|(_, end)| end));
        candidates.sort_by(|a, b| a.length.total_cmp(&b.length));
        candidates.dedup();
        candidates
    }

    /// The values that an attribute can take: days and lengths in their order, else the nearest to today's first.
    fn domain(&self, attribute: Attribute, facts: &Facts) -> impl Iterator<Item = Step> {
        let current = match facts.value(attribute) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        self.values(attribute, facts).into_iter().enumerate().map(move |(place, value)| {
            let length = match (&value, current) {
                (Value::Number(number), Some(current)) => (number - current).abs(),
                _ => place as f64,
            };
            Step { attribute, value, length }
        })
    }

    fn values(&self, attribute: Attribute, facts: &Facts) -> Vec<Value> {
        match (attribute, facts.value(attribute)) {
            (Attribute::Destination, _) => self.wishes.destinations.iter().cloned().map(Value::from).collect(),
            (Attribute::DurationDays, _) => (1..=DURATION_DAYS_MAX).map(|days| Value::Number(days.into())).collect(),
            (Attribute::Accompaniment, current) => {
                let current = match current {
                    Some(Value::Words(words)) => words.clone(),
                    _ => BTreeSet::new(),
                };
                let added = |words: &[String]| Value::Words(current.iter().chain(words).cloned().collect());
                combinations(&self.named_words()).iter().map(|words| added(words)).collect()
            }
            (Attribute::Registrations, current) => {
                let current = match current {
                    Some(Value::DatedWords(words)) => words.clone(),
                    _ => BTreeMap::new(),
                };
                // One registers today, whatever day the rest is put off to.
                let today = day_of(self.facts, Attribute::ApplicationDate);
                let added = |words: &[String]| {
                    let new = words.iter().filter(|word| !current.contains_key(*word));
                    let mut registrations = current.clone();
                    registrations.extend(new.filter_map(|word| Some((word.clone(), today?))));
                    Value::DatedWords(registrations)
                };
                combinations(&self.registrars()).iter().map(|words| added(words)).collect()
            }
            _ => days_from(day_of(facts, attribute).or_else(|| day_of(facts, Attribute::ApplicationDate))),
        }
    }

    /// The words of accompaniment that the scheme names.
    fn named_words(&self) -> BTreeSet<String> {
        let named = self.predicates.iter().filter_map(|predicate| match (&predicate.quantity, &predicate.test) {
            (Quantity::Attribute(Attribute::Accompaniment), Test::OneOf(words)) => Some(words),
            _ => None,
        });
        named.flatten().cloned().collect()
    }

    /// Those with whom the scheme asks one to be registered.
    fn registrars(&self) -> BTreeSet<String> {
        let named = self.predicates.iter().filter_map(|predicate| match &predicate.quantity {
            Quantity::DaysRegistered { with, .. } => Some(with),
            _ => None,
        });
        named.flatten().cloned().collect()
    }

    /// One asks before one leaves, and leaves before the first day, unless it was already otherwise.
    fn is_coherent(&self, changed: &Facts) -> bool {
        let order = [Attribute::ApplicationDate, Attribute::DepartureDate, Attribute::FirstDay];
        let in_order = |facts: &Facts| {
            let days: Vec<NaiveDate> = order.into_iter().filter_map(|attribute| day_of(facts, attribute)).collect();
            days.is_sorted()
        };
        in_order(changed) || !in_order(self.facts)
    }
}

fn day_of(facts: &Facts, attribute: Attribute) -> Option<NaiveDate> {
    match facts.value(attribute) {
        Some(Value::Day(day)) => Some(*day),
        _ => None,
    }
}

fn days_from(first: Option<NaiveDate>) -> Vec<Value> {
    let Some(first) = first else { return Vec::new() };
    (0..=HORIZON_DAYS).filter_map(|days| first.checked_add_days(Days::new(days))).map(Value::Day).collect()
}

fn length(steps: &[Step]) -> f64 {
    steps.iter().map(|step| step.length).sum()
}

/// No word, each word, each two words.
fn combinations(words: &BTreeSet<String>) -> Vec<Vec<String>> {
    let words: Vec<&String> = words.iter().take(NAMED_WORDS_MAX).collect();
    let singles = words.iter().map(|word| vec![(*word).clone()]);
    let pairs = words.iter().enumerate().flat_map(|(place, first)| {
        words.iter().skip(place + 1).map(|second| vec![(*first).clone(), (*second).clone()])
    });
    std::iter::once(Vec::new()).chain(singles).chain(pairs).collect()
}
