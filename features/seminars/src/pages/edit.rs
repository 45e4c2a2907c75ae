//! A seminar is corrected.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::EditSeminar;
use crate::pages::details;
use crate::store::{by_slug, seminar};

#[derive(Template)]
#[template(path = "edit.html")]
struct EditPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /seminaires/{slug}/modifier`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let row = find(&visit, &slug).await?;
    show(&visit, &row, form(&visit, &row))
}

/// `POST /seminaires/{slug}/modifier`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &slug).await?;
    let outcome = async {
        let command = parse(&visit, &row, &submission)?;
        visit.carry_out(&submission, &command, |slug| format!("/seminaires/{slug}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-edited")),
        Err(problem) => {
            let row = find(&visit, &slug).await?;
            show(&visit, &row, form(&visit, &row).refused(&submission, problem)?)
        }
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<seminar::Model, Problem> {
    by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await
}

fn form(visit: &Visit, row: &seminar::Model) -> Form {
    details::known(Form::new().version(row.version), row, visit.locale())
}

fn show(visit: &Visit, row: &seminar::Model, form: Form) -> Answer {
    details::check_may(visit, "seminar.edit", row)?;
    let t = visit.t();
    let language = row.title.for_reader(t.locale()).0.clone();
    let page = EditPage {
        visit,
        form: &form,
        action: format!("{}/modifier", row.path()),
        fields: details::fields(visit, &form, language, false),
        button: Button::primary(t.text("seminars-edit-button")),
    };
    Page::new(t.text("seminars-edit-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(row.title_for(t.locale()), row.path())
        .status(form.status())
        .show(visit, &page)
}

/// The title typed replaces the version that was shown, in its language; versions in other languages stay.
fn parse(visit: &Visit, row: &seminar::Model, submission: &Submission) -> Result<EditSeminar, Problem> {
    let version_read = submission.version()?;
    let mut fields = submission.fields();
    let details = details::read(&mut fields);
    fields.complete(|| {
        let details = details?;
        let language = row.title.for_reader(visit.locale()).0.clone();
        Some(EditSeminar {
            seminar: row.id,
            version_read,
            title: row.title.clone().with(language, details.title),
            place: details.place,
            place_label: details.place_label,
            first_day: details.first_day,
        })
    })
}
