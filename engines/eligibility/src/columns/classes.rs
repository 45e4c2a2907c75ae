//! Classes: values of a quantity that no predicate tells apart.

use std::collections::HashMap;
use std::ops::Range;

use crate::facts::{Attribute, Known, Part, TerritoryKind, Value};
use crate::kleene::Kleene;
use crate::population::{Column, Indices, Population};
use crate::predicate::{Measure, Number, Quantity, Test};

use super::{BLOCK, NOBODY, Row};

/// The number of a class among those of its quantity.
pub(super) type Class = u32;

/// A table of classes by combination of values is made where it has fewer cells than this, or than there are persons.
const TABLE_CELLS: usize = 1 << 16;

/// A quantity, its predicates, and the classes that these make of a population.
pub(super) struct Classes<'a> {
    quantity: &'a Quantity,
    columns: Vec<(Attribute, Option<&'a Column>)>,
    /// The class of each combination of values, or nothing where there are too many: each person is then measured.
    table: Option<Vec<Class>>,
    classifier: Classifier<'a>,
    /// For each class, what each predicate says, those that say no left out.
    signatures: Vec<Signature>,
    /// For each case of the bounds of intervals, its class once one was met.
    class_of_case: Vec<Option<Class>>,
    known: HashMap<Signature, Class>,
}

/// The tests that a class passes or may pass, in order.
type Signature = Vec<(usize, Kleene)>;

impl<'a> Classes<'a> {
    /// The classes that these tests make of the quantity.
    pub fn new(quantity: &'a Quantity, tests: &[&'a Test], population: &'a Population) -> Self {
        let columns: Vec<_> =
            quantity.attributes().into_iter().map(|attribute| (attribute, population.column(attribute))).collect();
        let mut classes = Self {
            quantity,
            columns,
            table: None,
            classifier: Classifier::new(tests),
            signatures: Vec::new(),
            class_of_case: Vec::new(),
            known: HashMap::new(),
        };
        classes.class_of_case = vec![None; classes.classifier.cases.len()];
        let cells = classes.columns.iter().map(|(_, column)| radix(*column)).try_fold(1, usize::checked_mul);
        match cells.filter(|cells| *cells <= population.persons().max(TABLE_CELLS)) {
            Some(cells) => classes.tabulate(cells),
            None => classes.survey(population),
        }
        classes
    }

    /// How many classes there are.
    pub const fn count(&self) -> usize {
        self.signatures.len()
    }

    /// The classes in which that test is at least so true.
    pub fn where_test(&self, test: usize, at_least: Kleene) -> Vec<Class> {
        let holds = |signature: &Signature| {
            signature
                .binary_search_by_key(&test, |(test, _)| *test)
                .is_ok_and(|place| signature.get(place).is_some_and(|(_, truth)| *truth >= at_least))
        };
        let numbered = (0..).zip(&self.signatures);
        numbered.filter(|(_, signature)| holds(signature)).map(|(class, _)| class).collect()
    }

    /// Puts each person of the range into the row of their class.
    pub fn sort(&self, persons: Range<usize>, rows: &mut [Row]) {
        rows.fill(NOBODY);
        let Some(table) = &self.table else {
            for (bit, person) in persons.enumerate() {
                put(rows, self.class_of(&self.combination(person)), bit);
            }
            return;
        };
        let mut cells = [0_u32; BLOCK];
        for (_, column) in &self.columns {
            combine(&mut cells, *column, persons.clone());
        }
        for (bit, cell) in cells.iter().take(persons.len()).enumerate() {
            put(rows, table.get(*cell as usize).copied().unwrap_or_default(), bit);
        }
    }

    /// Classes of all combinations of values.
    fn tabulate(&mut self, cells: usize) {
        let mut table = Vec::with_capacity(cells);
        for cell in 0..cells {
            let combination = self.combination_of_cell(cell);
            table.push(self.classify(&combination));
        }
        self.table = Some(table);
    }

    /// Classes of the combinations that occur.
    fn survey(&mut self, population: &Population) {
        for person in 0..population.persons() {
            let combination = self.combination(person);
            self.classify(&combination);
        }
    }

    fn combination_of_cell(&self, mut cell: usize) -> Combination<'a> {
        let mut combination = Combination::default();
        for (attribute, column) in self.columns.iter().rev() {
            let radix = radix(*column);
            let value = column.and_then(|column| column.values().get(cell % radix)).and_then(Option::as_ref);
            combination.set(*attribute, value);
            cell /= radix;
        }
        combination
    }

    fn combination(&self, person: usize) -> Combination<'a> {
        let mut combination = Combination::default();
        for (attribute, column) in &self.columns {
            combination.set(*attribute, column.and_then(|column| column.value(person)));
        }
        combination
    }

    /// The class of a combination, a new one if it is the first of its kind.
    fn classify(&mut self, combination: &Combination<'_>) -> Class {
        let measure = self.quantity.measure(combination);
        let case = self.classifier.case(&measure);
        if let Some(class) = case.and_then(|case| self.class_of_case.get(case).copied().flatten()) {
            return class;
        }
        let signature = self.classifier.signature(case, &measure);
        let class = match self.known.get(&signature) {
            Some(class) => *class,
            None => {
                let class = Class::try_from(self.signatures.len()).unwrap_or(Class::MAX);
                self.known.insert(signature.clone(), class);
                self.signatures.push(signature);
                class
            }
        };
        if let Some(met) = case.and_then(|case| self.class_of_case.get_mut(case)) {
            *met = Some(class);
        }
        class
    }

    /// The class of a combination that was surveyed.
    fn class_of(&self, combination: &Combination<'_>) -> Class {
        let measure = self.quantity.measure(combination);
        let case = self.classifier.case(&measure);
        let met = case.and_then(|case| self.class_of_case.get(case).copied().flatten());
        met.or_else(|| self.known.get(&self.classifier.signature(case, &measure)).copied()).unwrap_or_default()
    }
}

