//! The page of a territory: what it is, what it lies in, what lies in it, and what other rooms know of it.

use askama::Template;
use axum::extract::{Path, Query};
use kit_base::limits::SEARCH_CHARACTERS_MAX;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_i18n::{Phrase, Translator};
use kit_ui::{Column, Content, DescriptionList, ExportLinks, Field, FilterBar, Map, Pagination, Table};
use kit_web::{Answer, Page, PanelPlace, SEARCH_WORDS, Subject, Visit};
use serde::Deserialize;
use territories::{Place, atlas};

use crate::files::{COMMUNES, TERRITORY_FILTER};
use crate::model::{fold, holders, kind_label, link, name_and_code, postal_codes, vintage};
use crate::paging::Rows;
use crate::panels::panels;
use crate::{map, parts};

/// What the address asks for: which of the communes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    apres: String,
}

#[derive(Template)]
#[template(path = "place.html")]
struct PlacePage<'a> {
    t: &'a Translator,
    /// Of the reference.
    year: String,
    name: &'a str,
    facts: DescriptionList,
    /// The départements of a région.
    map: Option<Map>,
    /// Other territories that lie in this one, few enough to be shown together.
    inside: Vec<Inside>,
    /// EPCI that lie in this territory in part.
    shared: Option<Shared>,
    /// Said of an EPCI over several départements.
    over_several: Option<String>,
    panels: Vec<String>,
    communes: Option<Communes>,
}

/// The territories of one kind that lie in this one.
struct Inside {
    title: String,
    links: Vec<Content>,
}

/// EPCI that lie here and elsewhere.
struct Shared {
    title: String,
    table: Table,
}

/// The communes that lie in this territory, a page of them.
struct Communes {
    title: String,
    filter: FilterBar,
    said: String,
    export: ExportLinks,
    table: Table,
    pagination: Pagination,
}

