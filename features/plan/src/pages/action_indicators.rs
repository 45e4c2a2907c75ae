//! The indicators that an action means to move.

use std::collections::BTreeSet;

use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::EntityTrait;

use crate::commands::NameIndicators;
use crate::moved::moved_by;
use crate::pages::action::find;
use crate::pages::indicator_form::IndicatorFormPage;
use crate::pages::programme_path;
use crate::store::{action, axis, indicator, indicators_of, objective};

/// What a ticked box sends.
const TICKED: &str = "yes";

/// `GET /actions/{action}/indicateurs`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find(&visit, &id).await?;
    show(&visit, &row, None).await
}

/// `POST /actions/{action}/indicateurs`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let outcome = async {
        let command = parse(&visit, &row, &submission).await?;
        visit.carry_out(&submission, &command, |id| format!("/actions/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-indicators-named")),
        Err(problem) => {
            let row = find(&visit, &id).await?;
            let form = Form::new().version(row.version).refused(&submission, problem)?;
            show(&visit, &row, Some(form)).await
        }
    }
}

/// The indicators of the plan that the action serves.
async fn offered(visit: &Visit, row: &action::Model) -> Result<Vec<indicator::Model>, Problem> {
    let reader = visit.read();
    let objective = reader.one(objective::Entity::find_by_id(row.objective_id)).await?.ok_or(Problem::NotFound)?;
    let axis = reader.one(axis::Entity::find_by_id(objective.axis_id)).await?.ok_or(Problem::NotFound)?;
    indicators_of(&reader, axis.plan_id).await
}

/// The box of an indicator; its number within the plan never changes.
fn name_of(indicator: &indicator::Model) -> String {
    format!("indicateur-{}", indicator.number)
}

async fn parse(visit: &Visit, row: &action::Model, submission: &Submission) -> Result<NameIndicators, Problem> {
    let version_read = submission.version()?;
    let ticked = |indicator: &indicator::Model| submission.value(&name_of(indicator)) == TICKED;
    let named = offered(visit, row).await?.into_iter().filter(ticked).map(|indicator| indicator.id);
    let indicators: BTreeSet<_> = named.collect();
    Ok(NameIndicators { action: row.id, version_read, indicators })
}

/// The form as it was sent, or with the boxes ticked of what the action names now.
async fn show(visit: &Visit, row: &action::Model, refused: Option<Form>) -> Answer {
    visit.signed_in()?;
    if !visit.may("action.edit", &row.resource()) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let named = moved_by(visit, std::slice::from_ref(row)).await?.remove(&row.id).unwrap_or_default();
    let is_named = |indicator: &indicator::Model| named.iter().any(|moved| moved.indicator.id == indicator.id);
    let field = |indicator: &indicator::Model| {
        let field = Field::checkbox(t, name_of(indicator), indicator.title.clone()).optional();
        match &refused {
            Some(form) => form.fill(field),
            None => field.value(if is_named(indicator) { TICKED } else { "" }),
        }
    };
    let fields = offered(visit, row).await?.iter().map(field).collect();
    let form = refused.clone().unwrap_or_else(|| Form::new().version(row.version));
    let title = t.text("plan-action-indicators-title").to_string();
    let page = IndicatorFormPage {
        visit,
        form: &form,
        title: title.clone(),
        about: t.text("plan-action-indicators-introduction").to_string(),
        action: format!("{}/indicateurs", row.path()),
        fields,
        button: Button::primary(t.text("plan-action-indicators-button")),
    };
    let programme = t.text("plan-programme-title").arg("departement", territory::name(row.territory, t.locale()));
    Page::new(title)
        .step(t.text("plan-nav"), "/programmes")
        .step(programme, programme_path(row.territory))
        .step(&row.title, row.path())
        .status(form.status())
        .show(visit, &page)
}
