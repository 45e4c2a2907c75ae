//! A session is corrected, or cancelled.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, ButtonKind, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::{CancelSession, EditSession};
use crate::pages::page::half_day_title;
use crate::pages::session::{Found, find};
use crate::pages::{details, session_details};

#[derive(Template)]
#[template(path = "session_edit.html")]
struct SessionEditPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    half_day: String,
    path: String,
    fields: Vec<Field>,
    button: Button,
    is_held: bool,
    cancel: &'a Form,
    cancel_button: Button,
}

type SessionPath = Path<(String, String)>;

/// `GET /seminaires/{slug}/sessions/{id}/modifier`
pub(crate) async fn get(visit: Visit, Path((slug, session)): SessionPath) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    show(&visit, &found, &session_details::known(&found.session), &Form::new())
}

/// `POST …/modifier`
pub(crate) async fn post(visit: Visit, Path((slug, session)): SessionPath, submission: Submission) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    let outcome = async {
        let command = parse(&found, &submission)?;
        visit.carry_out(&submission, &command, |()| found.path()).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-session-edited")),
        Err(problem) => {
            let found = find(&visit, &slug, &session).await?;
            let form = session_details::known(&found.session).refused(&submission, problem)?;
            show(&visit, &found, &form, &Form::new())
        }
    }
}

/// `POST …/annuler`
pub(crate) async fn cancel(visit: Visit, Path((slug, session)): SessionPath, submission: Submission) -> Answer {
    let found = find(&visit, &slug, &session).await?;
    let command = CancelSession { session: found.session.id };
    match visit.carry_out(&submission, &command, |()| found.path()).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-session-cancelled")),
        Err(problem) => {
            let cancel = Form::new().refused(&submission, problem)?;
            show(&visit, &found, &session_details::known(&found.session), &cancel)
        }
    }
}

fn show(visit: &Visit, found: &Found, form: &Form, cancel: &Form) -> Answer {
    details::check_may(visit, "session.edit", &found.seminar)?;
    let t = visit.t();
    let status = if form.status().is_success() { cancel.status() } else { form.status() };
    let page = SessionEditPage {
        visit,
        form,
        half_day: half_day_title(visit, &found.half_day),
        path: found.path(),
        fields: session_details::fields(visit, form, found.half_day.hours()),
        button: Button::primary(t.text("seminars-session-edit-button")),
        is_held: found.session.cancelled_at.is_none(),
        cancel,
        cancel_button: Button::new(ButtonKind::Danger, t.text("seminars-session-cancel-button")),
    };
    Page::new(t.text("seminars-session-edit-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(found.seminar.title_for(t.locale()), found.seminar.path())
        .step(&found.session.title, found.path())
        .status(status)
        .show(visit, &page)
}

fn parse(found: &Found, submission: &Submission) -> Result<EditSession, Problem> {
    let version_read = submission.version()?;
    let mut fields = submission.fields();
    let details = session_details::read(&mut fields);
    fields.complete(|| {
        let details = details?;
        Some(EditSession {
            session: found.session.id,
            version_read,
            title: details.title,
            room: details.room,
            room_visibility: details.room_visibility,
            hours: details.hours,
            places: details.places,
            visibility: details.visibility,
        })
    })
}
