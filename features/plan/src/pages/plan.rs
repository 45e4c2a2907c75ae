//! The plan of a region: axes, objectives, and how many actions hang on each.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use chrono::Datelike;
use kit_base::{Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_ui::{Badge, Column, Content, EmptyState, ExportLinks, LinkButton, Table, Tone};
use kit_web::{Answer, Page, Visit};
use serde::Deserialize;

use crate::api::INDICATORS;
use crate::model::{IndicatorId, PlanId, Sum};
use crate::pages::indicator::{coverage, departements};
use crate::pages::programmes::link;
use crate::pages::{periods, plan_path, region};
use crate::store::{
    Outline, axis, count_by_objective, indicator, indicators_of, newest_sums, objective, outline, plan, plans_of,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    plan: String,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    visit: &'a Visit,
    heading: String,
    plan: Option<Shown>,
    nothing: Option<EmptyState>,
    others: Vec<OtherPlan>,
    create: Option<LinkButton>,
}

struct Shown {
    title: String,
    years: String,
    example: Option<Badge>,
    axes: Vec<Axis>,
    add_axis: Option<LinkButton>,
    indicators: Option<Indicators>,
}

/// What the plan is measured by.
struct Indicators {
    table: Table,
    export: Option<ExportLinks>,
    ways: Vec<LinkButton>,
}

struct Axis {
    title: String,
    objectives: Table,
    add_objective: Option<LinkButton>,
}

/// Another plan of the same region.
pub(crate) struct OtherPlan {
    pub(crate) title: String,
    pub(crate) path: String,
}

/// `GET /plans/{region}`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let region = region(&code)?;
    let plans = plans_of(&visit.read(), region, &*visit.scope("plan.read")).await?;
    let (chosen, others) =
        choose(plans, &asked.plan, visit.now().year(), |id| format!("{}?plan={id}", plan_path(region)));
    let may_edit = may_edit(&visit, region);
    let create =
        may_edit.then(|| LinkButton::secondary(t.text("plan-create-action"), format!("{}/nouveau", plan_path(region))));
    let name = territory::name(region, t.locale());
    let shown = match &chosen {
        Some(plan) => Some(show(&visit, plan, may_edit).await?),
        None => None,
    };
    let nothing = chosen.is_none().then(|| EmptyState {
        title: t.text("plan-none-title").into(),
        text: t.text("plan-none-text").into(),
        action: create.clone().or_else(|| Some(LinkButton::secondary(t.text("plan-see-programmes"), "/programmes"))),
    });
    let heading = t.text("plan-title").arg("region", name).to_string();
    let page = PlanPage {
        visit: &visit,
        heading: heading.clone(),
        create: create.filter(|_| chosen.is_some()),
        plan: shown,
        nothing,
        others,
    };
    Page::new(heading).step(t.text("plan-nav"), "/programmes").show(&visit, &page)
}

/// Whether this person writes the plan of this region.
pub(crate) fn may_edit(visit: &Visit, region: Territory) -> bool {
    let resource = Resource::new("plan", Visibility::Public).in_territory(region);
    visit.person().is_some() && visit.may("plan.edit", &resource)
}

/// The plan that is asked for, or the one of this `year`, or the newest; and the others, each with its address.
pub(crate) fn choose(
    plans: Vec<plan::Model>,
    asked: &str,
    year: i32,
    path: impl Fn(PlanId) -> String,
) -> (Option<plan::Model>, Vec<OtherPlan>) {
    let asked: Option<PlanId> = asked.parse().ok();
    let is_asked = |plan: &plan::Model| Some(plan.id) == asked;
    let is_in_force = |plan: &plan::Model| (plan.first_year..=plan.last_year).contains(&year);
    let position = plans.iter().position(is_asked).or_else(|| plans.iter().position(is_in_force)).unwrap_or_default();
    let mut others = plans;
    let chosen = (position < others.len()).then(|| others.remove(position));
    let other = |plan: plan::Model| OtherPlan {
        title: format!("{} ({}–{})", plan.title, plan.first_year, plan.last_year),
        path: path(plan.id),
    };
    (chosen, others.into_iter().map(other).collect())
}

async fn show(visit: &Visit, plan: &plan::Model, may_edit: bool) -> Result<Shown, Problem> {
    let t = visit.t();
    let reader = visit.read();
    let outline = outline(&reader, plan.id).await?;
    let objectives = outline.objectives().map(|(_, objective)| objective.id);
    let counts = count_by_objective(&reader, objectives, &*visit.scope("action.list")).await?;
    let count = |objective: &objective::Model| counts.get(&objective.id).copied().unwrap_or_default();
    let path = format!("{}/{}", plan_path(plan.territory), plan.id);
    let Outline { axes } = outline;
    let shown_axis = |(axis, objectives): (axis::Model, Vec<objective::Model>)| Axis {
        title: t.text("plan-axis").arg("number", axis.number).arg("title", axis.title.as_str()).to_string(),
        objectives: objectives_table(visit, &axis, &objectives, count),
        add_objective: may_edit.then(|| {
            let href = format!("{path}/axes/{}/objectifs", axis.id);
            LinkButton::secondary(t.text("plan-objective-add-action"), href)
        }),
    };
    Ok(Shown {
        title: directory::name_beside_badge(&plan.title, plan.is_example).to_owned(),
        years: format!("{}–{}", plan.first_year, plan.last_year),
        example: plan.is_example.then(|| Badge::new(Tone::Neutral, t.text("plan-example"))),
        axes: axes.into_iter().map(shown_axis).collect(),
        add_axis: may_edit.then(|| LinkButton::secondary(t.text("plan-axis-add-action"), format!("{path}/axes"))),
        indicators: indicators(visit, plan, may_edit).await?,
    })
}