/// `GET /territoires/{kind}/{code}`
pub(crate) async fn get(
    visit: Visit,
    Path((kind, code)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let kind = kind.parse().or(Err(Problem::NotFound))?;
    let territory = Territory::new(kind, &code).or(Err(Problem::NotFound))?;
    let place = atlas().get(territory).ok_or(Problem::NotFound)?;
    let t = visit.t();
    let name = place.name_in(t.locale());
    let page = PlacePage {
        t,
        year: vintage(),
        name,
        facts: facts(t, place),
        map: map::of_region(t, territory),
        inside: inside(t, territory),
        shared: shared(t, territory),
        over_several: over_several(t, territory),
        panels: panels(&visit, PanelPlace::Territory, Subject::Territory(territory)).await?,
        communes: communes(t, territory, &asked),
    };
    Page::new(name).step(t.text("territory-nav"), "/territoires").show(&visit, &page)
}

fn facts(t: &Translator, place: &Place) -> DescriptionList {
    let territory = place.territory();
    let population = match (place.population(), territory.kind()) {
        (Some(inhabitants), TerritoryKind::Commune) => t.text("territory-population-commune").arg("count", inhabitants),
        (Some(inhabitants), _) => t.text("territory-population-sum").arg("count", inhabitants),
        (None, _) => t.text("territory-population-unknown"),
    };
    let facts = DescriptionList::new()
        .with(t.text("territory-kind"), t.text(kind_label(territory.kind())))
        .with(t.text("territory-code"), territory.code());
    let facts = match territory.kind() {
        TerritoryKind::Commune => facts.with(t.text("territory-postal-codes"), postal_codes(t, territory)),
        _ => facts,
    };
    facts
        .with(t.text("territory-within"), holders(territory, t.locale()))
        .with(t.text("territory-population"), population)
}

fn inside(t: &Translator, territory: Territory) -> Vec<Inside> {
    let list = |kind: TerritoryKind| {
        let mut children = atlas().children_by_name(territory, kind);
        children.retain(|child| kind != TerritoryKind::Epci || !parts::lies_elsewhere_too(*child, territory.kind()));
        let count = children.len();
        let title = match kind {
            TerritoryKind::Region => t.text("territory-regions-count").arg("count", count),
            TerritoryKind::Departement => t.text("territory-departements-count").arg("count", count),
            _ => t.text("territory-epci-count").arg("count", count),
        };
        Inside::of(t, title, children)
    };
    if parts::lies_elsewhere_too(territory, TerritoryKind::Departement) {
        return parts::by_departement(territory)
            .into_iter()
            .map(|(departement, communes)| {
                let title = t.text("territory-part-of-departement").arg("count", communes.len());
                Inside::of(t, title.arg("departement", name_and_code(departement, t.locale())), communes)
            })
            .collect();
    }
    let kinds: &[TerritoryKind] = match territory.kind() {
        TerritoryKind::Pays => &[TerritoryKind::Region],
        TerritoryKind::Region => &[TerritoryKind::Departement],
        TerritoryKind::Departement => &[TerritoryKind::Epci],
        TerritoryKind::Epci | TerritoryKind::Commune | TerritoryKind::Partenaire => &[],
    };
    kinds.iter().map(|kind| list(*kind)).filter(|inside| !inside.links.is_empty()).collect()
}

impl Inside {
    fn of(t: &Translator, title: Phrase<'_>, territories: Vec<Territory>) -> Self {
        Self { title: title.into(), links: territories.into_iter().map(|place| link(place, t.locale())).collect() }
    }
}

/// The EPCI of a département or a région that lie elsewhere as well, and how much of each lies here.
fn shared(t: &Translator, territory: Territory) -> Option<Shared> {
    let parts = parts::shared_epci(territory);
    if parts.is_empty() {
        return None;
    }
    let title: String = t.text("territory-epci-shared-count").arg("count", parts.len()).into();
    let columns = vec![
        Column::new(t.text("territory-kind-epci")),
        Column::numeric(t.text("territory-communes-here")),
        Column::numeric(t.text("territory-communes-all")),
        Column::new(t.text("territory-elsewhere")),
    ];
    let mut table = Table::new("epci-partages", &title, columns, "").caption_unseen();
    for part in parts {
        let elsewhere: Vec<_> = part.elsewhere.iter().map(|place| link(*place, t.locale()).to_string()).collect();
        table = table.row(vec![
            link(part.epci, t.locale()),
            t.number(part.communes_here).into(),
            t.number(part.communes).into(),
            Content::Html(elsewhere.join(", ")),
        ]);
    }
    Some(Shared { title, table })
}

/// Over how many départements an EPCI lies, where it is more than one.
fn over_several(t: &Translator, territory: Territory) -> Option<String> {
    let holders = |kind| parts::holders(territory, kind).len();
    let (departements, regions) = (holders(TerritoryKind::Departement), holders(TerritoryKind::Region));
    let said = t.text("territory-over-several").arg("departements", departements).arg("regions", regions);
    (territory.kind() == TerritoryKind::Epci && departements > 1).then(|| said.into())
}

/// The communes of a département or an EPCI, by name, those with every typed word in their name.
fn communes(t: &Translator, territory: Territory, asked: &Asked) -> Option<Communes> {
    let is_in_one_place = !parts::lies_elsewhere_too(territory, TerritoryKind::Departement);
    if !is_in_one_place || !matches!(territory.kind(), TerritoryKind::Departement | TerritoryKind::Epci) {
        return None;
    }
    let query: String = asked.q.trim().chars().take(SEARCH_CHARACTERS_MAX).collect();
    let mut found = atlas().children_by_name(territory, TerritoryKind::Commune);
    let total = found.len();
    keep_named(&mut found, &query);
    let rows = Rows::after(&found, &asked.apres);
    let path = territory.path();
    let address = |code: &str| format!("{path}?{}#communes", query_string(&[("q", &query), ("apres", code)]));
    let field =
        Field::search(t, "q", t.text("territory-communes-search")).value(&query).maxlength(SEARCH_CHARACTERS_MAX);
    Some(Communes {
        title: t.text("territory-communes-count").arg("count", total).into(),
        filter: FilterBar::new(t, &path, vec![field]).target("liste-communes"),
        said: if query.is_empty() {
            String::new()
        } else {
            t.text("territory-communes-found").arg("count", found.len()).into()
        },
        export: ExportLinks::narrowed(
            t,
            COMMUNES.name,
            &[(TERRITORY_FILTER.name, &territory.to_string()), (SEARCH_WORDS, &query)],
        ),
        table: communes_table(t, rows.shown),
        pagination: rows.pagination(t, address),
    })
}

/// Keeps those with every word of the query in their name.
pub(crate) fn keep_named(communes: &mut Vec<Territory>, query: &str) {
    let query = fold(query);
    if query.is_empty() {
        return;
    }
    communes.retain(|commune| {
        let name = atlas().get(*commune).map(|place| fold(place.name())).unwrap_or_default();
        query.split(' ').all(|word| name.contains(word))
    });
}

fn communes_table(t: &Translator, communes: &[Territory]) -> Table {
    let columns = vec![
        Column::new(t.text("territory-name")),
        Column::new(t.text("territory-code")),
        Column::numeric(t.text("territory-population")),
    ];
    let empty = t.text("territory-communes-none");
    let mut table = Table::new("communes-table", t.text("territory-communes"), columns, empty).caption_unseen();
    for commune in communes {
        let population = atlas().get(*commune).and_then(|place| place.population());
        let population = match population {
            Some(inhabitants) => t.number(i64::from(inhabitants)),
            None => t.text("territory-unknown").into(),
        };
        table = table.row(vec![link(*commune, t.locale()), commune.code().into(), population.into()]);
    }
    table
}

/// The pairs whose value is not empty, for an address.
fn query_string(pairs: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    query.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communes_are_found_without_accents() {
        let aude = Territory::new(TerritoryKind::Departement, "11").unwrap();
        let mut communes = atlas().children_by_name(aude, TerritoryKind::Commune);
        let count = communes.len();
        keep_named(&mut communes, " – ");
        assert_eq!(communes.len(), count, "nothing was asked");
        keep_named(&mut communes, "CÂSTELNAUDARY");
        let names: Vec<_> = communes.iter().map(|commune| atlas().get(*commune).unwrap().name()).collect();
        assert_eq!(names, ["Castelnaudary"]);
    }

    #[test]
    fn the_order_of_names_is_that_of_the_names_looked_for() {
        for place in atlas().departements().chain(atlas().countries()) {
            for kind in [TerritoryKind::Region, TerritoryKind::Commune] {
                let by_name = atlas().children_by_name(place.territory(), kind);
                let names: Vec<_> = by_name.iter().map(|child| fold(atlas().get(*child).unwrap().name())).collect();
                assert!(names.is_sorted(), "{names:?}");
            }
        }
    }
}
