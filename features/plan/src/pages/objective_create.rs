//! An objective is added to an axis.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::commands::AddObjective;
use crate::model::AxisId;
use crate::pages::axis_create::{address, find_plan};
use crate::pages::plan::may_edit;
use crate::pages::{plan_path, region};
use crate::store::{axis, plan};

#[derive(Template)]
#[template(path = "objective_create.html")]
struct ObjectiveCreatePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    axis: String,
    action: String,
    field: Field,
    button: Button,
}

type ObjectivePath = Path<(String, String, String)>;

/// `GET /plans/{region}/{plan}/axes/{axis}/objectifs`
pub(crate) async fn get(visit: Visit, Path((code, plan, axis)): ObjectivePath) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    let axis = find_axis(&visit, &plan, &axis).await?;
    show(&visit, &plan, &axis, Form::new())
}

/// `POST /plans/{region}/{plan}/axes/{axis}/objectifs`
pub(crate) async fn post(visit: Visit, Path((code, plan, axis)): ObjectivePath, submission: Submission) -> Answer {
    let plan = find_plan(&visit, region(&code)?, &plan).await?;
    let axis = find_axis(&visit, &plan, &axis).await?;
    let outcome = async {
        let command = parse(axis.id, &submission)?;
        visit.carry_out(&submission, &command, |_| address(&plan)).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-objective-added")),
        Err(problem) => show(&visit, &plan, &axis, Form::new().refused(&submission, problem)?),
    }
}

async fn find_axis(visit: &Visit, plan: &plan::Model, id: &str) -> Result<axis::Model, Problem> {
    let id = id.parse::<AxisId>().or(Err(Problem::NotFound))?;
    let query = axis::Entity::find_by_id(id).filter(axis::Column::PlanId.eq(plan.id));
    visit.read().one(query).await?.ok_or(Problem::NotFound)
}

fn show(visit: &Visit, plan: &plan::Model, axis: &axis::Model, form: Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, plan.territory) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let field = Field::text(t, "titre", t.text("plan-field-objective")).maxlength(TITLE_CHARACTERS_MAX);
    let page = ObjectiveCreatePage {
        visit,
        form: &form,
        axis: t.text("plan-axis").arg("number", axis.number).arg("title", axis.title.as_str()).to_string(),
        action: format!("{}/{}/axes/{}/objectifs", plan_path(plan.territory), plan.id, axis.id),
        field: form.fill(field),
        button: Button::primary(t.text("plan-objective-add-button")),
    };
    Page::new(t.text("plan-objective-add-title"))
        .step(t.text("plan-nav"), "/programmes")
        .step(t.text("plan-title").arg("region", territory::name(plan.territory, t.locale())), address(plan))
        .status(form.status())
        .show(visit, &page)
}

fn parse(axis: AxisId, submission: &Submission) -> Result<AddObjective, Problem> {
    let mut fields = submission.fields();
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    fields.complete(|| Some(AddObjective { axis, title: title? }))
}
