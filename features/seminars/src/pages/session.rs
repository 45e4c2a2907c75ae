//! A session: its minutes, and what was decided and promised in it.

use askama::Template;
use axum::extract::Path;
use commitments::{RecordDecision, decisions_taken_at, parse_record, record_fields, status_badge, taken_at};
use kit_base::limits::{MINUTES_CHARACTERS_MAX, SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Problem, Territory, Visibility};
use kit_policy::{Reach, Resource};
use kit_ui::{Badge, Button, Choice, Column, Content, DescriptionList, Field, FieldKind, LinkButton, Table};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::EditMinutes;
use crate::model::SessionId;
use crate::pages::page::{cancelled_badge, half_day_name, hours_name, kind_name};
use crate::pages::session_details::visibility_label;
use crate::store::{by_slug, half_day, minutes, minutes_of, seminar, session, session_of};

/// Lines of the minutes shown at first.
const MINUTES_ROWS: u8 = 12;

#[derive(Template)]
#[template(path = "session.html")]
struct SessionPage<'a> {
    visit: &'a Visit,
    title: &'a str,
    path: String,
    facts: DescriptionList,
    cancelled: Option<Badge>,
    actions: Vec<LinkButton>,
    /// Where to sign in and come back, for whoever did not.
    sign_in: Option<String>,
    minutes: Option<Minutes<'a>>,
    promises: Option<Promises<'a>>,
}

/// The minutes as they stand, and the form for whoever may write them.
struct Minutes<'a> {
    paragraphs: Vec<String>,
    form: Option<(&'a Form, Field, Button)>,
}

/// What was decided and promised, and the forms for whoever may record it.
struct Promises<'a> {
    decisions: Vec<String>,
    commitments: Table,
    decision_form: Option<(&'a Form, Field, Button)>,
    commitment_form: Option<(&'a Form, Vec<Field>, Button)>,
}

/// The forms of the page; one of them may come back with what was typed.
#[derive(Default)]
struct Forms {
    minutes: Option<Form>,
    decision: Form,
    commitment: Form,
}

/// A session, its half-day and its seminar.
pub(crate) struct Found {
    pub(crate) seminar: seminar::Model,
    pub(crate) half_day: half_day::Model,
    pub(crate) session: session::Model,
}

type SessionPath = Path<(String, String)>;

/// `GET /seminaires/{slug}/sessions/{id}`
pub(crate) async fn get(visit: Visit, Path((slug, session)): SessionPath) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    show(&visit, &found, Forms::default()).await
}

/// `POST …/compte-rendu`
pub(crate) async fn post_minutes(visit: Visit, Path((slug, session)): SessionPath, submission: Submission) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    let outcome = async {
        let command = parse_minutes(found.session.id, &submission)?;
        visit.carry_out(&submission, &command, |()| found.path_at("compte-rendu")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-minutes-saved")),
        Err(problem) => {
            let stands = minutes_of(&visit.read(), found.session.id).await?;
            let form = minutes_form(stands.as_ref()).refused(&submission, problem)?;
            show(&visit, &found, Forms { minutes: Some(form), ..Forms::default() }).await
        }
    }
}

/// `POST …/decisions`
pub(crate) async fn post_decision(visit: Visit, Path((slug, session)): SessionPath, submission: Submission) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    let outcome = async {
        let command = parse_decision(&found, &submission)?;
        visit.carry_out(&submission, &command, |_| found.path_at("champ-texte-decision")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-decision-recorded")),
        Err(problem) => {
            let decision = Form::new().refused(&submission, problem)?;
            show(&visit, &found, Forms { decision, ..Forms::default() }).await
        }
    }
}

/// `POST …/engagements`
pub(crate) async fn post_commitment(
    visit: Visit,
    Path((slug, session)): SessionPath,
    submission: Submission,
) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    let outcome = async {
        let command = parse_record(&submission, found.origin())?;
        visit.carry_out(&submission, &command, |_| found.path_at("champ-organisation")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-commitment-recorded")),
        Err(problem) => {
            let commitment = Form::new().refused(&submission, problem)?;
            show(&visit, &found, Forms { commitment, ..Forms::default() }).await
        }
    }
}

impl Found {
    pub(crate) fn path(&self) -> String {
        self.session.path(&self.seminar)
    }

    /// The page, at this anchor: whoever types goes on where they were, with the next line to fill under the cursor.
    fn path_at(&self, anchor: &str) -> String {
        format!("{}#{anchor}", self.path())
    }

    fn origin(&self) -> commitments::Origin {
        self.session.origin(&self.seminar, self.half_day.day)
    }
}

