//! The demo's door: sign in as an example person without a mail.

use askama::Template;
use axum::response::Response;
use kit_base::{Message, Problem};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use super::{DemoPerson, PEOPLE};

#[derive(Template)]
#[template(path = "demo/door.html")]
struct DoorPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
}

impl DoorPage<'_> {
    fn people(&self) -> &'static [DemoPerson] {
        &PEOPLE
    }
}

pub(super) async fn get(visit: Visit) -> Answer {
    show(&visit, &Form::new())
}

/// Opens to whoever knocks, with or without this visitor's token: a script may enter with `personne=…` alone.
pub(super) async fn post(visit: Visit, submission: Submission) -> Answer {
    match enter(&visit, submission.value("personne")).await {
        Ok(response) => Ok(response),
        Err(problem) => show(&visit, &Form::new().refused(&submission, problem)?),
    }
}

async fn enter(visit: &Visit, wanted: &str) -> Result<Response, Problem> {
    let person = PEOPLE
        .iter()
        .find(|person| person.key == wanted)
        .ok_or_else(|| Problem::field("personne", Message::new("form-unknown-code")))?;
    let address = person.email.parse().map_err(Problem::internal)?;
    let id = accounts::person_by_email(&visit.read(), &address).await?.ok_or(Problem::NotFound)?;
    let token = visit.house().carry_out(&super::the_house(), &accounts::commands::OpenSession::for_demo(id)).await?;
    let mut response = see_other(visit, "/", "done-demo-entered");
    kit_web::set_session(&mut response, visit, Some(&token));
    Ok(response)
}

fn show(visit: &Visit, form: &Form) -> Answer {
    Page::new(visit.text("demo-door-title")).status(form.status()).show(visit, &DoorPage { visit, form })
}
