//! An axis is added to a plan.

use askama::Template;
use axum::extract::Path;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Problem, Territory};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::AddAxis;
use crate::model::PlanId;
use crate::pages::plan::may_edit;
use crate::pages::{plan_path, region};
use crate::store::{plan, plans_of};

#[derive(Template)]
#[template(path = "axis_create.html")]
struct AxisCreatePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    plan: String,
    action: String,
    field: Field,
    button: Button,
}

type AxisPath = Path<(String, String)>;

/// `GET /plans/{region}/{plan}/axes`
pub(crate) async fn get(visit: Visit, Path((code, plan)): AxisPath) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    show(&visit, &plan, Form::new())
}

/// `POST /plans/{region}/{plan}/axes`
pub(crate) async fn post(visit: Visit, Path((code, plan)): AxisPath, submission: Submission) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    let outcome = async {
        let command = parse(plan.id, &submission)?;
        visit.carry_out(&submission, &command, |_| address(&plan)).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-axis-added")),
        Err(problem) => show(&visit, &plan, Form::new().refused(&submission, problem)?),
    }
}

/// A plan of this region.
pub(crate) async fn find_plan(visit: &Visit, region: Territory, id: &str) -> Result<plan::Model, Problem> {
    let id = id.parse::<PlanId>().or(Err(Problem::NotFound))?;
    let plans = plans_of(&visit.read(), region, &*visit.scope("plan.read")).await?;
    plans.into_iter().find(|plan| plan.id == id).ok_or(Problem::NotFound)
}

/// The page on which this plan is shown.
pub(crate) fn address(plan: &plan::Model) -> String {
    format!("{}?plan={}", plan_path(plan.territory), plan.id)
}

fn show(visit: &Visit, plan: &plan::Model, form: Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, plan.territory) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let field = Field::text(t, "titre", t.text("plan-field-axis")).maxlength(TITLE_CHARACTERS_MAX);
    let page = AxisCreatePage {
        visit,
        form: &form,
        plan: plan.title.clone(),
        action: format!("{}/{}/axes", plan_path(plan.territory), plan.id),
        field: form.fill(field),
        button: Button::primary(t.text("plan-axis-add-button")),
    };
    Page::new(t.text("plan-axis-add-title"))
        .step(t.text("plan-nav"), "/programmes")
        .step(t.text("plan-title").arg("region", territory::name(plan.territory, t.locale())), address(plan))
        .status(form.status())
        .show(visit, &page)
}

fn parse(plan: PlanId, submission: &Submission) -> Result<AddAxis, Problem> {
    let mut fields = submission.fields();
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    fields.complete(|| Some(AddAxis { plan, title: title? }))
}
