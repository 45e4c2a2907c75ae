//! The search for a territory.

use askama::Template;
use axum::extract::Query;
use kit_base::limits::{PAGE_ROWS, SEARCH_CHARACTERS_MAX, SHEET_ROWS_MAX};
use kit_base::{Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_ui::{Choice, Column, Content, EmptyState, ExportLinks, Field, FilterBar, Pagination, Table};
use kit_web::{Answer, Page, SEARCH_WORDS, Visit};
use serde::Deserialize;
use territories::{RESULTS_COUNT_MAX, atlas};

use crate::files::{KIND_FILTER, TERRITORIES};
use crate::model::{holders, kind_label, link, postal_codes, vintage};
use crate::paging::Rows;

/// Kinds that can be searched.
pub(crate) const KINDS: [TerritoryKind; 5] = [
    TerritoryKind::Region,
    TerritoryKind::Departement,
    TerritoryKind::Epci,
    TerritoryKind::Commune,
    TerritoryKind::Pays,
];

/// Kinds that are searched when none is chosen.
const KINDS_OF_FRANCE: &[TerritoryKind] =
    &[TerritoryKind::Region, TerritoryKind::Departement, TerritoryKind::Epci, TerritoryKind::Commune];

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    #[serde(rename = "type")]
    kind: String,
    apres: String,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    t: &'a Translator,
    /// Of the reference.
    year: String,
    filter: FilterBar,
    list: List,
}

/// What was found, in words and in rows.
struct List {
    said: String,
    /// None where the list is too long for a file.
    export: Option<ExportLinks>,
    rows: Content,
    pagination: Option<Pagination>,
}

/// `GET /territoires`
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let query = asked.q.trim();
    let kind = asked.kind.parse().ok().filter(|kind| KINDS.contains(kind));
    let list = match query {
        "" => whole(t, kind, &asked.apres),
        query => searched(t, query, kind),
    };
    let page = ListPage { t, year: vintage(), filter: filter(t, query, kind), list };
    Page::new(t.text("territory-list-title")).show(&visit, &page)
}

/// Every territory of a kind, by code; the régions where none is chosen.
pub(crate) fn all_of(kind: Option<TerritoryKind>) -> Vec<Territory> {
    let kind = kind.unwrap_or(TerritoryKind::Region);
    atlas().places().iter().map(|place| place.territory()).filter(|place| place.kind() == kind).collect()
}

fn whole(t: &Translator, kind: Option<TerritoryKind>, after: &str) -> List {
    let all = all_of(kind);
    let kind = kind.unwrap_or(TerritoryKind::Region);
    let export = || ExportLinks::narrowed(t, TERRITORIES.name, &[(KIND_FILTER.name, kind.code())]);
    let export = (all.len() <= SHEET_ROWS_MAX).then(export);
    if kind == TerritoryKind::Region {
        return List { said: t.text("territory-list-regions").into(), export, rows: table(t, &all), pagination: None };
    }
    let rows = Rows::after(&all, after);
    List {
        said: t.text("territory-list-found").arg("count", all.len()).into(),
        export,
        rows: table(t, rows.shown),
        pagination: Some(rows.pagination(t, |code| format!("/territoires?type={kind}&apres={code}"))),
    }
}

/// What was found for some words, best first.
pub(crate) struct Found {
    pub(crate) found: Vec<Territory>,
    /// Those of them that have this postal code.
    of_postal_code: usize,
    is_cut: bool,
}

/// Territories of this kind, or of every kind of France, by name, code or postal code.
pub(crate) fn search(query: &str, kind: Option<TerritoryKind>) -> Found {
    let kinds = kind.as_ref().map_or(KINDS_OF_FRANCE, std::slice::from_ref);
    let of_postal_code =
        if kinds.contains(&TerritoryKind::Commune) { atlas().communes_of_postal_code(query).len() } else { 0 };
    // Whoever gives a postal code wants all of its communes.
    let rows_max =
        if of_postal_code > 0 { RESULTS_COUNT_MAX - 1 } else { usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX) };
    let mut found: Vec<Territory> =
        atlas().search(query, kinds, rows_max + 1).into_iter().map(|place| place.territory()).collect();
    let is_cut = found.len() > rows_max;
    found.truncate(rows_max);
    Found { found, of_postal_code, is_cut }
}

fn searched(t: &Translator, query: &str, kind: Option<TerritoryKind>) -> List {
    let Found { found, of_postal_code, is_cut } = search(query, kind);
    if found.is_empty() {
        let nothing = EmptyState {
            title: t.text("territory-list-none-title").into(),
            text: t.text("territory-list-none-text").into(),
            action: None,
        };
        return List { said: String::new(), export: None, rows: Content::html(nothing), pagination: None };
    }
    let said = if of_postal_code > 0 {
        t.text("territory-list-postal-code").arg("count", of_postal_code).arg("code", query)
    } else if is_cut {
        t.text("territory-list-cut").arg("count", found.len())
    } else {
        t.text("territory-list-found").arg("count", found.len())
    };
    let kind = kind.map_or("", TerritoryKind::code);
    let narrowed_by = [(SEARCH_WORDS, query), (KIND_FILTER.name, kind)];
    List {
        said: said.into(),
        export: Some(ExportLinks::narrowed(t, TERRITORIES.name, &narrowed_by)),
        rows: table(t, &found),
        pagination: None,
    }
}

fn filter(t: &Translator, query: &str, kind: Option<TerritoryKind>) -> FilterBar {
    let choices = KINDS.iter().map(|kind| Choice::new(kind.code(), t.text(kind_label(*kind)))).collect();
    let fields = vec![
        Field::search(t, "q", t.text("territory-list-search"))
            .value(query)
            .maxlength(SEARCH_CHARACTERS_MAX)
            .hint(t.text("territory-list-search-hint")),
        Field::select(t, "type", t.text("territory-kind"), choices).value(kind.map_or("", TerritoryKind::code)),
    ];
    FilterBar::new(t, "/territoires", fields).target("resultats")
}

fn table(t: &Translator, places: &[Territory]) -> Content {
    let has_communes = places.iter().any(|place| place.kind() == TerritoryKind::Commune);
    let mut columns = vec![
        Column::new(t.text("territory-name")),
        Column::new(t.text("territory-kind")),
        Column::new(t.text("territory-code")),
        Column::new(t.text("territory-within")),
    ];
    if has_communes {
        columns.push(Column::new(t.text("territory-postal-codes")));
    }
    let caption = t.text("territory-list-title");
    let mut table = Table::new("territoires", caption, columns, t.text("territory-list-none-title")).caption_unseen();
    for place in places {
        let mut cells = vec![
            link(*place, t.locale()),
            t.text(kind_label(place.kind())).into(),
            place.code().into(),
            holders(*place, t.locale()),
        ];
        if has_communes {
            cells.push(postal_codes(t, *place));
        }
        table = table.row(cells);
    }
    Content::html(table)
}
