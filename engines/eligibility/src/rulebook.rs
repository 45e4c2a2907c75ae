//! Rules ready to be evaluated: formulas over predicates, each distinct predicate held once.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;

use crate::facts::Attribute;
use crate::money::Amount;
use crate::predicate::{Predicate, Quantity, Test};

/// A predicate of a [`Rulebook`], by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PredicateId(u32);

impl PredicateId {
    /// Its place among the predicates of its rulebook.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What must hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Formula {
    /// This predicate.
    Holds(PredicateId),
    /// All of these; none is true.
    All(Vec<Self>),
    /// One of these at least; none is false.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// This many at least.
    AtLeast(usize, Vec<Self>),
    /// What sources say who do not agree: known where all of them come to the same.
    Agreed(Vec<Self>),
    /// What no answer settles: somebody has to be asked.
    Open(Check),
}

/// A question to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Check {
    /// Whom to ask, as a function: "the mission locale".
    pub with: String,
    /// What to ask.
    pub what: String,
}

impl Formula {
    /// What always holds.
    pub const fn always() -> Self {
        Self::All(Vec::new())
    }

    /// What never holds.
    pub const fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// The contrary.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            formula => Self::Not(Box::new(formula)),
        }
    }

    /// The parts of the outermost connective.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Holds(_) | Self::Open(_) => &[],
            Self::Not(inner) => std::slice::from_ref(inner),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) | Self::Agreed(parts) => parts,
        }
    }

    /// The predicates it holds, in order, as often as they occur.
    pub fn predicates(&self, found: &mut Vec<PredicateId>) {
        if let Self::Holds(predicate) = self {
            found.push(*predicate);
        }
        for part in self.parts() {
            part.predicates(found);
        }
    }
}

/// From when until when a rule or an amount is known to be in force, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// From this day; from ever if it is not said.
    pub from: Option<NaiveDate>,
    /// Until this day; until further notice if it is not said.
    pub until: Option<NaiveDate>,
}

/// Where a rule or an amount comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citation {
    /// What the source is called.
    pub title: String,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was last looked at.
    pub checked: Option<NaiveDate>,
    /// How long it holds.
    pub valid: Validity,
}

/// One rule of a scheme; all of them must hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What must hold.
    pub formula: Formula,
    /// Where that comes from: several where sources disagree.
    pub citations: Vec<Citation>,
}

/// Whether it is a way to leave, or money added to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeKind {
    /// A way to leave: a status and an organiser.
    Scheme,
    /// Money added to a way to leave.
    Aid,
}

/// A scheme or an aid with its rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Whether a way to leave or money.
    pub kind: SchemeKind,
    /// All must hold.
    pub rules: Vec<Rule>,
    /// What it pays.
    pub amounts: Vec<Amount>,
}

/// Schemes, with each distinct predicate once.
#[derive(Debug, Clone, Default)]
pub struct Rulebook {
    predicates: Vec<Predicate>,
    known: HashMap<Predicate, PredicateId>,
    schemes: Vec<Scheme>,
}

impl Rulebook {
    /// Without any scheme.
    pub fn new() -> Self {
        Self::default()
    }

    /// A formula that this test of this quantity holds.
    pub fn holds(&mut self, quantity: Quantity, test: Test) -> Formula {
        Formula::Holds(self.intern(Predicate { quantity, test }))
    }

    fn intern(&mut self, predicate: Predicate) -> PredicateId {
        if let Some(id) = self.known.get(&predicate) {
            return *id;
        }
        let id = PredicateId(u32::try_from(self.predicates.len()).unwrap_or(u32::MAX));
        self.predicates.push(predicate.clone());
        self.known.insert(predicate, id);
        id
    }

    /// Adds a scheme whose formulas were made with this rulebook.
    pub fn add(&mut self, scheme: Scheme) {
        self.schemes.push(scheme);
    }

    /// The schemes, in the order in which they were added.
    pub fn schemes(&self) -> &[Scheme] {
        &self.schemes
    }

    /// The scheme of that identifier.
    pub fn scheme(&self, id: &str) -> Option<&Scheme> {
        self.schemes.iter().find(|scheme| scheme.id == id)
    }

    /// The predicates, by [`PredicateId`].
    pub fn predicates(&self) -> &[Predicate] {
        &self.predicates
    }

    /// One predicate. One of another rulebook is that of a strange place, or none.
    pub fn predicate(&self, id: PredicateId) -> Option<&Predicate> {
        self.predicates.get(id.index())
    }

    /// The attributes that the rules of all schemes ask about.
    pub fn attributes(&self) -> BTreeSet<Attribute> {
        self.schemes.iter().flat_map(|scheme| self.attributes_of(scheme)).collect()
    }

    /// The attributes that the rules of one scheme ask about.
    pub fn attributes_of(&self, scheme: &Scheme) -> BTreeSet<Attribute> {
        let mut predicates = Vec::new();
        for rule in &scheme.rules {
            rule.formula.predicates(&mut predicates);
        }
        predicates
            .into_iter()
            .filter_map(|id| self.predicate(id))
            .flat_map(|predicate| predicate.quantity.attributes())
            .collect()
    }

    /// Shows a formula in one line.
    pub fn show<'a>(&'a self, formula: &'a Formula) -> impl fmt::Display + 'a {
        Shown { rulebook: self, formula }
    }
}

struct Shown<'a> {
    rulebook: &'a Rulebook,
    formula: &'a Formula,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.formula {
            Formula::Holds(id) => match self.rulebook.predicate(*id) {
                Some(predicate) => write!(formatter, "{} {}", predicate.quantity, predicate.test),
                None => formatter.write_str("?"),
            },
            Formula::All(_) => formatter.write_str("all of"),
            Formula::Any(_) => formatter.write_str("any of"),
            Formula::Not(_) => formatter.write_str("not"),
            Formula::AtLeast(count, _) => write!(formatter, "at least {count} of"),
            Formula::Agreed(_) => formatter.write_str("sources disagree"),
            Formula::Open(check) => write!(formatter, "to be checked with {}: {}", check.with, check.what),
        }
    }
}
