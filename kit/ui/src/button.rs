//! What a person presses: a button that sends a form, a link that looks like one.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::Component;

/// How much a button weighs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do here.
    #[default]
    Primary,
    /// Another thing to do.
    Secondary,
    /// Takes something away.
    Danger,
    /// Looks like a link: signing out, cancelling.
    Quiet,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button-primary",
            Self::Secondary => "button-secondary",
            Self::Danger => "button-danger",
            Self::Quiet => "button-quiet",
        }
    }
}

/// Sends the form it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "button.html")]
pub struct Button {
    /// A verb and its object.
    pub label: String,
    /// Weight.
    pub kind: ButtonKind,
    /// Name and value sent along, when a form has several buttons.
    pub sends: Option<(String, String)>,
    /// Read after the label by screen readers: which row a button of a list is about.
    pub about: Option<String>,
}

impl Button {
    /// The main button of a form.
    pub fn primary(label: impl Into<String>) -> Self {
        Self::new(ButtonKind::Primary, label)
    }

    /// Another button of a form.
    pub fn secondary(label: impl Into<String>) -> Self {
        Self::new(ButtonKind::Secondary, label)
    }

    /// A button of the given weight.
    pub fn new(kind: ButtonKind, label: impl Into<String>) -> Self {
        Self { label: label.into(), kind, sends: None, about: None }
    }

    /// Sends `name=value` along when this button is pressed.
    #[must_use]
    pub fn sending(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.sends = Some((name.into(), value.into()));
        self
    }

    /// Says to screen readers which thing the button is about.
    #[must_use]
    pub fn about(mut self, thing: impl Into<String>) -> Self {
        self.about = Some(thing.into());
        self
    }
}

impl HtmlSafe for Button {}

impl Component for Button {
    const NAME: &'static str = "Button";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        vec![
            ("primary", Self::primary(t.text("ui-sample-save"))),
            ("secondary", Self::secondary(t.text("ui-sample-add-session")).sending("step", "session")),
            ("danger", Self::new(ButtonKind::Danger, t.text("ui-sample-remove")).about(t.text("ui-sample-seminar"))),
            ("quiet", Self::new(ButtonKind::Quiet, t.text("ui-sample-cancel"))),
        ]
    }
}

/// Goes to another page, and looks like a button.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "link_button.html")]
pub struct LinkButton {
    /// Where it leads, in words.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Weight.
    pub kind: ButtonKind,
    /// Whether it is a file to keep.
    pub download: bool,
}

impl LinkButton {
    /// The main thing to do on a page.
    pub fn primary(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), kind: ButtonKind::Primary, download: false }
    }

    /// Another thing to do on a page.
    pub fn secondary(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { kind: ButtonKind::Secondary, ..Self::primary(label, href) }
    }

    /// A file to keep.
    pub fn download(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { download: true, ..Self::secondary(label, href) }
    }
}

impl HtmlSafe for LinkButton {}

impl Component for LinkButton {
    const NAME: &'static str = "LinkButton";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        vec![
            ("primary", Self::primary(t.text("ui-sample-new-seminar"), "#new")),
            ("secondary", Self::secondary(t.text("ui-sample-see-plan"), "#plan")),
            ("download", Self::download(t.text("ui-sample-export"), "#export")),
        ]
    }
}
