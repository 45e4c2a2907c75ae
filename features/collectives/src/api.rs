//! The collectives for programs, and as a file.

use std::collections::HashMap;

use chrono::NaiveDate;
use directory::{OrganisationId, OrganisationReference, OrganisationSummary};
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::{Problem, Territory};
use kit_exchange::Cell;
use kit_web::{Excerpt, ListColumn, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit, shape_of};
use serde::Serialize;
use territory::Place;
use utoipa::ToSchema;

use crate::model::{Animation, path};
use crate::pages::list::{Row, rows};

/// The collectives, in the order of the codes of their départements.
pub(crate) const COLLECTIVES: OpenList = OpenList {
    name: "collectives",
    title: "collectives-list-title",
    about: "The collectives of the départements: who brings them together, who is in them.",
    filters: &[territory::DEPARTEMENT_FILTER],
    columns: &[
        ListColumn { title: "collectives-departement", width: 26 },
        ListColumn { title: "collectives-region", width: 26 },
        ListColumn { title: "collectives-animation", width: 45 },
        ListColumn { title: "collectives-since-column", width: 14 },
        ListColumn { title: "collectives-members-now", width: 12 },
        ListColumn { title: "collectives-members", width: 70 },
    ],
    shape: Some(shape_of::<Collective>),
    source: collectives,
};

/// A collective, as it is today.
#[derive(Debug, Serialize, ToSchema)]
struct Collective {
    departement: Place,
    region: Option<Place>,
    /// Its page.
    url: String,
    /// `by`: an organisation brings it together; `vacant`: nobody since a day; `unknown`.
    animation: &'static str,
    /// Who brings it together, where that may be known.
    animated_by: Option<OrganisationReference>,
    /// Since when, or since when nobody does.
    since: Option<NaiveDate>,
    /// How many organisations are in it today, named or not.
    members_count: usize,
    /// Those that everybody may know of.
    members: Vec<Member>,
}

/// An organisation that is in a collective.
#[derive(Debug, Serialize, ToSchema)]
struct Member {
    organisation: OrganisationReference,
    /// `animating`, `member`, `associated`.
    role: &'static str,
    since: NaiveDate,
}

fn collectives(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let words = territory::fold(query.value(SEARCH_WORDS));
        let departement = territory::departement_of(query.value(territory::DEPARTEMENT_FILTER.name));
        let is_asked_for = |row: &Row| {
            let name = territory::fold(&territory::name(row.departement, visit.locale()));
            departement.is_none_or(|place| place == row.departement) && words.split(' ').all(|word| name.contains(word))
        };
        // One a département: all of them are read, as for the page.
        let mut found: Vec<Row> = rows(&visit).await?.into_iter().filter(is_asked_for).collect();
        let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
        if let Some(after) = query.after::<Territory>()? {
            found.retain(|row| row.departement > after);
        }
        let (found, next) = query.page(found, |row| row.departement.to_string());
        let organisations = organisations_of(&visit, &found).await?;
        let rows: Result<_, Problem> = found.iter().map(|row| open_row(&visit, row, &organisations)).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

async fn organisations_of(
    visit: &Visit,
    rows: &[Row],
) -> Result<HashMap<OrganisationId, OrganisationSummary>, Problem> {
    let mut ids: Vec<OrganisationId> =
        rows.iter().flat_map(|row| &row.members).map(|member| member.organisation).collect();
    ids.sort();
    ids.dedup();
    directory::summaries(visit, &ids).await
}

fn open_row(
    visit: &Visit,
    row: &Row,
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
) -> Result<OpenRow, Problem> {
    let t = visit.t();
    let reference = |id| organisations.get(&id).map(|organisation| OrganisationReference::new(visit, organisation));
    let (animation, animated_by, since) = match row.animation {
        Animation::By(organisation, since) => ("by", reference(organisation), Some(since)),
        Animation::VacantSince(day) => ("vacant", None, Some(day)),
        Animation::NotYetKnown => ("unknown", None, None),
    };
    let members: Vec<Member> = row
        .members
        .iter()
        .filter_map(|member| {
            let organisation = reference(member.organisation)?;
            Some(Member { organisation, role: member.role.code(), since: member.from })
        })
        .collect();
    let region = territory::region_of(row.departement);
    let record = Collective {
        departement: Place::new(row.departement, t.locale()),
        region: region.map(|region| Place::new(region, t.locale())),
        url: visit.house().public_url.link(&path(row.departement)),
        animation,
        animated_by,
        since,
        members_count: row.members.len(),
        members,
    };
    let lead = match (&record.animated_by, animation) {
        (Some(organisation), _) => organisation.name.clone(),
        (None, "by") => t.text("collectives-organisation-hidden").to_string(),
        (None, "vacant") => t.text("collectives-vacant").to_string(),
        (None, _) => t.text("collectives-animation-unknown").to_string(),
    };
    let names: Vec<&str> = record.members.iter().map(|member| member.organisation.name.as_str()).collect();
    let cells = vec![
        territory::name_and_code(row.departement, t.locale()).into(),
        region.map(|region| territory::name(region, t.locale())).into(),
        lead.into(),
        record.since.into(),
        Cell::from(i64::try_from(record.members_count).unwrap_or(i64::MAX)),
        names.join("\n").into(),
    ];
    OpenRow::new(&record, cells)
}
