//! Whom to ask for in an organisation: on its page, and in the form that enters or corrects it. Functions, never people.

use axum::extract::Path;
use kit_base::limits::EMAIL_CHARACTERS_MAX;
use kit_base::{EmailAddress, Message, Problem};
use kit_i18n::Translator;
use kit_ui::{Column, Content, Field, LinkButton, Table};
use kit_web::{Answer, Fields, Form, Submission, Visit, see_other};

use super::form::FormPage;
use super::{editable, show_form};
use crate::commands::{AddContact, EditContact};
use crate::model::{
    ContactFacts, ContactId, LINE_CHARACTERS_MAX, PHONE_CHARACTERS_MAX, PhoneNumber, PresenceDays, Weekday, path,
};
use crate::store::organisation::Model;
use crate::store::{contact, read_of};

/// `GET /acteurs/{id}/contacts/nouveau`
pub(crate) async fn get_new(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = editable(&visit, &id).await?;
    show(&visit, &row, None, &Form::new())
}

/// `POST /acteurs/{id}/contacts/nouveau`
pub(crate) async fn post_new(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let outcome = async {
        let command = AddContact { organisation: row.id, facts: parse(&submission)? };
        visit.carry_out(&submission, &command, |_| path(row.id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-contact-added")),
        Err(problem) => show(&visit, &row, None, &Form::new().refused(&submission, problem)?),
    }
}

/// `GET /acteurs/{id}/contacts/{contact}/modifier`
pub(crate) async fn get(visit: Visit, Path((id, contact)): Path<(String, String)>) -> Answer {
    let row = editable(&visit, &id).await?;
    let contact = contact_at(&visit, &row, &contact).await?;
    show(&visit, &row, Some(contact.id), &known(&contact))
}

/// `POST /acteurs/{id}/contacts/{contact}/modifier`
pub(crate) async fn post(visit: Visit, Path((id, contact)): Path<(String, String)>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let before = contact_at(&visit, &row, &contact).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let facts = parse(&submission)?;
        let command = EditContact { organisation: row.id, contact: before.id, version_read, facts };
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-edited")),
        Err(problem) => {
            // As it stands after the refusal: what somebody else saved meanwhile is shown beside what was typed.
            let now = contact_at(&visit, &row, &contact).await?;
            show(&visit, &row, Some(now.id), &known(&now).refused(&submission, problem)?)
        }
    }
}

async fn contact_at(visit: &Visit, row: &Model, id: &str) -> Result<contact::Model, Problem> {
    let id: ContactId = id.parse().or(Err(Problem::NotFound))?;
    let contacts = read_of::<contact::Entity>(&visit.read(), row.id).await?;
    contacts.into_iter().find(|contact| contact.id == id).ok_or(Problem::NotFound)
}

fn known(contact: &contact::Model) -> Form {
    let form = Form::new()
        .version(contact.version)
        .known("fonction", &contact.function_label)
        .known("telephone", contact.phone.as_ref().map(PhoneNumber::as_str).unwrap_or_default())
        .known("courriel", contact.email.as_ref().map(EmailAddress::as_str).unwrap_or_default())
        .known("remplace", contact.substitute.as_deref().unwrap_or_default());
    contact.days.days().iter().fold(form, |form, day| form.known(day.field(), "yes"))
}

fn show(visit: &Visit, row: &Model, contact: Option<ContactId>, form: &Form) -> Answer {
    let t = visit.t();
    let here = path(row.id);
    let (title, action) = match contact {
        None => (t.text("directory-contact-add"), format!("{here}/contacts/nouveau")),
        Some(contact) => (t.text("directory-contact-edit"), format!("{here}/contacts/{contact}/modifier")),
    };
    let title = title.to_string();
    let mut page = FormPage::new(visit, form, title.clone(), (action, here.clone()), fields(t));
    if let Some(contact) = contact {
        let address = format!("{here}/retirer/contact/{contact}");
        page = page.other(LinkButton::secondary(t.text("directory-remove"), address));
    }
    show_form(visit, row, form, title, &page)
}

fn fields(t: &Translator) -> Vec<Field> {
    let function = Field::text(t, "fonction", t.text("directory-function"))
        .maxlength(LINE_CHARACTERS_MAX)
        .hint(t.text("directory-function-hint"))
        .purpose(t.text("directory-function-purpose"));
    let days = Weekday::ALL.iter().map(|day| {
        let label = t.text("directory-there-on").arg("day", t.text(day.label()).to_string());
        Field::checkbox(t, day.field(), label).optional()
    });
    let reached = [
        Field::text(t, "telephone", t.text("directory-phone"))
            .maxlength(PHONE_CHARACTERS_MAX)
            .autocomplete("off")
            .purpose(t.text("directory-reached-purpose"))
            .optional(),
        Field::email(t, "courriel", t.text("directory-contact"))
            .maxlength(EMAIL_CHARACTERS_MAX)
            .autocomplete("off")
            .hint(t.text("directory-contact-hint"))
            .purpose(t.text("directory-reached-purpose"))
            .optional(),
        Field::text(t, "remplace", t.text("directory-substitute"))
            .maxlength(LINE_CHARACTERS_MAX)
            .hint(t.text("directory-substitute-hint"))
            .purpose(t.text("directory-substitute-purpose"))
            .optional(),
    ];
    std::iter::once(function).chain(days).chain(reached).collect()
}

fn parse(submission: &Submission) -> Result<ContactFacts, Problem> {
    let mut fields = submission.fields();
    let function = fields.text("fonction", LINE_CHARACTERS_MAX);
    let phone = phone(&mut fields);
    let email = fields.optional_email("courriel");
    let substitute = fields.optional_text("remplace", LINE_CHARACTERS_MAX);
    let is_there = |day: &Weekday| submission.value(day.field()) == "yes";
    let days = PresenceDays::new(Weekday::ALL.iter().copied().filter(is_there).collect());
    fields.complete(|| {
        Some(ContactFacts { function: function?, days, phone: phone?, email: email?, substitute: substitute? })
    })
}

fn phone(fields: &mut Fields<'_>) -> Option<Option<PhoneNumber>> {
    let Some(text) = fields.optional_text("telephone", PHONE_CHARACTERS_MAX)? else { return Some(None) };
    match text.parse() {
        Ok(number) => Some(Some(number)),
        Err(_) => fields.refuse("telephone", Message::new("directory-phone-unfit")),
    }
}

/// Whom to ask for in an organisation; nothing where nobody is known.
pub(super) async fn table(visit: &Visit, row: &Model, may_edit: bool) -> Result<Option<Table>, Problem> {
    let t = visit.t();
    let mut contacts = read_of::<contact::Entity>(&visit.read(), row.id).await?;
    if contacts.is_empty() {
        return Ok(None);
    }
    contacts.sort_by_key(|contact| contact.id);
    let mut columns = vec![
        Column::new(t.text("directory-function")),
        Column::new(t.text("directory-days")),
        Column::new(t.text("directory-phone")),
        Column::new(t.text("directory-contact")),
        Column::new(t.text("directory-substitute")),
    ];
    if may_edit {
        columns.push(Column::new(t.text("directory-correct")));
    }
    let empty = Table::new("contacts", t.text("directory-contacts-title"), columns, "").caption_unseen();
    Ok(Some(contacts.iter().fold(empty, |table, contact| table.row(cells(visit, contact, may_edit)))))
}

fn cells(visit: &Visit, contact: &contact::Model, may_edit: bool) -> Vec<Content> {
    let t = visit.t();
    let mut cells = vec![
        Content::from(contact.function_label.as_str()),
        days(t, &contact.days),
        phone_cell(visit, contact.phone.as_ref()),
        super::organisation::email(visit, contact.email.as_ref()),
        contact.substitute.as_deref().map_or_else(|| t.text("directory-unknown").into(), Content::from),
    ];
    if may_edit {
        let address = format!("{}/contacts/{}/modifier", path(contact.organisation_id), contact.id);
        cells.push(super::correct_link(t, &address, &contact.function_label));
    }
    cells
}

fn days(t: &Translator, days: &PresenceDays) -> Content {
    let names: Vec<String> = days.days().iter().map(|day| t.text(day.label()).to_string()).collect();
    if names.is_empty() { t.text("directory-unknown").into() } else { names.join(", ").into() }
}

/// The number is for people who are signed in: others are told that there is one.
fn phone_cell(visit: &Visit, phone: Option<&PhoneNumber>) -> Content {
    match (phone, visit.person()) {
        (None, _) => visit.text("directory-unknown").into(),
        (Some(_), None) => visit.text("directory-contact-signed-in").into(),
        (Some(number), Some(_)) => {
            // On one line, however narrow the column.
            let shown = Content::from(number.as_str().replace(' ', "\u{a0}"));
            Content::Html(format!(r#"<a href="tel:{}">{shown}</a>"#, number.dialled()))
        }
    }
}

/// Whom to ask for, in a line: the function, the days, the number, who stands in. Only for people who are signed in.
pub fn reached_line(visit: &Visit, contact: &ContactFacts) -> Content {
    let function = Content::from(contact.function.as_str());
    let mut parts = vec![function.to_string()];
    if !contact.days.days().is_empty() {
        parts.push(days(visit.t(), &contact.days).to_string());
    }
    if contact.phone.is_some() {
        parts.push(phone_cell(visit, contact.phone.as_ref()).to_string());
    }
    parts.extend(contact.substitute.as_deref().map(|substitute| Content::from(substitute).to_string()));
    Content::Html(parts.join(" · "))
}
