//! A territory, as the lists of every room tell it to programs.

use kit_base::{Locale, Territory};
use serde::Serialize;
use utoipa::ToSchema;

/// A territory: its kind and its code together, since 26 codes are both a région and a département.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Place {
    /// `region`, `departement`, `epci`, `commune`, `pays`, `partenaire`.
    pub kind: &'static str,
    /// The code of INSEE; for an EPCI its SIREN, for a country ISO 3166-1 alpha-2.
    #[schema(example = "2A")]
    pub code: String,
    /// Its name, in the reader's language where it has one.
    pub name: String,
}

impl Place {
    /// This territory, named for a reader of `locale`.
    pub fn new(territory: Territory, locale: Locale) -> Self {
        Self { kind: territory.kind().code(), code: territory.code().to_owned(), name: crate::name(territory, locale) }
    }
}

/// What narrows a list down to a département, in its address.
pub const DEPARTEMENT_FILTER: kit_web::ListFilter = kit_web::ListFilter {
    name: "departement",
    about: "A département, by kind and code.",
    example: "departement:11",
    values: kit_web::FilterValues::OneOf(|| {
        territories::atlas().departements().map(|place| place.territory().to_string()).collect()
    }),
};

/// The département that such a text names.
pub fn departement_of(text: &str) -> Option<Territory> {
    let is_departement =
        |place: &Territory| place.kind() == kit_base::TerritoryKind::Departement && crate::exists(*place);
    text.parse().ok().filter(is_departement)
}
