//! What is wrong with a table, by line and column.

use std::collections::BTreeMap;
use std::fmt;

/// The problems of a table that are told one by one; all are counted.
const TOLD_MAX: usize = 20;

/// Something wrong in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; the header is the first. 0 where it is no line's.
    pub line: u64,
    /// The column, by its header; empty where it is no column's.
    pub column: String,
    /// What is wrong and what was expected.
    pub message: String,
}

impl Problem {
    pub(crate) fn at(line: u64, column: &str, message: String) -> Self {
        Self { line, column: column.to_owned(), message }
    }

    pub(crate) fn of_column(column: &str, message: String) -> Self {
        Self::at(1, column, message)
    }

    pub(crate) fn of_csv(error: csv::Error) -> Self {
        let line = error.position().map_or(0, csv::Position::line);
        let message = match error.kind() {
            csv::ErrorKind::Utf8 { err, .. } => {
                format!("field {} is not UTF-8: expected a table in UTF-8", err.field() + 1)
            }
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!("{len} cells: expected {expected_len}, as in the header")
            }
            _ => error.to_string(),
        };
        Self::at(line, "", message)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column.as_str()) {
            (0, "") => {}
            (0, column) => write!(formatter, "column `{column}`: ")?,
            (line, "") => write!(formatter, "line {line}: ")?,
            (line, column) => write!(formatter, "line {line}, column `{column}`: ")?,
        }
        formatter.write_str(&self.message)
    }
}

/// Everything wrong in a table: the first ones told, all counted by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    told: Vec<Problem>,
    counts: BTreeMap<String, u64>,
}

impl Problems {
    /// One more.
    pub(crate) fn add(&mut self, problem: Problem) {
        *self.counts.entry(problem.column.clone()).or_default() += 1;
        if self.told.len() < TOLD_MAX {
            self.told.push(problem);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// How many.
    pub fn count(&self) -> u64 {
        self.counts.values().sum()
    }

    /// How many by column.
    pub const fn by_column(&self) -> &BTreeMap<String, u64> {
        &self.counts
    }

    /// The first ones.
    pub fn told(&self) -> &[Problem] {
        &self.told
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        let mut problems = Self::default();
        problems.add(problem);
        problems
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.told {
            writeln!(formatter, "{problem}")?;
        }
        let columns: Vec<String> = self
            .counts
            .iter()
            .map(|(column, count)| match column.as_str() {
                "" => format!("whole line: {count}"),
                column => format!("{column}: {count}"),
            })
            .collect();
        write!(formatter, "{} in all ({})", self.count(), columns.join(", "))
    }
}

impl std::error::Error for Problems {}
