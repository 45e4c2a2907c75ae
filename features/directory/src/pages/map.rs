//! The départements around the one that a list is narrowed down to, and how many organisations each has.

use std::collections::HashMap;

use kit_base::{Problem, Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_policy::Geography;
use kit_ui::{Column, Content, Map, Table};
use kit_web::Visit;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};

use crate::store::organisation;

#[derive(Debug, FromQueryResult)]
struct Counted {
    territory: Territory,
    count: i64,
}

/// The départements of the same région, each leading to the list that `address` gives; `None` where there is nothing to draw.
pub(super) async fn around(
    visit: &Visit,
    departement: Territory,
    address: impl Fn(Territory) -> String,
) -> Result<Option<Map>, Problem> {
    let Some(region) = territory::region_of(departement) else { return Ok(None) };
    let t = visit.t();
    let areas = territory::departement_areas(t, region, Some(departement), &address);
    if areas.is_empty() {
        return Ok(None);
    }
    let mut departements = territory::AtlasGeography.contained(region);
    departements.retain(|place| place.kind() == TerritoryKind::Departement);
    let counts = counts(visit, &departements).await?;
    let name = |place| territory::name(place, t.locale());
    let sentence = t
        .text("directory-map-sentence")
        .arg("region", name(region))
        .arg("departement", name(departement))
        .arg("count", departements.len())
        .arg("with", counts.len());
    let title = t.text("directory-map-title").arg("region", name(region)).to_string();
    let table = table(t, &title, &departements, &counts, address);
    Ok(Some(Map::new("carte", title, sentence, areas, table)))
}

/// Organisations by département, of those that the visitor may see in lists; départements without any are left out.
async fn counts(visit: &Visit, departements: &[Territory]) -> Result<HashMap<Territory, i64>, Problem> {
    let query = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Territory)
        .column_as(organisation::Column::Id.count(), "count")
        .filter(organisation::Column::Territory.is_in(departements.iter().copied()))
        .group_by(organisation::Column::Territory);
    let rows: Vec<Counted> = visit.read().shaped_within(query, &*visit.scope("organisation.list")).await?;
    Ok(rows.into_iter().map(|row| (row.territory, row.count)).collect())
}

fn table(
    t: &Translator,
    title: &str,
    departements: &[Territory],
    counts: &HashMap<Territory, i64>,
    address: impl Fn(Territory) -> String,
) -> Table {
    let columns =
        vec![Column::new(t.text("directory-map-departement")), Column::numeric(t.text("directory-map-organisations"))];
    let empty = Table::new("carte-tableau", title, columns, "").caption_unseen();
    departements.iter().fold(empty, |table, place| {
        let name = Content::from(territory::name_and_code(*place, t.locale()));
        let href = Content::from(address(*place));
        let count = counts.get(place).copied().unwrap_or(0);
        table.row(vec![Content::Html(format!(r#"<a href="{href}">{name}</a>"#)), t.number(count).into()])
    })
}
