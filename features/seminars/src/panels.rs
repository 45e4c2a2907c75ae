//! What other rooms show of seminars.

use askama::Template;
use chrono::{DateTime, NaiveDate};
use futures::future::BoxFuture;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_ui::{Content, Panel};
use kit_web::{Subject, Visit};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::model::PANEL_SEMINARS_MAX;
use crate::pages::list::{days, title_cell};
use crate::store::{coming, looked_for, newest_first, past, seminar};

#[derive(Template)]
#[template(path = "panel_list.html")]
struct PanelList<'a> {
    visit: &'a Visit,
    lines: Vec<Line>,
    /// Whether the way to all seminars is shown.
    leads_to_all: bool,
}

struct Line {
    when: Option<String>,
    link: Content,
    days: String,
}

/// The seminars of a region; of the region, on the page of a département.
pub(crate) fn of_territory(visit: Visit, subject: Subject) -> BoxFuture<'static, Result<Option<String>, Problem>> {
    Box::pin(async move {
        let Subject::Territory(territory) = subject else { return Ok(None) };
        let Some(region) = region_of(territory) else { return Ok(None) };
        let count = if territory == region { PANEL_SEMINARS_MAX } else { 1 };
        let query = newest_first(looked_for("").filter(seminar::Column::Territory.eq(region))).limit(count);
        let rows = visit.read().all_within(query, &*visit.scope("seminar.list")).await?;
        let lines = rows.iter().map(|row| line(&visit, row, None)).collect();
        panel(&visit, lines, false)
    })
}

/// The next seminar and the last one.
pub(crate) fn of_home(visit: Visit, _: Subject) -> BoxFuture<'static, Result<Option<String>, Problem>> {
    Box::pin(async move {
        let scope = visit.scope("seminar.list");
        let today = today(&visit);
        let next = visit.read().one_within(coming(today), &*scope).await?;
        let last = visit.read().one_within(past(today), &*scope).await?;
        let next = next.map(|row| line(&visit, &row, Some(visit.text("seminars-panel-next").to_string())));
        let last = last.map(|row| line(&visit, &row, Some(visit.text("seminars-panel-last").to_string())));
        panel(&visit, next.into_iter().chain(last).collect(), true)
    })
}

/// The calendar day of the request. Seminars of several time zones may meet in this list: a day more or less only moves one from
/// "next" to "last".
fn today(visit: &Visit) -> NaiveDate {
    DateTime::date_naive(&visit.now())
}

fn region_of(territory: Territory) -> Option<Territory> {
    match territory.kind() {
        TerritoryKind::Region => Some(territory),
        TerritoryKind::Departement => territories::atlas().region_of(territory),
        _ => None,
    }
}

fn line(visit: &Visit, row: &seminar::Model, when: Option<String>) -> Line {
    Line { when, link: title_cell(visit, row), days: days(visit.t(), row) }
}

fn panel(visit: &Visit, lines: Vec<Line>, leads_to_all: bool) -> Result<Option<String>, Problem> {
    if lines.is_empty() {
        return Ok(None);
    }
    let list = PanelList { visit, lines, leads_to_all }.render().map_err(Problem::internal)?;
    let panel = Panel::new("seminaires", visit.text("seminars-nav"), Content::Html(list));
    Ok(Some(panel.to_string()))
}
