//! Facts about one thing, each with its name.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Badge, Component, Content, Tone};

/// Facts about one thing, each with its name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Template)]
#[template(path = "description_list.html")]
pub struct DescriptionList {
    /// Name and fact. Empty facts are not shown.
    pub items: Vec<(String, Content)>,
}

impl DescriptionList {
    /// An empty list, to be filled by [`Self::with`].
    pub fn new() -> Self {
        Self::default()
    }

    /// One more fact.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, fact: impl Into<Content>) -> Self {
        self.items.push((name.into(), fact.into()));
        self
    }

    fn shown(&self) -> impl Iterator<Item = &(String, Content)> {
        self.items.iter().filter(|(_, fact)| !fact.is_empty())
    }
}

impl HtmlSafe for DescriptionList {}

impl Component for DescriptionList {
    const NAME: &'static str = "DescriptionList";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let list = Self::new()
            .with(t.text("ui-sample-owner"), t.text("ui-sample-organisation"))
            .with(t.text("ui-sample-date"), t.text("ui-sample-day"))
            .with(t.text("ui-sample-state"), Content::html(Badge::new(Tone::Success, t.text("ui-sample-state-kept"))));
        vec![("facts", list)]
    }
}
