//! The next best question: one attribute at a time, chosen so that few have to be asked.

use crate::explain::{Assessment, Verdict};
use crate::facts::{Attribute, Known, TerritoryKind, Value};
use crate::formula::{Formula, PredicateId};
use crate::kleene::Kleene;
use crate::predicate::{Predicate, Test};
use crate::rulebook::Rulebook;

/// What to ask next, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What to ask.
    pub attribute: Attribute,
    /// Open schemes on which the answer bears.
    pub bears_on: usize,
    /// Schemes that are open.
    pub open: usize,
    /// Open schemes that the answer is expected to settle, by the chances below.
    pub expected_to_settle: f64,
}

/// Asks about a rulebook.
#[derive(Debug)]
pub struct Questionnaire<'a> {
    rulebook: &'a Rulebook,
    /// For each predicate, how likely it is to hold of somebody of whom nothing is known.
    chances: Vec<f64>,
    /// For each predicate, the attributes it needs.
    needs: Vec<Vec<Attribute>>,
}

impl<'a> Questionnaire<'a> {
    /// Questions for these rules.
    pub fn new(rulebook: &'a Rulebook) -> Self {
        let predicates = rulebook.predicates();
        Self {
            rulebook,
            chances: predicates.iter().map(chance).collect(),
            needs: predicates.iter().map(|predicate| predicate.quantity.attributes()).collect(),
        }
    }

    /// The question to ask, or nothing when no answer changes any verdict. What is in `declined` is not asked again.
    ///
    /// An open scheme is weighed by each of its rules that are not known yet: an answer that is likely to break one settles
    /// the scheme. Among equals the first of [`Attribute::ALL`] is asked, so that the order is always the same.
    pub fn next(&self, known: &dyn Known, declined: &[Attribute]) -> Option<Question> {
        let assessment = Assessment::new(self.rulebook, known);
        let mut tally = Tally::new();
        let mut open = 0;
        for scheme in self.rulebook.schemes() {
            if assessment.verdict(scheme) != Verdict::ToBeChecked {
                continue;
            }
            open += 1;
            let mut of_scheme = Tally::new();
            for rule in &scheme.rules {
                let mut missing = Vec::new();
                self.missing(&assessment, &rule.formula, known, declined, &mut missing);
                missing.sort_unstable();
                missing.dedup();
                let breaks = 1.0 - self.chance(&assessment, &rule.formula);
                let share = breaks / missing.len() as f64;
                missing.into_iter().for_each(|attribute| of_scheme.add(attribute, share));
            }
            tally.add_scheme(&of_scheme);
        }
        tally.best().map(|(attribute, bears_on, expected_to_settle)| Question {
            attribute,
            bears_on,
            open,
            expected_to_settle,
        })
    }

    /// The attributes whose values could still change a formula that is open.
    fn missing(
        &self,
        assessment: &Assessment<'_>,
        formula: &Formula,
        known: &dyn Known,
        declined: &[Attribute],
        missing: &mut Vec<Attribute>,
    ) {
        if assessment.truth(formula) != Kleene::Unknown {
            return;
        }
        if let Formula::Holds(id) = formula {
            let needs = self.needs.get(id.index()).into_iter().flatten();
            let asked = needs.filter(|attribute| can_be_asked(known, **attribute) && !declined.contains(attribute));
            missing.extend(asked);
        }
        for part in formula.parts() {
            self.missing(assessment, part, known, declined, missing);
        }
    }

    /// How likely a formula is to hold, its open predicates taken as independent of one another.
    fn chance(&self, assessment: &Assessment<'_>, formula: &Formula) -> f64 {
        let parts = || formula.parts().iter().map(|part| self.chance(assessment, part));
        match (formula, assessment.truth(formula)) {
            (_, Kleene::Yes) => 1.0,
            (_, Kleene::No) => 0.0,
            (Formula::Holds(id), Kleene::Unknown) => self.chance_of(*id),
            (Formula::All(_) | Formula::Agreed(_), Kleene::Unknown) => parts().product(),
            (Formula::Any(_), Kleene::Unknown) => 1.0 - parts().map(|chance| 1.0 - chance).product::<f64>(),
            (Formula::Not(_), Kleene::Unknown) => 1.0 - parts().product::<f64>(),
            (Formula::AtLeast(..) | Formula::Open(_), Kleene::Unknown) => 0.5,
        }
    }

    fn chance_of(&self, id: PredicateId) -> f64 {
        self.chances.get(id.index()).copied().unwrap_or(0.5)
    }
}

/// Not known, or known only in part: a département without its commune.
fn can_be_asked(known: &dyn Known, attribute: Attribute) -> bool {
    match known.value(attribute) {
        None => true,
        Some(Value::Place(place)) => place.is_partly_unknown(),
        Some(_) => false,
    }
}

/// How likely a predicate is to hold of somebody of whom nothing is known. Rough on purpose: only the order of questions
/// depends on it, never a verdict.
fn chance(predicate: &Predicate) -> f64 {
    match &predicate.test {
        Test::IsTrue => 0.15,
        Test::Within(_) => 0.5,
        Test::OneOf(words) => {
            let listed = words.len() as f64;
            (listed / (listed + 4.0)).min(0.9)
        }
        Test::In(territories) => {
            let share = |kind: TerritoryKind| match kind {
                TerritoryKind::Region => 18.0,
                TerritoryKind::Departement => 101.0,
                TerritoryKind::Epci => 1_254.0,
                TerritoryKind::Commune => 34_900.0,
                TerritoryKind::PostalCode => 6_300.0,
                TerritoryKind::Country => 195.0,
                TerritoryKind::Zone => 3.0,
            };
            let shares = territories.by_kind().map(|(kind, codes)| codes.len() as f64 / share(kind));
            shares.sum::<f64>().min(0.95)
        }
    }
}

/// Weights by attribute.
struct Tally {
    weights: Vec<(usize, f64)>,
}

impl Tally {
    fn new() -> Self {
        Self { weights: vec![(0, 0.0); Attribute::ALL.len()] }
    }

    fn add(&mut self, attribute: Attribute, weight: f64) {
        if let Some((count, so_far)) = self.weights.get_mut(attribute as usize) {
            *count += 1;
            *so_far += weight;
        }
    }

    /// One scheme more, however many of its rules ask for the same.
    fn add_scheme(&mut self, scheme: &Self) {
        for ((count, weight), (asked, of_scheme)) in self.weights.iter_mut().zip(&scheme.weights) {
            *count += usize::from(*asked > 0);
            *weight += of_scheme.min(1.0);
        }
    }

    /// The heaviest, the first of equals.
    fn best(&self) -> Option<(Attribute, usize, f64)> {
        let asked = Attribute::ALL.into_iter().zip(&self.weights).filter(|(_, (count, _))| *count > 0);
        asked
            .map(|(attribute, (count, weight))| (attribute, *count, *weight))
            .reduce(|best, next| if next.2 > best.2 { next } else { best })
    }
}