pub(crate) async fn find(visit: &Visit, slug: &str, session: &str) -> Result<Found, Problem> {
    let reader = visit.read();
    let scope = visit.scope("seminar.read");
    let seminar = by_slug(&reader, slug, &*scope).await?;
    let session = session.parse::<SessionId>().or(Err(Problem::NotFound))?;
    let (session, half_day) = session_of(&reader, seminar.id, session).await?;
    if scope.allows(&session.resource(&seminar)) {
        Ok(Found { seminar, half_day, session })
    } else {
        Err(Problem::NotFound)
    }
}

async fn show(visit: &Visit, found: &Found, forms: Forms) -> Answer {
    let t = visit.t();
    let stands = minutes_of(&visit.read(), found.session.id).await?;
    let minutes_form = forms.minutes.unwrap_or_else(|| minutes_form(stands.as_ref()));
    let status = [&minutes_form, &forms.decision, &forms.commitment]
        .into_iter()
        .map(Form::status)
        .find(|status| !status.is_success())
        .unwrap_or_default();
    let page = SessionPage {
        visit,
        title: &found.session.title,
        path: found.path(),
        facts: facts(visit, found),
        cancelled: found.session.cancelled_at.map(|_| cancelled_badge(visit)),
        actions: actions(visit, found),
        sign_in: visit.person().is_none().then(|| format!("/connexion?suite={}", found.path())),
        minutes: minutes_part(visit, found, stands.as_ref(), &minutes_form),
        promises: promises_part(visit, found, &forms.decision, &forms.commitment).await?,
    };
    Page::new(&found.session.title)
        .step(t.text("seminars-nav"), "/seminaires")
        .step(found.seminar.title_for(t.locale()), found.seminar.path())
        .status(status)
        .show(visit, &page)
}

fn facts(visit: &Visit, found: &Found) -> DescriptionList {
    let t = visit.t();
    let session = &found.session;
    let room = session.room_for(&found.seminar, &visit.scope("seminar.read")).unwrap_or_default();
    DescriptionList::new()
        .with(t.text("seminars-session-kind"), kind_name(visit, session.kind, session.number))
        .with(t.text("seminars-session-half-day"), half_day_name(visit, &found.half_day))
        .with(t.text("seminars-session-hours"), hours_name(visit, session.hours()))
        .with(t.text("seminars-session-room"), room)
        .with(t.text("seminars-session-places"), session.places.map(|places| places.to_string()).unwrap_or_default())
        .with(t.text("seminars-session-visibility"), narrower(visit, session))
}

/// Whom it is for, where it is not for everybody.
fn narrower(visit: &Visit, session: &session::Model) -> String {
    match session.visibility {
        Visibility::Public => String::new(),
        narrower => visit.text(visibility_label(narrower)).to_string(),
    }
}

fn actions(visit: &Visit, found: &Found) -> Vec<LinkButton> {
    let may_edit = visit.person().is_some() && visit.may("session.edit", &found.session.resource(&found.seminar));
    let edit =
        || LinkButton::secondary(visit.text("seminars-session-edit-action"), format!("{}/modifier", found.path()));
    may_edit.then(edit).into_iter().collect()
}

/// Minutes are read by people who are signed in: nobody has yet agreed that they leave the house.
fn minutes_part<'a>(
    visit: &Visit,
    found: &Found,
    stands: Option<&minutes::Model>,
    form: &'a Form,
) -> Option<Minutes<'a>> {
    let t = visit.t();
    let internal = Resource::new("minutes", Visibility::Registered).in_territory(found.seminar.territory);
    visit.person()?;
    if !visit.scope("seminar.read").allows(&internal) {
        return None;
    }
    let may_write = visit.may("minutes.edit", &found.session.resource(&found.seminar));
    let field = || {
        let kind = FieldKind::Textarea { rows: MINUTES_ROWS };
        let field = Field::new(t, kind, "compte-rendu", t.text("seminars-minutes-text"))
            .hint(t.text("seminars-minutes-hint"))
            .purpose(t.text("seminars-minutes-purpose"))
            .maxlength(MINUTES_CHARACTERS_MAX);
        form.fill(field)
    };
    let paragraphs = stands.map_or("", |minutes| minutes.text.as_str()).split("\n\n");
    Some(Minutes {
        paragraphs: paragraphs.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect(),
        form: may_write.then(|| (form, field(), Button::primary(t.text("seminars-minutes-button")))),
    })
}

