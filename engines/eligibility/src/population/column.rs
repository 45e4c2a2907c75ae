//! One attribute of many persons.

use std::collections::HashMap;

use crate::facts::Value;

/// For each person, the place of their value among the distinct ones, as narrow as these allow.
#[derive(Debug, Clone)]
pub enum Indices {
    /// Everybody has the same value.
    Same,
    /// Up to 256 distinct values.
    U8(Vec<u8>),
    /// Up to 65,536.
    U16(Vec<u16>),
    /// More.
    U32(Vec<u32>),
}

/// Distinct values, and who has which.
#[derive(Debug, Clone)]
pub struct Column {
    values: Vec<Option<Value>>,
    indices: Indices,
}

impl Column {
    /// The same value for everybody.
    pub fn same(value: Value) -> Self {
        Self { values: vec![Some(value)], indices: Indices::Same }
    }

    /// Of distinct values and the place of each person's among them.
    pub fn new(values: Vec<Option<Value>>, indices: &[u32]) -> Self {
        let indices = if values.len() <= 1 << 8 {
            Indices::U8(narrow(indices))
        } else if values.len() <= 1 << 16 {
            Indices::U16(narrow(indices))
        } else {
            Indices::U32(indices.to_vec())
        };
        Self { values, indices }
    }

    /// Of each person's value in turn.
    pub fn of(values: impl Iterator<Item = Option<Value>>) -> Self {
        let mut builder = ColumnBuilder::default();
        for value in values {
            let key = format!("{value:?}");
            builder.push(&key, || value);
        }
        builder.finish()
    }

    /// The distinct values; one of them may be "unknown".
    pub fn values(&self) -> &[Option<Value>] {
        &self.values
    }

    /// Who has which.
    pub const fn indices(&self) -> &Indices {
        &self.indices
    }

    /// Bytes that say who has which value: what an evaluation reads of the column.
    pub const fn index_bytes(&self) -> usize {
        match &self.indices {
            Indices::Same => 0,
            Indices::U8(indices) => indices.len(),
            Indices::U16(indices) => 2 * indices.len(),
            Indices::U32(indices) => 4 * indices.len(),
        }
    }

    /// The place of a person's value among the distinct ones.
    pub fn index(&self, person: usize) -> Option<usize> {
        match &self.indices {
            Indices::Same => Some(0),
            Indices::U8(indices) => indices.get(person).map(|index| usize::from(*index)),
            Indices::U16(indices) => indices.get(person).map(|index| usize::from(*index)),
            Indices::U32(indices) => indices.get(person).map(|index| *index as usize),
        }
    }

    /// A person's value.
    pub fn value(&self, person: usize) -> Option<&Value> {
        self.values.get(self.index(person)?)?.as_ref()
    }
}

/// Indices in a narrower type, into which they all fit.
fn narrow<T: TryFrom<u32> + Default>(indices: &[u32]) -> Vec<T> {
    indices.iter().map(|index| T::try_from(*index).unwrap_or_default()).collect()
}

/// Builds a column from texts: each distinct text is read once.
#[derive(Debug, Default)]
pub(crate) struct ColumnBuilder {
    places: HashMap<Box<str>, u32>,
    values: Vec<Option<Value>>,
    indices: Vec<u32>,
}

impl ColumnBuilder {
    /// The next person's value, under a key that is the same for the same value. Gives back its place among the distinct ones.
    pub fn push(&mut self, key: &str, value: impl FnOnce() -> Option<Value>) -> u32 {
        let place = match self.places.get(key) {
            Some(place) => *place,
            None => {
                let place = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
                self.values.push(value());
                self.places.insert(key.into(), place);
                place
            }
        };
        self.indices.push(place);
        place
    }

    /// The column.
    pub fn finish(self) -> Column {
        Column::new(self.values, &self.indices)
    }
}
