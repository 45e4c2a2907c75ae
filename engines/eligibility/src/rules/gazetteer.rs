//! Which territories exist.

use std::collections::HashSet;

use crate::facts::{TerritoryCode, TerritoryKind};

/// The territories that rule files may name. A kind of which none is listed is not checked.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    listed: HashSet<TerritoryCode>,
    kinds: HashSet<TerritoryKind>,
}

impl Gazetteer {
    /// Lists a territory.
    pub fn add(&mut self, territory: TerritoryCode) {
        self.kinds.insert(territory.kind);
        self.listed.insert(territory);
    }

    /// Whether a file may name it.
    pub fn admits(&self, territory: &TerritoryCode) -> bool {
        !self.kinds.contains(&territory.kind) || self.listed.contains(territory)
    }
}

impl Extend<TerritoryCode> for Gazetteer {
    fn extend<I: IntoIterator<Item = TerritoryCode>>(&mut self, territories: I) {
        for territory in territories {
            self.add(territory);
        }
    }
}
