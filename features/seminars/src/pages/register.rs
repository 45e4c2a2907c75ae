//! Whoever wishes to come registers, without an account.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, DescriptionList, Field, Notice, Tone};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::Register;
use crate::pages::list::days;
use crate::pages::registration_form::{self, By, places_left_name};
use crate::store::registrations::{kept_seats, left_in};
use crate::store::{Programme, by_slug, programme, seminar};

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    title: String,
    path: String,
    facts: DescriptionList,
    /// Why nobody registers now.
    closed: Option<Notice>,
    shows_form: bool,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /seminaires/{slug}/inscription`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let (seminar, programme) = find(&visit, &slug).await?;
    show(&visit, &seminar, &programme, &Form::new().known("nombre", 1)).await
}

/// `POST /seminaires/{slug}/inscription`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let (seminar, programme) = find(&visit, &slug).await?;
    let outcome = async {
        let new = registration_form::parse(&visit, By::Themselves, &seminar, &programme, &submission)?;
        visit.carry_out(&submission, &Register(new), |_| seminar.path()).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-registered")),
        Err(problem) => show(&visit, &seminar, &programme, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<(seminar::Model, Programme), Problem> {
    let reader = visit.read();
    let seminar = by_slug(&reader, slug, &*visit.scope("seminar.read")).await?;
    let programme = programme(&reader, seminar.id).await?;
    Ok((seminar, programme))
}

async fn show(visit: &Visit, seminar: &seminar::Model, programme: &Programme, form: &Form) -> Answer {
    let t = visit.t();
    let reader = visit.read();
    let left = left_in(&reader, programme.sessions().map(|(_, session)| session)).await?;
    let workshops = registration_form::workshop_fields(visit, form, programme, &left);
    let refusal = seminar.opening(visit.now()).refusal(|day| t.date(day));
    // What was typed a moment too late is shown again, to be copied.
    let was_refused = !form.status().is_success();
    let page = RegisterPage {
        visit,
        form,
        title: seminar.shown_title(t.locale()),
        path: seminar.path(),
        facts: facts(visit, seminar).await?,
        shows_form: refusal.is_none() || was_refused,
        closed: refusal.filter(|_| !was_refused).map(|why| Notice::new(t, Tone::Info, t.message(&why))),
        fields: registration_form::fields(visit, form, By::Themselves, seminar, workshops),
        button: Button::primary(t.text("seminars-register-button")),
    };
    Page::new(t.text("seminars-register-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .status(form.status())
        .show(visit, &page)
}

async fn facts(visit: &Visit, seminar: &seminar::Model) -> Result<DescriptionList, Problem> {
    let t = visit.t();
    Ok(DescriptionList::new()
        .with(t.text("seminars-days"), days(t, seminar))
        .with(t.text("seminars-place"), seminar.place_name().unwrap_or_default())
        .with(t.text("seminars-places"), places_left(visit, seminar).await?.unwrap_or_default()))
}

/// `il reste 12 places`; nothing where their number was not said.
pub(crate) async fn places_left(visit: &Visit, seminar: &seminar::Model) -> Result<Option<String>, Problem> {
    let Some(places) = seminar.places else { return Ok(None) };
    let taken = visit.read().count(kept_seats(seminar.id)).await?;
    Ok(crate::model::places_left(Some(places), taken).map(|left| places_left_name(visit, left)))
}