/// The form of the minutes, filled with what stands.
fn minutes_form(stands: Option<&minutes::Model>) -> Form {
    match stands {
        Some(minutes) => Form::new().known("compte-rendu", &minutes.text).version(minutes.version),
        None => Form::new().version(0),
    }
}

async fn promises_part<'a>(
    visit: &Visit,
    found: &Found,
    decision_form: &'a Form,
    commitment_form: &'a Form,
) -> Result<Option<Promises<'a>>, Problem> {
    if visit.person().is_none() || visit.scope("commitment.list").is_nothing() {
        return Ok(None);
    }
    let t = visit.t();
    let ids = [found.session.id.0];
    let decisions = decisions_taken_at(visit, &ids).await?;
    let decision = Resource::new("decision", Visibility::Invited).in_territory(found.seminar.territory);
    let may_decide = visit.may("decision.record", &decision);
    let decision_field = || {
        let field = Field::text(t, "texte-decision", t.text("seminars-decision-text"))
            .purpose(t.text("seminars-decision-purpose"))
            .maxlength(SENTENCE_CHARACTERS_MAX);
        decision_form.fill(field)
    };
    let organisations = organisations(visit, found.seminar.territory).await?;
    let decision_choices = decisions
        .iter()
        .map(|decision| {
            let label: String = decision.text.chars().take(TITLE_CHARACTERS_MAX).collect();
            Choice::new(decision.id.to_string(), label)
        })
        .collect();
    Ok(Some(Promises {
        decisions: decisions.into_iter().map(|decision| decision.text).collect(),
        commitments: commitments_table(visit, &ids).await?,
        decision_form: may_decide
            .then(|| (decision_form, decision_field(), Button::primary(t.text("seminars-decision-button")))),
        commitment_form: organisations.map(|organisations| {
            let fields = record_fields(visit, commitment_form, organisations, decision_choices);
            (commitment_form, fields, Button::primary(t.text("seminars-commitment-button")))
        }),
    }))
}

/// The organisations for which this person may record what they promise; `None` for people who may not record anything here.
async fn organisations(visit: &Visit, region: Territory) -> Result<Option<Vec<Choice>>, Problem> {
    let atlas = territories::atlas();
    let places: Vec<Territory> = match visit.scope("commitment.record").reach(Visibility::Invited) {
        Reach::Everywhere => vec![region],
        Reach::Within { territories, .. } if territories.contains(&region) => vec![region],
        Reach::Within { territories, .. } => {
            territories.into_iter().filter(|place| atlas.region_of(*place) == Some(region)).collect()
        }
    };
    if places.is_empty() {
        return Ok(None);
    }
    let mut choices = Vec::new();
    for place in places {
        choices.extend(directory::choices(visit, place).await?);
    }
    Ok(Some(choices))
}

async fn commitments_table(visit: &Visit, session: &[uuid::Uuid]) -> Result<Table, Problem> {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("seminars-commitment-what")),
        Column::new(t.text("seminars-commitment-who")),
        Column::new(t.text("seminars-commitment-due")),
        Column::new(t.text("seminars-commitment-state")),
    ];
    let caption = t.text("seminars-commitments-title");
    let mut table = Table::new("engagements", caption, columns, t.text("seminars-commitments-none")).caption_unseen();
    for view in taken_at(visit, session).await? {
        let what = Content::Html(format!(r#"<a href="{}">{}</a>"#, view.path(), Content::from(view.what.as_str())));
        let who = match &view.person_label {
            Some(person) => format!("{} ({person})", view.organisation_name),
            None => view.organisation_name.clone(),
        };
        let due = match view.not_before {
            Some(not_before) => t
                .text("seminars-commitment-due-not-before")
                .arg("due", t.date_short(view.due))
                .arg("not-before", t.date_short(not_before))
                .to_string(),
            None => t.date_short(view.due),
        };
        table = table.row(vec![what, who.into(), due.into(), Content::html(status_badge(t, view.status))]);
    }
    Ok(table)
}

fn parse_minutes(session: SessionId, submission: &Submission) -> Result<EditMinutes, Problem> {
    let version_read = submission.version()?;
    let mut fields = submission.fields();
    let text = fields.lines("compte-rendu", MINUTES_CHARACTERS_MAX);
    fields.complete(|| Some(EditMinutes { session, version_read, text: text? }))
}

fn parse_decision(found: &Found, submission: &Submission) -> Result<RecordDecision, Problem> {
    let mut fields = submission.fields();
    let text = fields.text("texte-decision", SENTENCE_CHARACTERS_MAX);
    fields.complete(|| Some(RecordDecision { origin: found.origin(), text: text?, territory: found.seminar.territory }))
}
