//! An organisation joins the collective.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_i18n::Translator;
use kit_ui::{Button, Choice, Field, HiddenFields, LinkButton};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use super::{collective_name, departement_at, today_in};
use crate::commands::AddMember;
use crate::model::{Collective, CollectiveId, MemberRole, path};
use crate::store::{of_departement, resource};

#[derive(Template)]
#[template(path = "add_member.html")]
struct AddMemberPage<'a> {
    t: &'a Translator,
    summary: String,
    action: String,
    hidden: HiddenFields,
    fields: Vec<Field>,
    save: Button,
    back: LinkButton,
}

/// `GET /collectifs/{code}/membres/nouveau`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    let collective = open_to_change(&visit, &code).await?;
    let today = today_in(&visit, collective.territory);
    show(&visit, &collective, &Form::new().known("depuis", today).known("role", MemberRole::Member)).await
}

/// `POST /collectifs/{code}/membres/nouveau`
pub(crate) async fn post(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let collective = open_to_change(&visit, &code).await?;
    let outcome = async {
        let command = parse(collective.id, &submission)?;
        visit.carry_out(&submission, &command, |_| path(collective.territory)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-member-added")),
        Err(problem) => show(&visit, &collective, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn open_to_change(visit: &Visit, code: &str) -> Result<Collective, Problem> {
    let departement = departement_at(code)?;
    let collective = of_departement(visit, departement).await?.ok_or(Problem::NotFound)?;
    visit.signed_in()?;
    let resource = resource(departement, Some(collective.id));
    if visit.may("collective.member-add", &resource) { Ok(collective) } else { Err(Problem::Forbidden) }
}

async fn show(visit: &Visit, collective: &Collective, form: &Form) -> Answer {
    let t = visit.t();
    let here = path(collective.territory);
    let region = territory::region_of(collective.territory).unwrap_or(collective.territory);
    let organisations = directory::choices(visit, region).await?;
    let page = AddMemberPage {
        t,
        summary: form.summary(visit),
        action: format!("{here}/membres/nouveau"),
        hidden: form.hidden(visit),
        fields: fields(t, organisations).into_iter().map(|field| form.fill(field)).collect(),
        save: Button::primary(t.text("collectives-add-save")),
        back: LinkButton::secondary(t.text("collectives-cancel"), &here),
    };
    Page::new(t.text("collectives-add"))
        .step(t.text("collectives-nav"), "/collectifs")
        .step(collective_name(t, collective.name.as_deref(), collective.territory), here)
        .status(form.status())
        .show(visit, &page)
}

fn fields(t: &Translator, organisations: Vec<Choice>) -> Vec<Field> {
    let roles = vec![
        Choice::new(MemberRole::Animating.code(), t.text(MemberRole::Animating.label()))
            .hint(t.text("collectives-role-animating-hint")),
        Choice::new(MemberRole::Member.code(), t.text(MemberRole::Member.label())),
        Choice::new(MemberRole::Associated.code(), t.text(MemberRole::Associated.label()))
            .hint(t.text("collectives-role-associated-hint")),
    ];
    vec![
        Field::select(t, "organisation", t.text("collectives-organisation"), organisations)
            .hint(t.text("collectives-organisation-hint"))
            .purpose(t.text("collectives-organisation-purpose")),
        Field::radios(t, "role", t.text("collectives-role"), roles).purpose(t.text("collectives-role-purpose")),
        Field::date(t, "depuis", t.text("collectives-first-day")).purpose(t.text("collectives-first-day-purpose")),
    ]
}

fn parse(collective: CollectiveId, submission: &Submission) -> Result<AddMember, Problem> {
    let mut fields = submission.fields();
    let organisation = fields.code("organisation");
    let role = fields.code("role");
    let from = fields.date("depuis");
    fields.complete(|| Some(AddMember { collective, organisation: organisation?, role: role?, from: from? }))
}
