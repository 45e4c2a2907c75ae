//! One scheme and one person, in the obvious way: what the columns and the assessments are compared with.

use crate::explain::{Verdict, combine};
use crate::facts::Known;
use crate::formula::Formula;
use crate::kleene::Kleene;
use crate::money::{self, Worth};
use crate::rulebook::{Rulebook, Scheme};

/// The verdict on one scheme of the rulebook. Nothing is prepared and nothing is kept.
pub fn verdict(rulebook: &Rulebook, scheme: &Scheme, known: &dyn Known) -> Verdict {
    Kleene::all(scheme.rules.iter().map(|rule| truth(rulebook, &rule.formula, known))).into()
}

/// What a scheme would bring to somebody if it were granted, where that can be said.
pub fn worth(rulebook: &Rulebook, scheme: &Scheme, known: &dyn Known) -> Option<Worth> {
    money::worth(&scheme.amounts, known, |formula| truth(rulebook, formula, known))
}

fn truth(rulebook: &Rulebook, formula: &Formula, known: &dyn Known) -> Kleene {
    match formula {
        Formula::Holds(id) => {
            rulebook.predicate(*id).map_or(Kleene::Unknown, |predicate| predicate.observe(known).truth)
        }
        _ => combine(formula, formula.parts().iter().map(|part| truth(rulebook, part, known))),
    }
}
