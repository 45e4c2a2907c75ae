//! `/r/{token}/pas-moi`: an organisation that was told of an answer says that it was not theirs.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::EntityTrait;

use super::by_link::{KEPT_NOWHERE, Opened, open, path};
use super::told::Told;
use crate::commands::DisownAnswer;
use crate::store::{commitment, news};

#[derive(Template)]
#[template(path = "disown.html")]
struct DisownPage<'a> {
    visit: &'a Visit,
    token: &'a str,
    row: &'a commitment::Model,
    told: Told,
    is_disowned: bool,
    form: &'a Form,
}

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    show(&visit, &token, &opened, Form::new()).await
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, submission: Submission) -> Answer {
    let opened = open(&visit, &token).await?;
    let news = opened.link.tells_of.ok_or(Problem::NotFound)?;
    let principal = opened.link.principal();
    match visit.carry_out_as(&principal, &submission, &DisownAnswer { news }, |()| KEPT_NOWHERE.to_owned()).await {
        Ok(_) => Ok(see_other(&visit, &path(&token), "done-commitments-disowned")),
        Err(problem) => show(&visit, &token, &opened, Form::new().refused(&submission, problem)?).await,
    }
}

async fn show(visit: &Visit, token: &str, opened: &Opened, form: Form) -> Answer {
    let told_of = opened.link.tells_of.ok_or(Problem::NotFound)?;
    let answer = visit.read().one(news::Entity::find_by_id(told_of)).await?.ok_or(Problem::NotFound)?;
    let told = Told::new(visit, &answer)?;
    let is_disowned = answer.disowned_at.is_some();
    let page = DisownPage { visit, token, row: &opened.row, told, is_disowned, form: &form };
    Page::new(visit.text("commitments-disown-title")).private().status(form.status()).show(visit, &page)
}
