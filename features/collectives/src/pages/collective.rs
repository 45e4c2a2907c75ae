//! The page of a collective: who brings it together, who is in it, who was, and what other rooms know of it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use directory::{OrganisationId, OrganisationSummary};
use kit_base::{Problem, Territory};
use kit_i18n::Translator;
use kit_ui::{Button, Column, Content, EmptyState, HiddenFields, LinkButton, Table};
use kit_web::{Answer, Form, Page, PanelPlace, Subject, Submission, Visit, see_other};

use super::sheet::sheet_path;
use super::{animation_line, collective_name, departement_at, freshness, organisation_link, today_in};
use crate::commands::CreateCollective;
use crate::model::{Collective, Membership, animation, path};
use crate::store::{charters_of, collective, of_departement, resource, row_of, signatories_of};

#[derive(Template)]
#[template(path = "collective.html")]
struct CollectivePage<'a> {
    t: &'a Translator,
    name: String,
    departement: Content,
    fresh: String,
    animation: Content,
    stand_in: Option<Content>,
    charter: Vec<Content>,
    charter_edit: Option<LinkButton>,
    sheet: LinkButton,
    add: Option<LinkButton>,
    now: Table,
    past: Option<Table>,
    panels: Vec<String>,
}

/// A département that has no collective yet.
#[derive(Template)]
#[template(path = "none.html")]
struct NonePage {
    name: String,
    departement: Content,
    nothing: EmptyState,
    open: Option<Opening>,
}

/// The button that opens the collective.
struct Opening {
    action: String,
    hidden: HiddenFields,
    button: Button,
}

/// `GET /collectifs/{code}`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    let departement = departement_at(&code)?;
    match of_departement(&visit, departement).await? {
        Some(collective) => show(&visit, &collective).await,
        None => show_none(&visit, departement),
    }
}

/// `POST /collectifs/{code}/creer`
pub(crate) async fn create(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let departement = departement_at(&code)?;
    let command = CreateCollective { territory: departement, name: None };
    let destination = visit.carry_out(&submission, &command, |_| path(departement)).await?;
    Ok(see_other(&visit, &destination, "done-collectives-opened"))
}

async fn show(visit: &Visit, collective: &Collective) -> Answer {
    let t = visit.t();
    let ids: Vec<OrganisationId> = collective.members.iter().map(|member| member.organisation).collect();
    let row = row_of(visit, collective.territory).await?.ok_or(Problem::NotFound)?;
    let ids: Vec<OrganisationId> = ids.into_iter().chain(row.stand_in_id).collect();
    let organisations = directory::summaries(visit, &ids).await?;
    let today = today_in(visit, collective.territory);
    let (past, now): (Vec<&Membership>, Vec<&Membership>) =
        collective.members.iter().partition(|member| member.is_over_on(today));
    let resource = resource(collective.territory, Some(collective.id));
    let here = path(collective.territory);
    let may_add = visit.may("collective.member-add", &resource);
    let may_end = visit.may("collective.member-end", &resource);
    let name = collective_name(t, collective.name.as_deref(), collective.territory);
    let page = CollectivePage {
        t,
        name: name.clone(),
        departement: territory::link(collective.territory, t.locale()),
        fresh: freshness(visit, &row),
        stand_in: row.stand_in_id.and_then(|id| organisations.get(&id)).map(|found| directory::name_link(t, found)),
        charter: charter_lines(visit, &row, today).await?,
        charter_edit: visit
            .may("collective.edit", &resource)
            .then(|| LinkButton::secondary(t.text("collectives-charter-title"), format!("{here}/charte"))),
        sheet: LinkButton::secondary(t.text("collectives-sheet-see"), sheet_path(collective.territory)),
        animation: animation_line(t, animation(&collective.members, today), |id| organisations.get(&id)),
        add: may_add.then(|| LinkButton::primary(t.text("collectives-add"), format!("{here}/membres/nouveau"))),
        now: now_table(t, &now, &organisations, today, may_end.then_some(here.as_str())),
        past: (!past.is_empty()).then(|| past_table(t, &past, &organisations)),
        panels: panels(visit, collective).await?,
    };
    Page::new(name).step(t.text("collectives-nav"), "/collectifs").show(visit, &page)
}

