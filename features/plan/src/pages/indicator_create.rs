//! An indicator is added to a plan.

use axum::extract::Path;
use kit_base::Problem;
use kit_ui::Button;
use kit_web::{Answer, Form, Submission, Visit, see_other};

use crate::commands::AddIndicator;
use crate::pages::axis_create::find_plan;
use crate::pages::indicator::under;
use crate::pages::indicator_form::{self, IndicatorFormPage};
use crate::pages::plan::may_edit;
use crate::pages::{plan_path, region};
use crate::store::plan;

type IndicatorPath = Path<(String, String)>;

/// `GET /plans/{region}/{plan}/indicateurs`
pub(crate) async fn get(visit: Visit, Path((code, plan)): IndicatorPath) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    show(&visit, &plan, &Form::new())
}

/// `POST /plans/{region}/{plan}/indicateurs`
pub(crate) async fn post(visit: Visit, Path((code, plan)): IndicatorPath, submission: Submission) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    let outcome = async {
        let command = AddIndicator { plan: plan.id, facts: indicator_form::read(&submission)? };
        visit.carry_out(&submission, &command, |id| format!("/indicateurs/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-indicator-added")),
        Err(problem) => show(&visit, &plan, &Form::new().refused(&submission, problem)?),
    }
}

fn show(visit: &Visit, plan: &plan::Model, form: &Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, plan.territory) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let title = t.text("plan-indicator-add-title").to_string();
    let page = IndicatorFormPage {
        visit,
        form,
        title: title.clone(),
        about: plan.title.clone(),
        action: format!("{}/{}/indicateurs", plan_path(plan.territory), plan.id),
        fields: indicator_form::fields(visit, form),
        button: Button::primary(t.text("plan-indicator-add-button")),
    };
    under(visit, &title, plan).status(form.status()).show(visit, &page)
}
