//! Who comes and who is missing: départements down, colleges across.

use std::collections::BTreeMap;

use kit_base::Territory;

use super::{College, Colleges};

/// Somebody who is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// In which role.
    pub college: College,
    /// From where.
    pub origin: Territory,
    /// For which organisation; none à titre individuel.
    pub organisation: Option<String>,
}

/// The organisations of one cell, each with its places.
pub type Cell = BTreeMap<String, usize>;

/// The grid of a seminar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The colleges that are convened.
    pub colleges: Vec<College>,
    /// A row for each département: a cell for each college.
    pub rows: Vec<(Territory, Vec<Cell>)>,
}

impl Grid {
    /// Puts everybody who is expected into their cell; those of other colleges and from elsewhere stand in none.
    pub fn new(departements: &[Territory], colleges: &Colleges, expected: &[Expected]) -> Self {
        let colleges: Vec<College> = colleges.iter().collect();
        let row = |departement: &Territory| {
            let cells = colleges.iter().map(|college| cell(*departement, *college, expected)).collect();
            (*departement, cells)
        };
        Self { rows: departements.iter().map(row).collect(), colleges }
    }

    /// How many cells hold somebody, and how many there are.
    pub fn filled(&self) -> (usize, usize) {
        let cells = || self.rows.iter().flat_map(|(_, cells)| cells);
        (cells().filter(|cell| !cell.is_empty()).count(), cells().count())
    }
}

fn cell(departement: Territory, college: College, expected: &[Expected]) -> Cell {
    let mut cell = Cell::new();
    for one in expected.iter().filter(|one| one.origin == departement && one.college == college) {
        *cell.entry(one.organisation.clone().unwrap_or_default()).or_default() += 1;
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_stands_in_the_cell_of_their_departement_and_their_college() {
        let (aude, lot): (Territory, Territory) =
            ("departement:11".parse().unwrap(), "departement:46".parse().unwrap());
        let expected = |college, origin, name: &str| Expected { college, origin, organisation: Some(name.to_owned()) };
        let everybody = [
            expected(College::MissionLocale, aude, "Corbières"),
            expected(College::MissionLocale, aude, "Corbières"),
            expected(College::Animating, aude, "Fabrique"),
            expected(College::State, lot, "Service"),
            expected(College::Department, "region:53".parse().unwrap(), "Ailleurs"),
        ];
        let grid = Grid::new(&[aude, lot], &Colleges::default(), &everybody);
        assert_eq!(grid.colleges, [College::Animating, College::MissionLocale, College::Department]);
        let counts: Vec<Vec<usize>> =
            grid.rows.iter().map(|(_, cells)| cells.iter().map(|cell| cell.values().sum()).collect()).collect();
        assert_eq!(counts, [vec![1, 2, 0], vec![0, 0, 0]]);
        assert_eq!(grid.filled(), (2, 6));
    }
}
