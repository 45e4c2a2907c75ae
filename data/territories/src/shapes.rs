//! Outlines of départements, small enough for a page.

use std::sync::LazyLock;

use kit_base::{Territory, TerritoryKind};

use crate::atlas::Atlas;

const SHAPES: &str = include_str!("../departement-shapes.tsv");

/// The outline of a département on a flat map, y to the south. Those of metropolitan France share one map; each overseas
/// département has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// In the words of an SVG path.
    pub path: &'static str,
    /// The smallest upright rectangle around it: x, y, width, height.
    pub frame: [i32; 4],
    /// Where its name stands best: x, y.
    pub name_at: [i32; 2],
}

impl Atlas {
    /// The outline of a département; `None` for other kinds, Mayotte and the overseas collectivities, which the source lacks.
    pub fn shape(&self, departement: Territory) -> Option<Shape> {
        let shapes = shapes();
        let position = shapes.binary_search_by(|(listed, _)| listed.cmp(&departement)).ok()?;
        shapes.get(position).map(|(_, shape)| *shape)
    }
}

/// Sorted by département.
fn shapes() -> &'static [(Territory, Shape)] {
    static READ: LazyLock<Vec<(Territory, Shape)>> = LazyLock::new(|| SHAPES.lines().filter_map(shape).collect());
    &READ
}

fn shape(line: &'static str) -> Option<(Territory, Shape)> {
    let mut columns = line.split('\t');
    let departement = Territory::new(TerritoryKind::Departement, columns.next()?).ok()?;
    let (frame, name_at) = (numbers(columns.next()?)?, numbers(columns.next()?)?);
    Some((departement, Shape { path: columns.next()?, frame, name_at }))
}

fn numbers<const COUNT: usize>(text: &str) -> Option<[i32; COUNT]> {
    let numbers: Vec<i32> = text.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    numbers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_left_out_and_all_are_sorted() {
        assert_eq!(SHAPES.lines().count(), shapes().len());
        assert!(shapes().windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
