//! What every request passes before and after its handler: the right host, the visitor and their language, error pages, and
//! the headers that tell the browser what this house never does.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit_base::{Locale, Problem};

use crate::visit::Facts;
use crate::{App, Refusal, Visit, cookies, error_page, token};

/// Holds the token of a session; `__Host-session` where the house is reached by https.
pub const SESSION_COOKIE: &str = "session";
/// Days a session lasts from the moment it was opened.
pub const SESSION_DAYS: i64 = 30;
/// Ties forms to this browser, signed in or not.
const VISITOR_COOKIE: &str = "visite";
/// The language that was chosen.
const LANGUAGE_COOKIE: &str = "langue";
/// The sentence to show once.
pub(crate) const ANNOUNCEMENT_COOKIE: &str = "annonce";

const VISITOR_SECONDS: i64 = 180 * 24 * 3600;
const LANGUAGE_SECONDS: i64 = 365 * 24 * 3600;
const TOKEN_CHARACTERS: usize = 43;

/// Nothing but our own files; no inline script or style, no frame, forms only to ourselves.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Refuses requests for another host: links in mails are made from the public address alone.
pub(crate) async fn check_host(State(app): State<App>, request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|value| value.to_str().ok());
    let named = host.or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    let is_health_probe = request.uri().path() == "/health";
    if is_health_probe || named.is_some_and(|host| app.public_url.answers_to(host)) {
        next.run(request).await
    } else {
        let t = app.words.translator(preferred_language(request.headers()));
        let text = t.text("problem-wrong-host").arg("address", app.public_url.origin()).to_string();
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    }
}

