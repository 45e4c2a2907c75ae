//! Whoever lost the link of their registration asks for it again.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::SendRegistrationLink;
use crate::store::{by_slug, seminar};

#[derive(Template)]
#[template(path = "lost_link.html")]
struct LostLinkPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    action: String,
    address: Field,
    button: Button,
}

/// `GET /seminaires/{slug}/inscription/lien`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let seminar = find(&visit, &slug).await?;
    show(&visit, &seminar, &Form::new())
}

/// `POST /seminaires/{slug}/inscription/lien`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let seminar = find(&visit, &slug).await?;
    let outcome = async {
        let mut fields = submission.fields();
        let address = fields.email("adresse");
        let command = fields.complete(|| Some(SendRegistrationLink { seminar: seminar.id, address: address? }))?;
        visit.carry_out(&submission, &command, |()| seminar.path()).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-link-sent")),
        Err(problem) => show(&visit, &seminar, &Form::new().refused(&submission, problem)?),
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<seminar::Model, Problem> {
    by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await
}

fn show(visit: &Visit, seminar: &seminar::Model, form: &Form) -> Answer {
    let t = visit.t();
    let address = Field::email(t, "adresse", t.text("seminars-registration-address"))
        .purpose(t.text("seminars-lost-link-address-purpose"));
    let page = LostLinkPage {
        visit,
        form,
        action: format!("{}/inscription/lien", seminar.path()),
        address: form.fill(address),
        button: Button::primary(t.text("seminars-lost-link-button")),
    };
    Page::new(t.text("seminars-lost-link-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .status(form.status())
        .show(visit, &page)
}
