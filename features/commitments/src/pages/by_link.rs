//! `/r/{token}`: one question, answered without an account, on a phone, in thirty seconds. Looking at it writes nothing.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kit_base::Problem;
use kit_ui::Field;
use kit_web::{Answer, Form, Page, Submission, TokenDigest, Visit, see_other};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::told::Told;
use crate::commands::{self, HandOver, UndoAnswer};
use crate::form::{answer_fields, parse_answer};
use crate::model::{NewsId, Said};
use crate::store::{answer_link, commitment, newest_news_of};

/// What a token opens.
pub(super) struct Opened {
    pub(super) link: answer_link::Model,
    pub(super) row: commitment::Model,
}

/// Finds the link of this token, if it still works, and the promise it asks about.
pub(super) async fn open(visit: &Visit, token: &str) -> Result<Opened, Problem> {
    let query = answer_link::Entity::find().filter(answer_link::Column::Digest.eq(TokenDigest::of(token).bytes()));
    let link = visit.read().one(query).await?.ok_or(Problem::NotFound)?;
    if !link.is_living(visit.now()) {
        return Err(Problem::Gone);
    }
    let row = visit.read().one_to_decide_on(commitment::Entity::find_by_id(link.commitment_id)).await?;
    let row = row.ok_or(Problem::NotFound)?;
    if visit.house().policies.decide(&link.principal(), "commitment.answer", &row.resource()) {
        Ok(Opened { link, row })
    } else {
        Err(Problem::NotFound)
    }
}

#[derive(Template)]
#[template(path = "by_link.html")]
struct ByLinkPage<'a> {
    visit: &'a Visit,
    token: &'a str,
    row: &'a commitment::Model,
    origin_day: String,
    due: String,
    not_before: Option<String>,
    last: Option<Told>,
    /// The last answer, when this link gave it.
    may_undo: Option<NewsId>,
    answer: &'a Form,
    answer_fields: Vec<Field>,
    hand_over: &'a Form,
    address: Field,
}

/// The two forms of the page, as they stand.
#[derive(Default)]
struct Forms {
    answer: Form,
    hand_over: Form,
}

impl Forms {
    fn status(&self) -> StatusCode {
        let statuses = [self.answer.status(), self.hand_over.status()];
        statuses.into_iter().find(|status| *status != StatusCode::OK).unwrap_or(StatusCode::OK)
    }
}

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    show(&visit, &token, &opened, Forms::default()).await
}

pub(crate) async fn answer(visit: Visit, Path(token): Path<String>, submission: Submission) -> Answer {
    let opened = open(&visit, &token).await?;
    let outcome = async {
        let command =
            commands::Answer { commitment: opened.row.id, news: parse_answer(&submission)?, said: Said::Directly };
        visit.carry_out_as(&opened.link.principal(), &submission, &command, |_| KEPT_NOWHERE.to_owned()).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(&visit, &path(&token), "done-commitments-answered-by-link")),
        Err(problem) => {
            let answer = Form::new().refused(&submission, problem)?;
            show(&visit, &token, &opened, Forms { answer, ..Forms::default() }).await
        }
    }
}

pub(crate) async fn undo(visit: Visit, Path(token): Path<String>, submission: Submission) -> Answer {
    let opened = open(&visit, &token).await?;
    let news = submission.value("reponse").parse().or(Err(Problem::Unreadable))?;
    let principal = opened.link.principal();
    visit.carry_out_as(&principal, &submission, &UndoAnswer { news }, |()| KEPT_NOWHERE.to_owned()).await?;
    Ok(see_other(&visit, &path(&token), "done-commitments-undone"))
}

pub(crate) async fn hand_over(visit: Visit, Path(token): Path<String>, submission: Submission) -> Answer {
    let opened = open(&visit, &token).await?;
    let outcome = async {
        let mut fields = submission.fields();
        let address = fields.email("adresse");
        let commitment = opened.row.id;
        let command = fields.complete(|| Some(HandOver { commitment, address: address? }))?;
        visit.carry_out_as(&opened.link.principal(), &submission, &command, |_| KEPT_NOWHERE.to_owned()).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(&visit, &path(&token), "done-commitments-handed-over")),
        Err(problem) => {
            let hand_over = Form::new().refused(&submission, problem)?;
            show(&visit, &token, &opened, Forms { hand_over, ..Forms::default() }).await
        }
    }
}

/// What the receipt of a form keeps instead of the address it leads to, since that address is the token.
pub(super) const KEPT_NOWHERE: &str = "/r";

/// The page of a link.
pub(super) fn path(token: &str) -> String {
    format!("/r/{token}")
}

async fn show(visit: &Visit, token: &str, opened: &Opened, forms: Forms) -> Answer {
    let answers = visit.read().all(newest_news_of(opened.row.id)).await?;
    let last = answers.iter().find(|answer| answer.counts());
    let t = visit.t();
    let address = Field::email(t, "adresse", t.text("commitments-hand-over-address"))
        .purpose(t.text("commitments-hand-over-address-purpose"))
        // A colleague's address, not the one that the browser knows.
        .autocomplete("off");
    let not_before = |day| visit.text("commitments-by-link-not-before").arg("date", visit.date(day)).to_string();
    let page = ByLinkPage {
        visit,
        token,
        origin_day: visit.date(opened.row.origin_date),
        due: visit.text("commitments-due").arg("date", visit.date(opened.row.current_due)).to_string(),
        not_before: opened.row.not_before.map(not_before),
        row: &opened.row,
        may_undo: last.filter(|last| last.link_id == Some(opened.link.id)).map(|last| last.id),
        last: last.map(|last| Told::new(visit, last)).transpose()?,
        answer: &forms.answer,
        answer_fields: answer_fields(visit, &forms.answer),
        hand_over: &forms.hand_over,
        address: forms.hand_over.fill(address),
    };
    Page::new(visit.text("commitments-by-link-title")).private().status(forms.status()).show(visit, &page)
}
