//! What must hold: predicates put together.

/// A predicate of a [`Rulebook`](crate::Rulebook), by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PredicateId(u32);

impl PredicateId {
    /// The predicate at that place.
    pub(crate) fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Its place among the predicates of its rulebook.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What must hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Formula {
    /// This predicate.
    Holds(PredicateId),
    /// All of these; none is true.
    All(Vec<Self>),
    /// One of these at least; none is false.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// This many at least.
    AtLeast(usize, Vec<Self>),
    /// What sources say who do not agree: known where all of them come to the same.
    Agreed(Vec<Self>),
    /// What no answer settles: somebody has to be asked.
    Open(Check),
}

/// A question to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Check {
    /// Whom to ask, as a function: "the mission locale".
    pub with: String,
    /// What to ask.
    pub what: String,
}

impl Formula {
    /// What always holds.
    pub const fn always() -> Self {
        Self::All(Vec::new())
    }

    /// What never holds.
    pub const fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// The contrary.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            formula => Self::Not(Box::new(formula)),
        }
    }

    /// The parts of the outermost connective.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Holds(_) | Self::Open(_) => &[],
            Self::Not(inner) => std::slice::from_ref(inner),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) | Self::Agreed(parts) => parts,
        }
    }

    /// The predicates it holds, in order, as often as they occur.
    pub fn predicates(&self, found: &mut Vec<PredicateId>) {
        if let Self::Holds(predicate) = self {
            found.push(*predicate);
        }
        for part in self.parts() {
            part.predicates(found);
        }
    }
}
