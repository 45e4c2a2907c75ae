//! The programme of a département: its actions, under the axes and objectives of the regional plan.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use chrono::{Datelike, NaiveDate};
use directory::{OrganisationId, OrganisationSummary};
use kit_base::{Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_ui::{Badge, Column, Content, EmptyState, ExportLinks, LinkButton, Table, Tone};
use kit_web::{Answer, Page, Visit};
use serde::Deserialize;

use crate::api::ACTIONS;
use crate::model::ObjectiveId;
use crate::pages::plan::{OtherPlan, choose};
use crate::pages::{departement, plan_path, programme_path};
use crate::store::{action, axis, objective, outline, plans_of, programme};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    plan: String,
}

#[derive(Template)]
#[template(path = "programme.html")]
struct ProgrammePage<'a> {
    visit: &'a Visit,
    heading: String,
    plan: Option<Content>,
    said: String,
    export: Option<ExportLinks>,
    axes: Vec<Axis>,
    nothing: Option<EmptyState>,
    create: Option<LinkButton>,
    others: Vec<OtherPlan>,
}

struct Axis {
    title: String,
    objectives: Vec<Objective>,
}

struct Objective {
    title: String,
    actions: Table,
}

/// `GET /programmes/{departement}`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let departement = departement(&code)?;
    let region = territories::atlas().region_of(departement).ok_or(Problem::NotFound)?;
    let reader = visit.read();
    let plans = plans_of(&reader, region, &*visit.scope("plan.read")).await?;
    let (plan, others) =
        choose(plans, &asked.plan, visit.now().year(), |id| format!("{}?plan={id}", programme_path(departement)));
    let axes = match &plan {
        Some(plan) => outline(&reader, plan.id).await?.axes,
        None => Vec::new(),
    };
    let ids = axes.iter().flat_map(|(_, objectives)| objectives).map(|objective| objective.id);
    let actions = reader.all_within(programme(departement, ids), &*visit.scope("action.list")).await?;
    let leads: Vec<OrganisationId> = actions.iter().filter_map(|action| action.lead_organisation_id).collect();
    let leads = directory::summaries(&visit, &leads).await?;
    let count = actions.len();
    let create = (plan.is_some() && may_create(&visit, departement)).then(|| {
        let href = format!("{}/actions/nouvelle", programme_path(departement));
        LinkButton::primary(t.text("plan-action-create-action"), href)
    });
    let heading = t.text("plan-programme-title").arg("departement", territory::name(departement, t.locale()));
    let heading = heading.to_string();
    let page = ProgrammePage {
        visit: &visit,
        heading: heading.clone(),
        export: plan
            .as_ref()
            .filter(|_| count > 0)
            .map(|plan| ExportLinks::new(t, ACTIONS.name, &format!("?departement={departement}&plan={}", plan.id))),
        plan: plan.map(|plan| {
            super::programmes::link(
                &plan_path(region),
                format!("{} ({}–{})", plan.title, plan.first_year, plan.last_year),
            )
        }),
        said: t.text("plan-programme-count").arg("count", count).to_string(),
        axes: grouped(&visit, axes, actions, &leads),
        nothing: (count == 0).then(|| EmptyState {
            title: t.text("plan-programme-none-title").into(),
            text: t.text("plan-programme-none-text").into(),
            action: create.clone(),
        }),
        create: create.filter(|_| count > 0),
        others,
    };
    Page::new(heading).step(t.text("plan-nav"), "/programmes").show(&visit, &page)
}

/// Whether this person writes the programme of this département.
pub(crate) fn may_create(visit: &Visit, departement: Territory) -> bool {
    let resource = Resource::new("action", Visibility::Public).in_territory(departement);
    visit.person().is_some() && visit.may("action.create", &resource)
}

/// Axes and objectives without any action are left out.
fn grouped(
    visit: &Visit,
    axes: Vec<(axis::Model, Vec<objective::Model>)>,
    actions: Vec<action::Model>,
    leads: &HashMap<OrganisationId, OrganisationSummary>,
) -> Vec<Axis> {
    let mut by_objective: HashMap<ObjectiveId, Vec<action::Model>> = HashMap::new();
    for action in actions {
        by_objective.entry(action.objective_id).or_default().push(action);
    }
    let mut shown = Vec::new();
    for (axis, objectives) in axes {
        let objectives: Vec<Objective> = objectives
            .iter()
            .filter_map(|objective| Some((objective, by_objective.remove(&objective.id)?)))
            .map(|(objective, actions)| Objective {
                title: format!("{}.{} {}", axis.number, objective.number, objective.title),
                actions: table(visit, &axis, objective, &actions, leads),
            })
            .collect();
        if !objectives.is_empty() {
            let title = visit.text("plan-axis").arg("number", axis.number).arg("title", axis.title.as_str());
            shown.push(Axis { title: title.to_string(), objectives });
        }
    }
    shown
}

fn table(
    visit: &Visit,
    axis: &axis::Model,
    objective: &objective::Model,
    actions: &[action::Model],
    leads: &HashMap<OrganisationId, OrganisationSummary>,
) -> Table {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("plan-action")),
        Column::new(t.text("plan-state")),
        Column::new(t.text("plan-lead")),
        Column::new(t.text("plan-dates")),
    ];
    let id = format!("objectif-{}-{}", axis.number, objective.number);
    let caption = t.text("plan-actions-of").arg("objective", objective.title.as_str());
    let table = Table::new(id, caption, columns, t.text("plan-programme-none-title")).caption_unseen();
    actions.iter().fold(table, |table, action| {
        let lead = action.lead_organisation_id.and_then(|lead| leads.get(&lead));
        table.row(vec![
            title_cell(visit, action),
            Content::html(action.status.badge(t)),
            lead.map(OrganisationSummary::display_name).unwrap_or_default().into(),
            dates(visit, action.starts, action.ends).into(),
        ])
    })
}

/// A link to an action, and whether it is invented.
pub(crate) fn title_cell(visit: &Visit, action: &action::Model) -> Content {
    let title = directory::name_beside_badge(&action.title, action.is_example);
    let link = super::programmes::link(&action.path(), title.to_owned());
    if action.is_example {
        let badge = Badge::new(Tone::Neutral, visit.text("plan-example"));
        return Content::Html(format!("{link} {badge}"));
    }
    link
}

/// The dates of an action, written out; nothing where none is known.
pub(crate) fn dates(visit: &Visit, starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> String {
    let t = visit.t();
    match (starts, ends) {
        (Some(starts), Some(ends)) if starts == ends => t.date_short(starts),
        (Some(starts), Some(ends)) => {
            t.text("plan-dates-from-to").arg("starts", t.date_short(starts)).arg("ends", t.date_short(ends)).to_string()
        }
        (Some(starts), None) => t.text("plan-dates-from").arg("starts", t.date_short(starts)).to_string(),
        (None, Some(ends)) => t.text("plan-dates-to").arg("ends", t.date_short(ends)).to_string(),
        (None, None) => String::new(),
    }
}
