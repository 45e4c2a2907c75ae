//! What is answered: a page in the frame, a fragment, or the way to another page.

use askama::Template;
use axum::http::header::{CONTENT_LANGUAGE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use kit_base::Problem;
use kit_ui::{Breadcrumb, Frame, LanguageLink, NavigationLink, Notice, Step, Tone};

use crate::security::ANNOUNCEMENT_COOKIE;
use crate::{Audience, Visit, assets, cookies};

/// What a handler gives back.
pub type Answer = Result<Response, Refusal>;

/// A problem on its way to the person: the outermost layer makes the page that tells of it, in their language.
#[derive(Debug)]
pub struct Refusal(pub(crate) Problem);

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(std::sync::Arc::new(self.0));
        response
    }
}

/// A page in the frame of the house.
#[derive(Debug)]
pub struct Page {
    title: String,
    steps: Vec<Step>,
    status: StatusCode,
    is_private: bool,
}

impl Page {
    /// A page with this title, which its body repeats as its only `h1`.
    pub fn new(title: impl ToString) -> Self {
        Self { title: title.to_string(), steps: Vec::new(), status: StatusCode::OK, is_private: false }
    }

    /// One more step on the way to this page, after the home page.
    #[must_use]
    pub fn step(mut self, label: impl ToString, href: impl ToString) -> Self {
        self.steps.push(Step::to(label.to_string(), href.to_string()));
        self
    }

    /// The status to answer with.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// A page behind a signed link: no navigation that would carry the link along, no search engine.
    #[must_use]
    pub fn private(mut self) -> Self {
        self.is_private = true;
        self
    }

    /// The page with `body` in it.
    pub fn show(self, visit: &Visit, body: &impl Template) -> Answer {
        let body = body.render().map_err(Problem::internal)?;
        Ok(self.with_html(visit, body))
    }

    /// The page with trusted HTML in it.
    pub fn with_html(self, visit: &Visit, body: String) -> Response {
        let t = visit.t();
        let mut frame = Frame::new(t, self.title.clone(), body, assets::PATH);
        frame.languages = LanguageLink::for_page(t, visit.path_and_query());
        frame.signed_in = visit
            .person()
            .map(|person| kit_ui::SignedIn { name: person.name.clone(), account_href: "/compte".to_owned() });
        frame.sign_in_href = self.sign_in_href(visit);
        frame.navigation = if self.is_private { Vec::new() } else { navigation(visit) };
        frame.noindex = visit.house().is_demo || self.is_private;
        frame.demo_banner = visit.house().is_demo.then(|| t.text("demo-banner").to_string());
        frame.flash = visit
            .announcement()
            .filter(|key| key.starts_with("done-") && t.has(key))
            .map(|key| Notice::announced(t, Tone::Success, t.text(key).to_string()));
        frame.footer_links = vec![(t.text("footer-components").to_string(), "/ui".to_owned())];
        if !self.steps.is_empty() {
            let home = Step::to(t.text("home").to_string(), "/");
            let here = Step::here(self.title);
            frame.breadcrumb =
                Some(Breadcrumb::new(t, std::iter::once(home).chain(self.steps).chain([here]).collect()));
        }
        let Ok(html) = frame.render() else {
            return Refusal(Problem::internal("the frame does not render")).into_response();
        };
        let mut response = (self.status, Html(html)).into_response();
        if let Ok(tag) = HeaderValue::from_str(visit.locale().tag()) {
            response.headers_mut().insert(CONTENT_LANGUAGE, tag);
        }
        response
    }

    /// Signing in leads back to the page one was reading; not to a signed link, nor to a form that was refused.
    fn sign_in_href(&self, visit: &Visit) -> String {
        let is_worth_coming_back = self.status == StatusCode::OK
            && !self.is_private
            && visit.path() != "/"
            && !visit.path().starts_with("/connexion");
        if is_worth_coming_back {
            let back: String = form_urlencoded::byte_serialize(visit.path_and_query().as_bytes()).collect();
            format!("/connexion?suite={back}")
        } else {
            "/connexion".to_owned()
        }
    }
}

fn navigation(visit: &Visit) -> Vec<NavigationLink> {
    let house = visit.house();
    let is_shown = |audience: Audience| match audience {
        Audience::Everyone => true,
        Audience::SignedIn => visit.person().is_some(),
        Audience::Allowed(action) => visit.person().is_some() && !visit.scope(action).is_nothing(),
    };
    let mut entries: Vec<_> =
        house.features.iter().flat_map(|feature| feature.navigation).filter(|entry| is_shown(entry.audience)).collect();
    entries.sort_by_key(|entry| entry.order);
    entries
        .into_iter()
        .map(|entry| NavigationLink {
            label: visit.t().text(entry.label).to_string(),
            href: entry.href.to_owned(),
            current: visit.path() == entry.href || visit.path().starts_with(&format!("{}/", entry.href)),
        })
        .collect()
}

/// Sends the person to `destination` (a path of the house) after something was done; `announcement` is the key of a `done-…`
/// sentence shown once there.
pub fn see_other(visit: &Visit, destination: &str, announcement: &'static str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(location) = HeaderValue::from_str(destination) {
        response.headers_mut().insert(LOCATION, location);
    }
    let is_https = visit.house().public_url.is_https();
    cookies::write(response.headers_mut(), ANNOUNCEMENT_COOKIE, announcement.to_owned(), 60, is_https);
    response
}
