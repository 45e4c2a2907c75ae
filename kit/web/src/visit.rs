//! One request, seen from the person: who they are, what they read, what they may see.

use std::convert::Infallible;
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kit_base::{Instant, Locale, Problem};
use kit_i18n::Translator;
use kit_policy::{Principal, Resource, Scope};
use kit_store::Reader;

use crate::{App, House, PanelPlace, SignedIn, Subject};

/// Who is visiting, for the length of a request. Cheap to clone.
#[derive(Clone)]
pub struct Visit {
    inner: Arc<Inner>,
}

struct Inner {
    app: App,
    person: Option<SignedIn>,
    principal: Principal,
    translator: Translator,
    /// The anonymous cookie that form tokens are tied to.
    visitor: String,
    session_token: String,
    path: String,
    path_and_query: String,
    announcement: Option<String>,
    now: Instant,
}

/// What the middleware found out about a request.
pub(crate) struct Facts {
    pub(crate) person: Option<SignedIn>,
    pub(crate) locale: Locale,
    pub(crate) visitor: String,
    pub(crate) session_token: String,
    pub(crate) path: String,
    pub(crate) path_and_query: String,
    pub(crate) announcement: Option<String>,
}

impl Visit {
    pub(crate) fn new(app: App, facts: Facts) -> Self {
        let principal = match &facts.person {
            Some(person) => Principal::Person { id: person.person, roles: person.roles.clone() },
            None => Principal::Visitor,
        };
        let translator = app.words.translator(facts.locale);
        let now = app.clock.now();
        Self {
            inner: Arc::new(Inner {
                app,
                person: facts.person,
                principal,
                translator,
                visitor: facts.visitor,
                session_token: facts.session_token,
                path: facts.path,
                path_and_query: facts.path_and_query,
                announcement: facts.announcement,
                now,
            }),
        }
    }

    /// The house.
    pub fn house(&self) -> &House {
        &self.inner.app
    }

    /// The house, to keep.
    pub fn app(&self) -> App {
        Arc::clone(&self.inner.app)
    }

    /// The same request, had nobody signed in: what everybody may see.
    #[must_use]
    pub fn as_nobody(&self) -> Self {
        let Inner { app, translator, visitor, path, path_and_query, now, .. } = &*self.inner;
        Self {
            inner: Arc::new(Inner {
                app: Arc::clone(app),
                person: None,
                principal: Principal::Visitor,
                translator: translator.clone(),
                visitor: visitor.clone(),
                session_token: String::new(),
                path: path.clone(),
                path_and_query: path_and_query.clone(),
                announcement: None,
                now: *now,
            }),
        }
    }

    /// Who is signed in.
    pub fn person(&self) -> Option<&SignedIn> {
        self.inner.person.as_ref()
    }

    /// Who is signed in, or the way to sign in.
    pub fn signed_in(&self) -> Result<&SignedIn, Problem> {
        self.person().ok_or(Problem::SignInNeeded)
    }

    /// Who asks, for the policies.
    pub fn principal(&self) -> &Principal {
        &self.inner.principal
    }

    /// The language they read.
    pub fn locale(&self) -> Locale {
        self.inner.translator.locale()
    }

    /// Their words.
    pub fn t(&self) -> &Translator {
        &self.inner.translator
    }

    /// When the request came.
    pub fn now(&self) -> Instant {
        self.inner.now
    }

    /// The path they asked for.
    pub fn path(&self) -> &str {
        &self.inner.path
    }

    /// The path and the query, without `langue`.
    pub fn path_and_query(&self) -> &str {
        &self.inner.path_and_query
    }

    /// The key of the sentence to show once, after something was done.
    pub(crate) fn announcement(&self) -> Option<&str> {
        self.inner.announcement.as_deref()
    }

    /// A way to read the last committed state.
    pub fn read(&self) -> Reader {
        self.inner.app.store.read()
    }

    /// What this person may see under `action`, from the policies.
    pub fn scope(&self, action: &'static str) -> Arc<Scope> {
        self.inner.app.policies.scope(&self.inner.principal, action)
    }

    /// What the rooms show on a page about `subject`, in their order: trusted HTML.
    pub async fn panels(&self, place: PanelPlace, subject: Subject) -> Result<Vec<String>, Problem> {
        let mut panels: Vec<_> = self
            .house()
            .features
            .iter()
            .flat_map(|feature| feature.panels)
            .filter(|panel| panel.place == place)
            .collect();
        panels.sort_by_key(|panel| panel.order);
        let mut shown = Vec::new();
        for panel in panels {
            shown.extend((panel.source)(self.clone(), subject).await?);
        }
        Ok(shown)
    }

    /// Whether this person may do `action` on `resource`: whether to show them the button. The command asks again.
    pub fn may(&self, action: &str, resource: &Resource) -> bool {
        self.inner.app.policies.decide(&self.inner.principal, action, resource)
    }

    /// The token that this visitor's forms carry.
    pub fn form_token(&self) -> String {
        self.inner.app.secret.form_token(&self.inner.visitor, &self.inner.session_token)
    }

    /// Ties a secret to this browser: what it was given cannot be used from another.
    pub fn browser_seal(&self, purpose: &str) -> Vec<u8> {
        self.inner.app.secret.seal(purpose, &[&self.inner.visitor])
    }
}

impl Deref for Visit {
    type Target = Translator;

    /// So that a template may write `visit.text("…")`.
    fn deref(&self) -> &Translator {
        self.t()
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    #[expect(clippy::expect_used, reason = "the middleware that makes the visit wraps every route")]
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().expect("every route is inside the visit middleware"))
    }
}
