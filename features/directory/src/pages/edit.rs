//! Correcting an organisation.

use axum::extract::Path;
use kit_base::{Locale, Problem};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use super::form::{FormPage, owners, read, record_fields};
use super::{editable, organisation_at};
use crate::commands::EditOrganisation;
use crate::model::{OrganisationId, display_name, path};
use crate::store::organisation::Model;

/// `GET /acteurs/{id}/modifier`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = editable(&visit, &id).await?;
    show(&visit, &row, &known(&row))
}

/// `POST /acteurs/{id}/modifier`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let outcome = async {
        let command = parse(row.id, &submission)?;
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-edited")),
        Err(problem) => {
            // As it stands after the refusal: what somebody else saved meanwhile is shown beside what was typed.
            let row = organisation_at(&visit, &id).await?;
            show(&visit, &row, &known(&row).refused(&submission, problem)?)
        }
    }
}

fn known(row: &Model) -> Form {
    let mut form = Form::new()
        .version(row.version)
        .known("nom", &row.name)
        .known("type", row.kind)
        .known("territoire", row.territory);
    if let Some(seat) = row.seat {
        form = form.known("siege", territory::name_and_code(seat, Locale::Fr));
    }
    if let Some(address) = &row.contact_email {
        form = form.known("courriel", address);
    }
    if let Some(address) = &row.website {
        form = form.known("site", address);
    }
    match &row.source {
        Some(source) => form.known("source", source),
        None => form,
    }
}

fn show(visit: &Visit, row: &Model, form: &Form) -> Answer {
    let title = visit.text("directory-edit-title").to_string();
    let here = path(row.id);
    let addresses = (format!("{here}/modifier"), here.clone());
    let fields = record_fields(visit.t(), owners(visit, Some(row.territory)));
    let page = FormPage::new(visit, form, title.clone(), addresses, fields);
    Page::new(title)
        .step(visit.text("directory-nav"), "/acteurs")
        .step(display_name(&row.name, row.is_example), here)
        .status(form.status())
        .show(visit, &page)
}

fn parse(id: OrganisationId, submission: &Submission) -> Result<EditOrganisation, Problem> {
    let version_read = submission.version()?;
    let facts = read(submission)?;
    Ok(EditOrganisation {
        id,
        version_read,
        name: facts.name,
        kind: facts.kind,
        seat: facts.seat,
        territory: facts.territory,
        contact_email: facts.contact_email,
        website: facts.website,
        source: facts.source,
    })
}
