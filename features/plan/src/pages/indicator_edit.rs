//! An indicator is corrected.

use axum::extract::Path;
use kit_base::Problem;
use kit_ui::Button;
use kit_web::{Answer, Form, Submission, Visit, see_other};

use crate::commands::EditIndicator;
use crate::pages::indicator::{find, under};
use crate::pages::indicator_form::{self, IndicatorFormPage};
use crate::pages::plan::may_edit;
use crate::store::{indicator, plan};

/// `GET /indicateurs/{indicator}/modifier`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let (row, plan) = find(&visit, &id).await?;
    show(&visit, &row, &plan, &indicator_form::known(&row))
}

/// `POST /indicateurs/{indicator}/modifier`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let (row, _) = find(&visit, &id).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let command = EditIndicator { indicator: row.id, version_read, facts: indicator_form::read(&submission)? };
        visit.carry_out(&submission, &command, |id| format!("/indicateurs/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-indicator-edited")),
        Err(problem) => {
            let (row, plan) = find(&visit, &id).await?;
            show(&visit, &row, &plan, &indicator_form::known(&row).refused(&submission, problem)?)
        }
    }
}

fn show(visit: &Visit, row: &indicator::Model, plan: &plan::Model, form: &Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, plan.territory) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let title = t.text("plan-indicator-edit-title").to_string();
    let page = IndicatorFormPage {
        visit,
        form,
        title: title.clone(),
        about: row.title.clone(),
        action: format!("{}/modifier", row.path()),
        fields: indicator_form::fields(visit, form),
        button: Button::primary(t.text("plan-indicator-edit-button")),
    };
    under(visit, &title, plan).step(&row.title, row.path()).status(form.status()).show(visit, &page)
}
