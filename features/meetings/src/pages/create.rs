//! A meeting is planned.

use askama::Template;
use axum::extract::Path;
use kit_base::{Problem, Territory, Visibility};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::{departement_at, details, list_path, under_list};
use crate::commands::CreateMeeting;
use crate::panels::may_hold;
use crate::store::path_of;

#[derive(Template)]
#[template(path = "form.html")]
pub(super) struct FormPage<'a> {
    pub(super) visit: &'a Visit,
    pub(super) heading: String,
    pub(super) introduction: String,
    pub(super) form: &'a Form,
    pub(super) fields: Vec<Field>,
    pub(super) action: String,
    pub(super) button: Button,
}

/// `GET /collectifs/{code}/reunions/nouvelle`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    show(&visit, departement_at(&code)?, &Form::new().known("visibilite", Visibility::Registered.code()))
}

/// `POST /collectifs/{code}/reunions/nouvelle`
pub(crate) async fn post(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let departement = departement_at(&code)?;
    let outcome = async {
        let details = details::parse(&submission)?;
        let command = CreateMeeting { territory: departement, details, is_example: visit.house().is_demo };
        visit.carry_out(&submission, &command, |id| path_of(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-created")),
        Err(problem) => show(&visit, departement, &Form::new().refused(&submission, problem)?),
    }
}

fn show(visit: &Visit, departement: Territory, form: &Form) -> Answer {
    visit.signed_in()?;
    if !may_hold(visit, departement) {
        return Err(Problem::Forbidden.into());
    }
    let heading = visit.text("meetings-create-title").to_string();
    let page = FormPage {
        visit,
        heading: heading.clone(),
        introduction: visit.text("meetings-create-introduction").to_string(),
        form,
        fields: details::fields(visit, form),
        action: format!("{}/nouvelle", list_path(departement)),
        button: Button::primary(visit.text("meetings-create-button")),
    };
    under_list(visit, heading, departement).status(form.status()).show(visit, &page)
}
