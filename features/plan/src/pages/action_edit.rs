//! An action is corrected, or goes on.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::EditAction;
use crate::model::ActionId;
use crate::pages::action::find;
use crate::pages::{action_form, programme_path};
use crate::store::action;

#[derive(Template)]
#[template(path = "action_edit.html")]
struct ActionEditPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /actions/{action}/modifier`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find(&visit, &id).await?;
    show(&visit, &row, action_form::known(&row)).await
}

/// `POST /actions/{action}/modifier`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let outcome = async {
        let command = parse(row.id, &submission)?;
        visit.carry_out(&submission, &command, |id| format!("/actions/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-action-edited")),
        Err(problem) => {
            let row = find(&visit, &id).await?;
            let form = action_form::known(&row).refused(&submission, problem)?;
            show(&visit, &row, form).await
        }
    }
}

async fn show(visit: &Visit, row: &action::Model, form: Form) -> Answer {
    visit.signed_in()?;
    if !visit.may("action.edit", &row.resource()) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let choices = action_form::choices(visit, row.territory, Some(row.objective_id)).await?;
    let page = ActionEditPage {
        visit,
        form: &form,
        action: format!("{}/modifier", row.path()),
        fields: action_form::fields(visit, &form, choices),
        button: Button::primary(t.text("plan-action-edit-button")),
    };
    let programme = t.text("plan-programme-title").arg("departement", territory::name(row.territory, t.locale()));
    Page::new(t.text("plan-action-edit-title"))
        .step(t.text("plan-nav"), "/programmes")
        .step(programme, programme_path(row.territory))
        .step(&row.title, row.path())
        .status(form.status())
        .show(visit, &page)
}

fn parse(action: ActionId, submission: &Submission) -> Result<EditAction, Problem> {
    let version_read = submission.version()?;
    let typed = action_form::read(submission.fields())?;
    Ok(EditAction {
        action,
        version_read,
        objective: typed.objective,
        title: typed.title,
        lead_organisation: typed.lead_organisation,
        status: typed.status,
        status_reason: typed.status_reason,
        starts: typed.starts,
        ends: typed.ends,
        expected_results: typed.expected_results,
        visibility: typed.visibility,
    })
}
