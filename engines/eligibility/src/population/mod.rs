//! Many persons, as columns: each attribute keeps its distinct values once, and a narrow index by person.

mod column;
mod problem;

pub(crate) use column::ColumnBuilder;
pub use column::{Column, Indices};
pub use problem::{Problem, Problems};

use std::collections::BTreeSet;

use crate::facts::{Attribute, Facts, Known, Part, TerritoryKind, Value};

/// More persons than this are refused: the index of a person is 32 bits wide, and memory has an end.
pub const PERSONS_MAX: usize = 10_000_000;

/// Persons, by attribute.
#[derive(Debug, Clone, Default)]
pub struct Population {
    persons: usize,
    identifiers: Vec<Box<str>>,
    columns: Vec<Option<Column>>,
}

impl Population {
    /// A population of that many persons, of whom nothing is known yet. Without identifiers, persons are numbered from 0.
    pub fn new(persons: usize, identifiers: Vec<Box<str>>) -> Self {
        Self { persons, identifiers, columns: vec![None; Attribute::ALL.len()] }
    }

    /// Persons as facts of their own, for tests and small groups.
    pub fn of_facts(persons: &[Facts]) -> Self {
        let mut population = Self::new(persons.len(), Vec::new());
        for attribute in Attribute::ALL {
            if persons.iter().any(|person| person.value(attribute).is_some()) {
                population.set(attribute, Column::of(persons.iter().map(|person| person.value(attribute).cloned())));
            }
        }
        population
    }

    /// Sets the column of an attribute; one that is shorter than the population knows nothing of the last persons.
    pub fn set(&mut self, attribute: Attribute, column: Column) {
        if let Some(slot) = self.columns.get_mut(attribute as usize) {
            *slot = Some(column);
        }
    }

    /// How many persons.
    pub const fn persons(&self) -> usize {
        self.persons
    }

    /// The column of an attribute, if anything is known of it.
    pub fn column(&self, attribute: Attribute) -> Option<&Column> {
        self.columns.get(attribute as usize)?.as_ref()
    }

    /// The territories of that kind in which persons live, in the order of their codes, and for each person the place of
    /// theirs in that list: what [`Counts`](crate::columns::Counts) count by. Whoever lives in none has a place beyond the last.
    pub fn by_territory(&self, kind: TerritoryKind) -> (Vec<String>, Vec<u16>) {
        let values = self.column(Attribute::Residence).map_or(&[][..], Column::values);
        let code_of = |value: &Option<Value>| match value {
            Some(Value::Place(place)) => match place.part(kind) {
                Some(Part::Code(code)) => Some(code.clone()),
                _ => None,
            },
            _ => None,
        };
        let codes: Vec<Option<String>> = values.iter().map(code_of).collect();
        let territories: Vec<String> = codes.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
        let place = |code: &Option<String>| {
            let place = code.as_ref().and_then(|code| territories.binary_search(code).ok());
            place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX)
        };
        let places: Vec<u16> = codes.iter().map(place).collect();
        let of_person = |person| {
            let value = self.column(Attribute::Residence).and_then(|column| column.index(person));
            value.and_then(|value| places.get(value).copied()).unwrap_or(u16::MAX)
        };
        let of_persons = (0..self.persons).map(of_person).collect();
        (territories, of_persons)
    }

    /// How a person is called in the file.
    pub fn identifier(&self, person: usize) -> String {
        self.identifiers.get(person).map_or_else(|| person.to_string(), |identifier| identifier.to_string())
    }

    /// The person of that identifier.
    pub fn position(&self, identifier: &str) -> Option<usize> {
        if self.identifiers.is_empty() {
            return identifier.parse().ok().filter(|person| *person < self.persons);
        }
        self.identifiers.iter().position(|other| **other == *identifier)
    }

    /// One person, in place.
    pub const fn person(&self, person: usize) -> Person<'_> {
        Person { population: self, person }
    }

    /// One person, as facts of their own.
    pub fn facts(&self, person: usize) -> Facts {
        let mut facts = Facts::new();
        for attribute in Attribute::ALL {
            if let Some(value) = self.person(person).value(attribute) {
                facts.set(attribute, value.clone());
            }
        }
        facts
    }
}

/// A row of a population.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    population: &'a Population,
    person: usize,
}

impl Known for Person<'_> {
    fn value(&self, attribute: Attribute) -> Option<&Value> {
        self.population.column(attribute)?.value(self.person)
    }
}
