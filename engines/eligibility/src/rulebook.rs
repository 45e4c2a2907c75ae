//! Rules ready to be evaluated: formulas over predicates, each distinct predicate held once.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fmt;

use crate::facts::Attribute;
use crate::formula::{Formula, PredicateId};
use crate::money::Amount;
use crate::predicate::{Predicate, Quantity, Test};
use crate::source::Citation;

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
        let id = PredicateId::at(self.predicates.len());
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
