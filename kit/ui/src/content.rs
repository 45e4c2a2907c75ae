//! What stands in a cell, a panel or a notice: a text, or HTML that we wrote.

use std::fmt;

use askama::filters::HtmlSafe;
use askama::filters::{Html, escape};
use kit_i18n::Phrase;

/// A text, escaped when it is shown, or HTML that is trusted because a template of ours made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Shown as it is, escaped.
    Text(String),
    /// Shown unescaped. Never what a person wrote.
    Html(String),
}

impl Content {
    /// HTML from a component.
    pub fn html(component: impl HtmlSafe) -> Self {
        Self::Html(component.to_string())
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Html(text) => text.is_empty(),
        }
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html(html) => f.write_str(html),
            Self::Text(text) => match escape(text, Html) {
                Ok(escaped) => fmt::Display::fmt(&escaped, f),
                Err(never) => match never {},
            },
        }
    }
}

impl HtmlSafe for Content {}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Phrase<'_>> for Content {
    fn from(phrase: Phrase<'_>) -> Self {
        Self::Text(phrase.to_string())
    }
}
