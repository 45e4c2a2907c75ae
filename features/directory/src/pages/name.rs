//! Writing down a name that an organisation bore, or a new one.

use axum::extract::Path;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Message, Problem};
use kit_i18n::Translator;
use kit_ui::{Choice, Field};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::form::FormPage;
use super::{editable, show_form};
use crate::commands::{AddName, NameTime};
use crate::model::{OrganisationId, Period, path};
use crate::store::organisation::Model;

const FORMER: &str = "former";
const PRESENT: &str = "present";

/// `GET /acteurs/{id}/noms/nouveau`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = editable(&visit, &id).await?;
    show(&visit, &row, &Form::new().known("genre", FORMER))
}

/// `POST /acteurs/{id}/noms/nouveau`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = editable(&visit, &id).await?;
    let outcome = async {
        let command = parse(row.id, &submission)?;
        visit.carry_out(&submission, &command, |id| path(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-directory-name-added")),
        Err(problem) => show(&visit, &row, &Form::new().refused(&submission, problem)?),
    }
}

fn show(visit: &Visit, row: &Model, form: &Form) -> Answer {
    let t = visit.t();
    let title = t.text("directory-name-add").to_string();
    let here = path(row.id);
    let addresses = (format!("{here}/noms/nouveau"), here);
    let page = FormPage::new(visit, form, title.clone(), addresses, fields(t))
        .lead(t.text("directory-name-add-lead").arg("name", &row.name));
    show_form(visit, row, form, title, &page)
}

fn fields(t: &Translator) -> Vec<Field> {
    let kinds = vec![
        Choice::new(FORMER, t.text("directory-name-former")),
        Choice::new(PRESENT, t.text("directory-name-present")).hint(t.text("directory-name-present-hint")),
    ];
    vec![
        Field::text(t, "nom", t.text("directory-name"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .purpose(t.text("directory-name-add-purpose")),
        Field::radios(t, "genre", t.text("directory-name-when"), kinds),
        Field::date(t, "depuis", t.text("directory-first-day"))
            .hint(t.text("directory-name-first-day-hint"))
            .optional(),
        Field::date(t, "jusqu", t.text("directory-last-day"))
            .hint(t.text("directory-name-last-day-hint"))
            .only_for("genre", &[FORMER]),
    ]
}

fn parse(organisation: OrganisationId, submission: &Submission) -> Result<AddName, Problem> {
    let mut fields = submission.fields();
    let name = fields.text("nom", TITLE_CHARACTERS_MAX);
    let from = fields.optional_date("depuis");
    let until = fields.optional_date("jusqu");
    let time = match submission.value("genre") {
        FORMER => from.zip(until).map(|(from, until)| NameTime::Former(Period { from, until })),
        PRESENT => match from {
            Some(Some(day)) => Some(NameTime::PresentSince(day)),
            Some(None) => fields.refuse("depuis", Message::new("directory-name-since-when")),
            None => None,
        },
        "" => fields.refuse("genre", Message::new("form-choose-one")),
        _ => fields.refuse("genre", Message::new("form-unknown-code")),
    };
    fields.complete(|| Some(AddName { organisation, name: name?, time: time? }))
}
