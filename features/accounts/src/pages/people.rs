//! The people who sign in, and the form that adds one.

use askama::Template;
use axum::extract::Query;
use chrono_tz::Tz;
use kit_base::limits::{EMAIL_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Locale, Message, Problem, clock};
use kit_policy::{HeldRole, Place};
use kit_ui::{Button, Choice, Column, Content, ExportLinks, Field, FilterBar, Pagination, Table};
use kit_web::{Answer, Form, Page, SEARCH_WORDS, Submission, Visit, see_other};
use serde::Deserialize;

use super::place::{place_fields, read_place};
use super::{Link, role_choices};
use crate::commands::{CreatePerson, CreatePersonWithRole};
use crate::files::PEOPLE;
use crate::model::PersonId;
use crate::store;

/// The calendar that days are told by.
const ZONE: Tz = chrono_tz::Europe::Paris;

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage<'a> {
    visit: &'a Visit,
    list: Option<PeopleList>,
    form: &'a Form,
    fields: Vec<Field>,
    create: Button,
}

/// For who may see it; the others only add people.
struct PeopleList {
    filter: FilterBar,
    export: ExportLinks,
    table: Table,
    total: u64,
    pagination: Pagination,
}

/// What the address of the page may say.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    q: Option<String>,
    apres: Option<String>,
}

async fn show(visit: &Visit, asked: Asked, form: Form) -> Answer {
    let t = visit.t();
    if visit.scope("person.create").is_nothing() {
        visit.signed_in()?;
        return Err(Problem::Forbidden.into());
    }
    let page = PeoplePage {
        visit,
        list: list(visit, asked).await?,
        fields: fields(visit, &form),
        form: &form,
        create: Button::primary(t.text("accounts-person-create")),
    };
    Page::new(t.text("accounts-people-title")).status(form.status()).show(visit, &page)
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    show(&visit, asked, Form::new().known("langue-courriels", Locale::Fr)).await
}

/// Adds somebody.
pub(crate) async fn post(visit: Visit, submission: Submission) -> Answer {
    let outcome = async {
        let (person, role) = parse(&submission)?;
        let page_of = |id: &PersonId| format!("/personnes/{id}");
        match role {
            Some(role) => visit.carry_out(&submission, &CreatePersonWithRole { person, role }, page_of).await,
            None => visit.carry_out(&submission, &person, page_of).await,
        }
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-accounts-person-created")),
        Err(problem) => show(&visit, Asked::default(), Form::new().refused(&submission, problem)?).await,
    }
}

async fn list(visit: &Visit, asked: Asked) -> Result<Option<PeopleList>, Problem> {
    let t = visit.t();
    let scope = visit.scope("person.list");
    if scope.is_nothing() {
        return Ok(None);
    }
    let typed = asked.q.unwrap_or_default();
    let after: Option<PersonId> = asked.apres.and_then(|id| id.parse().ok());
    let people = store::people(&visit.read(), &scope, &typed, after).await?;
    let columns = vec![
        Column::new(t.text("accounts-name")),
        Column::new(t.text("accounts-address")),
        Column::new(t.text("accounts-since")),
    ];
    let mut table = Table::new("personnes", t.text("accounts-people-title"), columns, t.text("accounts-people-none"))
        .caption_unseen();
    for person in people.rows {
        let name = Link { href: format!("/personnes/{}", person.id), label: person.name };
        let since = t.date_short(clock::day_in(ZONE, person.created_at));
        table = table.row(vec![Content::html(name), person.email.as_str().into(), since.into()]);
    }
    let export = ExportLinks::narrowed(t, PEOPLE.name, &[(SEARCH_WORDS, typed.trim())]);
    let search = Field::search(t, SEARCH_WORDS, t.text("accounts-people-search")).value(typed);
    Ok(Some(PeopleList {
        filter: FilterBar::new(t, "/personnes", vec![search]),
        export,
        table,
        total: people.total,
        pagination: Pagination::new(t, None, people.last.map(|id| format!("/personnes?apres={id}"))),
    }))
}

fn fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let languages = vec![
        Choice::new(Locale::Fr.tag(), t.text("accounts-language-fr")),
        Choice::new(Locale::En.tag(), t.text("accounts-language-en")),
    ];
    let fields = [
        Field::text(t, "nom", t.text("accounts-name"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .purpose(t.text("accounts-name-purpose")),
        Field::email(t, "adresse", t.text("accounts-address"))
            .maxlength(EMAIL_CHARACTERS_MAX)
            .autocomplete("off")
            .purpose(t.text("accounts-sign-in-address-purpose")),
        Field::radios(t, "langue-courriels", t.text("accounts-language"), languages)
            .purpose(t.text("accounts-language-purpose")),
        role_field(visit).optional(),
    ];
    fields.into_iter().chain(place_fields(visit)).map(|field| form.fill(field)).collect()
}

/// Asks which role.
pub(super) fn role_field(visit: &Visit) -> Field {
    let t = visit.t();
    Field::select(t, "role", t.text("accounts-role"), role_choices(t)).purpose(t.text("accounts-role-purpose"))
}

/// Who is added, and with which first role, if any.
fn parse(submission: &Submission) -> Result<(CreatePerson, Option<HeldRole>), Problem> {
    let mut fields = submission.fields();
    let name = fields.text("nom", TITLE_CHARACTERS_MAX);
    let email = fields.email("adresse");
    let locale = fields.code::<Locale>("langue-courriels");
    let role = fields.optional_code("role");
    let place: Option<Option<Place>> = read_place(&mut fields);
    let held = match (role, place) {
        (Some(Some(role)), Some(Some(place))) => Some(Some(HeldRole { role, place })),
        (Some(None), Some(None)) => Some(None),
        (Some(Some(_)), Some(None)) => fields.refuse("lieu", Message::new("form-missing")),
        (Some(None), Some(Some(_))) => fields.refuse("role", Message::new("form-choose-one")),
        _ => None,
    };
    fields.complete(|| Some((CreatePerson { name: name?, email: email?, locale: locale? }, held?)))
}
