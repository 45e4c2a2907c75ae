//! `/f/{token}`: the sheet of a collective, filled, to be corrected without an account. Looking at it writes nothing.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_base::limits::{ANSWER_LINK_DAYS, SENTENCE_CHARACTERS_MAX};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, TokenDigest, Visit, see_other};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::sheet::{Sheet, known, read_texts, text_fields};
use crate::commands::AnswerSheet;
use crate::store::{collective, sheet_link};

/// What the receipt of a form keeps instead of the address it leads to, since that address is the token.
const KEPT_NOWHERE: &str = "/f";

#[derive(Template)]
#[template(path = "sheet_by_link.html")]
struct ByLinkPage<'a> {
    visit: &'a Visit,
    token: &'a str,
    sheet: Sheet<'a>,
    form: &'a Form,
    fields: Vec<Field>,
    button: Button,
    why: String,
}

/// What a token opens.
struct Opened {
    link: sheet_link::Model,
    row: collective::Model,
}

/// `GET /f/{token}`
pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    show(&visit, &token, &opened, &known(&opened.row)).await
}

/// `POST /f/{token}`
pub(crate) async fn post(visit: Visit, Path(token): Path<String>, submission: Submission) -> Answer {
    let opened = open(&visit, &token).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let mut fields = submission.fields();
        let texts = read_texts(&mut fields);
        let remark = fields.optional_text("membres", SENTENCE_CHARACTERS_MAX);
        let link = opened.link.id;
        let command = fields.complete(|| Some(AnswerSheet { link, version_read, texts: texts?, remark: remark? }))?;
        visit.carry_out_as(&opened.link.principal(), &submission, &command, |_| KEPT_NOWHERE.to_owned()).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(&visit, &format!("/f/{token}"), "done-collectives-sheet-answered")),
        Err(problem) => {
            let opened = open(&visit, &token).await?;
            let form = known(&opened.row).refused(&submission, problem)?;
            show(&visit, &token, &opened, &form).await
        }
    }
}

/// Finds the link of this token, if it still works, and the collective whose sheet it is.
async fn open(visit: &Visit, token: &str) -> Result<Opened, Problem> {
    let reader = visit.read();
    let query = sheet_link::Entity::find().filter(sheet_link::Column::Digest.eq(TokenDigest::of(token).bytes()));
    let link = reader.one(query).await?.ok_or(Problem::NotFound)?;
    if !link.is_living(visit.now()) {
        return Err(Problem::Gone);
    }
    if !visit.house().policies.decide(&link.principal(), "collective.answer-sheet", &link.resource()) {
        return Err(Problem::NotFound);
    }
    let query = collective::Entity::find_by_id(link.collective_id);
    let row = reader.one_within(query, &*visit.scope("collective.read")).await?.ok_or(Problem::NotFound)?;
    Ok(Opened { link, row })
}

async fn show(visit: &Visit, token: &str, opened: &Opened, form: &Form) -> Answer {
    let t = visit.t();
    let members = Field::text(t, "membres", t.text("collectives-sheet-members"))
        .hint(t.text("collectives-sheet-members-hint"))
        .purpose(t.text("collectives-sheet-members-purpose"))
        .maxlength(SENTENCE_CHARACTERS_MAX)
        .optional();
    let mut fields = text_fields(visit, form);
    fields.push(form.fill(members));
    let page = ByLinkPage {
        visit,
        token,
        sheet: Sheet::of(visit, &opened.row).await?,
        form,
        fields,
        button: Button::primary(t.text("collectives-sheet-right")),
        why: t.text("collectives-sheet-why").arg("days", ANSWER_LINK_DAYS).to_string(),
    };
    Page::new(t.text("collectives-sheet-by-link-title")).private().status(form.status()).show(visit, &page)
}
