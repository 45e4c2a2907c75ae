//! The actions of the programmes.

use std::collections::HashMap;

use chrono::NaiveDate;
use directory::{OrganisationId, OrganisationReference, OrganisationSummary};
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::{Problem, Territory};
use kit_web::{
    Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit, shape_of,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Serialize;
use territory::Place;
use utoipa::ToSchema;
use uuid::Uuid;

use super::PLAN_FILTER;
use crate::model::{ActionId, ActionStatus, ObjectiveId, PlanId};
use crate::store::{action, axes_by_id, axis, objective, objectives_by_id, under_plan};

/// The actions that the visitor may know of, département by département.
pub(crate) const ACTIONS: OpenList = OpenList {
    name: "actions",
    title: "plan-actions",
    about: "The actions of the programmes of the départements, département by département.",
    filters: &[
        territory::DEPARTEMENT_FILTER,
        PLAN_FILTER,
        ListFilter {
            name: "etat",
            about: "How an action stands: idea, planned, running, blocked, done, postponed, dropped.",
            example: "running",
            values: FilterValues::OneOf(|| ActionStatus::ALL.iter().map(|status| status.code().to_owned()).collect()),
        },
    ],
    columns: &[
        ListColumn { title: "plan-departement", width: 22 },
        ListColumn { title: "plan-axis-column", width: 35 },
        ListColumn { title: "plan-objective", width: 35 },
        ListColumn { title: "plan-action", width: 50 },
        ListColumn { title: "plan-lead", width: 35 },
        ListColumn { title: "plan-state", width: 12 },
        ListColumn { title: "plan-reason", width: 30 },
        ListColumn { title: "plan-field-starts", width: 12 },
        ListColumn { title: "plan-field-ends", width: 12 },
        ListColumn { title: "plan-expected-results", width: 50 },
    ],
    shape: Some(shape_of::<Action>),
    source: actions,
};

/// An action of the programme of a département.
#[derive(Debug, Serialize, ToSchema)]
struct Action {
    id: Uuid,
    /// Its page.
    url: String,
    departement: Place,
    title: String,
    /// The axis of the plan of the region.
    axis: Option<Numbered>,
    /// The objective it serves.
    objective: Option<Numbered>,
    /// Who leads it, where that may be known.
    lead: Option<OrganisationReference>,
    /// `idea`, `planned`, `running`, `blocked`, `done`, `postponed`, `dropped`.
    status: String,
    /// Why, where it is blocked, postponed or dropped.
    reason: Option<String>,
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
    expected_results: Option<String>,
    /// Made up, for a demonstration.
    is_example: bool,
}

/// An axis or an objective.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct Numbered {
    /// Its number, such as `1` for an axis and `1.2` for an objective.
    number: String,
    title: String,
}

/// What the actions of an excerpt lead to.
struct Around {
    objectives: HashMap<ObjectiveId, objective::Model>,
    axes: HashMap<crate::model::AxisId, axis::Model>,
    leads: HashMap<OrganisationId, OrganisationSummary>,
}

fn actions(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let (reader, scope) = (visit.read(), visit.scope("action.list"));
        let after = match query.after::<ActionId>()? {
            None => None,
            Some(id) => {
                let row = reader.one_within(action::Entity::find_by_id(id), &*scope).await?;
                Some(row.ok_or(Problem::NotFound)?)
            }
        };
        let found = narrowed(&query);
        let total = reader.count_within(found.clone(), &*scope).await?;
        let page = after_row(found, after.as_ref())
            .order_by_asc(action::Column::Territory)
            .order_by_asc(action::Column::Id)
            .limit(query.limit());
        let (rows, next) = query.page(reader.all_within(page, &*scope).await?, |row| row.id.to_string());
        let around = Around::of(&visit, &rows).await?;
        let rows: Result<_, Problem> = rows.iter().map(|row| open_row(&visit, row, &around)).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

fn narrowed(query: &ListQuery) -> Select<action::Entity> {
    let words = territory::fold(query.value(SEARCH_WORDS));
    let in_title = words
        .split_whitespace()
        .fold(Condition::all(), |condition, word| condition.add(action::Column::Words.contains(word)));
    let departement: Option<Territory> = territory::departement_of(query.value(territory::DEPARTEMENT_FILTER.name));
    let plan: Option<PlanId> = query.value(PLAN_FILTER.name).parse().ok();
    let status: Option<ActionStatus> = query.value("etat").parse().ok();
    let condition = in_title
        .add_option(departement.map(|place| action::Column::Territory.eq(place)))
        .add_option(plan.map(under_plan))
        .add_option(status.map(|status| action::Column::Status.eq(status)));
    action::Entity::find().filter(condition)
}

fn after_row(query: Select<action::Entity>, row: Option<&action::Model>) -> Select<action::Entity> {
    use action::Column::{Id, Territory};
    let Some(row) = row else { return query };
    let later_in_departement = Condition::all().add(Territory.eq(row.territory)).add(Id.gt(row.id));
    query.filter(Condition::any().add(Territory.gt(row.territory)).add(later_in_departement))
}

impl Around {
    async fn of(visit: &Visit, rows: &[action::Model]) -> Result<Self, Problem> {
        let reader = visit.read();
        let objectives = objectives_by_id(&reader, rows.iter().map(|row| row.objective_id)).await?;
        let axes = axes_by_id(&reader, objectives.values().map(|objective| objective.axis_id)).await?;
        let leads: Vec<OrganisationId> = rows.iter().filter_map(|row| row.lead_organisation_id).collect();
        Ok(Self { leads: directory::summaries(visit, &leads).await?, objectives, axes })
    }
}

fn open_row(visit: &Visit, row: &action::Model, around: &Around) -> Result<OpenRow, Problem> {
    let t = visit.t();
    let objective = around.objectives.get(&row.objective_id);
    let axis = objective.and_then(|objective| around.axes.get(&objective.axis_id));
    let numbered = |number: String, title: &str| Numbered { number, title: title.to_owned() };
    let lead = row.lead_organisation_id.and_then(|id| around.leads.get(&id));
    let record = Action {
        id: row.id.0,
        url: visit.house().public_url.link(&row.path()),
        departement: Place::new(row.territory, t.locale()),
        title: directory::display_name(&row.title, row.is_example),
        axis: axis.map(|axis| numbered(axis.number.to_string(), &axis.title)),
        objective: objective
            .zip(axis)
            .map(|(objective, axis)| numbered(format!("{}.{}", axis.number, objective.number), &objective.title)),
        lead: lead.map(|lead| OrganisationReference::new(visit, lead)),
        status: row.status.code().to_owned(),
        reason: row.status_reason.clone(),
        starts: row.starts,
        ends: row.ends,
        expected_results: row.expected_results.clone(),
        is_example: row.is_example,
    };
    let said = |numbered: Option<&Numbered>| numbered.map(|it| format!("{} {}", it.number, it.title));
    let cells = vec![
        territory::name_and_code(row.territory, t.locale()).into(),
        said(record.axis.as_ref()).into(),
        said(record.objective.as_ref()).into(),
        record.title.as_str().into(),
        record.lead.as_ref().map(|lead| lead.name.as_str()).into(),
        t.text(row.status.label()).to_string().into(),
        record.reason.clone().into(),
        row.starts.into(),
        row.ends.into(),
        record.expected_results.clone().into(),
    ];
    OpenRow::new(&record, cells)
}