/// Finds out who visits and in which language, and turns problems into pages.
pub(crate) async fn receive(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let is_https = app.public_url.is_https();
    let (visit, to_remember) = match meet(&app, &parts).await {
        Ok(met) => met,
        Err(problem) => {
            tracing::error!(error = %problem, "the visitor could not be found out");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let shows_announcement = visit.announcement().is_some();
    parts.extensions.insert(visit.clone());
    let answer = match fault_of(&parts.uri) {
        Some(problem) => Refusal(problem).into_response(),
        None => next.run(Request::from_parts(parts, body)).await,
    };
    let mut response = page_for_problem(&visit, answer);
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    // A file that a program fetches again and again (a calendar) is no visit: it is given no cookie.
    let is_a_visit = is_page || response.headers().contains_key(LOCATION);
    let headers = response.headers_mut();
    for (name, value, seconds) in to_remember.into_iter().filter(|_| is_a_visit) {
        cookies::write(headers, name, value, seconds, is_https);
    }
    if shows_announcement && is_page {
        cookies::write(headers, ANNOUNCEMENT_COOKIE, String::new(), 0, is_https);
    }
    if is_page {
        headers.append(VARY, HeaderValue::from_static("Accept-Language, Cookie"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// An address that holds the character NUL, which no text of ours has and no text of PostgreSQL can have, names nothing.
fn fault_of(uri: &Uri) -> Option<Problem> {
    let names_nul = |part: &str| part.contains("%00");
    match uri.query() {
        _ if names_nul(uri.path()) => Some(Problem::NotFound),
        Some(query) if names_nul(query) => Some(Problem::Unreadable),
        _ => None,
    }
}

/// Cookies to set: name, value, seconds.
type ToRemember = Vec<(&'static str, String, i64)>;

async fn meet(app: &App, request: &Parts) -> Result<(Visit, ToRemember), Problem> {
    let headers = &request.headers;
    let is_https = app.public_url.is_https();
    let mut to_remember = ToRemember::new();
    let visitor = cookies::read(headers, VISITOR_COOKIE, is_https)
        .filter(|value| value.len() == TOKEN_CHARACTERS)
        .unwrap_or_else(|| {
            let fresh = token::new_token();
            to_remember.push((VISITOR_COOKIE, fresh.clone(), VISITOR_SECONDS));
            fresh
        });
    let session_token =
        cookies::read(headers, SESSION_COOKIE, is_https).filter(|value| value.len() == TOKEN_CHARACTERS);
    let identify = app.features.iter().find_map(|feature| feature.identify);
    let person = match (&session_token, identify) {
        (Some(token), Some(identify)) => identify(Arc::clone(app), token.clone()).await?,
        _ => None,
    };
    let (query, asked) = without_language(request.uri.query().unwrap_or_default());
    if let Some(locale) = asked {
        to_remember.push((LANGUAGE_COOKIE, locale.tag().to_owned(), LANGUAGE_SECONDS));
    }
    let path = request.uri.path().to_owned();
    let facts = Facts {
        person,
        locale: asked.or_else(|| remembered_language(headers, is_https)).unwrap_or_else(|| preferred_language(headers)),
        visitor,
        session_token: session_token.unwrap_or_default(),
        path_and_query: if query.is_empty() { path.clone() } else { format!("{path}?{query}") },
        path,
        announcement: cookies::read(headers, ANNOUNCEMENT_COOKIE, is_https),
    };
    Ok((Visit::new(Arc::clone(app), facts), to_remember))
}

/// The query without `langue`, and the language it asked for.
fn without_language(query: &str) -> (String, Option<Locale>) {
    let mut asked = None;
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| match pair.strip_prefix("langue=") {
            Some(tag) => {
                asked = tag.parse().ok().or(asked);
                false
            }
            None => !pair.is_empty(),
        })
        .collect();
    (kept.join("&"), asked)
}

fn remembered_language(headers: &HeaderMap, is_https: bool) -> Option<Locale> {
    cookies::read(headers, LANGUAGE_COOKIE, is_https)?.parse().ok()
}

/// The first language of `Accept-Language`, by weight, that the interface speaks; French otherwise. The pseudo-language must be asked for.
fn preferred_language(headers: &HeaderMap) -> Locale {
    let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut ranges: Vec<(f32, &str)> = header
        .split(',')
        .take(20)
        .filter_map(|range| {
            let (tag, weight) = range.split_once(";q=").unwrap_or((range, "1"));
            Some((weight.trim().parse().ok()?, tag.trim()))
        })
        .collect();
    ranges.sort_by(|left, right| right.0.total_cmp(&left.0));
    ranges
        .iter()
        .find_map(|(_, tag)| match tag.split('-').next() {
            Some("fr") => Some(Locale::Fr),
            Some("en") => Some(Locale::En),
            _ => None,
        })
        .unwrap_or(Locale::Fr)
}

/// Replaces what a handler or the router could not answer by the page that says so.
fn page_for_problem(visit: &Visit, mut response: Response) -> Response {
    let status = response.status();
    if let Some(problem) = response.extensions_mut().remove::<Arc<Problem>>() {
        return error_page::for_problem(visit, &problem);
    }
    let is_bare = !response.headers().contains_key(CONTENT_TYPE)
        || response.headers().get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/plain"));
    if (status.is_client_error() || status.is_server_error()) && is_bare {
        return error_page::for_status(visit, status);
    }
    response
}

/// Sets the headers that tell the browser what this house never does.
pub(crate) async fn set_headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let always = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if app.public_url.is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if app.is_demo {
        headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    }
    response
}

/// Asks the browser to keep the token of a fresh session for [`SESSION_DAYS`], or, with `None`, to forget the one it has.
pub fn set_session(response: &mut Response, visit: &Visit, token: Option<&str>) {
    let seconds = if token.is_some() { SESSION_DAYS * 24 * 3600 } else { 0 };
    let value = token.unwrap_or_default().to_owned();
    cookies::write(response.headers_mut(), SESSION_COOKIE, value, seconds, visit.house().public_url.is_https());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(value: &'static str) -> Locale {
        preferred_language(&HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_static(value))]))
    }

    #[test]
    fn the_browser_s_preferred_language_is_read_by_weight() {
        assert_eq!(accepts("en-GB,en;q=0.9,fr;q=0.8"), Locale::En);
        assert_eq!(accepts("en;q=0.5, fr-FR;q=0.9"), Locale::Fr);
        assert_eq!(accepts("de, ar-XB"), Locale::Fr);
        assert_eq!(accepts(""), Locale::Fr);
    }

    #[test]
    fn the_language_is_taken_out_of_the_query() {
        assert_eq!(without_language("q=foix&langue=en&apres=3"), ("q=foix&apres=3".to_owned(), Some(Locale::En)));
        assert_eq!(without_language("langue=xx"), (String::new(), None));
        assert_eq!(without_language(""), (String::new(), None));
    }
}
