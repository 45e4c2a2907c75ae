//! The link of a sign-in mail. Opening it changes nothing: scanners of mails open links too.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use kit_base::Problem;
use kit_ui::{Button, LinkButton};
use kit_web::{Answer, Form, Page, Submission, TokenDigest, Visit};

use super::{browser, session_token, welcome};
use crate::commands::SignInWithLink;
use crate::model::{Destination, masked};
use crate::store;

#[derive(Template)]
#[template(path = "link.html")]
struct LinkPage<'a> {
    visit: &'a Visit,
    form: Form,
    token: &'a str,
    masked_address: String,
    enter: Button,
}

#[derive(Template)]
#[template(path = "link_gone.html")]
struct LinkGonePage<'a> {
    visit: &'a Visit,
    ask_again: LinkButton,
}

/// A button, and a hint at whose account it opens.
pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let reader = visit.read();
    let request = reader.one(store::request_of_link(&token, visit.now())).await?;
    let Some(person) = request.and_then(|request| request.person_id) else { return show_gone(&visit) };
    let person = store::person(&reader, person).await?;
    let page = LinkPage {
        visit: &visit,
        form: Form::new(),
        token: &token,
        masked_address: masked(&person.email),
        enter: Button::primary(visit.text("accounts-link-enter")),
    };
    Page::new(visit.text("accounts-link-title")).private().show(&visit, &page)
}

/// Uses the link.
pub(crate) async fn post(visit: Visit, Path(link): Path<String>, headers: HeaderMap, submission: Submission) -> Answer {
    let token = session_token(&visit, &submission)?;
    let command = SignInWithLink { link, session: TokenDigest::of(&token), browser: browser(&headers) };
    match visit.carry_out(&submission, &command, |destination| destination.as_str().to_owned()).await {
        Ok(destination) => Ok(welcome(&visit, &token, &Destination::or_home(&destination))),
        Err(Problem::Gone) => show_gone(&visit),
        Err(problem) => Err(problem.into()),
    }
}

/// Too old, used, or never made: one page for all, so that nobody can tell which.
fn show_gone(visit: &Visit) -> Answer {
    let ask_again = LinkButton::primary(visit.text("accounts-link-ask-again"), "/connexion");
    Page::new(visit.text("accounts-link-gone-title"))
        .private()
        .status(StatusCode::GONE)
        .show(visit, &LinkGonePage { visit, ask_again })
}
