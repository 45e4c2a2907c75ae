//! Three-valued truth, after Kleene: what is not known stays unknown unless it no longer matters.

use std::ops::Not;

/// `No`, `Unknown` or `Yes`, in that order: "all" is the smallest of its parts, "any" the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kleene {
    /// It does not hold.
    No,
    /// It cannot be said from what is known.
    #[default]
    Unknown,
    /// It holds.
    Yes,
}

impl Kleene {
    /// Whether every one holds; `Yes` when there is none.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().min().unwrap_or(Self::Yes)
    }

    /// Whether one at least holds; `No` when there is none.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().max().unwrap_or(Self::No)
    }

    /// Whether `count` at least hold.
    pub fn at_least(count: usize, parts: impl IntoIterator<Item = Self>) -> Self {
        let (mut certain, mut possible) = (0, 0);
        for part in parts {
            certain += usize::from(part == Self::Yes);
            possible += usize::from(part != Self::No);
        }
        Self::between(certain >= count, possible >= count)
    }

    /// What several readings of one rule say together: what all of them say, else `Unknown`.
    pub fn agreed(readings: impl IntoIterator<Item = Self>) -> Self {
        let mut readings = readings.into_iter();
        let first = readings.next().unwrap_or_default();
        if readings.all(|reading| reading == first) { first } else { Self::Unknown }
    }

    /// The truth that is certainly `certain` and possibly `possible`.
    pub fn between(certain: bool, possible: bool) -> Self {
        match (certain, possible) {
            (true, _) => Self::Yes,
            (false, true) => Self::Unknown,
            (false, false) => Self::No,
        }
    }
}

impl From<bool> for Kleene {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Not for Kleene {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kleene::{self, No, Unknown, Yes};

    const EVERY: [Kleene; 3] = [No, Unknown, Yes];

    /// What a value may still turn out to be.
    fn outcomes(value: Kleene) -> &'static [bool] {
        match value {
            No => &[false],
            Unknown => &[false, true],
            Yes => &[true],
        }
    }

    /// The strongest thing that can be said of `rule` over all outcomes of `parts`.
    fn by_outcomes(parts: &[Kleene], rule: &dyn Fn(&[bool]) -> bool) -> Kleene {
        let mut worlds = vec![vec![]];
        for part in parts {
            worlds = worlds
                .iter()
                .flat_map(|world: &Vec<bool>| {
                    outcomes(*part).iter().map(move |outcome| [world.as_slice(), &[*outcome]].concat())
                })
                .collect();
        }
        Kleene::between(worlds.iter().all(|world| rule(world)), worlds.iter().any(|world| rule(world)))
    }

    #[test]
    fn connectives_say_what_all_outcomes_share() {
        for a in EVERY {
            for b in EVERY {
                for c in EVERY {
                    let parts = [a, b, c];
                    assert_eq!(Kleene::all(parts), by_outcomes(&parts, &|world| world.iter().all(|part| *part)));
                    assert_eq!(Kleene::any(parts), by_outcomes(&parts, &|world| world.iter().any(|part| *part)));
                    for count in 0..5 {
                        let rule = |world: &[bool]| world.iter().filter(|part| **part).count() >= count;
                        assert_eq!(Kleene::at_least(count, parts), by_outcomes(&parts, &rule));
                    }
                }
            }
        }
    }

    #[test]
    fn readings_that_differ_leave_it_open() {
        assert_eq!(Kleene::agreed([Yes, Yes]), Yes);
        assert_eq!(Kleene::agreed([No, No]), No);
        assert_eq!(Kleene::agreed([Yes, No]), Unknown);
        assert_eq!(Kleene::agreed([Yes, Unknown]), Unknown);
    }
}
