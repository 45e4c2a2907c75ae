//! A seminar is cancelled.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, ButtonKind};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::commands::CancelSeminar;
use crate::pages::details;
use crate::store::registrations::{registration, registrations_of};
use crate::store::{by_slug, seminar};

#[derive(Template)]
#[template(path = "cancel.html")]
struct CancelPage<'a> {
    visit: &'a Visit,
    title: String,
    said: String,
    form: &'a Form,
    action: String,
    button: Button,
}

/// `GET /seminaires/{slug}/annuler`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let row = find(&visit, &slug).await?;
    show(&visit, &row, &Form::new()).await
}

/// `POST /seminaires/{slug}/annuler`
pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &slug).await?;
    let command = CancelSeminar { seminar: row.id };
    match visit.carry_out(&submission, &command, |slug| format!("/seminaires/{slug}")).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-cancelled")),
        Err(problem) => show(&visit, &row, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<seminar::Model, Problem> {
    by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await
}

async fn show(visit: &Visit, row: &seminar::Model, form: &Form) -> Answer {
    details::check_may(visit, "seminar.edit", row)?;
    let t = visit.t();
    let with_address = registrations_of(row.id).filter(registration::Column::ContactEmail.is_not_null());
    let count = visit.read().count_within(with_address, &*visit.scope("registration.list")).await?;
    let page = CancelPage {
        visit,
        title: row.shown_title(t.locale()),
        said: t.text("seminars-cancel-text").arg("count", count).to_string(),
        form,
        action: format!("{}/annuler", row.path()),
        button: Button::new(ButtonKind::Danger, t.text("seminars-cancel-button")),
    };
    Page::new(t.text("seminars-cancel-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(row.title_for(t.locale()), row.path())
        .status(form.status())
        .show(visit, &page)
}
