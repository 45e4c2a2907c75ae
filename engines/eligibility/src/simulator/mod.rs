//! The national simulator's files: its benefits as rules, its persons as a population.
//!
//! The meaning of each condition follows the description of the golden matrix that the tests compare with.

mod benefits;
mod persons;

pub use benefits::{BenefitError, Institutions, read_benefits};
pub use persons::{ReadPersons, read_persons};
