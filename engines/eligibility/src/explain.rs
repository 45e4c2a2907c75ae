//! One person: what each scheme says, why, and with which value.

use crate::facts::{Attribute, Known, ValueRef};
use crate::formula::{Check, Formula, PredicateId};
use crate::kleene::Kleene;
use crate::money::{self, Worth};
use crate::predicate::Observation;
use crate::rulebook::{Rule, Rulebook, Scheme};

/// Most schemes have no more: one allocation then.
const FINDINGS_USUAL: usize = 8;

/// What can be said of a scheme for a person. Never "granted": most are selective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// A rule says no.
    NotEligible,
    /// It depends on what is not known, or on somebody.
    ToBeChecked,
    /// Every rule says yes.
    Eligible,
}

impl From<Kleene> for Verdict {
    fn from(truth: Kleene) -> Self {
        match truth {
            Kleene::No => Self::NotEligible,
            Kleene::Unknown => Self::ToBeChecked,
            Kleene::Yes => Self::Eligible,
        }
    }
}

/// One step of a reason: a formula, what became of it, and the value used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding<'a> {
    /// How deep it lies: 0 for a rule, 1 for its parts, and so on.
    pub depth: usize,
    /// The formula.
    pub formula: &'a Formula,
    /// What became of it.
    pub truth: Kleene,
    /// The value that a predicate used; nothing where none was known.
    pub value: Option<ValueRef<'a>>,
    /// The rule it belongs to, with its sources.
    pub rule: &'a Rule,
}

/// A verdict with all its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// What can be said.
    pub verdict: Verdict,
    /// Every formula of every rule, each before its parts.
    pub findings: Vec<Finding<'a>>,
    /// What it would bring, where that can be said and it is not excluded.
    pub worth: Option<Worth>,
}

/// What all predicates of a rulebook find on one person.
#[derive(Debug)]
pub struct Assessment<'a> {
    rulebook: &'a Rulebook,
    known: &'a dyn Known,
    observations: Vec<Observation<'a>>,
}

impl<'a> Assessment<'a> {
    /// Looks at a person through every predicate, each once.
    pub fn new(rulebook: &'a Rulebook, known: &'a dyn Known) -> Self {
        let observations = rulebook.predicates().iter().map(|predicate| predicate.observe(known)).collect();
        Self { rulebook, known, observations }
    }

    /// The verdict on one scheme of the rulebook.
    pub fn verdict(&self, scheme: &Scheme) -> Verdict {
        Kleene::all(scheme.rules.iter().map(|rule| self.truth(&rule.formula))).into()
    }

    /// The verdicts on all schemes, in their order.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict> + '_ {
        self.rulebook.schemes().iter().map(|scheme| self.verdict(scheme))
    }

    /// Why a scheme has its verdict.
    pub fn explain(&self, scheme: &'a Scheme) -> Explanation<'a> {
        let mut findings = Vec::with_capacity(FINDINGS_USUAL);
        let verdict = Kleene::all(scheme.rules.iter().map(|rule| self.find(rule, &rule.formula, 0, &mut findings)));
        let worth = (verdict != Kleene::No).then(|| self.worth(scheme)).flatten();
        Explanation { scheme, verdict: verdict.into(), findings, worth }
    }

    /// Why each scheme has its verdict.
    pub fn explain_all(&self) -> Vec<Explanation<'a>> {
        self.rulebook.schemes().iter().map(|scheme| self.explain(scheme)).collect()
    }

    /// What a scheme would bring if it were granted.
    pub fn worth(&self, scheme: &Scheme) -> Option<Worth> {
        money::worth(&scheme.amounts, self.known, |formula| self.truth(formula))
    }

    /// Whether a formula holds.
    pub fn truth(&self, formula: &Formula) -> Kleene {
        let parts = || formula.parts().iter().map(|part| self.truth(part));
        match formula {
            Formula::Holds(id) => self.observation(*id).truth,
            _ => combine(formula, parts()),
        }
    }

    fn find(&self, rule: &'a Rule, formula: &'a Formula, depth: usize, findings: &mut Vec<Finding<'a>>) -> Kleene {
        let place = findings.len();
        let value = match formula {
            Formula::Holds(id) => self.observation(*id).value,
            _ => None,
        };
        findings.push(Finding { depth, formula, truth: Kleene::Unknown, value, rule });
        let truth = match formula {
            Formula::Holds(id) => self.observation(*id).truth,
            // All parts are looked at, though the first may decide: people want every reason.
            _ => combine(formula, formula.parts().iter().map(|part| self.find(rule, part, depth + 1, findings))),
        };
        if let Some(finding) = findings.get_mut(place) {
            finding.truth = truth;
        }
        truth
    }

    fn observation(&self, id: PredicateId) -> Observation<'a> {
        self.observations.get(id.index()).copied().unwrap_or(Observation { truth: Kleene::Unknown, value: None })
    }
}

/// The truth of a connective from that of its parts; a predicate's own truth is not known here.
pub(crate) fn combine(formula: &Formula, parts: impl Iterator<Item = Kleene>) -> Kleene {
    match formula {
        Formula::Holds(_) | Formula::Open(_) => Kleene::Unknown,
        Formula::All(_) => Kleene::all(parts),
        Formula::Any(_) => Kleene::any(parts),
        Formula::Not(_) => !Kleene::all(parts),
        Formula::AtLeast(count, _) => Kleene::at_least(*count, parts),
        Formula::Agreed(_) => Kleene::agreed(parts),
    }
}

impl<'a> Explanation<'a> {
    /// The findings that make the verdict what it is: those that say no for a no, those that are open for "to be checked".
    pub fn decisive(&self) -> impl Iterator<Item = &Finding<'a>> {
        let decisive = match self.verdict {
            Verdict::NotEligible => Kleene::No,
            Verdict::ToBeChecked => Kleene::Unknown,
            Verdict::Eligible => Kleene::Yes,
        };
        self.findings.iter().filter(move |finding| finding.depth == 0 && finding.truth == decisive)
    }

    /// What has to be asked of somebody before it can be settled.
    pub fn checks(&self) -> impl Iterator<Item = &'a Check> + '_ {
        self.open().filter_map(|finding| match finding.formula {
            Formula::Open(check) => Some(check),
            _ => None,
        })
    }

    /// The attributes whose values are missing, in the order in which the rules ask for them.
    pub fn missing(&self, rulebook: &Rulebook, known: &dyn Known) -> Vec<Attribute> {
        let mut missing = Vec::new();
        for finding in self.open() {
            let Formula::Holds(id) = finding.formula else { continue };
            let Some(predicate) = rulebook.predicate(*id) else { continue };
            for attribute in predicate.quantity.attributes() {
                if known.value(attribute).is_none() && !missing.contains(&attribute) {
                    missing.push(attribute);
                }
            }
        }
        missing
    }

    /// The findings on which the verdict still hangs: open, in nothing that is settled.
    fn open(&self) -> impl Iterator<Item = &Finding<'a>> {
        let is_settled = self.verdict != Verdict::ToBeChecked;
        let mut settled_at: Option<usize> = None;
        self.findings.iter().filter(move |finding| {
            if is_settled || settled_at.is_some_and(|depth| finding.depth > depth) {
                return false;
            }
            settled_at = (finding.truth != Kleene::Unknown).then_some(finding.depth);
            settled_at.is_none()
        })
    }
}
