//! Taking off the record what stands there by mistake, or no longer holds.

use axum::extract::Path;
use kit_base::Problem;
use kit_web::{Answer, Form, Submission, Visit, see_other};
use sea_orm::EntityTrait;

use super::form::FormPage;
use super::{editable, show_form};
use crate::commands::{Fact, RemoveFact};
use crate::model::path;
use crate::store::organisation::Model;
use crate::store::{contact, former_name, role, succession, summaries};

/// `GET /acteurs/{id}/retirer/{genre}/{fait}`
pub(crate) async fn get(visit: Visit, Path((id, kind, fact)): Path<(String, String, String)>) -> Answer {
    let row = editable(&visit, &id).await?;
    show(&visit, &row, fact_at(&kind, &fact)?, (&kind, &fact), &Form::new()).await
}

/// `POST /acteurs/{id}/retirer/{genre}/{fait}`
pub(crate) async fn post(
    visit: Visit,
    Path((id, kind, fact)): Path<(String, String, String)>,
    submission: Submission,
) -> Answer {
    let row = editable(&visit, &id).await?;
    let to_remove = fact_at(&kind, &fact)?;
    let outcome = async {
        submission.check_token()?;
        let command = RemoveFact { organisation: row.id, fact: to_remove };
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-removed")),
        Err(problem) => {
            show(&visit, &row, to_remove, (&kind, &fact), &Form::new().refused(&submission, problem)?).await
        }
    }
}

fn fact_at(kind: &str, id: &str) -> Result<Fact, Problem> {
    let fact = match kind {
        "nom" => id.parse().map(Fact::Name),
        "suite" => id.parse().map(Fact::Succession),
        "role" => id.parse().map(Fact::Role),
        "contact" => id.parse().map(Fact::Contact),
        _ => return Err(Problem::NotFound),
    };
    fact.or(Err(Problem::NotFound))
}

async fn show(visit: &Visit, row: &Model, fact: Fact, (kind, id): (&str, &str), form: &Form) -> Answer {
    let t = visit.t();
    let title = t.text("directory-remove-title").to_string();
    let here = path(row.id);
    let addresses = (format!("{here}/retirer/{kind}/{id}"), here);
    let lead = t.text("directory-remove-lead").arg("what", words(visit, row, fact).await?);
    let page =
        FormPage::new(visit, form, title.clone(), addresses, Vec::new()).lead(lead).save(t.text("directory-remove"));
    show_form(visit, row, form, title, &page)
}

/// What is about to be taken off, in words; what hangs on another record is not found here.
async fn words(visit: &Visit, row: &Model, fact: Fact) -> Result<String, Problem> {
    let reader = visit.read();
    let (owner, words) = match fact {
        Fact::Name(id) => {
            let found = reader.one(former_name::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
            (found.organisation_id, found.name)
        }
        Fact::Role(id) => {
            let found = reader.one(role::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
            let role = visit.text(found.role.label());
            (found.organisation_id, format!("{} – {role}", found.programme))
        }
        Fact::Contact(id) => {
            let found = reader.one(contact::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
            (found.organisation_id, found.function_label)
        }
        Fact::Succession(id) => {
            let found = reader.one(succession::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
            let successor = summaries(visit, &[found.successor_id]).await?.remove(&found.successor_id);
            let name = successor.map(|successor| successor.display_name()).unwrap_or_default();
            (found.predecessor_id, visit.text("directory-became").arg("name", name).to_string())
        }
    };
    if owner == row.id { Ok(words) } else { Err(Problem::NotFound) }
}
