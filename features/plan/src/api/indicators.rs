//! The indicators of the plans, each with the sum of its region.

use std::collections::HashMap;

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_base::limits::{CHOICES_MAX, SHEET_ROWS_MAX};
use kit_web::{Excerpt, ListColumn, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit, shape_of};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use territory::Place;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{PLAN_FILTER, PlanReference};
use crate::model::{IndicatorId, PlanId, Sum};
use crate::pages::indicator::departements;
use crate::store::{indicator, newest_sums, plan};

/// The indicators of the plans that the visitor may open, region by region.
pub(crate) const INDICATORS: OpenList = OpenList {
    name: "indicators",
    title: "plan-indicators",
    about: "What the plans of the regions are measured by, each stage of a young person's way counted apart.",
    filters: &[PLAN_FILTER],
    columns: &[
        ListColumn { title: "plan-regional-plan", width: 35 },
        ListColumn { title: "plan-indicator", width: 45 },
        ListColumn { title: "plan-stage", width: 24 },
        ListColumn { title: "plan-definition", width: 60 },
        ListColumn { title: "plan-unit", width: 14 },
        ListColumn { title: "plan-baseline", width: 14 },
        ListColumn { title: "plan-field-baseline-year", width: 14 },
        ListColumn { title: "plan-target", width: 14 },
        ListColumn { title: "plan-sum", width: 14 },
        ListColumn { title: "plan-year", width: 10 },
        ListColumn { title: "plan-known-column", width: 14 },
        ListColumn { title: "plan-departements-column", width: 14 },
        ListColumn { title: "plan-source", width: 35 },
    ],
    shape: Some(shape_of::<Indicator>),
    source: indicators,
};

/// An indicator.
#[derive(Debug, Serialize, ToSchema)]
struct Indicator {
    id: Uuid,
    /// Its page.
    url: String,
    plan: PlanReference,
    region: Place,
    /// Its place among those of the plan.
    number: i32,
    /// `informed`, `accompanied`, `departed`, `returned`, `recognised`, `outcome`, `other`: never to be added up.
    stage: String,
    title: String,
    definition: String,
    unit: String,
    baseline: Option<i64>,
    baseline_year: Option<i32>,
    /// What is aimed at, a year.
    target: Option<i64>,
    source: Option<String>,
    /// The newest year of which something is known; null where nothing is, which is not zero.
    newest: Option<RegionSum>,
}

/// The sum of a region in a year, with how much of the region it covers.
#[derive(Debug, Serialize, ToSchema)]
struct RegionSum {
    year: i32,
    amount: Option<i64>,
    /// Départements whose value is known.
    known: usize,
    /// Départements of the region.
    departements: usize,
}

fn indicators(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let plans = plans(&visit, &query).await?;
        let words = territory::fold(query.value(SEARCH_WORDS));
        let is_looked_for = |row: &indicator::Model| {
            let title = territory::fold(&row.title);
            words.split(' ').all(|word| title.contains(word))
        };
        let mut found: Vec<indicator::Model> =
            of_plans(&visit, &plans).await?.into_iter().filter(is_looked_for).collect();
        let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
        if let Some(after) = query.after::<IndicatorId>()? {
            let place = found.iter().position(|row| row.id == after).ok_or(Problem::NotFound)?;
            found.drain(..=place);
        }
        let (found, next) = query.page(found, |row| row.id.to_string());
        let ids = found.iter().map(|row| row.id);
        let sums = newest_sums(&visit.read(), ids, &*visit.scope("indicator.read")).await?;
        let of_plan = |row: &indicator::Model| plans.iter().find(|plan| plan.id == row.plan_id);
        let row = |row: &indicator::Model| of_plan(row).map(|plan| open_row(&visit, row, plan, &sums));
        let rows: Result<_, Problem> = found.iter().filter_map(row).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

/// The plans that the visitor may open, the newest of each region first.
async fn plans(visit: &Visit, query: &ListQuery) -> Result<Vec<plan::Model>, Problem> {
    let asked: Option<PlanId> = query.value(PLAN_FILTER.name).parse().ok();
    let plans = plan::Entity::find()
        .order_by_asc(plan::Column::Territory)
        .order_by_desc(plan::Column::FirstYear)
        .order_by_asc(plan::Column::Id)
        .limit(CHOICES_MAX);
    let plans = match asked {
        Some(id) => plans.filter(plan::Column::Id.eq(id)),
        None => plans,
    };
    visit.read().all_within(plans, &*visit.scope("plan.read")).await
}

/// Their indicators, in the order of the plans. A plan has a few dozen at most.
async fn of_plans(visit: &Visit, plans: &[plan::Model]) -> Result<Vec<indicator::Model>, Problem> {
    let query = indicator::Entity::find()
        .filter(indicator::Column::PlanId.is_in(plans.iter().map(|plan| plan.id)))
        .order_by_asc(indicator::Column::Number)
        .limit(u64::try_from(SHEET_ROWS_MAX).unwrap_or(u64::MAX));
    let mut rows = visit.read().all(query).await?;
    let order: HashMap<PlanId, usize> = plans.iter().enumerate().map(|(place, plan)| (plan.id, place)).collect();
    rows.sort_by_key(|row| (order.get(&row.plan_id).copied(), row.number));
    Ok(rows)
}

fn open_row(
    visit: &Visit,
    row: &indicator::Model,
    plan: &plan::Model,
    sums: &HashMap<IndicatorId, (i32, Sum)>,
) -> Result<OpenRow, Problem> {
    let t = visit.t();
    let newest = sums.get(&row.id).map(|(year, sum)| RegionSum {
        year: *year,
        amount: sum.amount,
        known: sum.known,
        departements: departements(plan).len(),
    });
    let record = Indicator {
        id: row.id.0,
        url: visit.house().public_url.link(&row.path()),
        plan: PlanReference::new(visit, plan),
        region: Place::new(plan.territory, t.locale()),
        number: row.number,
        stage: row.stage.code().to_owned(),
        title: row.title.clone(),
        definition: row.definition.clone(),
        unit: row.unit.clone(),
        baseline: row.baseline.map(crate::model::Amount::number),
        baseline_year: row.baseline_year,
        target: row.target.map(crate::model::Amount::number),
        source: row.source.clone(),
        newest,
    };
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let newest = record.newest.as_ref();
    let cells = vec![
        record.plan.title.as_str().into(),
        record.title.as_str().into(),
        t.text(row.stage.label()).to_string().into(),
        record.definition.as_str().into(),
        record.unit.as_str().into(),
        record.baseline.into(),
        record.baseline_year.map(i64::from).into(),
        record.target.into(),
        newest.and_then(|sum| sum.amount).into(),
        newest.map(|sum| i64::from(sum.year)).into(),
        newest.map(|sum| count(sum.known)).into(),
        newest.map(|sum| count(sum.departements)).into(),
        record.source.clone().into(),
    ];
    OpenRow::new(&record, cells)
}
