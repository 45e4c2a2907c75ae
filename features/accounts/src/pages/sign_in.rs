//! Asking for a sign-in mail.

use std::time::Duration;

use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use kit_base::Problem;
use kit_base::limits::{EMAIL_CHARACTERS_MAX, SIGN_IN_MINUTES};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, Visit, new_token};
use serde::Deserialize;
use tokio::time::{Instant, sleep_until};

use super::BROWSER_SEAL;
use crate::commands::RequestSignIn;
use crate::model::{Destination, SignInCode};

/// Longer than the work takes, with a mail or without.
const ANSWER_AFTER: Duration = Duration::from_millis(250);

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    address: Field,
    send: Button,
    minutes: i64,
}

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Asked {
    /// Where to go afterwards.
    suite: Option<String>,
}

async fn show(visit: &Visit, form: Form) -> Answer {
    let t = visit.t();
    let address = Field::email(t, "adresse", t.text("accounts-sign-in-address"))
        .maxlength(EMAIL_CHARACTERS_MAX)
        .purpose(t.text("accounts-sign-in-address-purpose"));
    let page = SignInPage {
        visit,
        form: &form,
        address: form.fill(address),
        send: Button::primary(t.text("accounts-sign-in-send")),
        minutes: SIGN_IN_MINUTES,
    };
    Page::new(t.text("accounts-sign-in-title")).status(form.status()).show(visit, &page)
}

/// The form; or straight on, for who is signed in already.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let destination = Destination::or_home(asked.suite.as_deref().unwrap_or_default());
    if visit.person().is_some() {
        return Ok(Redirect::to(destination.as_str()).into_response());
    }
    show(&visit, Form::new().known("suite", destination.as_str())).await
}

/// Says the same, after the same time, whether the address is known or not: a mail more to write would show.
pub(crate) async fn post(visit: Visit, submission: Submission) -> Answer {
    let answer_at = Instant::now() + ANSWER_AFTER;
    let answer = ask(&visit, &submission).await;
    sleep_until(answer_at).await;
    answer
}

async fn ask(visit: &Visit, submission: &Submission) -> Answer {
    let outcome = async {
        let command = parse(visit, submission)?;
        visit.carry_out(submission, &command, |()| "/connexion/code".to_owned()).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(Redirect::to(&destination).into_response()),
        Err(problem) => show(visit, Form::new().refused(submission, problem)?).await,
    }
}

fn parse(visit: &Visit, submission: &Submission) -> Result<RequestSignIn, Problem> {
    let mut fields = submission.fields();
    let address = fields.email("adresse");
    fields.complete(|| {
        Some(RequestSignIn {
            address: address?,
            browser: visit.browser_seal(BROWSER_SEAL),
            destination: Destination::or_home(submission.value("suite")),
            link: new_token(),
            code: SignInCode::random(),
        })
    })
}
