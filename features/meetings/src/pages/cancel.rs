//! A meeting is cancelled.

use askama::Template;
use axum::extract::Path;
use kit_ui::{Button, ButtonKind};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::{find_to_hold, under};
use crate::commands::CancelMeeting;
use crate::store::{find, invitations_of, meeting, path_of};

#[derive(Template)]
#[template(path = "confirm.html")]
pub(super) struct ConfirmPage<'a> {
    pub(super) visit: &'a Visit,
    pub(super) heading: String,
    pub(super) called: String,
    pub(super) said: String,
    pub(super) form: &'a Form,
    pub(super) action: String,
    pub(super) button: Button,
}

/// `GET /reunions/{id}/annuler`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    show(&visit, &row, &Form::new()).await
}

/// `POST /reunions/{id}/annuler`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    match visit.carry_out(&submission, &CancelMeeting { meeting: row.id }, |id| path_of(*id)).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-cancelled")),
        Err(problem) => {
            let form = Form::new().refused(&submission, problem)?;
            show(&visit, &find_to_hold(&visit, &id).await?, &form).await
        }
    }
}

async fn show(visit: &Visit, row: &meeting::Model, form: &Form) -> Answer {
    let told = visit.read().count(invitations_of(row.id)).await?;
    let heading = visit.text("meetings-cancel-title").to_string();
    let page = ConfirmPage {
        visit,
        heading: heading.clone(),
        called: row.called(visit.t()),
        said: visit.text("meetings-cancel-text").arg("count", told).to_string(),
        form,
        action: format!("{}/annuler", row.path()),
        button: Button::new(ButtonKind::Danger, visit.text("meetings-cancel-button")),
    };
    under(visit, heading, row).status(form.status()).show(visit, &page)
}
