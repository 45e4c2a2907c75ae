//! An action.

use askama::Template;
use axum::extract::Path;
use directory::OrganisationSummary;
use kit_base::Problem;
use kit_ui::{Badge, Content, DescriptionList, LinkButton, Tone};
use kit_web::{Answer, Page, Visit};
use sea_orm::EntityTrait;

use crate::model::ActionId;
use crate::moved::moved_by;
use crate::pages::programme::dates;
use crate::pages::programmes::link;
use crate::pages::{plan_path, programme_path};
use crate::store::{action, axis, objective};

#[derive(Template)]
#[template(path = "action.html")]
struct ActionPage<'a> {
    visit: &'a Visit,
    title: &'a str,
    example: Option<Badge>,
    facts: DescriptionList,
    moved: Vec<Content>,
    ways: Vec<LinkButton>,
}

/// `GET /actions/{action}`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let t = visit.t();
    let row = find(&visit, &id).await?;
    let may_edit = visit.person().is_some() && visit.may("action.edit", &row.resource());
    let own = |label, way| LinkButton::secondary(t.text(label), format!("{}/{way}", row.path()));
    let ways = [("plan-action-edit-action", "modifier"), ("plan-action-indicators-action", "indicateurs")];
    let page = ActionPage {
        visit: &visit,
        title: directory::name_beside_badge(&row.title, row.is_example),
        example: row.is_example.then(|| Badge::new(Tone::Neutral, t.text("plan-example"))),
        facts: facts(&visit, &row).await?,
        moved: moved(&visit, &row).await?,
        ways: ways.into_iter().filter(|_| may_edit).map(|(label, way)| own(label, way)).collect(),
    };
    let programme = t.text("plan-programme-title").arg("departement", territory::name(row.territory, t.locale()));
    Page::new(&row.title)
        .step(t.text("plan-nav"), "/programmes")
        .step(programme, programme_path(row.territory))
        .show(&visit, &page)
}

/// An action that this visitor may open.
pub(crate) async fn find(visit: &Visit, id: &str) -> Result<action::Model, Problem> {
    let id = id.parse::<ActionId>().or(Err(Problem::NotFound))?;
    let query = action::Entity::find_by_id(id);
    visit.read().one_within(query, &*visit.scope("action.read")).await?.ok_or(Problem::NotFound)
}

/// The indicators it means to move, with where they stand in its département.
async fn moved(visit: &Visit, row: &action::Model) -> Result<Vec<Content>, Problem> {
    let moved = moved_by(visit, std::slice::from_ref(row)).await?.remove(&row.id).unwrap_or_default();
    Ok(moved.iter().map(|moved| link(&moved.indicator.path(), moved.said(visit))).collect())
}

async fn facts(visit: &Visit, row: &action::Model) -> Result<DescriptionList, Problem> {
    let t = visit.t();
    let lead = match row.lead_organisation_id {
        Some(lead) => directory::summaries(visit, &[lead]).await?.remove(&lead),
        None => None,
    };
    let lead = lead.map(|lead: OrganisationSummary| link(&lead.path(), lead.display_name()));
    let commitment = match row.commitment_id {
        Some(commitment) => commitments::view(visit, commitment).await?,
        None => None,
    };
    let commitment = commitment.map(|view| link(&view.path(), view.what.clone()));
    let empty = || Content::Text(String::new());
    Ok(DescriptionList::new()
        .with(t.text("plan-state"), Content::html(row.status.badge(t)))
        .with(t.text("plan-reason"), row.status_reason.clone().unwrap_or_default())
        .with(t.text("plan-departement"), territory::link(row.territory, t.locale()))
        .with(t.text("plan-objective"), objective_fact(visit, row).await?.unwrap_or_else(empty))
        .with(t.text("plan-lead"), lead.unwrap_or_else(empty))
        .with(t.text("plan-dates"), dates(visit, row.starts, row.ends))
        .with(t.text("plan-expected-results"), row.expected_results.clone().unwrap_or_default())
        .with(t.text("plan-commitment"), commitment.unwrap_or_else(empty)))
}

/// The objective, by its numbers, and the way to its plan.
async fn objective_fact(visit: &Visit, row: &action::Model) -> Result<Option<Content>, Problem> {
    let reader = visit.read();
    let Some(objective) = reader.one(objective::Entity::find_by_id(row.objective_id)).await? else { return Ok(None) };
    let Some(axis) = reader.one(axis::Entity::find_by_id(objective.axis_id)).await? else { return Ok(None) };
    let title = format!("{}.{} {}", axis.number, objective.number, objective.title);
    let region = territories::atlas().region_of(row.territory);
    let path = region.map(|region| format!("{}?plan={}", plan_path(region), axis.plan_id));
    Ok(Some(match path {
        Some(path) => link(&path, title),
        None => Content::Text(title),
    }))
}
