//! An entry of the atlas.

use kit_base::{Locale, Territory};

/// A territory with what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub(crate) territory: Territory,
    pub(crate) name: &'static str,
    /// English name, then further names by which it is looked for, separated by tabs; empty where the French name serves.
    pub(crate) other_names: &'static str,
    pub(crate) population: Option<u32>,
    /// Of a commune, separated by spaces.
    pub(crate) postal_codes: &'static str,
}

impl Place {
    /// Its kind and code.
    pub fn territory(&self) -> Territory {
        self.territory
    }

    /// Its name in French, as INSEE writes it; EPCI bear their legal form in short (`CC …`, `CA …`).
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its name for a reader: countries have an English name, French territories keep theirs.
    pub fn name_in(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.other_names.split('\t').next().filter(|name| !name.is_empty()).unwrap_or(self.name),
            Locale::Fr | Locale::Mirror => self.name,
        }
    }

    /// Inhabitants: municipal population of the communes (INSEE), summed over those of an EPCI, a département or a région.
    /// `None` for countries and for the six communes without inhabitants.
    pub fn population(&self) -> Option<u32> {
        self.population
    }

    /// The postal codes of a commune, in order; those of its post offices alone (`CEDEX`) are not known. None for other
    /// kinds, and for the five districts of the French Southern and Antarctic Lands.
    pub fn postal_codes(&self) -> impl Iterator<Item = &'static str> {
        self.postal_codes.split(' ').filter(|code| !code.is_empty())
    }

    /// Every name by which it is looked for.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.other_names.split('\t')).filter(|name| !name.is_empty())
    }
}