fn radix(column: Option<&Column>) -> usize {
    column.map_or(1, |column| column.values().len().max(1))
}

/// Adds a column's index as the last digit of each person's cell.
fn combine(cells: &mut [u32; BLOCK], column: Option<&Column>, persons: Range<usize>) {
    let radix = u32::try_from(radix(column)).unwrap_or(u32::MAX);
    match column.map_or(&Indices::Same, Column::indices) {
        Indices::Same => {}
        Indices::U8(indices) => shift(cells, radix, indices.get(persons)),
        Indices::U16(indices) => shift(cells, radix, indices.get(persons)),
        Indices::U32(indices) => shift(cells, radix, indices.get(persons)),
    }
}

fn shift<T: Copy + Into<u32>>(cells: &mut [u32; BLOCK], radix: u32, indices: Option<&[T]>) {
    for (cell, index) in cells.iter_mut().zip(indices.unwrap_or_default()) {
        *cell = cell.wrapping_mul(radix).wrapping_add((*index).into());
    }
}

fn put(rows: &mut [Row], class: Class, bit: usize) {
    if let Some(word) = rows.get_mut(class as usize).and_then(|row| row.get_mut(bit / 64)) {
        *word |= 1 << (bit % 64);
    }
}

/// The values of the few attributes that a quantity needs.
#[derive(Debug, Default)]
struct Combination<'a> {
    values: [Option<(Attribute, &'a Value)>; 3],
}

impl<'a> Combination<'a> {
    fn set(&mut self, attribute: Attribute, value: Option<&'a Value>) {
        if let (Some(value), Some(slot)) = (value, self.values.iter_mut().find(|slot| slot.is_none())) {
            *slot = Some((attribute, value));
        }
    }
}

impl Known for Combination<'_> {
    fn value(&self, attribute: Attribute) -> Option<&Value> {
        self.values.iter().flatten().find(|(of, _)| *of == attribute).map(|(_, value)| *value)
    }
}

