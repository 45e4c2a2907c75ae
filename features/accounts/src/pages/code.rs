//! Typing the code of a sign-in mail.

use askama::Template;
use axum::http::HeaderMap;
use kit_base::limits::SIGN_IN_MINUTES;
use kit_base::{Message, Problem};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Page, Submission, TokenDigest, Visit};

use super::{BROWSER_SEAL, browser, session_token, welcome};
use crate::commands::SignInWithCode;
use crate::model::{CodeOutcome, Destination};

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    code: Field,
    enter: Button,
    minutes: i64,
}

async fn show(visit: &Visit, form: Form) -> Answer {
    let t = visit.t();
    let code = Field::code(t, "code", t.text("accounts-code-field")).hint(t.text("accounts-code-hint"));
    let page = CodePage {
        visit,
        form: &form,
        code: form.fill(code),
        enter: Button::primary(t.text("accounts-code-enter")),
        minutes: SIGN_IN_MINUTES,
    };
    Page::new(t.text("accounts-code-title"))
        .step(t.text("accounts-sign-in-title"), "/connexion")
        .status(form.status())
        .show(visit, &page)
}

/// The form. The same whether a mail left or not.
pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Form::new()).await
}

/// Signs in, or says why not.
pub(crate) async fn post(visit: Visit, headers: HeaderMap, submission: Submission) -> Answer {
    match sign_in(&visit, &headers, &submission).await {
        Ok((token, destination)) => Ok(welcome(&visit, &token, &destination)),
        Err(problem) => show(&visit, Form::new().refused(&submission, problem)?).await,
    }
}

async fn sign_in(
    visit: &Visit,
    headers: &HeaderMap,
    submission: &Submission,
) -> Result<(String, Destination), Problem> {
    submission.check_token()?;
    let token = session_token(visit, submission)?;
    let command = SignInWithCode {
        code: submission
            .value("code")
            .parse()
            .or(Err(Problem::field("code", Message::new("accounts-code-not-six-figures"))))?,
        asked_from: visit.browser_seal(BROWSER_SEAL),
        session: TokenDigest::of(&token),
        browser: browser(headers),
    };
    let receipt = visit.carry_out(submission, &command, ToString::to_string).await?;
    match CodeOutcome::of_receipt(&receipt) {
        CodeOutcome::SignedIn(destination) => Ok((token, destination)),
        CodeOutcome::Wrong => Err(Problem::field("code", Message::new("accounts-code-wrong"))),
    }
}
