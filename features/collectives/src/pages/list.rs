//! The collectives, région by région.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use directory::{OrganisationId, OrganisationSummary};
use kit_base::limits::CHOICES_MAX;
use kit_base::{Problem, Territory};
use kit_i18n::Translator;
use kit_ui::{Column, Content, EmptyState, ExportLinks, LinkButton, Table};
use kit_web::{Answer, Page, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{animation_line, committee, freshness, today_in};
use crate::api::COLLECTIVES;
use crate::model::{Animation, CollectiveId, Membership, animation, path};
use crate::store::{collective, in_order_of_joining, member};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    t: &'a Translator,
    total: String,
    export: ExportLinks,
    regions: Vec<RegionRows>,
    nothing: Option<EmptyState>,
}

/// The collectives of a région.
struct RegionRows {
    name: String,
    committee: String,
    table: Table,
}

/// A collective with those who are in it now.
pub(crate) struct Row {
    pub(crate) departement: Territory,
    pub(crate) animation: Animation,
    fresh: String,
    /// Those of today.
    pub(crate) members: Vec<Membership>,
}

/// `GET /collectifs`
pub(crate) async fn get(visit: Visit) -> Answer {
    let t = visit.t();
    let rows = rows(&visit).await?;
    let animating: Vec<OrganisationId> = rows
        .iter()
        .filter_map(|row| match row.animation {
            Animation::By(organisation, _) => Some(organisation),
            Animation::VacantSince(_) | Animation::NotYetKnown => None,
        })
        .collect();
    let organisations = directory::summaries(&visit, &animating).await?;
    let nothing = rows.is_empty().then(|| EmptyState {
        title: t.text("collectives-none-title").into(),
        text: t.text("collectives-none-text").into(),
        action: Some(LinkButton::secondary(t.text("collectives-see-territories"), "/territoires?type=departement")),
    });
    let page = ListPage {
        t,
        total: t.text("collectives-total").arg("count", rows.len()).into(),
        export: ExportLinks::new(t, COLLECTIVES.name, "/collectifs"),
        regions: by_region(t, &rows, &organisations),
        nothing,
    };
    Page::new(t.text("collectives-list-title")).show(&visit, &page)
}

/// The collectives that have, or had, somebody in them.
pub(crate) async fn rows(visit: &Visit) -> Result<Vec<Row>, Problem> {
    let reader = visit.read();
    // One a département: there are fewer than the limit.
    let query = collective::Entity::find().order_by_asc(collective::Column::Territory).limit(CHOICES_MAX);
    let collectives = reader.all_within(query, &*visit.scope("collective.list")).await?;
    let ids: Vec<CollectiveId> = collectives.iter().map(|row| row.id).collect();
    let mut members: HashMap<CollectiveId, Vec<Membership>> = HashMap::new();
    for row in reader.all(in_order_of_joining().filter(member::Column::CollectiveId.is_in(ids))).await? {
        members.entry(row.collective_id).or_default().push(Membership::from(&row));
    }
    let mut with_members = |row: collective::Model| {
        let members = members.remove(&row.id)?;
        let today = today_in(visit, row.territory);
        Some(Row {
            fresh: freshness(visit, &row),
            departement: row.territory,
            animation: animation(&members, today),
            members: members.into_iter().filter(|member| member.holds_on(today)).collect(),
        })
    };
    Ok(collectives.into_iter().filter_map(&mut with_members).collect())
}

fn by_region(
    t: &Translator,
    rows: &[Row],
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
) -> Vec<RegionRows> {
    let mut regions: BTreeMap<(String, Territory), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let region = territory::region_of(row.departement).unwrap_or(row.departement);
        let name = territory::name(region, t.locale());
        regions.entry((territory::fold(&name), region)).or_default().push(row);
    }
    regions
        .into_iter()
        .map(|((_, region), rows)| {
            let name = territory::name(region, t.locale());
            RegionRows {
                table: table(t, region, &name, &rows, organisations),
                committee: committee::path(region),
                name,
            }
        })
        .collect()
}

fn table(
    t: &Translator,
    region: Territory,
    name: &str,
    rows: &[&Row],
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
) -> Table {
    let columns = vec![
        Column::new(t.text("collectives-departement")),
        Column::new(t.text("collectives-animation")),
        Column::numeric(t.text("collectives-members-now")),
        Column::new(t.text("collectives-fresh")),
    ];
    let id = format!("collectifs-{}", region.code());
    let mut table = Table::new(id, name, columns, t.text("collectives-none-title")).caption_unseen();
    for row in rows {
        let departement = Content::from(territory::name_and_code(row.departement, t.locale()));
        table = table.row(vec![
            Content::Html(format!(r#"<a href="{}">{departement}</a>"#, path(row.departement))),
            animation_line(t, row.animation, |id| organisations.get(&id)),
            t.number(i64::try_from(row.members.len()).unwrap_or(i64::MAX)).into(),
            row.fresh.as_str().into(),
        ]);
    }
    table
}
