//! Saying that an organisation became another.

use axum::extract::Path;
use kit_base::{Problem, TerritoryKind};
use kit_ui::{Choice, Field};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::form::FormPage;
use super::{editable, show_form};
use crate::commands::SayBecame;
use crate::model::{OrganisationId, path};
use crate::store::choices;
use crate::store::organisation::Model;

/// `GET /acteurs/{id}/devenue`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = editable(&visit, &id).await?;
    show(&visit, &row, &Form::new()).await
}

/// `POST /acteurs/{id}/devenue`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let outcome = async {
        let command = parse(row.id, &submission)?;
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-became")),
        Err(problem) => show(&visit, &row, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn show(visit: &Visit, row: &Model, form: &Form) -> Answer {
    let t = visit.t();
    let title = t.text("directory-became-title").to_string();
    let here = path(row.id);
    let addresses = (format!("{here}/devenue"), here);
    let fields = vec![
        Field::select(t, "successeur", t.text("directory-successor"), others(visit, row).await?)
            .hint(t.text("directory-successor-hint"))
            .purpose(t.text("directory-successor-purpose")),
        Field::date(t, "depuis", t.text("directory-succession-day"))
            .hint(t.text("directory-succession-day-hint"))
            .optional(),
    ];
    let page = FormPage::new(visit, form, title.clone(), addresses, fields)
        .lead(t.text("directory-became-lead").arg("name", &row.name));
    show_form(visit, row, form, title, &page)
}

/// Organisations of the same région.
async fn others(visit: &Visit, row: &Model) -> Result<Vec<Choice>, Problem> {
    let region = match row.territory.kind() {
        TerritoryKind::Departement => territory::region_of(row.territory).unwrap_or(row.territory),
        _ => row.territory,
    };
    let mut others = choices(visit, region).await?;
    others.retain(|choice| choice.value != row.id.to_string());
    Ok(others)
}

fn parse(organisation: OrganisationId, submission: &Submission) -> Result<SayBecame, Problem> {
    let mut fields = submission.fields();
    let successor = fields.code("successeur");
    let since = fields.optional_date("depuis");
    fields.complete(|| Some(SayBecame { organisation, successor: successor?, since: since? }))
}
