//! The values of the indicators, by département and year.

use std::collections::HashMap;

use chrono::NaiveDate;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::clock::day_in;
use kit_base::limits::CHOICES_MAX;
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
use crate::model::{Amount, IndicatorId, PlanId, ValueId};
use crate::store::{indicator, indicator_value, plan};

/// The values of the indicators of the plans that the visitor may open.
pub(crate) const VALUES: OpenList = OpenList {
    name: "values",
    title: "plan-values-list",
    about: "The values of the indicators, by département and year; null where a value is said to be unknown, which is not zero.",
    filters: &[
        PLAN_FILTER,
        ListFilter {
            name: "indicateur",
            about: "An indicator, by its id.",
            example: "01920000-0000-7000-8000-000000000000",
            values: FilterValues::Id,
        },
        territory::DEPARTEMENT_FILTER,
        ListFilter { name: "annee", about: "A year.", example: "2026", values: FilterValues::Year },
    ],
    columns: &[
        ListColumn { title: "plan-indicator", width: 45 },
        ListColumn { title: "plan-stage", width: 24 },
        ListColumn { title: "plan-departement", width: 22 },
        ListColumn { title: "plan-year", width: 10 },
        ListColumn { title: "plan-value", width: 12 },
        ListColumn { title: "plan-unit", width: 14 },
        ListColumn { title: "plan-source", width: 45 },
        ListColumn { title: "plan-value-date", width: 14 },
    ],
    shape: Some(shape_of::<Value>),
    source: values,
};

/// A value: a plain count of a département in a year, published whole. It is never crossed with anything.
#[derive(Debug, Serialize, ToSchema)]
struct Value {
    indicator: IndicatorReference,
    departement: Place,
    year: i32,
    /// Null where it is said to be unknown.
    amount: Option<i64>,
    unit: String,
    /// Where the number comes from, or why it is not known.
    source: String,
    entered_on: NaiveDate,
}

/// The indicator that a value is one of.
#[derive(Debug, Serialize, ToSchema)]
struct IndicatorReference {
    id: Uuid,
    title: String,
    stage: String,
    /// Its page.
    url: String,
}

fn values(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let indicators = indicators(&visit, &query).await?;
        let (reader, scope) = (visit.read(), visit.scope("indicator.read"));
        let after = match query.after::<ValueId>()? {
            None => None,
            Some(id) => {
                let row = reader.one_within(indicator_value::Entity::find_by_id(id), &*scope).await?;
                Some(row.ok_or(Problem::NotFound)?)
            }
        };
        let found = narrowed(&query, &indicators);
        let total = reader.count_within(found.clone(), &*scope).await?;
        let page = found
            .filter(beyond(after.as_ref()))
            .order_by_asc(indicator_value::Column::Territory)
            .order_by_asc(indicator_value::Column::Id)
            .limit(query.limit());
        let (rows, next) = query.page(reader.all_within(page, &*scope).await?, |row| row.id.to_string());
        let row = |row: &indicator_value::Model| Some(open_row(&visit, row, indicators.get(&row.indicator_id)?));
        let rows: Result<_, Problem> = rows.iter().filter_map(row).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

/// The indicators whose plan the visitor may open, narrowed down.
async fn indicators(visit: &Visit, query: &ListQuery) -> Result<HashMap<IndicatorId, indicator::Model>, Problem> {
    let reader = visit.read();
    let plans = plan::Entity::find().order_by_asc(plan::Column::Id).limit(CHOICES_MAX);
    let plans = match query.value(PLAN_FILTER.name).parse::<PlanId>() {
        Ok(id) => plans.filter(plan::Column::Id.eq(id)),
        Err(_) => plans,
    };
    let plans = reader.all_within(plans, &*visit.scope("plan.read")).await?;
    let asked: Option<IndicatorId> = query.value("indicateur").parse().ok();
    let condition = Condition::all()
        .add(indicator::Column::PlanId.is_in(plans.iter().map(|plan| plan.id)))
        .add_option(asked.map(|id| indicator::Column::Id.eq(id)));
    let words = territory::fold(query.value(SEARCH_WORDS));
    let rows = reader.all(indicator::Entity::find().filter(condition)).await?;
    let is_looked_for = |row: &indicator::Model| {
        let title = territory::fold(&row.title);
        words.split(' ').all(|word| title.contains(word))
    };
    Ok(rows.into_iter().filter(is_looked_for).map(|row| (row.id, row)).collect())
}

fn narrowed(query: &ListQuery, indicators: &HashMap<IndicatorId, indicator::Model>) -> Select<indicator_value::Entity> {
    use indicator_value::Column;
    let departement: Option<Territory> = territory::departement_of(query.value(territory::DEPARTEMENT_FILTER.name));
    let year: Option<i32> = query.value("annee").parse().ok();
    let condition = Condition::all()
        .add(Column::IndicatorId.is_in(indicators.keys().copied()))
        .add_option(departement.map(|place| Column::Territory.eq(place)))
        .add_option(year.map(|year| Column::Year.eq(year)));
    indicator_value::Entity::find().filter(condition)
}

fn beyond(row: Option<&indicator_value::Model>) -> Condition {
    use indicator_value::Column::{Id, Territory};
    let Some(row) = row else { return Condition::all() };
    let later_in_departement = Condition::all().add(Territory.eq(row.territory)).add(Id.gt(row.id));
    Condition::any().add(Territory.gt(row.territory)).add(later_in_departement)
}

fn open_row(visit: &Visit, row: &indicator_value::Model, indicator: &indicator::Model) -> Result<OpenRow, Problem> {
    let t = visit.t();
    let record = Value {
        indicator: IndicatorReference {
            id: indicator.id.0,
            title: indicator.title.clone(),
            stage: indicator.stage.code().to_owned(),
            url: visit.house().public_url.link(&indicator.path()),
        },
        departement: Place::new(row.territory, t.locale()),
        year: row.year,
        amount: row.amount.map(Amount::number),
        unit: indicator.unit.clone(),
        source: row.source.clone(),
        entered_on: day_in(territory::time_zone(row.territory), row.entered_at),
    };
    let cells = vec![
        record.indicator.title.as_str().into(),
        t.text(indicator.stage.label()).to_string().into(),
        territory::name_and_code(row.territory, t.locale()).into(),
        i64::from(row.year).into(),
        record.amount.into(),
        record.unit.as_str().into(),
        record.source.as_str().into(),
        record.entered_on.into(),
    ];
    OpenRow::new(&record, cells)
}
