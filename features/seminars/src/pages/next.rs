//! The next seminar is opened.

use askama::Template;
use axum::extract::Path;
use kit_base::{LanguageTag, Problem};
use kit_ui::{Button, Content, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::{CreatedSeminar, OpenNextSeminar};
use crate::pages::details;
use crate::pages::list::title_cell;
use crate::store::{by_slug, next_of, seminar};

#[derive(Template)]
#[template(path = "next.html")]
struct NextPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    previous_title: String,
    /// The seminar that already follows: shown instead of the form.
    following: Option<Content>,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /seminaires/{slug}/suivant`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let previous = find(&visit, &slug).await?;
    show(&visit, &previous, Form::new()).await
}

/// `POST /seminaires/{slug}/suivant`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let previous = find(&visit, &slug).await?;
    let outcome = async {
        let command = parse(&visit, &previous, &submission)?;
        visit.carry_out(&submission, &command, CreatedSeminar::path).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-next-opened")),
        Err(problem) => show(&visit, &previous, Form::new().refused(&submission, problem)?).await,
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<seminar::Model, Problem> {
    by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await
}

async fn show(visit: &Visit, previous: &seminar::Model, form: Form) -> Answer {
    details::check_may(visit, "seminar.open-next", previous)?;
    let t = visit.t();
    let following = next_of(&visit.read(), previous.id, &*visit.scope("seminar.read")).await?;
    let page = NextPage {
        visit,
        form: &form,
        previous_title: previous.title_for(t.locale()),
        following: following.map(|following| title_cell(visit, &following)),
        action: format!("{}/suivant", previous.path()),
        fields: details::fields(visit, &form, LanguageTag::of(t.locale()), true),
        button: Button::primary(t.text("seminars-next-button")),
    };
    Page::new(t.text("seminars-next-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(previous.title_for(t.locale()), previous.path())
        .status(form.status())
        .show(visit, &page)
}

fn parse(visit: &Visit, previous: &seminar::Model, submission: &Submission) -> Result<OpenNextSeminar, Problem> {
    let mut fields = submission.fields();
    let details = details::read(&mut fields);
    let last_day = details::read_last_day(&mut fields, details.as_ref().map(|details| details.first_day));
    fields.complete(|| {
        let details = details?;
        Some(OpenNextSeminar {
            previous: previous.id,
            title: details::typed_title(visit.locale(), details.title),
            place: details.place,
            place_label: details.place_label,
            first_day: details.first_day,
            last_day: last_day?,
        })
    })
}
