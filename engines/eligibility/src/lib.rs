//! What a person can really get, and why: rules as data, verdicts in three values, reasons, the next question.
//!
//! One engine for two worlds. In the **open** one a person answers questions: what was not answered is unknown and never
//! becomes a yes. In the **closed** one a population comes as columns, and a million persons are evaluated at once.
//!
//! The crate is pure: no file, no clock, no network, and nothing of the program around it.

mod change;
pub mod columns;
mod communes;
mod evaluate;
mod explain;
mod facts;
mod formula;
mod generate;
mod kleene;
pub mod limits;
mod money;
pub mod population;
mod predicate;
mod question;
mod rulebook;
pub mod rules;
pub mod simulator;
mod source;
mod yaml;

pub use change::{Change, DURATION_DAYS_MAX, HORIZON_DAYS, Wishes, changes};
pub use communes::{Commune, Communes};
pub use evaluate::{verdict, worth};
pub use explain::{Assessment, Explanation, Finding, Verdict};
pub use facts::{
    Attribute, Facts, Kind, Known, Part, Place, Territories, TerritoryCode, TerritoryKind, UnreadableTerritory, Value,
    ValueRef,
};
pub use formula::{Check, Formula, PredicateId};
pub use generate::generate;
pub use kleene::Kleene;
pub use money::{Amount, Cents, Counting, Per, Worth};
pub use predicate::{
    Dwelling, Interval, Measure, Moment, Number, Observation, Predicate, Quantity, TaxYear, Test, completed_years,
};
pub use question::{Question, Questionnaire};
pub use rulebook::{Rule, Rulebook, Scheme, SchemeKind};
pub use source::{Citation, Validity};
