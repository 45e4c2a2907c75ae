//! What is kept of an evaluation: every verdict, who is eligible, or counts alone.

use std::ops::Range;

use crate::explain::Verdict;
use crate::kleene::Kleene;

use super::plan::Plan;
use super::{BLOCK, NOBODY, Row, WORDS};

/// Where a scheme's verdicts are among the verdict rows of a block: the same place twice where none can be open.
#[derive(Debug, Clone, Copy)]
pub(super) struct VerdictRows {
    pub certain: usize,
    pub possible: usize,
}

/// What was found of up to [`BLOCK`] persons.
#[derive(Debug)]
pub struct Block<'a> {
    persons: Range<usize>,
    /// Each distinct row of verdicts once.
    rows: &'a [Row],
    schemes: &'a [VerdictRows],
}

impl<'a> Block<'a> {
    pub(super) const fn new(persons: Range<usize>, rows: &'a [Row], schemes: &'a [VerdictRows]) -> Self {
        Self { persons, rows, schemes }
    }

    /// The persons, by their place in the population.
    pub const fn persons(&self) -> &Range<usize> {
        &self.persons
    }

    /// For each scheme, a bit a person who is eligible.
    pub fn eligible(&self) -> impl Iterator<Item = &'a [u64; WORDS]> {
        self.schemes.iter().map(|scheme| self.rows.get(scheme.certain).unwrap_or(&NOBODY))
    }

    /// For each scheme, a bit a person who is eligible or may be.
    pub fn possible(&self) -> impl Iterator<Item = &'a [u64; WORDS]> {
        self.schemes.iter().map(|scheme| self.rows.get(scheme.possible).unwrap_or(&NOBODY))
    }

    /// The persons of a row, by their place in the population.
    pub fn members(&self, row: &'a [u64; WORDS]) -> impl Iterator<Item = usize> {
        let first = self.persons.start;
        row.iter().enumerate().flat_map(move |(word, bits)| ones(*bits).map(move |bit| first + word * 64 + bit))
    }
}

/// The places of the bits that are set.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (bits != 0).then_some(bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        bit
    })
}

/// Keeps something of each block of a range of persons.
pub trait Gather: Send {
    /// The next block, in order.
    fn block(&mut self, block: &Block<'_>);
}

/// Every verdict. Schemes that always have the same ones share them.
#[derive(Debug, Default)]
pub struct Dense {
    schemes: Vec<VerdictRows>,
    rows_of_block: usize,
    rows: Vec<Row>,
}

impl Dense {
    /// For the schemes of that plan.
    pub fn new(plan: &Plan<'_>) -> Self {
        Self { schemes: plan.verdict_rows().to_vec(), rows_of_block: plan.distinct_rows(), rows: Vec::new() }
    }

    /// The verdict on a person and a scheme, both by their place. Not eligible beyond the last of either.
    pub fn verdict(&self, person: usize, scheme: usize) -> Verdict {
        let Some(rows) = self.schemes.get(scheme) else { return Verdict::NotEligible };
        Kleene::between(self.bit(person, rows.certain), self.bit(person, rows.possible)).into()
    }

    fn bit(&self, person: usize, row: usize) -> bool {
        let row = self.rows.get(person / BLOCK * self.rows_of_block + row);
        row.and_then(|row| row.get(person % BLOCK / 64)).is_some_and(|word| word >> (person % 64) & 1 == 1)
    }

    /// The bytes that the verdicts take.
    pub fn bytes(&self) -> usize {
        self.rows.len() * size_of::<Row>()
    }

    /// One after the other, as the plan gives them back.
    pub fn joined(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let mut joined = parts.next().unwrap_or_default();
        for mut part in parts {
            joined.rows.append(&mut part.rows);
        }
        joined
    }
}

impl Gather for Dense {
    fn block(&mut self, block: &Block<'_>) {
        self.rows.extend_from_slice(block.rows);
    }
}

/// Who is eligible, by scheme.
#[derive(Debug, Default)]
pub struct Sparse {
    eligible: Vec<Vec<u32>>,
}

impl Sparse {
    /// For that many schemes.
    pub fn new(schemes: usize) -> Self {
        Self { eligible: vec![Vec::new(); schemes] }
    }

    /// The persons who are eligible for a scheme, in order.
    pub fn eligible(&self, scheme: usize) -> &[u32] {
        self.eligible.get(scheme).map_or(&[], Vec::as_slice)
    }

    /// One after the other, as the plan gives them back.
    pub fn joined(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let mut joined = parts.next().unwrap_or_default();
        for part in parts {
            for (all, mut some) in joined.eligible.iter_mut().zip(part.eligible) {
                all.append(&mut some);
            }
        }
        joined
    }
}

impl Gather for Sparse {
    fn block(&mut self, block: &Block<'_>) {
        for (eligible, row) in self.eligible.iter_mut().zip(block.eligible()) {
            eligible.extend(block.members(row).map(|person| u32::try_from(person).unwrap_or(u32::MAX)));
        }
    }
}

/// How many are eligible, by scheme and group: a territory, an age band. No verdict is kept.
#[derive(Debug)]
pub struct Counts<'a> {
    groups: usize,
    group_of: &'a [u16],
    counts: Vec<Vec<u64>>,
}

impl<'a> Counts<'a> {
    /// For that many schemes; `group_of` gives each person's group, from 0; whoever's is beyond `groups` is not counted.
    pub fn new(schemes: usize, groups: usize, group_of: &'a [u16]) -> Self {
        Self { groups, group_of, counts: vec![vec![0; groups]; schemes] }
    }

    /// The count for a scheme and a group.
    pub fn count(&self, scheme: usize, group: usize) -> u64 {
        self.counts.get(scheme).and_then(|counts| counts.get(group)).copied().unwrap_or(0)
    }

    /// Together, as the plan gives them back.
    pub fn joined(parts: Vec<Self>) -> Option<Self> {
        parts.into_iter().reduce(|mut joined, part| {
            debug_assert_eq!(joined.groups, part.groups, "parts of one evaluation");
            for (all, some) in joined.counts.iter_mut().flatten().zip(part.counts.into_iter().flatten()) {
                *all += some;
            }
            joined
        })
    }
}

impl Gather for Counts<'_> {
    fn block(&mut self, block: &Block<'_>) {
        for (counts, row) in self.counts.iter_mut().zip(block.eligible()) {
            for person in block.members(row) {
                let group = self.group_of.get(person).copied().unwrap_or(u16::MAX);
                if let Some(count) = counts.get_mut(usize::from(group)) {
                    *count += 1;
                }
            }
        }
    }
}
