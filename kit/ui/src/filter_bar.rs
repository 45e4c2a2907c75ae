//! What narrows a list down: kept in the address, so that a filtered list can be sent to a colleague.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Choice, Component, Field};

/// A filter in force, and the address of the list without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pill {
    /// What it narrows the list to.
    pub label: String,
    /// The list without it.
    pub remove_href: String,
}

/// What narrows a list down: a GET form. With JavaScript only the list is replaced, and the address follows.
#[derive(Debug, Clone, Template)]
#[template(path = "filter_bar.html")]
pub struct FilterBar {
    t: Translator,
    /// Address of the list.
    pub action: String,
    /// Search box first, then selects.
    pub fields: Vec<Field>,
    /// Sent along: what is not a filter but belongs to the address.
    pub hidden: Vec<(String, String)>,
    /// Filters in force.
    pub pills: Vec<Pill>,
    /// The list without any filter; shown when there are pills.
    pub clear_href: String,
    /// Anchor of the element that holds the list (and [`Self::pills`] if they are to follow).
    pub target_id: Option<String>,
}

impl FilterBar {
    /// A form that asks for `action` again.
    pub fn new(t: &Translator, action: impl Into<String>, fields: Vec<Field>) -> Self {
        let action = action.into();
        Self {
            t: t.clone(),
            clear_href: action.clone(),
            action,
            fields: fields.into_iter().map(|field| field.optional().blank_is_all()).collect(),
            hidden: Vec::new(),
            pills: Vec::new(),
            target_id: None,
        }
    }

    /// Replaces only this element of the page, with JavaScript.
    #[must_use]
    pub fn target(mut self, id: impl Into<String>) -> Self {
        self.target_id = Some(id.into());
        self
    }

    /// With a filter in force.
    #[must_use]
    pub fn pill(mut self, label: impl Into<String>, remove_href: impl Into<String>) -> Self {
        self.pills.push(Pill { label: label.into(), remove_href: remove_href.into() });
        self
    }
}

impl HtmlSafe for FilterBar {}

impl Component for FilterBar {
    const NAME: &'static str = "FilterBar";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let fields = vec![
            Field::search(t, "filter_q", t.text("ui-sample-search")),
            Field::select(
                t,
                "filter_state",
                t.text("ui-sample-state"),
                vec![Choice::new("kept", t.text("ui-sample-state-kept"))],
            )
            .value("kept"),
        ];
        let bar = Self::new(t, "#list", fields)
            .target("sample-table-cards")
            .pill(t.text("ui-sample-state-kept"), "#without-state");
        vec![("with a filter in force", bar)]
    }
}
