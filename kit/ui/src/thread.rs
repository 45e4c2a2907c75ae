//! The thread: from a seminar to what it changed.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::{Translator, key};

use crate::{Badge, Component, Tone};

/// Where a bead stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Behind us: a full bead.
    #[default]
    Done,
    /// What the page is about: a ringed bead.
    Here,
    /// Ahead: a hollow bead.
    Ahead,
}

impl Standing {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "bead-done",
            Self::Here => "bead-here",
            Self::Ahead => "bead-ahead",
        }
    }

    fn word_key(self) -> &'static str {
        match self {
            Self::Done => key!("ui-thread-done"),
            Self::Here => key!("ui-thread-here"),
            Self::Ahead => key!("ui-thread-ahead"),
        }
    }
}

/// One thing on the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bead {
    /// What it is: `Séminaire`, `Décision`, `Engagement`, `Action`, `Indicateur`.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// Its page, if it has one that this reader may see.
    pub href: Option<String>,
    /// When, written out.
    pub date: Option<String>,
    /// How it stands.
    pub state: Option<Badge>,
    /// Where it stands in time.
    pub standing: Standing,
}

impl Bead {
    /// A bead behind us, without a date.
    pub fn new(kind: impl Into<String>, title: impl Into<String>) -> Self {
        Self { kind: kind.into(), title: title.into(), href: None, date: None, state: None, standing: Standing::Done }
    }

    /// With its page.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// With its date, written out.
    #[must_use]
    pub fn date(mut self, date: impl Into<String>) -> Self {
        self.date = Some(date.into());
        self
    }

    /// With its state.
    #[must_use]
    pub fn state(mut self, state: Badge) -> Self {
        self.state = Some(state);
        self
    }

    /// Standing elsewhere in time.
    #[must_use]
    pub fn standing(mut self, standing: Standing) -> Self {
        self.standing = standing;
        self
    }
}

/// The thread: an ordered list of beads, from what began it to what it changed.
#[derive(Debug, Clone, Template)]
#[template(path = "thread.html")]
pub struct Thread {
    t: Translator,
    /// What the list is, for screen readers.
    pub label: String,
    /// In order.
    pub beads: Vec<Bead>,
}

impl Thread {
    /// The thread through these beads.
    pub fn new(t: &Translator, label: impl Into<String>, beads: Vec<Bead>) -> Self {
        Self { t: t.clone(), label: label.into(), beads }
    }
}

impl HtmlSafe for Thread {}

impl Component for Thread {
    const NAME: &'static str = "Thread";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let late = Badge::new(Tone::Warning, t.text("ui-sample-state-soon"));
        let beads = vec![
            Bead::new(t.text("ui-sample-kind-seminar"), t.text("ui-sample-seminar"))
                .href("#s")
                .date(t.text("ui-sample-day")),
            Bead::new(t.text("ui-sample-kind-decision"), t.text("ui-sample-decision")).date(t.text("ui-sample-day")),
            Bead::new(t.text("ui-sample-commitment"), t.text("ui-sample-action"))
                .href("#e")
                .date(t.text("ui-sample-day"))
                .state(late)
                .standing(Standing::Here),
            Bead::new(t.text("ui-sample-kind-action"), t.text("ui-sample-programme"))
                .href("#a")
                .standing(Standing::Ahead),
            Bead::new(t.text("ui-sample-kind-indicator"), t.text("ui-sample-indicator")).standing(Standing::Ahead),
        ];
        vec![("from seminar to indicator", Self::new(t, t.text("ui-sample-thread"), beads))]
    }
}
