//! A predicate: something measured, and what is asked of it.

mod calendar;
mod quantity;
mod test;

pub use calendar::completed_years;
pub use quantity::{Dwelling, Measure, Moment, Quantity, TaxYear};
pub use test::{Interval, Number, Test};

use crate::facts::{Known, ValueRef};
use crate::kleene::Kleene;

/// The smallest thing that can be true, false or unknown of a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Predicate {
    /// What is measured.
    pub quantity: Quantity,
    /// What is asked of the measure.
    pub test: Test,
}

/// What a predicate found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation<'a> {
    /// Whether it holds.
    pub truth: Kleene,
    /// The value that was used, if one was known.
    pub value: Option<ValueRef<'a>>,
}

impl Predicate {
    /// Measures and tests.
    pub fn observe<'a>(&self, known: &'a dyn Known) -> Observation<'a> {
        let measure = self.quantity.measure(known);
        Observation { truth: self.test.of(&measure), value: measure.shown() }
    }
}
