//! Territories and places.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use crate::kleene::Kleene;

/// The kinds of territory that a rule can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TerritoryKind {
    /// A country, by its ISO 3166-1 alpha-2 code.
    Country,
    /// A French region, by its INSEE code.
    Region,
    /// A French département, by its INSEE code.
    Departement,
    /// An intercommunality, by its SIREN.
    Epci,
    /// A commune, by its INSEE code.
    Commune,
    /// A postal code: several communes may share it, a commune may have several.
    PostalCode,
    /// A zoning or a list of countries: `qpv`, `frr`, `eu`.
    Zone,
}

impl TerritoryKind {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Country, Self::Region, Self::Departement, Self::Epci, Self::Commune, Self::PostalCode, Self::Zone];

    /// Its word in rule files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Country => "pays",
            Self::Region => "region",
            Self::Departement => "departement",
            Self::Epci => "epci",
            Self::Commune => "commune",
            Self::PostalCode => "code_postal",
            Self::Zone => "zone",
        }
    }
}

/// A territory: kind and code together, since 26 codes are both a region's and a département's. Written `region 76`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TerritoryCode {
    /// What kind of territory.
    pub kind: TerritoryKind,
    /// Its code among those of its kind.
    pub code: String,
}

impl TerritoryCode {
    /// A territory of this kind and code.
    pub fn new(kind: TerritoryKind, code: impl Into<String>) -> Self {
        Self { kind, code: code.into() }
    }
}

impl fmt::Display for TerritoryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.kind.word(), self.code)
    }
}

/// A text that is no territory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a territory: expected a kind and a code, like `region 76`, `departement 2A`, `commune 11069`, `epci 200035715`, `code_postal 11000`, `pays ES` or `zone eu`"
)]
pub struct UnreadableTerritory(pub String);

impl FromStr for TerritoryCode {
    type Err = UnreadableTerritory;

    fn from_str(text: &str) -> Result<Self, UnreadableTerritory> {
        let refusal = || UnreadableTerritory(text.chars().take(60).collect());
        let (word, code) = text.split_once(' ').ok_or_else(refusal)?;
        let kind = TerritoryKind::ALL.into_iter().find(|kind| kind.word() == word).ok_or_else(refusal)?;
        let is_code = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if code.is_empty() || code.len() > 40 || !code.bytes().all(is_code) {
            return Err(refusal());
        }
        Ok(Self::new(kind, code))
    }
}

/// One part of a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Part {
    /// Not known.
    #[default]
    Unknown,
    /// Known to have none: 98 communes lie within no EPCI.
    Absent,
    /// Known.
    Code(String),
}

/// Where somebody or something is, by everything it lies within.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Country.
    pub country: Part,
    /// Region.
    pub region: Part,
    /// Département.
    pub departement: Part,
    /// Intercommunality.
    pub epci: Part,
    /// Commune.
    pub commune: Part,
    /// Postal code.
    pub postal_code: Part,
    /// Zonings and lists of countries that are known to hold it, or not to; one that is not here is unknown.
    pub zones: BTreeMap<String, bool>,
}

impl Place {
    /// A country, of which nothing else is known.
    pub fn country(code: &str) -> Self {
        Self { country: Part::Code(code.to_owned()), ..Self::default() }
    }

    /// With the part of that kind; a zone is held.
    #[must_use]
    pub fn within(mut self, territory: TerritoryCode) -> Self {
        let part = Part::Code(territory.code.clone());
        match territory.kind {
            TerritoryKind::Country => self.country = part,
            TerritoryKind::Region => self.region = part,
            TerritoryKind::Departement => self.departement = part,
            TerritoryKind::Epci => self.epci = part,
            TerritoryKind::Commune => self.commune = part,
            TerritoryKind::PostalCode => self.postal_code = part,
            TerritoryKind::Zone => {
                self.zones.insert(territory.code, true);
            }
        }
        self
    }

    /// The part of that kind; `None` for zones, which are many.
    pub fn part(&self, kind: TerritoryKind) -> Option<&Part> {
        match kind {
            TerritoryKind::Country => Some(&self.country),
            TerritoryKind::Region => Some(&self.region),
            TerritoryKind::Departement => Some(&self.departement),
            TerritoryKind::Epci => Some(&self.epci),
            TerritoryKind::Commune => Some(&self.commune),
            TerritoryKind::PostalCode => Some(&self.postal_code),
            TerritoryKind::Zone => None,
        }
    }

    /// Whether a part is unknown; zones aside, of which there is no end.
    pub fn is_partly_unknown(&self) -> bool {
        TerritoryKind::ALL.into_iter().any(|kind| self.part(kind) == Some(&Part::Unknown))
    }

    /// Whether it lies in that zoning, or belongs to that list of countries.
    pub fn holds_zone(&self, zone: &str) -> Kleene {
        self.zones.get(zone).map_or(Kleene::Unknown, |holds| (*holds).into())
    }
}

/// A set of territories.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Territories {
    by_kind: BTreeMap<TerritoryKind, BTreeSet<String>>,
}

impl Territories {
    /// Whether a place lies within one of them.
    pub fn hold(&self, place: &Place) -> Kleene {
        Kleene::any(self.by_kind.iter().map(|(kind, codes)| match place.part(*kind) {
            Some(Part::Code(code)) => codes.contains(code).into(),
            Some(Part::Absent) => Kleene::No,
            Some(Part::Unknown) => Kleene::Unknown,
            None => Kleene::any(codes.iter().map(|zone| place.holds_zone(zone))),
        }))
    }

    /// The codes of each kind.
    pub fn by_kind(&self) -> impl Iterator<Item = (TerritoryKind, &BTreeSet<String>)> {
        self.by_kind.iter().map(|(kind, codes)| (*kind, codes))
    }
}

impl FromIterator<TerritoryCode> for Territories {
    fn from_iter<I: IntoIterator<Item = TerritoryCode>>(territories: I) -> Self {
        let mut by_kind: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for TerritoryCode { kind, code } in territories {
            by_kind.entry(kind).or_default().insert(code);
        }
        Self { by_kind }
    }
}

impl fmt::Display for Territories {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (kind, codes) in &self.by_kind {
            for code in codes {
                write!(formatter, "{separator}{} {code}", kind.word())?;
                separator = ", ";
            }
        }
        Ok(())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for kind in TerritoryKind::ALL {
            if let Some(Part::Code(code)) = self.part(kind) {
                write!(formatter, "{separator}{} {code}", kind.word())?;
                separator = ", ";
            }
        }
        for (zone, _) in self.zones.iter().filter(|(_, holds)| **holds) {
            write!(formatter, "{separator}zone {zone}")?;
            separator = ", ";
        }
        Ok(())
    }
}
