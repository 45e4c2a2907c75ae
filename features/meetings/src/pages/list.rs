//! The meetings of a collective.

use askama::Template;
use axum::extract::Path;
use kit_base::Territory;
use kit_ui::{Column, Content, ExportLinks, LinkButton, Table};
use kit_web::{Answer, Visit};
use sea_orm::QuerySelect;
use territory::DEPARTEMENT_FILTER;

use super::{departement_at, list_path};
use crate::files::MEETINGS;
use crate::letters::when;
use crate::model::MEETINGS_SHOWN_MAX;
use crate::panels::may_hold;
use crate::store::{meeting, of_departement};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    visit: &'a Visit,
    heading: String,
    create: Option<LinkButton>,
    export: Option<ExportLinks>,
    table: Table,
}

/// `GET /collectifs/{code}/reunions`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    let departement = departement_at(&code)?;
    let query = of_departement(departement).limit(MEETINGS_SHOWN_MAX);
    let rows = visit.read().all_within(query, &*visit.scope("meeting.list")).await?;
    let heading = visit.text("meetings-list-title").arg("departement", territory::name(departement, visit.locale()));
    let heading = heading.to_string();
    let create =
        || LinkButton::primary(visit.text("meetings-create-action"), format!("{}/nouvelle", list_path(departement)));
    let page = ListPage {
        visit: &visit,
        heading: heading.clone(),
        create: may_hold(&visit, departement).then(create),
        export: (!rows.is_empty()).then(|| export(&visit, departement)),
        table: table(&visit, &rows),
    };
    kit_web::Page::new(heading)
        .step(visit.text("meetings-collectives"), "/collectifs")
        .step(territory::name(departement, visit.locale()), format!("/collectifs/{}", departement.code()))
        .show(&visit, &page)
}

fn export(visit: &Visit, departement: Territory) -> ExportLinks {
    ExportLinks::narrowed(visit.t(), MEETINGS.name, &[(DEPARTEMENT_FILTER.name, &departement.to_string())])
}

fn table(visit: &Visit, rows: &[meeting::Model]) -> Table {
    let columns = vec![
        Column::new(visit.text("meetings-meeting")),
        Column::new(visit.text("meetings-day")),
        Column::new(visit.text("meetings-place")),
    ];
    let empty = Table::new("reunions", visit.text("meetings-title"), columns, visit.text("meetings-none"));
    rows.iter().fold(empty.caption_unseen(), |table, row| {
        let called = Content::from(row.called(visit.t()));
        let cancelled = row.cancelled_at.map(|_| format!(" ({})", Content::from(visit.text("meetings-cancelled"))));
        let link = format!("<a href=\"{}\">{called}</a>{}", row.path(), cancelled.unwrap_or_default());
        table.row(vec![Content::Html(link), when(visit.t(), row).into(), row.place.clone().unwrap_or_default().into()])
    })
}
