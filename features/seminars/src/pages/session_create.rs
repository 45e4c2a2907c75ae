//! A session is added; the form comes back with its hours kept, for the next one held at the same time.

use askama::Template;
use axum::extract::{Path, Query};
use kit_base::{Problem, Visibility};
use kit_ui::{Button, Choice, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use serde::Deserialize;

use crate::commands::AddSession;
use crate::model::{HalfDayId, Hours, SessionKind};
use crate::pages::page::{SessionCard, half_day_title, session_cards};
use crate::pages::{details, session_details};
use crate::store::{by_slug, half_day, half_day_of, seminar, sessions_of};

/// What is kept from the session that was just added.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    genre: String,
    debut: String,
    fin: String,
}

#[derive(Template)]
#[template(path = "session_create.html")]
struct SessionCreatePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    half_day: String,
    seminar_path: String,
    already: Vec<SessionCard>,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /seminaires/{slug}/demi-journees/{id}/sessions`
pub(crate) async fn get(
    visit: Visit,
    Path((slug, half_day)): Path<(String, String)>,
    Query(kept): Query<Kept>,
) -> Answer {
    let (seminar, half_day) = find(&visit, &slug, &half_day).await?;
    let hours = half_day.hours();
    let or = |kept: String, usual: String| if kept.is_empty() { usual } else { kept };
    let form = Form::new()
        .known("genre", or(kept.genre, SessionKind::Workshop.code().to_owned()))
        .known("visibilite", Visibility::Public)
        .known("visibilite-salle", Visibility::Public)
        .known("debut", or(kept.debut, hours.starts.format("%H:%M").to_string()))
        .known("fin", or(kept.fin, hours.ends.format("%H:%M").to_string()));
    show(&visit, &seminar, &half_day, form).await
}

/// `POST /seminaires/{slug}/demi-journees/{id}/sessions`
pub(crate) async fn post(
    visit: Visit,
    Path((slug, half_day)): Path<(String, String)>,
    submission: Submission,
) -> Answer {
    let (seminar, half_day) = find(&visit, &slug, &half_day).await?;
    let outcome = async {
        let command = parse(half_day.id, &submission)?;
        let same_hours = format!(
            "{}?genre={}&debut={}&fin={}",
            action(&seminar, &half_day),
            command.kind,
            command.hours.starts.format("%H:%M"),
            command.hours.ends.format("%H:%M"),
        );
        visit.carry_out(&submission, &command, |_| same_hours.clone()).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-session-added")),
        Err(problem) => {
            let form = Form::new().refused(&submission, problem)?;
            show(&visit, &seminar, &half_day, form).await
        }
    }
}

async fn find(visit: &Visit, slug: &str, half_day: &str) -> Result<(seminar::Model, half_day::Model), Problem> {
    let reader = visit.read();
    let seminar = by_slug(&reader, slug, &*visit.scope("seminar.read")).await?;
    let half_day = half_day.parse::<HalfDayId>().or(Err(Problem::NotFound))?;
    let half_day = half_day_of(&reader, seminar.id, half_day).await?;
    Ok((seminar, half_day))
}

async fn show(visit: &Visit, seminar: &seminar::Model, half_day: &half_day::Model, form: Form) -> Answer {
    details::check_may(visit, "session.add", seminar)?;
    let t = visit.t();
    let already = sessions_of(&visit.read(), &[half_day.id]).await?;
    let page = SessionCreatePage {
        visit,
        form: &form,
        half_day: half_day_title(visit, half_day),
        seminar_path: seminar.path(),
        already: session_cards(visit, seminar, already),
        action: action(seminar, half_day),
        fields: fields(visit, &form, half_day.hours()),
        button: Button::primary(t.text("seminars-session-add-button")),
    };
    Page::new(t.text("seminars-session-add-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .status(form.status())
        .show(visit, &page)
}

fn action(seminar: &seminar::Model, half_day: &half_day::Model) -> String {
    format!("{}/demi-journees/{}/sessions", seminar.path(), half_day.id)
}

fn fields(visit: &Visit, form: &Form, half_day: Hours) -> Vec<Field> {
    let t = visit.t();
    let kinds = SessionKind::ALL.iter().map(|kind| Choice::new(kind.code(), t.text(kind.label()))).collect();
    let kind = form.fill(Field::radios(t, "genre", t.text("seminars-session-kind"), kinds));
    std::iter::once(kind).chain(session_details::fields(visit, form, half_day)).collect()
}

fn parse(half_day: HalfDayId, submission: &Submission) -> Result<AddSession, Problem> {
    let mut fields = submission.fields();
    let kind = fields.code::<SessionKind>("genre");
    let details = session_details::read(&mut fields);
    fields.complete(|| {
        let details = details?;
        Some(AddSession {
            half_day,
            kind: kind?,
            number: None,
            title: details.title,
            room: details.room,
            room_visibility: details.room_visibility,
            hours: details.hours,
            places: details.places,
            visibility: details.visibility,
        })
    })
}
