//! A meeting: its agenda, and what came of it.

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;
use commitments::{
    CommitmentView, RecordDecision, decisions_taken_at, parse_record, record_fields, status_badge, taken_at,
};
use kit_base::limits::{MINUTES_CHARACTERS_MAX, SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Problem, Visibility};
use kit_ui::{Badge, Button, Choice, Column, Content, DescriptionList, Field, FieldKind, LinkButton, Table, Tone};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::under_list;
use crate::calendar;
use crate::commands::WriteMinutes;
use crate::dossier::Before;
use crate::letters::when;
use crate::store::{find, meeting, presence, presences_of};
use crate::visibility_label;

/// Lines of the minutes shown at first.
const MINUTES_ROWS: u8 = 10;

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage<'a> {
    visit: &'a Visit,
    called: String,
    path: String,
    cancelled: Option<Badge>,
    facts: DescriptionList,
    actions: Vec<LinkButton>,
    points: Vec<String>,
    /// `None` for those who may see no promise.
    promises: Option<Table>,
    presences: Vec<String>,
    people: String,
    decisions: Vec<String>,
    taken: Option<Table>,
    minutes: Vec<String>,
    next_day: Option<String>,
    forms: Option<Writing<'a>>,
}

/// The forms, for who holds the meeting.
struct Writing<'a> {
    decision: (&'a Form, Field, Button),
    commitment: (&'a Form, Vec<Field>, Button),
    minutes: (&'a Form, Vec<Field>, Button),
}

#[derive(Default)]
struct Forms {
    decision: Form,
    commitment: Form,
    minutes: Option<Form>,
}

/// `GET /reunions/{id}`, and the calendar at `GET /reunions/{id}.ics`.
pub(crate) async fn get(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    if let Some(id) = id.strip_suffix(calendar::SUFFIX) {
        return calendar::of_meeting(&visit, id, &headers).await;
    }
    let row = find(&visit, &id).await?;
    show(&visit, &row, Forms::default()).await
}

/// `POST …/decisions`
pub(crate) async fn post_decision(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let outcome = async {
        let mut fields = submission.fields();
        let text = fields.text("texte-decision", SENTENCE_CHARACTERS_MAX);
        let origin = row.origin(visit.t());
        let command = fields.complete(|| Some(RecordDecision { origin, text: text?, territory: row.territory }))?;
        visit.carry_out(&submission, &command, |_| format!("{}#champ-texte-decision", row.path())).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-decision-recorded")),
        Err(problem) => {
            let decision = Form::new().refused(&submission, problem)?;
            show(&visit, &row, Forms { decision, ..Forms::default() }).await
        }
    }
}

/// `POST …/engagements`
pub(crate) async fn post_commitment(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let outcome = async {
        let command = parse_record(&submission, row.origin(visit.t()))?;
        visit.carry_out(&submission, &command, |_| format!("{}#champ-organisation", row.path())).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-commitment-recorded")),
        Err(problem) => {
            let commitment = Form::new().refused(&submission, problem)?;
            show(&visit, &row, Forms { commitment, ..Forms::default() }).await
        }
    }
}

/// `POST …/compte-rendu`
pub(crate) async fn post_minutes(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let mut fields = submission.fields();
        let minutes = fields.optional_lines("compte-rendu", MINUTES_CHARACTERS_MAX);
        let next_day = fields.optional_date("prochaine");
        let command = fields.complete(|| {
            Some(WriteMinutes { meeting: row.id, version_read, minutes: minutes?, next_day: next_day? })
        })?;
        visit.carry_out(&submission, &command, |_| format!("{}#compte-rendu", row.path())).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-minutes-written")),
        Err(problem) => {
            let row = find(&visit, &id).await?;
            let minutes = Some(minutes_form(&row).refused(&submission, problem)?);
            show(&visit, &row, Forms { minutes, ..Forms::default() }).await
        }
    }
}

async fn show(visit: &Visit, row: &meeting::Model, forms: Forms) -> Answer {
    let t = visit.t();
    let minutes_form = forms.minutes.unwrap_or_else(|| minutes_form(row));
    let statuses = [&forms.decision, &forms.commitment, &minutes_form].map(Form::status);
    let status = statuses.into_iter().find(|status| !status.is_success()).unwrap_or_default();
    let may_hold = visit.person().is_some() && visit.may("meeting.hold", &row.resource());
    // What is said inside a meeting is for people who are signed in, even where everybody may know that it is held.
    let is_inside = visit.person().is_some();
    let sees_promises = is_inside && !visit.scope("commitment.list").is_nothing();
    let decisions = if sees_promises { decisions_taken_at(visit, &[row.id.0]).await? } else { Vec::new() };
    let decision_choices: Vec<Choice> = decisions
        .iter()
        .map(|decision| {
            let label: String = decision.text.chars().take(TITLE_CHARACTERS_MAX).collect();
            Choice::new(decision.id.to_string(), label)
        })
        .collect();
    let presences: Vec<presence::Model> =
        if is_inside { visit.read().all(presences_of(row.id)).await? } else { Vec::new() };
    let people: i32 = presences.iter().map(|line| line.people).sum();
    let is_open = may_hold && row.cancelled_at.is_none();
    let writing = if is_open {
        let organisations = directory::choices(visit, row.territory).await?;
        Some(Writing {
            decision: (
                &forms.decision,
                decision_field(visit, &forms.decision),
                Button::primary(t.text("meetings-decision-button")),
            ),
            commitment: (
                &forms.commitment,
                record_fields(visit, &forms.commitment, organisations, decision_choices),
                Button::primary(t.text("meetings-commitment-button")),
            ),
            minutes: (
                &minutes_form,
                minutes_fields(visit, &minutes_form),
                Button::primary(t.text("meetings-minutes-button")),
            ),
        })
    } else {
        None
    };
    let page = MeetingPage {
        visit,
        called: row.called(t),
        path: row.path(),
        cancelled: row.cancelled_at.map(|_| Badge::new(Tone::Warning, t.text("meetings-cancelled"))),
        facts: facts(visit, row),
        actions: actions(visit, row, is_open, is_inside),
        points: lines_of(row.points.as_deref()),
        promises: if sees_promises { Some(promises_table(visit, row).await?) } else { None },
        presences: presences
            .iter()
            .map(|line| {
                t.text("meetings-present")
                    .arg("organisation", &line.organisation_name)
                    .arg("count", line.people)
                    .to_string()
            })
            .collect(),
        people: t.text("meetings-people-count").arg("count", people).to_string(),
        decisions: decisions.into_iter().map(|decision| decision.text).collect(),
        taken: if sees_promises { Some(taken_table(visit, row).await?) } else { None },
        minutes: if is_inside { paragraphs(row.minutes.as_deref()) } else { Vec::new() },
        next_day: row.next_day.map(|day| t.weekday_date(day)),
        forms: writing,
    };
    let called = row.called(t);
    under_list(visit, called, row.territory).status(status).show(visit, &page)
}

/// The lines of a text that hold something.
pub(super) fn lines_of(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(super) fn paragraphs(text: Option<&str>) -> Vec<String> {
    let text = text.unwrap_or_default().split("\n\n").map(str::trim);
    text.filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
}

pub(super) fn facts(visit: &Visit, row: &meeting::Model) -> DescriptionList {
    let t = visit.t();
    let visibility = match row.visibility {
        Visibility::Public => String::new(),
        narrower => t.text(visibility_label(narrower)).to_string(),
    };
    DescriptionList::new()
        .with(t.text("meetings-day"), when(t, row))
        .with(t.text("meetings-place"), row.place.clone().unwrap_or_default())
        .with(t.text("meetings-collective"), territory::link(row.territory, t.locale()))
        .with(t.text("meetings-visibility"), visibility)
}

fn actions(visit: &Visit, row: &meeting::Model, is_open: bool, is_inside: bool) -> Vec<LinkButton> {
    let at =
        |key: &'static str, address: &str| LinkButton::secondary(visit.text(key), format!("{}/{address}", row.path()));
    let mut actions = Vec::new();
    if is_open {
        actions.push(LinkButton::primary(visit.text("meetings-dossier-action"), format!("{}/dossier", row.path())));
        actions.push(at("meetings-return-action", "retour"));
        actions.push(at("meetings-presence-action", "presences"));
        actions.push(at("meetings-invite-action", "inviter"));
        actions.push(at("meetings-edit-action", "modifier"));
        actions.push(at("meetings-cancel-action", "annuler"));
    }
    if is_inside {
        actions.push(at("meetings-report-action", "releve"));
    }
    if row.visibility == Visibility::Public {
        let href = format!("{}{}", row.path(), calendar::SUFFIX);
        actions.push(LinkButton::download(visit.text("meetings-calendar-action"), href));
    }
    actions
}

/// What is still promised in the département, the nearest date first: the agenda that nobody has to write. Each promise leads to where its answer
/// is written down as said in a meeting.
async fn promises_table(visit: &Visit, row: &meeting::Model) -> Result<Table, Problem> {
    let columns = vec![
        Column::new(visit.text("meetings-column-what")),
        Column::new(visit.text("meetings-column-organisation")),
        Column::new(visit.text("meetings-column-due")),
        Column::new(visit.text("meetings-column-state")),
    ];
    let empty =
        Table::new("promesses", visit.text("meetings-promises-title"), columns, visit.text("meetings-promises-none"));
    let before = Before::of(visit, row).await?;
    Ok(before.promises.iter().fold(empty.caption_unseen(), |table, view| {
        let href = format!("{}?dit=meeting#repondre", view.path());
        table.row(promise_cells(visit, view, &href))
    }))
}

async fn taken_table(visit: &Visit, row: &meeting::Model) -> Result<Table, Problem> {
    let columns = vec![
        Column::new(visit.text("meetings-column-what")),
        Column::new(visit.text("meetings-column-organisation")),
        Column::new(visit.text("meetings-column-due")),
        Column::new(visit.text("meetings-column-state")),
    ];
    let empty =
        Table::new("engagements", visit.text("meetings-taken-title"), columns, visit.text("meetings-taken-none"));
    let taken = taken_at(visit, &[row.id.0]).await?;
    Ok(taken.iter().fold(empty.caption_unseen(), |table, view| table.row(promise_cells(visit, view, &view.path()))))
}

fn promise_cells(visit: &Visit, view: &CommitmentView, href: &str) -> Vec<Content> {
    vec![
        Content::Html(format!("<a href=\"{href}\">{}</a>", Content::from(view.what.as_str()))),
        view.organisation_name.as_str().into(),
        visit.date_short(view.due).into(),
        Content::html(status_badge(visit.t(), view.status)),
    ]
}

fn decision_field(visit: &Visit, form: &Form) -> Field {
    let t = visit.t();
    let field = Field::text(t, "texte-decision", t.text("meetings-decision-text"))
        .purpose(t.text("meetings-report-purpose"))
        .maxlength(SENTENCE_CHARACTERS_MAX);
    form.fill(field)
}

fn minutes_fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let fields = [
        Field::new(t, FieldKind::Textarea { rows: MINUTES_ROWS }, "compte-rendu", t.text("meetings-minutes-text"))
            .purpose(t.text("meetings-report-purpose"))
            .maxlength(MINUTES_CHARACTERS_MAX)
            .optional(),
        Field::date(t, "prochaine", t.text("meetings-column-next-day"))
            .purpose(t.text("meetings-report-purpose"))
            .optional(),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

fn minutes_form(row: &meeting::Model) -> Form {
    let next = row.next_day.map(|day| day.to_string()).unwrap_or_default();
    let minutes = row.minutes.clone().unwrap_or_default();
    Form::new().known("compte-rendu", minutes).known("prochaine", next).version(row.version)
}
