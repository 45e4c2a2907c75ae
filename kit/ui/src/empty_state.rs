//! What stands where a list would be: why it is empty, and what to do.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Component, LinkButton};

/// What stands where a list would be: why it is empty, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "empty_state.html")]
pub struct EmptyState {
    /// What is not there.
    pub title: String,
    /// Why, and what would change it.
    pub text: String,
    /// The thing to do.
    pub action: Option<LinkButton>,
}

impl HtmlSafe for EmptyState {}

impl Component for EmptyState {
    const NAME: &'static str = "EmptyState";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let state = Self {
            title: t.text("ui-sample-empty-title").into(),
            text: t.text("ui-sample-empty-text").into(),
            action: Some(LinkButton::primary(t.text("ui-sample-new-seminar"), "#new")),
        };
        vec![("with an action", state.clone()), ("without", Self { action: None, ..state })]
    }
}
