//! The territories as files: what a search found, and the communes of a place.

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::limits::SHEET_ROWS_MAX;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_web::{Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit};
use territories::atlas;

use crate::model::{kind_label, name, vintage};
use crate::pages::list::{KINDS, all_of, search};
use crate::pages::place::keep_named;

const COLUMNS: &[ListColumn] = &[
    ListColumn { title: "territory-name", width: 40 },
    ListColumn { title: "territory-kind", width: 16 },
    ListColumn { title: "territory-code", width: 12 },
    ListColumn { title: "territory-within", width: 60 },
    ListColumn { title: "territory-postal-codes", width: 24 },
    ListColumn { title: "territory-population", width: 14 },
    ListColumn { title: "territory-vintage", width: 14 },
];

/// The territories, as on `/territoires`.
pub(crate) const TERRITORIES: OpenList = OpenList {
    name: "territories",
    title: "territory-list-title",
    about: "The territories of France, and the countries.",
    filters: &[KIND_FILTER],
    columns: COLUMNS,
    shape: None,
    source: territories,
};

/// The communes of a département or an EPCI, as on its page.
pub(crate) const COMMUNES: OpenList = OpenList {
    name: "communes",
    title: "territory-communes",
    about: "The communes of a territory.",
    filters: &[TERRITORY_FILTER],
    columns: COLUMNS,
    shape: None,
    source: communes,
};

/// What narrows the territories down to those of a kind.
pub(crate) const KIND_FILTER: ListFilter = ListFilter {
    name: "type",
    about: "A kind of territory.",
    example: "departement",
    values: FilterValues::OneOf(|| KINDS.iter().map(|kind| kind.code().to_owned()).collect()),
};

/// What the communes lie in.
pub(crate) const TERRITORY_FILTER: ListFilter = ListFilter {
    name: "territoire",
    about: "A département or an EPCI, by kind and code.",
    example: "departement:11",
    values: FilterValues::Text,
};

fn holder(text: &str) -> Option<Territory> {
    let holds_communes = |place: &Territory| {
        matches!(place.kind(), TerritoryKind::Departement | TerritoryKind::Epci) && crate::exists(*place)
    };
    text.parse().ok().filter(holds_communes)
}

fn territories(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let kind = query.value(KIND_FILTER.name).parse().ok();
        let found = match query.value(SEARCH_WORDS).trim() {
            "" => all_of(kind),
            words => search(words, kind).found,
        };
        // A file that is cut would say so nowhere.
        if found.len() > SHEET_ROWS_MAX { Err(Problem::NotFound) } else { Ok(file(&visit, &found)) }
    }
    .boxed()
}

fn communes(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let place = holder(query.value(TERRITORY_FILTER.name)).ok_or(Problem::NotFound)?;
        let mut communes = atlas().children_by_name(place, TerritoryKind::Commune);
        keep_named(&mut communes, query.value(SEARCH_WORDS));
        Ok(file(&visit, &communes))
    }
    .boxed()
}

fn file(visit: &Visit, places: &[Territory]) -> Excerpt {
    Excerpt::of_file(places.iter().map(|place| row(visit, *place)).collect())
}

fn row(visit: &Visit, place: Territory) -> OpenRow {
    let within: Vec<String> = atlas()
        .within(place)
        .into_iter()
        .filter(|holder| holder.kind() != TerritoryKind::Pays)
        .map(|holder| name(holder, visit.locale()))
        .collect();
    let facts = atlas().get(place);
    let postal_codes: Vec<&str> = facts.into_iter().flat_map(|facts| facts.postal_codes()).collect();
    OpenRow::of_file(vec![
        name(place, visit.locale()).into(),
        visit.text(kind_label(place.kind())).to_string().into(),
        place.code().into(),
        within.join(", ").into(),
        postal_codes.join(", ").into(),
        facts.and_then(|facts| facts.population()).map(i64::from).into(),
        vintage().into(),
    ])
}
