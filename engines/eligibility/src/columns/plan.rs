//! How to evaluate a rulebook on a population.

use std::collections::HashMap;
use std::ops::Range;

use crate::formula::{Formula, PredicateId};
use crate::kleene::Kleene;
use crate::population::Population;
use crate::predicate::{Quantity, Test};
use crate::rulebook::Rulebook;

use super::classes::Classes;
use super::gather::{Block, Gather, VerdictRows};
use super::graph::{Graph, NodeId};
use super::{BLOCK, NOBODY, Row};

/// A rulebook made ready for a population.
pub struct Plan<'a> {
    persons: usize,
    classes: Vec<Classes<'a>>,
    graph: Graph,
    /// The nodes whose rows are verdicts, each once.
    verdicts: Vec<NodeId>,
    schemes: Vec<VerdictRows>,
}

/// A predicate is looked at for what it certainly and for what it possibly says: a scheme is open where the two differ.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Mode {
    Certain,
    Possible,
}

impl<'a> Plan<'a> {
    /// Makes the classes of the population's values and the graph of the formulas.
    pub fn new(rulebook: &'a Rulebook, population: &'a Population) -> Self {
        let mut tests: Vec<(&Quantity, Vec<&Test>)> = Vec::new();
        let mut places: HashMap<&Quantity, usize> = HashMap::new();
        let mut leaves = Vec::new();
        for predicate in rulebook.predicates() {
            let place = *places.entry(&predicate.quantity).or_insert_with(|| {
                tests.push((&predicate.quantity, Vec::new()));
                tests.len() - 1
            });
            if let Some((_, tests)) = tests.get_mut(place) {
                leaves.push((place, tests.len()));
                tests.push(&predicate.test);
            }
        }
        let classes: Vec<Classes<'_>> =
            tests.iter().map(|(quantity, tests)| Classes::new(quantity, tests, population)).collect();
        let mut compiler =
            Compiler { classes: &classes, leaves: &leaves, made: HashMap::new(), graph: Graph::default() };
        let nodes = rulebook.schemes().iter().map(|scheme| {
            let formulas: Vec<&Formula> = scheme.rules.iter().map(|rule| &rule.formula).collect();
            (compiler.all(&formulas, Mode::Certain), compiler.all(&formulas, Mode::Possible))
        });
        let nodes: Vec<(NodeId, NodeId)> = nodes.collect();
        let graph = compiler.graph;
        let mut verdicts: Vec<NodeId> = nodes.iter().flat_map(|(certain, possible)| [*certain, *possible]).collect();
        verdicts.sort_unstable();
        verdicts.dedup();
        let row = |node: &NodeId| verdicts.binary_search(node).unwrap_or_default();
        let schemes = nodes
            .iter()
            .map(|(certain, possible)| VerdictRows { certain: row(certain), possible: row(possible) })
            .collect();
        Self { persons: population.persons(), classes, graph, verdicts, schemes }
    }

    /// How many persons.
    pub const fn persons(&self) -> usize {
        self.persons
    }

    /// How many schemes.
    pub const fn schemes(&self) -> usize {
        self.schemes.len()
    }

    pub(super) fn verdict_rows(&self) -> &[VerdictRows] {
        &self.schemes
    }

    pub(super) const fn distinct_rows(&self) -> usize {
        self.verdicts.len()
    }

    /// Whether a verdict can be open: something is unknown, or a source disagrees.
    pub fn has_open_verdicts(&self) -> bool {
        self.schemes.iter().any(|scheme| scheme.certain != scheme.possible)
    }

    /// Evaluates everybody on that many threads. Each gathers what it finds of a range of persons; the ranges are in order.
    pub fn run<G: Gather>(&self, threads: usize, gather: impl Fn() -> G + Sync) -> Vec<G> {
        let ranges = self.ranges(threads);
        if let [range] = ranges.as_slice() {
            return vec![self.run_range(range.clone(), gather())];
        }
        std::thread::scope(|scope| {
            let running: Vec<_> =
                ranges.into_iter().map(|range| scope.spawn(|| self.run_range(range, gather()))).collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        })
    }

    /// Contiguous ranges of whole blocks, one a thread.
    fn ranges(&self, threads: usize) -> Vec<Range<usize>> {
        let blocks = self.persons.div_ceil(BLOCK).max(1);
        let each = blocks.div_ceil(threads.clamp(1, blocks)) * BLOCK;
        (0..self.persons.max(1)).step_by(each).map(|first| first..(first + each).min(self.persons)).collect()
    }

