//! What this room shows on other rooms' pages.

use askama::Template;
use chrono::Duration;
use directory::OrganisationId;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_ui::{Badge, Content, LinkButton, Panel};
use kit_web::{PanelPlace, Subject, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::model::{Status, status_badge};
use crate::store::{commitment, count_open_by_status, open_commitments, today};
use crate::view::{CommitmentView, views};

/// Promises shown in a panel; the others are one link away.
const PANEL_ROWS: u64 = 5;
/// Promises of each kind on the sheet of a collective: it has two pages.
const SHEET_ROWS: u64 = 10;
/// What a sheet looks back on.
const DAYS_OF_A_SHEET: i64 = 365;

pub(crate) const PANELS: &[kit_web::Panel] = &[
    kit_web::Panel { place: PanelPlace::Home, order: 20, source: |visit, _| Box::pin(home(visit)) },
    kit_web::Panel {
        place: PanelPlace::Organisation,
        order: 20,
        source: |visit, at| Box::pin(organisation(visit, at)),
    },
    kit_web::Panel { place: PanelPlace::Territory, order: 30, source: |visit, at| Box::pin(territory(visit, at)) },
    kit_web::Panel { place: PanelPlace::Collective, order: 20, source: |visit, at| Box::pin(collective(visit, at)) },
    kit_web::Panel { place: PanelPlace::CollectiveSheet, order: 10, source: |visit, at| Box::pin(sheet(visit, at)) },
];

#[derive(Template)]
#[template(path = "panel_list.html")]
struct ShortList {
    rows: Vec<Row>,
    more: LinkButton,
}

struct Row {
    view: CommitmentView,
    badge: Badge,
    due: String,
}

/// "Where our promises stand": for whoever is signed in.
async fn home(visit: Visit) -> Result<Option<String>, Problem> {
    if visit.person().is_none() {
        return Ok(None);
    }
    let title = visit.text("commitments-panel-home").to_string();
    short_list(&visit, title, open_commitments(), "/fil".to_owned()).await
}

async fn organisation(visit: Visit, subject: Subject) -> Result<Option<String>, Problem> {
    let Subject::Record(id, _) = subject else { return Ok(None) };
    let query = open_commitments().filter(commitment::Column::OrganisationId.eq(OrganisationId(id)));
    let title = visit.text("commitments-panel-organisation").to_string();
    short_list(&visit, title, query, "/fil".to_owned()).await
}

async fn collective(visit: Visit, subject: Subject) -> Result<Option<String>, Problem> {
    let Subject::Record(_, territory) = subject else { return Ok(None) };
    let query = open_commitments().filter(commitment::Column::Territory.eq(territory));
    let title = visit.text("commitments-panel-collective").to_string();
    short_list(&visit, title, query, list_of(territory)).await
}

/// Since last time: what was done in the year before, and what is still promised.
async fn sheet(visit: Visit, subject: Subject) -> Result<Option<String>, Problem> {
    let Subject::Record(_, departement) = subject else { return Ok(None) };
    let scope = visit.scope("commitment.list");
    let since = today(visit.now()) - Duration::days(DAYS_OF_A_SHEET);
    let done = commitment::Entity::find()
        .filter(commitment::Column::Territory.eq(departement))
        .filter(commitment::Column::Status.eq(Status::Done))
        .filter(commitment::Column::OriginDate.gte(since))
        .order_by_desc(commitment::Column::Id)
        .limit(SHEET_ROWS);
    let open = open_commitments().filter(commitment::Column::Territory.eq(departement));
    let still_open = visit.read().count_within(open.clone(), &*scope).await?;
    let done = visit.read().all_within(done, &*scope).await?;
    let open = visit.read().all_within(open.limit(SHEET_ROWS), &*scope).await?;
    if done.is_empty() && open.is_empty() {
        return Ok(None);
    }
    let lines = |rows: &[commitment::Model]| -> String {
        rows.iter().map(|row| format!("<li>{}</li>", Content::from(row.what.as_str()))).collect()
    };
    let title = |key: &'static str, count: u64| Content::from(visit.text(key).arg("count", count).to_string());
    let shown = u64::try_from(done.len()).unwrap_or(u64::MAX);
    let body = format!(
        "<h3>{}</h3><ul>{}</ul><h3>{}</h3><ul>{}</ul>",
        title("commitments-sheet-done", shown),
        lines(&done),
        title("commitments-sheet-open", still_open),
        lines(&open)
    );
    let heading = visit.text("commitments-sheet-title");
    Ok(Some(Panel::new("fait", heading, Content::Html(body)).to_string()))
}

async fn short_list(
    visit: &Visit,
    title: String,
    query: Select<commitment::Entity>,
    more_href: String,
) -> Result<Option<String>, Problem> {
    let rows = visit.read().all_within(query.limit(PANEL_ROWS), &*visit.scope("commitment.list")).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let row = |view: CommitmentView| Row {
        badge: status_badge(visit.t(), view.status),
        due: visit.text("commitments-due").arg("date", visit.date(view.due)).to_string(),
        view,
    };
    let rows = views(visit, rows).await?.into_iter().map(row).collect();
    let more = LinkButton::secondary(visit.text("commitments-panel-more"), more_href);
    let body = ShortList { rows, more }.render().map_err(Problem::internal)?;
    Ok(Some(Panel::new("engagements", title, Content::Html(body)).to_string()))
}

/// How many promises of a département are open, and about how many there is news; no name and no word of any of them.
async fn territory(visit: Visit, subject: Subject) -> Result<Option<String>, Problem> {
    let Subject::Territory(territory) = subject else { return Ok(None) };
    if territory.kind() != TerritoryKind::Departement {
        return Ok(None);
    }
    let scope = visit.scope("commitment.list");
    let counts = count_open_by_status(&visit.read(), territory, &*scope).await?;
    let open: i64 = counts.iter().map(|(_, count)| count).sum();
    if open == 0 {
        return Ok(None);
    }
    let answered: i64 = counts.iter().filter(|(status, _)| *status != Status::NoNews).map(|(_, count)| count).sum();
    let sentence = visit.text("commitments-panel-territory-sentence").arg("open", open).arg("answered", answered);
    let sentence = Content::from(sentence);
    let more = LinkButton::secondary(visit.text("commitments-panel-more"), list_of(territory));
    let body = Content::Html(format!("<p>{sentence}</p><p>{more}</p>"));
    Ok(Some(Panel::new("engagements", visit.text("commitments-panel-territory"), body).to_string()))
}

fn list_of(territory: Territory) -> String {
    match territory.kind() {
        TerritoryKind::Departement => format!("/fil?departement={territory}"),
        _ => "/fil".to_owned(),
    }
}
