//! A meeting is corrected.

use axum::extract::Path;
use kit_ui::Button;
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::create::FormPage;
use super::{details, find_to_hold, under};
use crate::commands::EditMeeting;
use crate::store::{meeting, path_of};

/// `GET /reunions/{id}/modifier`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    show(&visit, &row, &known(&row))
}

/// `POST /reunions/{id}/modifier`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = crate::store::find(&visit, &id).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let command = EditMeeting { meeting: row.id, version_read, details: details::parse(&submission)? };
        visit.carry_out(&submission, &command, |id| path_of(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-edited")),
        Err(problem) => {
            let row = find_to_hold(&visit, &id).await?;
            show(&visit, &row, &known(&row).refused(&submission, problem)?)
        }
    }
}

fn known(row: &meeting::Model) -> Form {
    details::known(Form::new(), &row.details()).version(row.version)
}

fn show(visit: &Visit, row: &meeting::Model, form: &Form) -> Answer {
    let heading = visit.text("meetings-edit-title").to_string();
    let page = FormPage {
        visit,
        heading: heading.clone(),
        introduction: visit.text("meetings-edit-introduction").to_string(),
        form,
        fields: details::fields(visit, form),
        action: format!("{}/modifier", row.path()),
        button: Button::primary(visit.text("meetings-edit-button")),
    };
    under(visit, heading, row).status(form.status()).show(visit, &page)
}
