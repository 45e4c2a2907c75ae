//! A part of a page, with its heading.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Component, Content};

/// A part of a page, with its heading (h2) and an anchor.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "panel.html")]
pub struct Panel {
    /// Anchor, unique on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What it holds. A text becomes a paragraph.
    pub body: Content,
}

impl Panel {
    /// A panel.
    pub fn new(id: impl Into<String>, title: impl Into<String>, body: impl Into<Content>) -> Self {
        Self { id: id.into(), title: title.into(), body: body.into() }
    }
}

impl HtmlSafe for Panel {}

impl Component for Panel {
    const NAME: &'static str = "Panel";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        vec![("text", Self::new("sample-panel", t.text("ui-sample-panel-title"), t.text("ui-sample-paragraph")))]
    }
}
