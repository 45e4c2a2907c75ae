//! Somebody's account and roles, for who gives and takes back roles.

use askama::Template;
use axum::extract::Path;
use kit_base::{Message, Problem};
use kit_policy::HeldRole;
use kit_ui::{Button, ButtonKind, Column, Content, DescriptionList, Field, Table};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::EntityTrait;

use super::people::role_field;
use super::place::{place_content, place_fields, place_name, read_place};
use super::{PostButton, role_label};
use crate::commands::{GrantRole, RevokeRole};
use crate::model::PersonId;
use crate::store::{self, held_role, person as person_table};

/// Roles that are asked about, one by one, whether they may be taken back.
const DECISIONS_MAX: usize = 5;

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage<'a> {
    visit: &'a Visit,
    name: &'a str,
    facts: DescriptionList,
    roles: Table,
    form: &'a Form,
    fields: Vec<Field>,
    action: String,
    grant: Button,
}

/// A role, and whether who looks may take it back.
type Revocable = (held_role::Model, bool);

async fn show(visit: &Visit, id: PersonId, form: Form) -> Answer {
    let t = visit.t();
    let (person, roles) = load(visit, id).await?;
    let page = PersonPage {
        visit,
        name: &person.name,
        facts: DescriptionList::new().with(t.text("accounts-address"), person.email.as_str()),
        roles: role_table(visit, id, roles),
        fields: fields(visit, &form),
        form: &form,
        action: format!("/personnes/{id}/roles"),
        grant: Button::primary(t.text("accounts-role-grant")),
    };
    Page::new(&person.name).step(t.text("accounts-people-title"), "/personnes").status(form.status()).show(visit, &page)
}

fn fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let asked = std::iter::once(role_field(visit)).chain(place_fields(visit));
    asked.map(|field| form.fill(field)).collect()
}

/// The person, for who may list people, or for who may take back one of their roles.
async fn load(visit: &Visit, id: PersonId) -> Result<(person_table::Model, Vec<Revocable>), Problem> {
    visit.signed_in()?;
    let reader = visit.read();
    let query = person_table::Entity::find_by_id(id);
    let roles = store::roles_of(&reader, id, visit.now()).await?;
    if let Some(person) = reader.one_within(query, &*visit.scope("person.list")).await? {
        return Ok((person, roles.into_iter().map(|role| (role, true)).collect()));
    }
    let decide = |(place, role): (usize, held_role::Model)| {
        let held = HeldRole { role: role.role, place: role.place.0 };
        let is_revocable = place < DECISIONS_MAX && visit.may("role.revoke", &crate::commands::role_resource(held));
        (role, is_revocable)
    };
    let roles: Vec<Revocable> = roles.into_iter().enumerate().map(decide).collect();
    if roles.iter().any(|(_, is_revocable)| *is_revocable) {
        Ok((store::person(&reader, id).await?, roles))
    } else {
        Err(Problem::NotFound)
    }
}

fn role_table(visit: &Visit, person: PersonId, roles: Vec<Revocable>) -> Table {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("accounts-role")),
        Column::new(t.text("accounts-place")),
        Column::new(t.text("accounts-role-revoke-column")),
    ];
    let table = Table::new("roles", t.text("accounts-roles-title"), columns, t.text("accounts-roles-none"));
    roles.into_iter().fold(table.caption_unseen(), |table, (role, is_revocable)| {
        let label = t.text(role_label(role.role)).to_string();
        let button = Button::new(ButtonKind::Danger, t.text("accounts-role-revoke"));
        let button = button.about(format!("{label}, {}", place_name(t, role.place.0)));
        let action = format!("/personnes/{person}/roles/{}/retirer", role.id);
        let last = if is_revocable { Content::html(PostButton::new(visit, action, button)) } else { "".into() };
        table.row(vec![label.into(), place_content(t, role.place.0), last])
    })
}

/// The page.
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    show(&visit, id.parse().or(Err(Problem::NotFound))?, Form::new()).await
}

/// Gives a role.
pub(crate) async fn grant(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let id: PersonId = id.parse().or(Err(Problem::NotFound))?;
    let outcome = async {
        let command = parse(id, &submission)?;
        visit.carry_out(&submission, &command, |_| format!("/personnes/{id}")).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-accounts-role-granted")),
        Err(problem) => show(&visit, id, Form::new().refused(&submission, problem)?).await,
    }
}

fn parse(person: PersonId, submission: &Submission) -> Result<GrantRole, Problem> {
    let mut fields = submission.fields();
    let role = fields.code("role");
    let place = match read_place(&mut fields) {
        Some(None) => fields.refuse("lieu", Message::new("form-missing")),
        place => place.flatten(),
    };
    fields.complete(|| Some(GrantRole { person, role: HeldRole { role: role?, place: place? } }))
}

/// Takes a role back. Who may not see the person any more goes back to the list.
pub(crate) async fn revoke(visit: Visit, Path((id, role)): Path<(String, String)>, submission: Submission) -> Answer {
    let id: PersonId = id.parse().or(Err(Problem::NotFound))?;
    let command = RevokeRole { held_role: role.parse().or(Err(Problem::NotFound))? };
    let destination = match visit.carry_out(&submission, &command, |_| "/personnes".to_owned()).await {
        Ok(list) if load(&visit, id).await.is_err() => list,
        Ok(_) => format!("/personnes/{id}"),
        Err(problem) => return show(&visit, id, Form::new().refused(&submission, problem)?).await,
    };
    Ok(see_other(&visit, &destination, "done-accounts-role-revoked"))
}
