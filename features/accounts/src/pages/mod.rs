//! The pages, and what several of them share.

pub(crate) mod account;
pub(crate) mod code;
pub(crate) mod link;
pub(crate) mod people;
pub(crate) mod person;
mod place;
pub(crate) mod sign_in;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit_base::Problem;
use kit_i18n::Translator;
use kit_policy::{Role, Scope};
use kit_ui::{Button, Choice, HiddenFields};
use kit_web::{App, Form, Sample, Submission, Visit, see_other, set_session};

use crate::model::{Destination, browser_name};
use crate::store;

/// Ties a sign-in mail's code to the browser that asked.
const BROWSER_SEAL: &str = "sign-in";

/// The token of the session that this form opens. Sent twice, the same form from the same browser gets the same session: a double
/// click signs in. It cannot be told without the installation's secret, nor without the browser's own cookie, which the
/// database does not know; the form's key makes it new each time.
fn session_token(visit: &Visit, submission: &Submission) -> Result<String, Problem> {
    let browser = URL_SAFE_NO_PAD.encode(visit.browser_seal("session"));
    let key = submission.key()?.to_string();
    Ok(URL_SAFE_NO_PAD.encode(visit.house().secret.seal("session", &[&browser, &key])))
}

/// The browser, as it is named among the sessions.
fn browser(headers: &HeaderMap) -> String {
    headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).map(browser_name).unwrap_or_default()
}

/// Sends somebody who has just signed in where they were going.
fn welcome(visit: &Visit, session_token: &str, destination: &Destination) -> Response {
    let mut response = see_other(visit, destination.as_str(), "done-accounts-signed-in");
    set_session(&mut response, visit, Some(session_token));
    response
}

/// A form that is one button.
#[derive(Template)]
#[template(path = "post_button.html")]
struct PostButton {
    action: String,
    hidden: HiddenFields,
    button: Button,
}

impl PostButton {
    fn new(visit: &Visit, action: impl Into<String>, button: Button) -> Self {
        Self { action: action.into(), hidden: Form::new().hidden(visit), button }
    }
}

impl HtmlSafe for PostButton {}

/// A word that leads to a page.
#[derive(Template)]
#[template(source = r#"<a href="{{ href }}">{{ label }}</a>"#, ext = "html")]
struct Link {
    href: String,
    label: String,
}

impl HtmlSafe for Link {}

/// The key of what a role is called.
pub fn role_label(role: Role) -> &'static str {
    match role {
        Role::Administrator => kit_i18n::key!("accounts-role-administrator"),
        Role::RegionalSteering => kit_i18n::key!("accounts-role-regional-steering"),
        Role::Coordinator => kit_i18n::key!("accounts-role-coordinator"),
        Role::Member => kit_i18n::key!("accounts-role-member"),
        Role::Counsellor => kit_i18n::key!("accounts-role-counsellor"),
        Role::Reader => kit_i18n::key!("accounts-role-reader"),
    }
}

fn role_choices(t: &Translator) -> Vec<Choice> {
    Role::ALL.iter().map(|role| Choice::new(role.code(), t.text(role_label(*role)))).collect()
}

/// An address for every page.
pub(crate) async fn samples(app: App) -> Result<Vec<Sample>, Problem> {
    let mut samples = vec![
        Sample::public("/connexion"),
        Sample::public("/connexion?suite=/fil"),
        Sample::public("/connexion/code"),
        Sample::seen_by("membre-11", "/compte"),
        Sample::seen_by("administratrice", "/personnes"),
        Sample::seen_by("administratrice", "/personnes?q=inconnue@exemple.example"),
        Sample::seen_by("regionale", "/personnes"),
    ];
    let people = store::people(&app.store.read(), &Scope::everything(), "", None).await?;
    let first = people.rows.first();
    samples.extend(first.map(|person| Sample::seen_by("administratrice", format!("/personnes/{}", person.id))));
    Ok(samples)
}