/// Nothing where there is none and this visitor may add none.
async fn indicators(visit: &Visit, plan: &plan::Model, may_edit: bool) -> Result<Option<Indicators>, Problem> {
    let t = visit.t();
    let reader = visit.read();
    let rows = indicators_of(&reader, plan.id).await?;
    if rows.is_empty() && !may_edit {
        return Ok(None);
    }
    let ids = rows.iter().map(|indicator| indicator.id);
    let sums = newest_sums(&reader, ids, &*visit.scope("indicator.read")).await?;
    let table = indicators_table(visit, plan, &rows, &sums);
    let ways = [
        ("plan-indicator-add-action", format!("{}/{}/indicateurs", plan_path(plan.territory), plan.id)),
        ("plan-periods-action", periods::path(plan)),
    ];
    let ways = ways.into_iter().filter(|_| may_edit).map(|(label, href)| LinkButton::secondary(t.text(label), href));
    let export = (!rows.is_empty()).then(|| ExportLinks::new(t, INDICATORS.name, &format!("?plan={}", plan.id)));
    Ok(Some(Indicators { table, export, ways: ways.collect() }))
}

fn indicators_table(
    visit: &Visit,
    plan: &plan::Model,
    rows: &[indicator::Model],
    sums: &HashMap<IndicatorId, (i32, Sum)>,
) -> Table {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("plan-indicator")),
        Column::new(t.text("plan-stage")),
        Column::numeric(t.text("plan-sum")),
        Column::numeric(t.text("plan-target")),
        Column::new(t.text("plan-coverage")),
    ];
    let departements = departements(plan).len();
    let table = Table::new("indicateurs", t.text("plan-indicators"), columns, t.text("plan-indicators-none"));
    rows.iter().fold(table.caption_unseen(), |table, indicator| {
        let newest = sums.get(&indicator.id);
        let sum = match newest.and_then(|(year, sum)| Some((year, sum.amount?))) {
            Some((year, amount)) => {
                let sum = t.text("plan-sum-in").arg("amount", t.number(amount)).arg("year", year.to_string());
                sum.to_string()
            }
            None => t.text("plan-unknown").to_string(),
        };
        table.row(vec![
            link(&indicator.path(), indicator.title.clone()),
            t.text(indicator.stage.label()).into(),
            sum.into(),
            indicator.target.map(|target| t.number(target.number())).unwrap_or_default().into(),
            newest.map(|(_, sum)| coverage(visit, *sum, departements)).unwrap_or_default().into(),
        ])
    })
}

fn objectives_table(
    visit: &Visit,
    axis: &axis::Model,
    objectives: &[objective::Model],
    count: impl Fn(&objective::Model) -> i64,
) -> Table {
    let t = visit.t();
    let columns = vec![Column::new(t.text("plan-objective")), Column::numeric(t.text("plan-actions"))];
    let caption = t.text("plan-objectives-of").arg("axis", axis.title.as_str());
    let table = Table::new(format!("axe-{}", axis.number), caption, columns, t.text("plan-objectives-none"));
    objectives.iter().fold(table.caption_unseen(), |table, objective| {
        let title = format!("{}.{} {}", axis.number, objective.number, objective.title);
        table.row(vec![Content::Text(title), t.number(count(objective)).into()])
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn plan(number: u128) -> plan::Model {
        plan::Model {
            id: PlanId(Uuid::from_u128(number)),
            version: 1,
            territory: "region:76".parse().unwrap(),
            title: number.to_string(),
            first_year: 2024,
            last_year: 2026,
            is_example: false,
            visibility: Visibility::Public,
        }
    }

    #[test]
    fn the_plan_of_the_year_is_shown_unless_another_is_asked_for() {
        let coming = plan::Model { first_year: 2027, last_year: 2029, ..plan(3) };
        let chosen = |asked: &str, year| {
            let (chosen, others) = choose(vec![coming.clone(), plan(2), plan(1)], asked, year, |id| id.to_string());
            assert_eq!(others.len(), 2);
            chosen.map(|plan| plan.title).unwrap()
        };
        assert_eq!(chosen("", 2026), "2");
        assert_eq!(chosen("", 2027), "3");
        assert_eq!(chosen("", 2040), "3");
        assert_eq!(chosen(&Uuid::from_u128(1).to_string(), 2026), "1");
        assert_eq!(chosen(&Uuid::from_u128(9).to_string(), 2026), "2");
        assert!(choose(Vec::new(), "", 2026, |id| id.to_string()).0.is_none());
    }
}
