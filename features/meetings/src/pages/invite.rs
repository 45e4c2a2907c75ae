//! The members of a collective are invited.

use axum::extract::Path;
use kit_ui::Button;
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::cancel::ConfirmPage;
use super::{find_to_hold, under};
use crate::commands::Invite;
use crate::store::{find, invitations_of, meeting, members_on};

/// `GET /reunions/{id}/inviter`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    show(&visit, &row, &Form::new()).await
}

/// `POST /reunions/{id}/inviter`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let path = row.path();
    match visit.carry_out(&submission, &Invite { meeting: row.id }, |_| path.clone()).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-invited")),
        Err(problem) => {
            let form = Form::new().refused(&submission, problem)?;
            show(&visit, &find_to_hold(&visit, &id).await?, &form).await
        }
    }
}

async fn show(visit: &Visit, row: &meeting::Model, form: &Form) -> Answer {
    let told = visit.read().all(invitations_of(row.id)).await?;
    let is_told = |id| told.iter().any(|told| told.organisation_id == id && told.day == row.day);
    let members = members_on(visit, row).await?;
    let (to_tell, told): (Vec<_>, Vec<_>) = members.iter().partition(|member| !is_told(member.id));
    let (reached, unreached): (Vec<_>, Vec<_>) = to_tell.into_iter().partition(|member| member.contact_email.is_some());
    let heading = visit.text("meetings-invite-title").to_string();
    let said = visit
        .text("meetings-invite-text")
        .arg("count", reached.len())
        .arg("told", told.len())
        .arg("unreached", unreached.len())
        .to_string();
    let page = ConfirmPage {
        visit,
        heading: heading.clone(),
        called: row.called(visit.t()),
        said,
        form,
        action: format!("{}/inviter", row.path()),
        button: Button::primary(visit.text("meetings-invite-button")),
    };
    under(visit, heading, row).status(form.status()).show(visit, &page)
}
