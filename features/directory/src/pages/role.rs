//! Roles of an organisation in programmes: on its page, and in the form that enters or corrects one.

use axum::extract::Path;
use chrono::NaiveDate;
use kit_base::Problem;
use kit_i18n::Translator;
use kit_ui::{Badge, Choice, Column, Content, Field, LinkButton, Table, Tone};
use kit_web::{Answer, Fields, Form, Submission, Visit, see_other};

use super::form::FormPage;
use super::{editable, period_words, show_form};
use crate::commands::{AddRole, EditRole};
use crate::model::{LINE_CHARACTERS_MAX, Period, ProgrammeRole, RoleFacts, RoleId, Validity, path};
use crate::store::organisation::Model;
use crate::store::{read_of, role};

/// `GET /acteurs/{id}/roles/nouveau`
pub(crate) async fn get_new(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = editable(&visit, &id).await?;
    show(&visit, &row, None, &Form::new())
}

/// `POST /acteurs/{id}/roles/nouveau`
pub(crate) async fn post_new(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let outcome = async {
        let command = AddRole { organisation: row.id, facts: parse(&submission)? };
        visit.carry_out(&submission, &command, |_| path(row.id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-role-added")),
        Err(problem) => show(&visit, &row, None, &Form::new().refused(&submission, problem)?),
    }
}

/// `GET /acteurs/{id}/roles/{role}/modifier`
pub(crate) async fn get(visit: Visit, Path((id, role)): Path<(String, String)>) -> Answer {
    let row = editable(&visit, &id).await?;
    let role = role_at(&visit, &row, &role).await?;
    show(&visit, &row, Some(role.id), &known(&role))
}

/// `POST /acteurs/{id}/roles/{role}/modifier`
pub(crate) async fn post(visit: Visit, Path((id, role)): Path<(String, String)>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let before = role_at(&visit, &row, &role).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let facts = parse(&submission)?;
        let command = EditRole { organisation: row.id, role: before.id, version_read, facts };
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-edited")),
        Err(problem) => {
            // As it stands after the refusal: what somebody else saved meanwhile is shown beside what was typed.
            let now = role_at(&visit, &row, &role).await?;
            show(&visit, &row, Some(now.id), &known(&now).refused(&submission, problem)?)
        }
    }
}

async fn role_at(visit: &Visit, row: &Model, id: &str) -> Result<role::Model, Problem> {
    let id: RoleId = id.parse().or(Err(Problem::NotFound))?;
    let roles = read_of::<role::Entity>(&visit.read(), row.id).await?;
    roles.into_iter().find(|role| role.id == id).ok_or(Problem::NotFound)
}

fn known(role: &role::Model) -> Form {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Form::new()
        .version(role.version)
        .known("programme", &role.programme)
        .known("role", role.role)
        .known("numero", role.accreditation.as_deref().unwrap_or_default())
        .known("depuis", day(role.from_date))
        .known("jusqu", day(role.until_date))
}

fn show(visit: &Visit, row: &Model, role: Option<RoleId>, form: &Form) -> Answer {
    let t = visit.t();
    let here = path(row.id);
    let (title, action) = match role {
        None => (t.text("directory-role-add"), format!("{here}/roles/nouveau")),
        Some(role) => (t.text("directory-role-edit"), format!("{here}/roles/{role}/modifier")),
    };
    let title = title.to_string();
    let mut page = FormPage::new(visit, form, title.clone(), (action, here.clone()), fields(t));
    if let Some(role) = role {
        page = page.other(LinkButton::secondary(t.text("directory-remove"), format!("{here}/retirer/role/{role}")));
    }
    show_form(visit, row, form, title, &page)
}

fn fields(t: &Translator) -> Vec<Field> {
    let roles = ProgrammeRole::ALL.iter().map(|role| Choice::new(role.code(), t.text(role.label()))).collect();
    vec![
        Field::text(t, "programme", t.text("directory-programme"))
            .maxlength(LINE_CHARACTERS_MAX)
            .hint(t.text("directory-programme-hint"))
            .purpose(t.text("directory-programme-purpose")),
        Field::select(t, "role", t.text("directory-role"), roles).purpose(t.text("directory-role-purpose")),
        Field::text(t, "numero", t.text("directory-accreditation"))
            .maxlength(LINE_CHARACTERS_MAX)
            .hint(t.text("directory-accreditation-hint"))
            .purpose(t.text("directory-accreditation-purpose"))
            .optional(),
        Field::date(t, "depuis", t.text("directory-valid-from")).optional(),
        Field::date(t, "jusqu", t.text("directory-valid-until"))
            .hint(t.text("directory-valid-until-hint"))
            .purpose(t.text("directory-valid-until-purpose"))
            .optional(),
    ]
}

fn parse(submission: &Submission) -> Result<RoleFacts, Problem> {
    let mut fields = submission.fields();
    let programme = fields.text("programme", LINE_CHARACTERS_MAX);
    let role = fields.code("role");
    let accreditation = fields.optional_text("numero", LINE_CHARACTERS_MAX);
    let period = period(&mut fields);
    fields.complete(|| {
        Some(RoleFacts { programme: programme?, role: role?, accreditation: accreditation?, period: period? })
    })
}

/// Read with the other fields, so that all faults are said at once.
fn period(fields: &mut Fields<'_>) -> Option<Period> {
    let (from, until) = (fields.optional_date("depuis"), fields.optional_date("jusqu"));
    let period = Period { from: from?, until: until? };
    match period.check("jusqu") {
        Ok(()) => Some(period),
        Err(Problem::Invalid(errors)) => {
            errors.into_iter().fold(None, |_, error| fields.refuse(error.field, error.message))
        }
        Err(_) => None,
    }
}

/// The roles of an organisation, those that hold first; nothing where there are none.
pub(super) async fn table(
    visit: &Visit,
    row: &Model,
    today: NaiveDate,
    may_edit: bool,
) -> Result<Option<Table>, Problem> {
    let t = visit.t();
    let mut roles = read_of::<role::Entity>(&visit.read(), row.id).await?;
    if roles.is_empty() {
        return Ok(None);
    }
    roles.sort_by_key(|role| {
        (role.facts().period.on(today) == Validity::Expired, territory::fold(&role.programme), role.role)
    });
    let mut columns = vec![
        Column::new(t.text("directory-programme")),
        Column::new(t.text("directory-role")),
        Column::new(t.text("directory-accreditation")),
        Column::new(t.text("directory-validity")),
    ];
    if may_edit {
        columns.push(Column::new(t.text("directory-correct")));
    }
    let empty = Table::new("roles", t.text("directory-roles-title"), columns, "").caption_unseen();
    Ok(Some(roles.iter().fold(empty, |table, role| table.row(cells(t, role, today, may_edit)))))
}

fn cells(t: &Translator, role: &role::Model, today: NaiveDate, may_edit: bool) -> Vec<Content> {
    let mut cells = vec![
        Content::Html(format!(
            "{}{}",
            Content::from(role.programme.as_str()),
            super::source_link(t, role.source.as_deref(), &role.programme)
        )),
        t.text(role.role.label()).into(),
        role.accreditation.as_deref().map_or_else(|| t.text("directory-unknown").into(), Content::from),
        validity(t, role.facts().period, today),
    ];
    if may_edit {
        let address = format!("{}/roles/{}/modifier", path(role.organisation_id), role.id);
        cells.push(super::correct_link(t, &address, &role.programme));
    }
    cells
}

/// When a role is valid; one that no longer is says so.
fn validity(t: &Translator, period: Period, today: NaiveDate) -> Content {
    let words = period_words(t, period);
    let badge = match period.on(today) {
        Validity::Expired => Some(Badge::new(Tone::Warning, t.text("directory-expired"))),
        Validity::Ahead => Some(Badge::new(Tone::Info, t.text("directory-ahead"))),
        Validity::Valid => None,
    };
    match badge {
        _ if words.is_empty() => t.text("directory-unknown").into(),
        Some(badge) => Content::Html(format!("{} {badge}", Content::from(words))),
        None => words.into(),
    }
}
