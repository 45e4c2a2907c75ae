//! What is known of one person and of the stay they think of.

mod attribute;
mod place;
mod value;

pub use attribute::{Attribute, Kind};
pub use place::{Part, Place, Territories, TerritoryCode, TerritoryKind, UnreadableTerritory};
pub use value::{Value, ValueRef};

/// Where values are looked up: a person, a row of a population, a combination of cells.
pub trait Known: std::fmt::Debug {
    /// The value of an attribute, or nothing where it is not known.
    fn value(&self, attribute: Attribute) -> Option<&Value>;
}

/// What is known of one person, open world: an attribute that is not here is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    values: Vec<Option<Value>>,
}

impl Default for Facts {
    fn default() -> Self {
        Self { values: vec![None; Attribute::ALL.len()] }
    }
}

impl Facts {
    /// Nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// With this value known.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: impl Into<Value>) -> Self {
        self.set(attribute, value.into());
        self
    }

    /// Learns a value, or replaces one. Of a value of another kind than the attribute's no test holds.
    pub fn set(&mut self, attribute: Attribute, value: Value) {
        if let Some(slot) = self.values.get_mut(attribute as usize) {
            *slot = Some(value);
        }
    }

    /// Forgets a value.
    pub fn forget(&mut self, attribute: Attribute) {
        if let Some(slot) = self.values.get_mut(attribute as usize) {
            *slot = None;
        }
    }

    /// The attributes that are known, in the order of [`Attribute::ALL`].
    pub fn known(&self) -> impl Iterator<Item = (Attribute, &Value)> {
        Attribute::ALL.into_iter().zip(&self.values).filter_map(|(attribute, value)| Some((attribute, value.as_ref()?)))
    }
}

impl Known for Facts {
    fn value(&self, attribute: Attribute) -> Option<&Value> {
        self.values.get(attribute as usize)?.as_ref()
    }
}
