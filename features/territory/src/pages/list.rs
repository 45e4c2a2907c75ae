//! The search for a territory.

use askama::Template;
use axum::extract::Query;
use kit_base::limits::{PAGE_ROWS, SEARCH_CHARACTERS_MAX};
use kit_base::{Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_ui::{Choice, Column, Content, EmptyState, Field, FilterBar, Pagination, Table};
use kit_web::{Answer, Page, Visit};
use serde::Deserialize;
use territories::{RESULTS_COUNT_MAX, atlas};

use crate::model::{holders, kind_label, link, postal_codes, vintage};
use crate::paging::Rows;

/// Kinds that can be searched.
const KINDS: [TerritoryKind; 5] = [
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
    rows: Content,
    pagination: Option<Pagination>,
}

/// `GET /territoires`
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let query = asked.q.trim();
    let kind = asked.kind.parse().ok().filter(|kind| KINDS.contains(kind));
    let list = match (query.is_empty(), kind) {
        (true, None | Some(TerritoryKind::Region)) => regions(t),
        (true, Some(kind)) => all_of(t, kind, &asked.apres),
        (false, kind) => search(t, query, kind),
    };
    let page = ListPage { t, year: vintage(), filter: filter(t, query, kind), list };
    Page::new(t.text("territory-list-title")).show(&visit, &page)
}

fn regions(t: &Translator) -> List {
    let regions: Vec<Territory> = atlas().regions().map(|place| place.territory()).collect();
    List { said: t.text("territory-list-regions").into(), rows: table(t, &regions), pagination: None }
}

fn all_of(t: &Translator, kind: TerritoryKind, after: &str) -> List {
    let all: Vec<Territory> =
        atlas().places().iter().map(|place| place.territory()).filter(|place| place.kind() == kind).collect();
    let rows = Rows::after(&all, after);
    List {
        said: t.text("territory-list-found").arg("count", all.len()).into(),
        rows: table(t, rows.shown),
        pagination: Some(rows.pagination(t, |code| format!("/territoires?type={kind}&apres={code}"))),
    }
}

fn search(t: &Translator, query: &str, kind: Option<TerritoryKind>) -> List {
    let kinds = kind.as_ref().map_or(KINDS_OF_FRANCE, std::slice::from_ref);
    let of_postal_code =
        if kinds.contains(&TerritoryKind::Commune) { atlas().communes_of_postal_code(query).len() } else { 0 };
    // Whoever gives a postal code wants all of its communes.
    let rows_max =
        if of_postal_code > 0 { RESULTS_COUNT_MAX - 1 } else { usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX) };
    let mut found: Vec<Territory> =
        atlas().search(query, kinds, rows_max + 1).into_iter().map(|place| place.territory()).collect();
    if found.is_empty() {
        let nothing = EmptyState {
            title: t.text("territory-list-none-title").into(),
            text: t.text("territory-list-none-text").into(),
            action: None,
        };
        return List { said: String::new(), rows: Content::html(nothing), pagination: None };
    }
    let is_cut = found.len() > rows_max;
    found.truncate(rows_max);
    let said = if of_postal_code > 0 {
        t.text("territory-list-postal-code").arg("count", of_postal_code).arg("code", query)
    } else if is_cut {
        t.text("territory-list-cut").arg("count", found.len())
    } else {
        t.text("territory-list-found").arg("count", found.len())
    };
    List { said: said.into(), rows: table(t, &found), pagination: None }
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
