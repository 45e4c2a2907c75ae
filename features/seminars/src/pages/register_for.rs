//! The steering registers somebody else.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::RegisterFor;
use crate::pages::details;
use crate::pages::registration_form::{self, By};
use crate::store::registrations::left_in;
use crate::store::{Programme, by_slug, programme, seminar};

#[derive(Template)]
#[template(path = "register_for.html")]
struct RegisterForPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    title: String,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /seminaires/{slug}/inscriptions/nouvelle`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let (seminar, programme) = find(&visit, &slug).await?;
    show(&visit, &seminar, &programme, &Form::new().known("nombre", 1)).await
}

/// `POST /seminaires/{slug}/inscriptions/nouvelle`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let (seminar, programme) = find(&visit, &slug).await?;
    let outcome = async {
        let new = registration_form::parse(&visit, By::Steering, &seminar, &programme, &submission)?;
        let list = format!("{}/inscriptions", seminar.path());
        visit.carry_out(&submission, &RegisterFor(new), |id| format!("{list}/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-registered-for")),
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
    details::check_may(visit, "registration.manage", seminar)?;
    let t = visit.t();
    let left = left_in(&visit.read(), programme.sessions().map(|(_, session)| session)).await?;
    let workshops = registration_form::workshop_fields(visit, form, programme, &left);
    let page = RegisterForPage {
        visit,
        form,
        title: seminar.shown_title(t.locale()),
        action: format!("{}/inscriptions/nouvelle", seminar.path()),
        fields: registration_form::fields(visit, form, By::Steering, seminar, workshops),
        button: Button::primary(t.text("seminars-register-for-button")),
    };
    Page::new(t.text("seminars-register-for-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .step(t.text("seminars-registrations-title"), format!("{}/inscriptions", seminar.path()))
        .status(form.status())
        .show(visit, &page)
}
