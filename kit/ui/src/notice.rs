//! A word to the reader.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Component, Content, Tone};

/// A word to the reader: what it is stands in words, in a shape and in a colour.
#[derive(Debug, Clone, Template)]
#[template(path = "notice.html")]
pub struct Notice {
    t: Translator,
    /// What sort of word.
    pub tone: Tone,
    /// What is said.
    pub content: Content,
    /// Whether it answers what the reader just did, and is announced to screen readers.
    pub announced: bool,
}

impl Notice {
    /// A notice that stands on the page.
    pub fn new(t: &Translator, tone: Tone, content: impl Into<Content>) -> Self {
        Self { t: t.clone(), tone, content: content.into(), announced: false }
    }

    /// A notice that answers what the reader just did: screen readers announce it.
    pub fn announced(t: &Translator, tone: Tone, content: impl Into<Content>) -> Self {
        Self { announced: true, ..Self::new(t, tone, content) }
    }

    fn word(&self) -> String {
        let t = &self.t;
        match self.tone {
            Tone::Neutral | Tone::Info => t.text("ui-notice-info"),
            Tone::Success => t.text("ui-notice-success"),
            Tone::Warning => t.text("ui-notice-warning"),
            Tone::Error => t.text("ui-notice-error"),
        }
        .to_string()
    }

    fn role(&self) -> Option<&'static str> {
        self.announced.then_some(if self.tone == Tone::Error { "alert" } else { "status" })
    }
}

impl HtmlSafe for Notice {}

impl Component for Notice {
    const NAME: &'static str = "Notice";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        vec![
            ("info", Self::new(t, Tone::Info, t.text("ui-sample-notice-info"))),
            ("success", Self::announced(t, Tone::Success, t.text("ui-sample-notice-success"))),
            ("warning", Self::new(t, Tone::Warning, t.text("ui-sample-notice-warning"))),
            ("error", Self::announced(t, Tone::Error, t.text("ui-sample-notice-error"))),
        ]
    }
}
