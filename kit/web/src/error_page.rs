//! Pages that say what happened, what was kept, and what to do.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kit_base::Problem;
use kit_i18n::Translator;

use crate::open_list::problem_as_json;
use crate::{Page, Visit};

#[derive(Template)]
#[template(path = "error_page.html")]
struct ErrorPage<'a> {
    t: &'a Translator,
    title: String,
    text: String,
    offers_sign_in: bool,
    /// Where signing in leads back to.
    back: &'a str,
}

/// Keys of a title and of a text.
type Words = (&'static str, &'static str);

const NOT_FOUND: Words = ("problem-not-found-title", "problem-not-found-text");
const SIGN_IN: Words = ("problem-sign-in-title", "problem-sign-in-text");
const FORBIDDEN: Words = ("problem-forbidden-title", "problem-forbidden-text");
const FORGED_TOKEN: Words = ("problem-forged-token-title", "problem-forged-token-text");
const UNREADABLE: Words = ("problem-unreadable-title", "problem-unreadable-text");
const REFUSED: Words = ("problem-refused-title", "problem-refused-text");
const GONE: Words = ("problem-gone-title", "problem-gone-text");
const TOO_MANY: Words = ("problem-too-many-title", "problem-too-many-text");
const METHOD: Words = ("problem-method-title", "problem-method-text");
const TOO_LARGE: Words = ("problem-too-large-title", "problem-too-large-text");
const TOO_SLOW: Words = ("problem-too-slow-title", "problem-too-slow-text");
const INTERNAL: Words = ("problem-internal-title", "problem-internal-text");

/// The page that tells of `problem`. The cause of an internal failure is logged and not shown.
pub(crate) fn for_problem(visit: &Visit, problem: &Problem) -> Response {
    if let Problem::Internal(cause) = problem {
        tracing::error!(error = %chain(cause.as_ref()), "request failed");
    }
    let words = match problem {
        Problem::NotFound => NOT_FOUND,
        Problem::SignInNeeded => SIGN_IN,
        Problem::Forbidden | Problem::ForbiddenHere(_) => FORBIDDEN,
        Problem::ForgedToken => FORGED_TOKEN,
        Problem::Unreadable | Problem::Invalid(_) => UNREADABLE,
        Problem::Conflict { .. } | Problem::Refused(_) => REFUSED,
        Problem::Gone => GONE,
        Problem::TooLarge => TOO_LARGE,
        Problem::TooMany => TOO_MANY,
        Problem::Internal(_) => INTERNAL,
    };
    let text = match problem {
        Problem::Refused(message) => visit.t().message(message),
        _ => visit.t().text(words.1).to_string(),
    };
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    respond(visit, status, words.0, text, matches!(problem, Problem::SignInNeeded))
}

/// The page for a status that the router itself answered with: no such page, no such method, too large, too slow.
pub(crate) fn for_status(visit: &Visit, status: StatusCode) -> Response {
    let words = match status {
        StatusCode::NOT_FOUND => NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => METHOD,
        StatusCode::PAYLOAD_TOO_LARGE => TOO_LARGE,
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => TOO_SLOW,
        status if status.is_server_error() => INTERNAL,
        _ => UNREADABLE,
    };
    let text = visit.t().text(words.1).to_string();
    respond(visit, status, words.0, text, false)
}

fn respond(visit: &Visit, status: StatusCode, title_key: &str, text: String, offers_sign_in: bool) -> Response {
    let t = visit.t();
    let title = t.text(title_key).to_string();
    if visit.path().starts_with("/api/") {
        return problem_as_json(status, &title, &text);
    }
    let body = ErrorPage { t, title: title.clone(), text, offers_sign_in, back: visit.path_and_query() }
        .render()
        .unwrap_or_default();
    Page::new(title).status(status).with_html(visit, body)
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
