//! The record of decisions, on one page to print or to send the same night.

use askama::Template;
use axum::extract::Path;
use commitments::{decisions_taken_at, taken_at};
use kit_ui::DescriptionList;
use kit_web::{Answer, Visit};

use super::meeting::{facts, paragraphs};
use super::under;
use crate::store::{find, presences_of};

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'a> {
    visit: &'a Visit,
    called: String,
    facts: DescriptionList,
    presences: String,
    decisions: Vec<String>,
    promises: Vec<String>,
    minutes: Vec<String>,
    next_day: Option<String>,
}

/// `GET /reunions/{id}/releve`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.signed_in()?;
    let row = find(&visit, &id).await?;
    let t = visit.t();
    let presences = visit.read().all(presences_of(row.id)).await?;
    let present = |line: &crate::store::presence::Model| {
        t.text("meetings-present").arg("organisation", &line.organisation_name).arg("count", line.people).to_string()
    };
    let promise = |view: commitments::CommitmentView| {
        t.text("meetings-report-promise")
            .arg("organisation", &view.organisation_name)
            .arg("what", &view.what)
            .arg("due", t.date(view.due))
            .to_string()
    };
    let page = ReportPage {
        visit: &visit,
        called: row.called(t),
        facts: facts(&visit, &row),
        presences: presences.iter().map(present).collect::<Vec<_>>().join(" ; "),
        decisions: decisions_taken_at(&visit, &[row.id.0]).await?.into_iter().map(|decision| decision.text).collect(),
        promises: taken_at(&visit, &[row.id.0]).await?.into_iter().map(promise).collect(),
        minutes: paragraphs(row.minutes.as_deref()),
        next_day: row.next_day.map(|day| t.weekday_date(day)),
    };
    under(&visit, visit.text("meetings-report-title"), &row).show(&visit, &page)
}
