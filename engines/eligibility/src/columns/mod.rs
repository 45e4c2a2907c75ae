//! A whole population at once: predicates become classes of values, formulas become operations on bits.
//!
//! A [`Plan`] is made for a rulebook and a population. It tells, for each distinct value (or combination of values) of
//! the population, which predicates it satisfies; persons are then looked up, [`BLOCK`] at a time, and the formulas are worked
//! out for 64 persons an operation. Formulas that are the same are worked out once, whatever the number of schemes.

mod classes;
mod gather;
mod graph;
mod plan;

pub use gather::{Block, Counts, Dense, Gather, Sparse};
pub use plan::Plan;

/// Persons that are evaluated together.
pub const BLOCK: usize = 1024;

/// Words of 64 bits in a row of a block.
const WORDS: usize = BLOCK / 64;

/// A bit a person of a block.
type Row = [u64; WORDS];

/// No person.
const NOBODY: Row = [0; WORDS];
