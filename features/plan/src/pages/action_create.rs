//! An action is added to a programme; made of a commitment, it arrives filled.

use askama::Template;
use axum::extract::{Path, Query};
use commitments::{CommitmentId, CommitmentView};
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Problem, Territory, Visibility};
use kit_ui::{Button, Content, EmptyState, Field, LinkButton, Notice, Tone};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use serde::Deserialize;

use crate::commands::CreateAction;
use crate::model::{ActionStatus, may_become_action_of};
use crate::pages::programme::{may_create, title_cell};
use crate::pages::{action_form, departement, plan_path, programme_path};
use crate::store::{action, made_of};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    engagement: String,
}

#[derive(Template)]
#[template(path = "action_create.html")]
struct ActionCreatePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    departement: String,
    commitment: Option<Content>,
    already: Option<Already>,
    nothing: Option<EmptyState>,
    action: String,
    fields: Vec<Field>,
    button: Button,
}

/// The action that was already made of the commitment.
struct Already {
    notice: Notice,
    link: Option<Content>,
}

/// `GET /programmes/{departement}/actions/nouvelle`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let departement = departement(&code)?;
    check_may(&visit, departement)?;
    let commitment = find_commitment(&visit, departement, &asked.engagement).await?;
    let form = prefilled(commitment.as_ref());
    show(&visit, departement, commitment.as_ref(), form).await
}

/// `POST /programmes/{departement}/actions/nouvelle`
pub(crate) async fn post(
    visit: Visit,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
    submission: Submission,
) -> Answer {
    let departement = departement(&code)?;
    check_may(&visit, departement)?;
    let commitment = find_commitment(&visit, departement, &asked.engagement).await?;
    let outcome = async {
        let command = parse(departement, commitment.as_ref(), &submission)?;
        visit.carry_out(&submission, &command, |id| format!("/actions/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-plan-action-created")),
        Err(problem) => {
            let form = Form::new().refused(&submission, problem)?;
            show(&visit, departement, commitment.as_ref(), form).await
        }
    }
}

fn check_may(visit: &Visit, departement: Territory) -> Result<(), Problem> {
    visit.signed_in()?;
    if may_create(visit, departement) { Ok(()) } else { Err(Problem::Forbidden) }
}

async fn find_commitment(visit: &Visit, departement: Territory, id: &str) -> Result<Option<CommitmentView>, Problem> {
    if id.is_empty() {
        return Ok(None);
    }
    let id = id.parse::<CommitmentId>().or(Err(Problem::NotFound))?;
    let view = commitments::view(visit, id).await?.ok_or(Problem::NotFound)?;
    if may_become_action_of(departement, view.territory) { Ok(Some(view)) } else { Err(Problem::NotFound) }
}

/// What the commitment already says: to be corrected rather than entered.
fn prefilled(commitment: Option<&CommitmentView>) -> Form {
    let form = Form::new().known("etat", ActionStatus::Planned).known("visibilite", Visibility::Public);
    let Some(view) = commitment else { return form };
    let title: String = view.what.chars().take(TITLE_CHARACTERS_MAX).collect();
    form.known("titre", title)
        .known("porteur", view.organisation)
        .known("debut", view.not_before.map(|day| day.to_string()).unwrap_or_default())
        .known("fin", view.due)
}

async fn show(visit: &Visit, departement: Territory, commitment: Option<&CommitmentView>, form: Form) -> Answer {
    let t = visit.t();
    let choices = action_form::choices(visit, departement, None).await?;
    let name = territory::name(departement, t.locale());
    let query = commitment.map(|view| format!("?engagement={}", view.id)).unwrap_or_default();
    let page = ActionCreatePage {
        visit,
        form: &form,
        departement: name.clone(),
        commitment: commitment.map(|view| super::programmes::link(&view.path(), view.what.clone())),
        already: match commitment {
            Some(view) => already(visit, view).await?,
            None => None,
        },
        nothing: choices.objectives.is_empty().then(|| no_objective(visit, departement)),
        action: format!("{}/actions/nouvelle{query}", programme_path(departement)),
        fields: action_form::fields(visit, &form, choices),
        button: Button::primary(t.text("plan-action-create-button")),
    };
    Page::new(t.text("plan-action-create-title"))
        .step(t.text("plan-nav"), "/programmes")
        .step(t.text("plan-programme-title").arg("departement", name), programme_path(departement))
        .status(form.status())
        .show(visit, &page)
}

/// A commitment becomes one action: the first is shown instead of the form, to people who may know of it.
async fn already(visit: &Visit, view: &CommitmentView) -> Result<Option<Already>, Problem> {
    let query = made_of([view.id]);
    let Some(first) = visit.read().one_to_decide_on::<action::Entity>(query).await? else { return Ok(None) };
    let may_know = visit.scope("action.read").allows(&first.resource());
    let t = visit.t();
    Ok(Some(Already {
        notice: Notice::new(t, Tone::Info, t.text("plan-error-commitment-taken")),
        link: may_know.then(|| title_cell(visit, &first)),
    }))
}

fn no_objective(visit: &Visit, departement: Territory) -> EmptyState {
    let t = visit.t();
    let plan = territories::atlas().region_of(departement).map(plan_path);
    EmptyState {
        title: t.text("plan-no-objective-title").into(),
        text: t.text("plan-no-objective-text").into(),
        action: plan.map(|path| LinkButton::secondary(t.text("plan-see-plan"), path)),
    }
}

fn parse(
    departement: Territory,
    commitment: Option<&CommitmentView>,
    submission: &Submission,
) -> Result<CreateAction, Problem> {
    let typed = action_form::read(submission.fields())?;
    Ok(CreateAction {
        territory: departement,
        objective: typed.objective,
        title: typed.title,
        lead_organisation: typed.lead_organisation,
        commitment: commitment.map(|view| view.id),
        status: typed.status,
        status_reason: typed.status_reason,
        starts: typed.starts,
        ends: typed.ends,
        expected_results: typed.expected_results,
        visibility: typed.visibility,
        is_example: false,
    })
}
