//! An indicator: what it says of itself, and its values by département and year.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::extract::Path;
use chrono::Datelike;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_ui::{Badge, Chart, ChartBar, Column, Content, DescriptionList, ExportLinks, LinkButton, Table, Tone};
use kit_web::{Answer, Page, Visit};
use sea_orm::EntityTrait;

use crate::api::VALUES;
use crate::model::{Amount, IndicatorId, Sum};
use crate::pages::axis_create::address;
use crate::pages::plan::may_edit;
use crate::store::{indicator, indicator_value, locked_years, plan, value_resource, values_of};

#[derive(Template)]
#[template(path = "indicator.html")]
struct IndicatorPage<'a> {
    visit: &'a Visit,
    indicator: &'a indicator::Model,
    example: Option<Badge>,
    chart: Option<Chart>,
    facts: DescriptionList,
    values: Table,
    export: ExportLinks,
    edit: Option<LinkButton>,
}

/// `GET /indicateurs/{indicator}`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let t = visit.t();
    let (indicator, plan) = find(&visit, &id).await?;
    let grid = Grid::read(&visit, &indicator, &plan).await?;
    let page = IndicatorPage {
        visit: &visit,
        indicator: &indicator,
        example: plan.is_example.then(|| Badge::new(Tone::Neutral, t.text("plan-example"))),
        chart: grid.chart(&visit, &indicator),
        facts: facts(&visit, &indicator),
        export: ExportLinks::new(t, VALUES.name, &format!("?indicateur={}", indicator.id)),
        values: grid.table(&visit, &indicator),
        edit: may_edit(&visit, plan.territory).then(|| {
            LinkButton::secondary(t.text("plan-indicator-edit-action"), format!("{}/modifier", indicator.path()))
        }),
    };
    under(&visit, &indicator.title, &plan).show(&visit, &page)
}

/// A page that stands under a plan.
pub(crate) fn under(visit: &Visit, title: &str, plan: &plan::Model) -> Page {
    let t = visit.t();
    Page::new(title)
        .step(t.text("plan-nav"), "/programmes")
        .step(t.text("plan-title").arg("region", territory::name(plan.territory, t.locale())), address(plan))
}

