//! What the page of a collective shows of its meetings.

use futures::future::BoxFuture;
use kit_base::{Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_ui::{Content, LinkButton, Panel};
use kit_web::{Subject, Visit};
use sea_orm::QuerySelect;

use crate::letters::when;
use crate::pages::list_path;
use crate::store::{meeting, of_departement};

/// The next meeting and the last ones; the others are one link away.
const PANEL_ROWS: u64 = 4;

pub(crate) fn of_collective(visit: Visit, subject: Subject) -> BoxFuture<'static, Result<Option<String>, Problem>> {
    Box::pin(async move {
        let Subject::Record(_, departement) = subject else { return Ok(None) };
        let query = of_departement(departement).limit(PANEL_ROWS);
        let rows = visit.read().all_within(query, &*visit.scope("meeting.list")).await?;
        let holds = may_hold(&visit, departement);
        if rows.is_empty() && !holds {
            return Ok(None);
        }
        let lines: String = rows.iter().map(|row| line(&visit, row)).collect();
        let none = Content::from(visit.text("meetings-none"));
        let body = if rows.is_empty() { format!("<p>{none}</p>") } else { format!("<ul>{lines}</ul>") };
        let all = LinkButton::secondary(visit.text("meetings-see-all"), list_path(departement));
        let plan =
            LinkButton::primary(visit.text("meetings-create-action"), format!("{}/nouvelle", list_path(departement)));
        let plan = if holds { plan.to_string() } else { String::new() };
        let body = Content::Html(format!("{body}<p class=\"actions\">{all}{plan}</p>"));
        Ok(Some(Panel::new("reunions", visit.text("meetings-title"), body).to_string()))
    })
}

/// Whether this person holds the meetings of this collective.
pub(crate) fn may_hold(visit: &Visit, departement: Territory) -> bool {
    let resource = Resource::new("meeting", Visibility::Registered).in_territory(departement);
    visit.person().is_some() && visit.may("meeting.hold", &resource)
}

fn line(visit: &Visit, row: &meeting::Model) -> String {
    let called = Content::from(row.called(visit.t()));
    let when = Content::from(when(visit.t(), row));
    let cancelled = row.cancelled_at.map(|_| format!(" – {}", Content::from(visit.text("meetings-cancelled"))));
    format!("<li><a href=\"{}\">{called}</a> · {when}{}</li>", row.path(), cancelled.unwrap_or_default())
}
