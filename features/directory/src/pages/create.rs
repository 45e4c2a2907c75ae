//! Entering an organisation.

use kit_base::{Problem, Visibility};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use super::form::{FormPage, owners, read, record_fields};
use crate::commands::CreateOrganisation;
use crate::model::path;

/// `GET /acteurs/nouveau`
pub(crate) async fn get(visit: Visit) -> Answer {
    let form = match owners(&visit, None).as_slice() {
        [only] => Form::new().known("territoire", &only.value),
        _ => Form::new(),
    };
    show(&visit, &form)
}

/// `POST /acteurs/nouveau`
pub(crate) async fn post(visit: Visit, submission: Submission) -> Answer {
    let outcome = async {
        let command = parse(&submission)?;
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-created")),
        Err(problem) => show(&visit, &Form::new().refused(&submission, problem)?),
    }
}

fn show(visit: &Visit, form: &Form) -> Answer {
    visit.signed_in()?;
    let owners = owners(visit, None);
    if owners.is_empty() {
        return Err(Problem::Forbidden.into());
    }
    let title = visit.text("directory-create-title").to_string();
    let addresses = ("/acteurs/nouveau".to_owned(), "/acteurs".to_owned());
    let page = FormPage::new(visit, form, title.clone(), addresses, record_fields(visit.t(), owners));
    Page::new(title).step(visit.text("directory-nav"), "/acteurs").status(form.status()).show(visit, &page)
}

fn parse(submission: &Submission) -> Result<CreateOrganisation, Problem> {
    let facts = read(submission)?;
    Ok(CreateOrganisation {
        name: facts.name,
        kind: facts.kind,
        seat: facts.seat,
        territory: facts.territory,
        contact_email: facts.contact_email,
        website: facts.website,
        source: facts.source,
        is_example: false,
        visibility: Visibility::Public,
    })
}