/// An indicator whose plan this visitor may open.
pub(crate) async fn find(visit: &Visit, id: &str) -> Result<(indicator::Model, plan::Model), Problem> {
    let id = id.parse::<IndicatorId>().or(Err(Problem::NotFound))?;
    let reader = visit.read();
    let indicator = reader.one(indicator::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
    let plan = plan::Entity::find_by_id(indicator.plan_id);
    let plan = reader.one_within(plan, &*visit.scope("plan.read")).await?.ok_or(Problem::NotFound)?;
    Ok((indicator, plan))
}

/// The départements of a plan's region, in the order of their codes: never ranked.
pub(crate) fn departements(plan: &plan::Model) -> Vec<Territory> {
    territories::atlas().children(plan.territory, TerritoryKind::Departement)
}

/// A number with what one of it is: `1 240 (jeunes)`; nothing where there is none.
fn with_unit(visit: &Visit, indicator: &indicator::Model, amount: Option<Amount>) -> String {
    let said = |amount: Amount| {
        let number = visit.t().number(amount.number());
        visit.text("plan-amount").arg("amount", number).arg("unit", indicator.unit.as_str()).to_string()
    };
    amount.map(said).unwrap_or_default()
}

fn facts(visit: &Visit, indicator: &indicator::Model) -> DescriptionList {
    let t = visit.t();
    let baseline = match (indicator.baseline, indicator.baseline_year) {
        (Some(amount), Some(year)) => t
            .text("plan-baseline-in")
            .arg("amount", with_unit(visit, indicator, Some(amount)))
            .arg("year", year.to_string())
            .to_string(),
        _ => String::new(),
    };
    DescriptionList::new()
        .with(t.text("plan-stage"), t.text(indicator.stage.label()))
        .with(t.text("plan-definition"), indicator.definition.clone())
        .with(t.text("plan-unit"), indicator.unit.clone())
        .with(t.text("plan-baseline"), baseline)
        .with(t.text("plan-target"), with_unit(visit, indicator, indicator.target))
        .with(t.text("plan-source"), indicator.source.clone().unwrap_or_default())
}

/// The values of an indicator, a row a département and a column a year.
struct Grid {
    departements: Vec<Territory>,
    years: Vec<i32>,
    values: HashMap<(Territory, i32), indicator_value::Model>,
    locked: BTreeSet<i32>,
}

impl Grid {
    async fn read(visit: &Visit, indicator: &indicator::Model, plan: &plan::Model) -> Result<Self, Problem> {
        let reader = visit.read();
        let values = reader.all_within(values_of(indicator.id), &*visit.scope("indicator.read")).await?;
        Ok(Self {
            departements: departements(plan),
            years: plan.periods(visit.now().year()).collect(),
            values: values.into_iter().map(|value| ((value.territory, value.year), value)).collect(),
            locked: locked_years(&reader, plan.id).await?,
        })
    }

    fn amount(&self, departement: Territory, year: i32) -> Option<i64> {
        self.values.get(&(departement, year)).and_then(|value| value.amount).map(Amount::number)
    }

    fn sum(&self, year: i32) -> Sum {
        Sum::of(self.departements.iter().map(|departement| self.amount(*departement, year)))
    }

    /// The years of which something is known, the newest first.
    fn known_years(&self) -> impl Iterator<Item = (i32, Sum, i64)> {
        self.years.iter().rev().filter_map(|year| {
            let sum = self.sum(*year);
            Some((*year, sum, sum.amount?))
        })
    }

    /// The sum of the region in the course of time; nothing where nothing is known.
    fn chart(&self, visit: &Visit, indicator: &indicator::Model) -> Option<Chart> {
        let t = visit.t();
        let sentence = self.sentence(visit, indicator)?;
        let bar = |year: &i32| {
            let amount = self.sum(*year).amount;
            let said = amount_or_unknown(visit, amount);
            ChartBar { name: year.to_string(), amount, said, is_provisional: !self.locked.contains(year) }
        };
        let title = t.text("plan-chart-caption").arg("indicator", indicator.title.as_str()).to_string();
        let bars = self.years.iter().map(bar).collect();
        Some(Chart::new(t, "region", title.clone(), sentence, bars, self.sums(visit, title)))
    }

    /// The newest year with its coverage, and what became of the same départements since the year before.
    fn sentence(&self, visit: &Visit, indicator: &indicator::Model) -> Option<String> {
        let t = visit.t();
        let mut known = self.known_years();
        let (year, sum, amount) = known.next()?;
        let newest = t
            .text("plan-values-said")
            .arg("year", year.to_string())
            .arg("amount", t.number(amount))
            .arg("unit", indicator.unit.as_str())
            .arg("known", sum.known)
            .arg("all", self.departements.len())
            .to_string();
        let compared = known.next().and_then(|(before, ..)| self.compared(visit, before, year));
        let is_open = self.years.iter().any(|year| !self.locked.contains(year));
        let hatched = is_open.then(|| t.text("plan-chart-hatched").to_string());
        Some(std::iter::once(newest).chain(compared).chain(hatched).collect::<Vec<_>>().join(" "))
    }

    /// Sums compare only over the départements that are known in both years.
    fn compared(&self, visit: &Visit, before: i32, year: i32) -> Option<String> {
        let t = visit.t();
        let both = self
            .departements
            .iter()
            .filter_map(|departement| Some((self.amount(*departement, before)?, self.amount(*departement, year)?)));
        let (then, now): (Vec<i64>, Vec<i64>) = both.unzip();
        let (then, now) = (Sum::of(then.into_iter().map(Some)), Sum::of(now.into_iter().map(Some)));
        let phrase = t.text("plan-values-compared").arg("before", before.to_string()).arg("year", year.to_string());
        let phrase = phrase.arg("then", t.number(then.amount?)).arg("now", t.number(now.amount?));
        Some(phrase.arg("count", then.known).to_string())
    }

    /// The same as the chart, in rows, the newest year first.
    fn sums(&self, visit: &Visit, caption: String) -> Table {
        let t = visit.t();
        let columns = vec![
            Column::new(t.text("plan-year")),
            Column::numeric(t.text("plan-sum")),
            Column::new(t.text("plan-coverage")),
            Column::new(t.text("plan-entry")),
        ];
        let table = Table::new("sommes", caption, columns, t.text("plan-values-none")).caption_unseen();
        self.years.iter().rev().fold(table, |table, year| {
            let sum = self.sum(*year);
            let entry = match self.locked.contains(year) {
                true => t.text("plan-period-state-locked"),
                false => t.text("plan-period-state-open"),
            };
            table.row(vec![
                Content::Text(year.to_string()),
                amount_or_unknown(visit, sum.amount).into(),
                coverage(visit, sum, self.departements.len()).into(),
                entry.into(),
            ])
        })
    }

    fn table(&self, visit: &Visit, indicator: &indicator::Model) -> Table {
        let t = visit.t();
        let head = |year: &i32| match self.locked.contains(year) {
            true => Column::numeric(t.text("plan-year-locked").arg("year", year.to_string())),
            false => Column::numeric(year.to_string()),
        };
        let columns = std::iter::once(Column::new(t.text("plan-departement"))).chain(self.years.iter().map(head));
        let caption = t.text("plan-values-caption").arg("indicator", indicator.title.as_str());
        let table = Table::new("valeurs", caption, columns.collect(), t.text("plan-values-none"));
        let scope = visit.scope("indicator.enter-value");
        self.departements.iter().fold(table.caption_unseen().scrolling(), |table, departement| {
            let may_enter = visit.person().is_some() && scope.allows(&value_resource(*departement));
            let name = Content::Text(territory::name_and_code(*departement, t.locale()));
            let cell = |year: &i32| self.cell(visit, indicator, (*departement, *year), may_enter);
            table.row(std::iter::once(name).chain(self.years.iter().map(cell)).collect())
        })
    }

    /// A value leads to where it comes from; one that is missing, to where it can be entered.
    fn cell(&self, visit: &Visit, indicator: &indicator::Model, at: (Territory, i32), may_enter: bool) -> Content {
        let said = amount_or_unknown(visit, self.amount(at.0, at.1));
        if self.values.contains_key(&at) || (may_enter && !self.locked.contains(&at.1)) {
            let name = territory::name(at.0, visit.locale());
            let about = visit.text("plan-value-of").arg("value", said.as_str()).arg("departement", name);
            let about = Content::Text(about.arg("year", at.1.to_string()).to_string());
            let href = indicator.value_path(at.0, at.1);
            return Content::Html(format!(r#"<a href="{href}" aria-label="{about}">{}</a>"#, Content::Text(said)));
        }
        said.into()
    }
}

/// What is not known is said so: it is not zero.
pub(crate) fn amount_or_unknown(visit: &Visit, amount: Option<i64>) -> String {
    amount.map_or_else(|| visit.text("plan-unknown").to_string(), |amount| visit.t().number(amount))
}

/// How many départements of how many are known.
pub(crate) fn coverage(visit: &Visit, sum: Sum, all: usize) -> String {
    visit.text("plan-coverage-of").arg("known", sum.known).arg("all", all).to_string()
}