/// What the members signed, until when, and who signed.
async fn charter_lines(visit: &Visit, row: &collective::Model, today: NaiveDate) -> Result<Vec<Content>, Problem> {
    let t = visit.t();
    let Some(charter) = visit.read().one(charters_of(row.id)).await? else {
        return Ok(vec![t.text("collectives-charter-none").into()]);
    };
    let signed = t.date(charter.signed_on);
    let state = match charter.expires_on {
        Some(expires) if expires < today => {
            t.text("collectives-charter-expired").arg("signed", signed).arg("expires", t.date(expires))
        }
        Some(expires) => t.text("collectives-charter-until").arg("signed", signed).arg("expires", t.date(expires)),
        None => t.text("collectives-charter-since").arg("signed", signed),
    };
    let mut lines = vec![Content::from(state.to_string())];
    let signatories = visit.read().all(signatories_of(charter.id)).await?;
    let ids: Vec<OrganisationId> = signatories.iter().map(|line| line.organisation_id).collect();
    let organisations = directory::summaries(visit, &ids).await?;
    let names: Vec<String> = ids.iter().map(|id| organisation_link(t, organisations.get(id)).to_string()).collect();
    if !names.is_empty() {
        let title = Content::from(t.text("collectives-charter-signatories"));
        lines.push(Content::Html(format!("{title} : {}", names.join(", "))));
    }
    if let Some(address) = &charter.address {
        let (shown, words) = (Content::from(address.as_str()), Content::from(t.text("collectives-charter-read")));
        lines.push(Content::Html(format!(r#"<a href="{shown}" rel="noopener nofollow external">{words}</a>"#)));
    }
    Ok(lines)
}

async fn panels(visit: &Visit, collective: &Collective) -> Result<Vec<String>, Problem> {
    let subject = Subject::Record(collective.id.0, collective.territory);
    territory::panels(visit, PanelPlace::Collective, subject).await
}

fn show_none(visit: &Visit, departement: Territory) -> Answer {
    let t = visit.t();
    let may_open = visit.may("collective.member-add", &resource(departement, None));
    let name = collective_name(t, None, departement);
    let text = if may_open { t.text("collectives-not-open-yours") } else { t.text("collectives-not-open-text") };
    let page = NonePage {
        name: name.clone(),
        departement: territory::link(departement, t.locale()),
        nothing: EmptyState { title: t.text("collectives-not-open-title").into(), text: text.into(), action: None },
        open: may_open.then(|| Opening {
            action: format!("{}/creer", path(departement)),
            hidden: Form::new().hidden(visit),
            button: Button::primary(t.text("collectives-open")),
        }),
    };
    Page::new(name).step(t.text("collectives-nav"), "/collectifs").show(visit, &page)
}

/// Those who are in now or will be; with the way out of it when `here`, the page's address, is given.
fn now_table(
    t: &Translator,
    members: &[&Membership],
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
    today: NaiveDate,
    here: Option<&str>,
) -> Table {
    let mut columns = vec![
        Column::new(t.text("collectives-organisation")),
        Column::new(t.text("collectives-role")),
        Column::new(t.text("collectives-time")),
    ];
    if here.is_some() {
        columns.push(Column::new(t.text("collectives-change")));
    }
    let caption = t.text("collectives-members-title");
    let mut table = Table::new("membres", caption, columns, t.text("collectives-members-none")).caption_unseen();
    for member in members {
        let organisation = organisations.get(&member.organisation);
        let mut cells = vec![
            organisation_link(t, organisation),
            t.text(member.role.label()).into(),
            time_to_come(t, member, today).into(),
        ];
        if let Some(here) = here {
            cells.push(if member.until.is_none() { end_link(t, here, member, organisation) } else { "".into() });
        }
        table = table.row(cells);
    }
    table
}

/// `depuis le 3 mars 2024`, `à partir du …`, and until when where that is known.
fn time_to_come(t: &Translator, member: &Membership, today: NaiveDate) -> String {
    let from = t.date(member.from);
    match (member.until, member.from > today) {
        (Some(until), _) => t.text("collectives-from-until").arg("from", from).arg("until", t.date(until)).into(),
        (None, true) => t.text("collectives-from").arg("date", from).into(),
        (None, false) => t.text("collectives-since").arg("date", from).into(),
    }
}

fn end_link(t: &Translator, here: &str, member: &Membership, organisation: Option<&OrganisationSummary>) -> Content {
    let label = Content::from(t.text("collectives-end"));
    let about = Content::from(organisation.map(OrganisationSummary::display_name).unwrap_or_default());
    Content::Html(format!(
        r#"<a href="{here}/membres/{}/fin">{label}<span class="unseen"> – {about}</span></a>"#,
        member.id
    ))
}

fn past_table(
    t: &Translator,
    members: &[&Membership],
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
) -> Table {
    let columns = vec![
        Column::new(t.text("collectives-organisation")),
        Column::new(t.text("collectives-role")),
        Column::new(t.text("collectives-first-day")),
        Column::new(t.text("collectives-last-day")),
    ];
    let caption = t.text("collectives-past-title");
    let mut table =
        Table::new("anciens-membres", caption, columns, t.text("collectives-members-none")).caption_unseen();
    for member in members {
        table = table.row(vec![
            organisation_link(t, organisations.get(&member.organisation)),
            t.text(member.role.label()).into(),
            t.date(member.from).into(),
            member.until.map(|until| t.date(until)).unwrap_or_default().into(),
        ]);
    }
    table
}
