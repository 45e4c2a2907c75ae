//! A state, in a word.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::Component;

/// What a colour and a shape stand for. The words say it too: colour is never alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing particular.
    #[default]
    Neutral,
    /// Good to know.
    Info,
    /// Done, kept.
    Success,
    /// To look at.
    Warning,
    /// Wrong, refused, late.
    Error,
}

impl Tone {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Info => "tone-info",
            Self::Success => "tone-success",
            Self::Warning => "tone-warning",
            Self::Error => "tone-error",
        }
    }
}

/// A state, in a word: `Tenu`, `En retard`.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "badge.html")]
pub struct Badge {
    /// Colour and shape.
    pub tone: Tone,
    /// The word.
    pub label: String,
}

impl Badge {
    /// A badge.
    pub fn new(tone: Tone, label: impl Into<String>) -> Self {
        Self { tone, label: label.into() }
    }
}

impl HtmlSafe for Badge {}

impl Component for Badge {
    const NAME: &'static str = "Badge";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        vec![
            ("neutral", Self::new(Tone::Neutral, t.text("ui-sample-state-planned"))),
            ("info", Self::new(Tone::Info, t.text("ui-sample-state-running"))),
            ("success", Self::new(Tone::Success, t.text("ui-sample-state-kept"))),
            ("warning", Self::new(Tone::Warning, t.text("ui-sample-state-soon"))),
            ("error", Self::new(Tone::Error, t.text("ui-sample-state-late"))),
        ]
    }
}