    fn run_range<G: Gather>(&self, range: Range<usize>, mut gather: G) -> G {
        let mut class_rows: Vec<Vec<Row>> = self.classes.iter().map(|classes| vec![NOBODY; classes.count()]).collect();
        let mut rows = vec![NOBODY; self.graph.len()];
        let mut verdicts = vec![NOBODY; self.verdicts.len()];
        for first in range.clone().step_by(BLOCK) {
            let persons = first..(first + BLOCK).min(range.end);
            for (classes, rows) in self.classes.iter().zip(&mut class_rows) {
                classes.sort(persons.clone(), rows);
            }
            self.graph.work_out(&mut rows, |quantity| class_rows.get(quantity).map_or(&[], Vec::as_slice));
            for (verdict, node) in verdicts.iter_mut().zip(&self.verdicts) {
                *verdict = rows.get(*node).copied().unwrap_or(NOBODY);
            }
            if persons.len() < BLOCK {
                verdicts.iter_mut().for_each(|row| leave_out_beyond(persons.len(), row));
            }
            gather.block(&Block::new(persons, &verdicts, &self.schemes));
        }
        gather
    }
}

/// The bits beyond the last person say nothing.
fn leave_out_beyond(persons: usize, row: &mut Row) {
    for (word, bits) in row.iter_mut().enumerate() {
        let held = persons.saturating_sub(word * 64).min(64);
        *bits &= if held == 64 { u64::MAX } else { (1 << held) - 1 };
    }
}

struct Compiler<'p, 'a> {
    classes: &'p [Classes<'a>],
    /// For each predicate, its quantity and its place among the tests of that quantity.
    leaves: &'p [(usize, usize)],
    /// The nodes of predicates that were met already.
    made: HashMap<(PredicateId, Mode), NodeId>,
    graph: Graph,
}

impl Compiler<'_, '_> {
    fn all(&mut self, formulas: &[&Formula], mode: Mode) -> NodeId {
        let parts = formulas.iter().map(|formula| self.node(formula, mode)).collect();
        self.graph.all(parts)
    }

    fn node(&mut self, formula: &Formula, mode: Mode) -> NodeId {
        match formula {
            Formula::Holds(predicate) => self.leaf(*predicate, mode),
            Formula::All(parts) => {
                let parts = self.nodes(parts, mode);
                self.graph.all(parts)
            }
            Formula::Any(parts) => {
                let parts = self.nodes(parts, mode);
                self.graph.any(parts)
            }
            Formula::Not(part) => {
                let part = self.node(part, mode.other());
                self.graph.not(part)
            }
            Formula::AtLeast(count, parts) => {
                let parts = self.nodes(parts, mode);
                self.graph.at_least(*count, parts)
            }
            // Certain where every reading says so, possible where one does.
            Formula::Agreed(readings) => {
                let parts = self.nodes(readings, mode);
                if mode == Mode::Certain { self.graph.all(parts) } else { self.graph.any(parts) }
            }
            Formula::Open(_) => {
                if mode == Mode::Certain {
                    self.graph.never()
                } else {
                    self.graph.always()
                }
            }
        }
    }

    fn nodes(&mut self, formulas: &[Formula], mode: Mode) -> Vec<NodeId> {
        formulas.iter().map(|formula| self.node(formula, mode)).collect()
    }

    fn leaf(&mut self, predicate: PredicateId, mode: Mode) -> NodeId {
        if let Some(node) = self.made.get(&(predicate, mode)) {
            return *node;
        }
        let node = self.new_leaf(predicate, mode);
        self.made.insert((predicate, mode), node);
        node
    }

    fn new_leaf(&mut self, predicate: PredicateId, mode: Mode) -> NodeId {
        let Some((quantity, test)) = self.leaves.get(predicate.index()) else { return self.graph.never() };
        let Some(classes) = self.classes.get(*quantity) else { return self.graph.never() };
        let at_least = if mode == Mode::Certain { Kleene::Yes } else { Kleene::Unknown };
        self.graph.in_classes(*quantity, classes.where_test(*test, at_least), classes.count())
    }
}

impl Mode {
    const fn other(self) -> Self {
        match self {
            Self::Certain => Self::Possible,
            Self::Possible => Self::Certain,
        }
    }
}