/// Finds what a measure says to many tests without asking each.
struct Classifier<'a> {
    tests: Vec<&'a Test>,
    /// The bounds of all intervals, in order.
    bounds: Vec<Number>,
    /// The signature of each case: under the first bound, at it, beyond it, at the second, and so on.
    cases: Vec<Signature>,
    /// The tests that name a territory, by kind and code.
    territories: HashMap<TerritoryKind, HashMap<&'a str, Vec<usize>>>,
}

impl<'a> Classifier<'a> {
    fn new(tests: &[&'a Test]) -> Self {
        let mut bounds: Vec<Number> = tests.iter().flat_map(|test| interval_bounds(test)).collect();
        bounds.sort_unstable();
        bounds.dedup();
        let mut territories: HashMap<_, HashMap<&str, Vec<usize>>> = HashMap::new();
        for (place, test) in tests.iter().enumerate() {
            let Test::In(list) = test else { continue };
            for (kind, codes) in list.by_kind() {
                let by_code = territories.entry(kind).or_default();
                codes.iter().for_each(|code| by_code.entry(code.as_str()).or_default().push(place));
            }
        }
        let mut classifier = Self { tests: tests.to_vec(), bounds, cases: Vec::new(), territories };
        classifier.cases =
            classifier.representatives().iter().map(|number| classifier.ask_all(&Measure::Number(*number))).collect();
        classifier
    }

    /// A number under the first bound, then each bound and a number beyond it: all the cases there are.
    fn representatives(&self) -> Vec<f64> {
        let mut numbers = vec![self.bounds.first().map_or(0.0, |bound| bound.get().next_down())];
        for bound in &self.bounds {
            numbers.extend([bound.get(), bound.get().next_up()]);
        }
        numbers
    }

    /// The case of a number.
    fn case(&self, measure: &Measure<'_>) -> Option<usize> {
        let number = measure.number()?;
        let under = self.bounds.partition_point(|bound| bound.get() < number);
        let is_bound = self.bounds.get(under).is_some_and(|bound| bound.get() == number);
        Some(2 * under + usize::from(is_bound))
    }

    fn signature(&self, case: Option<usize>, measure: &Measure<'_>) -> Signature {
        match (case.and_then(|case| self.cases.get(case)), measure) {
            (Some(signature), _) => signature.clone(),
            (None, Measure::Place(place, _)) => self.of_place(place),
            (None, measure) => self.ask_all(measure),
        }
    }

    fn ask_all(&self, measure: &Measure<'_>) -> Signature {
        let truths = self.tests.iter().map(|test| test.of(measure)).enumerate();
        truths.filter(|(_, truth)| *truth != Kleene::No).collect()
    }

    fn of_place(&self, place: &crate::facts::Place) -> Signature {
        let mut truths: HashMap<usize, Kleene> = HashMap::new();
        let mut note = |tests: &[usize], truth: Kleene| {
            for test in tests {
                let so_far = truths.entry(*test).or_insert(Kleene::No);
                *so_far = (*so_far).max(truth);
            }
        };
        for (kind, by_code) in &self.territories {
            match place.part(*kind) {
                Some(Part::Code(code)) => note(by_code.get(code.as_str()).map_or(&[], Vec::as_slice), Kleene::Yes),
                Some(Part::Absent) => {}
                Some(Part::Unknown) => by_code.values().for_each(|tests| note(tests, Kleene::Unknown)),
                None => by_code.iter().for_each(|(zone, tests)| note(tests, place.holds_zone(zone))),
            }
        }
        let mut signature: Signature = truths.into_iter().filter(|(_, truth)| *truth != Kleene::No).collect();
        signature.sort_unstable();
        signature
    }
}

fn interval_bounds(test: &Test) -> impl Iterator<Item = Number> {
    let interval = match test {
        Test::Within(interval) => Some(interval),
        _ => None,
    };
    interval.into_iter().flat_map(|interval| interval.bounds())
}
