//! `/v/{token}`: one value, given without an account. Looking at it writes nothing.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_base::limits::{ANSWER_LINK_DAYS, TITLE_CHARACTERS_MAX};
use kit_ui::{Button, Field, Notice, Tone};
use kit_web::{Answer, Form, Page, Submission, TokenDigest, Visit, see_other};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::commands::AnswerValue;
use crate::pages::indicator_form::{amount, amount_field, typed};
use crate::store::{indicator, indicator_value, locked_years, value_at, value_link};

/// What the receipt of a form keeps instead of the address it leads to, since that address is the token.
const KEPT_NOWHERE: &str = "/v";

#[derive(Template)]
#[template(path = "value_by_link.html")]
struct ByLinkPage<'a> {
    visit: &'a Visit,
    token: &'a str,
    asked: String,
    indicator: &'a indicator::Model,
    form: &'a Form,
    fields: Vec<Field>,
    button: Button,
    locked: Option<Notice>,
    why: String,
}

/// What a token opens.
struct Opened {
    link: value_link::Model,
    indicator: indicator::Model,
    row: Option<indicator_value::Model>,
    is_locked: bool,
}

/// `GET /v/{token}`
pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    show(&visit, &token, &opened, &opened.known())
}

/// `POST /v/{token}`
pub(crate) async fn post(visit: Visit, Path(token): Path<String>, submission: Submission) -> Answer {
    let opened = open(&visit, &token).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let mut fields = submission.fields();
        let amount = amount(&mut fields, "nombre");
        let source = fields.text("source", TITLE_CHARACTERS_MAX);
        let link = opened.link.id;
        let command = fields.complete(|| Some(AnswerValue { link, version_read, amount: amount?, source: source? }))?;
        visit.carry_out_as(&opened.link.principal(), &submission, &command, |_| KEPT_NOWHERE.to_owned()).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(&visit, &format!("/v/{token}"), "done-plan-value-answered")),
        Err(problem) => {
            let opened = open(&visit, &token).await?;
            let form = opened.known().refused(&submission, problem)?;
            show(&visit, &token, &opened, &form)
        }
    }
}

/// Finds the link of this token, if it still works, and the value it asks for.
async fn open(visit: &Visit, token: &str) -> Result<Opened, Problem> {
    let reader = visit.read();
    let query = value_link::Entity::find().filter(value_link::Column::Digest.eq(TokenDigest::of(token).bytes()));
    let link = reader.one(query).await?.ok_or(Problem::NotFound)?;
    if !link.is_living(visit.now()) {
        return Err(Problem::Gone);
    }
    if !visit.house().policies.decide(&link.principal(), "indicator.answer", &link.resource()) {
        return Err(Problem::NotFound);
    }
    let indicator = reader.one(indicator::Entity::find_by_id(link.indicator_id)).await?.ok_or(Problem::NotFound)?;
    let value = value_at(link.indicator_id, link.territory, link.year);
    let row = reader.one_within(value, &*visit.scope("indicator.read")).await?;
    let is_locked = locked_years(&reader, indicator.plan_id).await?.contains(&link.year);
    Ok(Opened { link, indicator, row, is_locked })
}

impl Opened {
    /// Filled with the value as it stands.
    fn known(&self) -> Form {
        match &self.row {
            Some(row) => {
                Form::new().version(row.version).known("nombre", typed(row.amount)).known("source", &row.source)
            }
            None => Form::new().version(0),
        }
    }
}

fn show(visit: &Visit, token: &str, opened: &Opened, form: &Form) -> Answer {
    let t = visit.t();
    let year = opened.link.year.to_string();
    let fields = [
        amount_field(visit, "nombre", opened.indicator.unit.clone())
            .hint(t.text("plan-field-amount-hint"))
            .purpose(t.text("plan-field-amount-purpose")),
        Field::text(t, "source", t.text("plan-source"))
            .hint(t.text("plan-field-value-source-hint"))
            .purpose(t.text("plan-field-value-source-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX),
    ];
    let page = ByLinkPage {
        visit,
        token,
        asked: t
            .text("plan-by-link-asked")
            .arg("departement", territory::name(opened.link.territory, t.locale()))
            .arg("year", &year)
            .to_string(),
        indicator: &opened.indicator,
        form,
        fields: fields.into_iter().map(|field| form.fill(field)).collect(),
        button: Button::primary(t.text("plan-value-button")),
        locked: opened.is_locked.then(|| Notice::new(t, Tone::Info, t.text("plan-period-locked").arg("year", &year))),
        why: t.text("plan-by-link-why").arg("days", ANSWER_LINK_DAYS).to_string(),
    };
    Page::new(t.text("plan-by-link-title")).private().status(form.status()).show(visit, &page)
}
