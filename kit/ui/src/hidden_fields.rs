//! What a form sends without showing it.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::Component;

/// What a form sends without showing it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "hidden_fields.html")]
pub struct HiddenFields {
    /// Proof that the form comes from one of our pages.
    pub csrf_token: String,
    /// Makes a form sent twice count once.
    pub idempotency_key: Option<String>,
    /// The version that was read, so that an edit never overwrites another.
    pub version: Option<i32>,
}

impl HiddenFields {
    /// Name of the field that carries [`Self::csrf_token`].
    pub const CSRF_TOKEN: &'static str = "jeton";
    /// Name of the field that carries [`Self::idempotency_key`].
    pub const IDEMPOTENCY_KEY: &'static str = "cle";
    /// Name of the field that carries [`Self::version`].
    pub const VERSION: &'static str = "version";

    /// The token alone.
    pub fn new(csrf_token: impl Into<String>) -> Self {
        Self { csrf_token: csrf_token.into(), idempotency_key: None, version: None }
    }

    /// With the key that makes a form sent twice count once.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// With the version that was read.
    #[must_use]
    pub fn version(mut self, version: i32) -> Self {
        self.version = Some(version);
        self
    }
}

impl HtmlSafe for HiddenFields {}

impl Component for HiddenFields {
    const NAME: &'static str = "HiddenFields";

    fn examples(_: &Translator) -> Vec<(&'static str, Self)> {
        vec![("all three", Self::new("0f3a").idempotency_key("77c1").version(3))]
    }
}
