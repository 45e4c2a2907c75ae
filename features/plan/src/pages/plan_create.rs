//! The plan of a region is created.

use askama::Template;
use axum::extract::Path;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Message, Problem, Territory};
use kit_ui::{Button, Field};
use kit_web::{Answer, Fields, Form, Page, Submission, Visit, see_other};

use crate::commands::CreatePlan;
use crate::model::{YEARS, YEARS_PER_PLAN_MAX, check_year};
use crate::pages::plan::may_edit;
use crate::pages::{plan_path, region};

#[derive(Template)]
#[template(path = "plan_create.html")]
struct PlanCreatePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    region: String,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// `GET /plans/{region}/nouveau`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    show(&visit, region(&code)?, Form::new())
}

/// `POST /plans/{region}/nouveau`
pub(crate) async fn post(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let region = region(&code)?;
    let outcome = async {
        let command = parse(region, &submission)?;
        visit.carry_out(&submission, &command, |_| plan_path(region)).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-created")),
        Err(problem) => show(&visit, region, Form::new().refused(&submission, problem)?),
    }
}

fn show(visit: &Visit, region: Territory, form: Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, region) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let years = || (Some(YEARS.start().to_string()), Some(YEARS.end().to_string()));
    let year = |name, label: String| {
        let (lowest, highest) = years();
        Field::number(t, name, label).range(lowest, highest)
    };
    let fields = [
        Field::text(t, "titre", t.text("plan-field-title")).maxlength(TITLE_CHARACTERS_MAX),
        year("premiere-annee", t.text("plan-field-first-year").to_string()),
        year("derniere-annee", t.text("plan-field-last-year").to_string())
            .hint(t.text("plan-field-last-year-hint").arg("max", YEARS_PER_PLAN_MAX)),
    ];
    let page = PlanCreatePage {
        visit,
        form: &form,
        region: territory::name(region, t.locale()),
        action: format!("{}/nouveau", plan_path(region)),
        fields: fields.into_iter().map(|field| form.fill(field)).collect(),
        button: Button::primary(t.text("plan-create-button")),
    };
    Page::new(t.text("plan-create-title"))
        .step(t.text("plan-nav"), "/programmes")
        .step(t.text("plan-title").arg("region", territory::name(region, t.locale())), plan_path(region))
        .status(form.status())
        .show(visit, &page)
}

fn parse(region: Territory, submission: &Submission) -> Result<CreatePlan, Problem> {
    let mut fields = submission.fields();
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    let first_year = year(&mut fields, "premiere-annee");
    let last_year = year(&mut fields, "derniere-annee");
    fields.complete(|| {
        Some(CreatePlan {
            territory: region,
            title: title?,
            first_year: first_year?,
            last_year: last_year?,
            is_example: false,
        })
    })
}

fn year(fields: &mut Fields<'_>, field: &'static str) -> Option<i32> {
    let text = fields.text(field, TITLE_CHARACTERS_MAX)?;
    match text.parse().ok().map(|year| check_year(field, year).map(|()| year)) {
        Some(Ok(year)) => Some(year),
        Some(Err(error)) => fields.refuse(error.field, error.message),
        None => fields.refuse(field, Message::new("plan-error-not-a-year")),
    }
}
