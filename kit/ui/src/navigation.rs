//! Where a page stands, and its neighbours.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::Component;

/// A page on the way to this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// Its address; `None` for the page itself.
    pub href: Option<String>,
}

impl Step {
    /// A page on the way.
    pub fn to(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(href.into()) }
    }

    /// The page itself.
    pub fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None }
    }
}

/// The way to this page.
#[derive(Debug, Clone, Template)]
#[template(path = "breadcrumb.html")]
pub struct Breadcrumb {
    /// What this list is, for screen readers; unique among the landmarks of a page.
    pub label: String,
    /// From the home page to the page itself.
    pub steps: Vec<Step>,
}

impl Breadcrumb {
    /// The way through these pages.
    pub fn new(t: &Translator, steps: Vec<Step>) -> Self {
        Self { label: t.text("ui-breadcrumb").into(), steps }
    }
}

impl HtmlSafe for Breadcrumb {}

impl Component for Breadcrumb {
    const NAME: &'static str = "Breadcrumb";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let steps = vec![
            Step::to(t.text("ui-home"), "#home"),
            Step::to(t.text("ui-sample-nav-seminars"), "#seminars"),
            Step::here(t.text("ui-sample-seminar")),
        ];
        // The page that shows it has a breadcrumb of its own.
        let breadcrumb = Self { label: t.text("ui-sample-panel-title").into(), ..Self::new(t, steps) };
        vec![("three steps", breadcrumb)]
    }
}

/// The pages before and after, by key.
#[derive(Debug, Clone, Template)]
#[template(path = "pagination.html")]
pub struct Pagination {
    t: Translator,
    /// What these links are, for screen readers; unique among the landmarks of a page.
    pub label: String,
    /// Address of the page before.
    pub previous_href: Option<String>,
    /// Address of the page after.
    pub next_href: Option<String>,
}

impl Pagination {
    /// Prints nothing when there is neither a page before nor a page after.
    pub fn new(t: &Translator, previous_href: Option<String>, next_href: Option<String>) -> Self {
        Self { t: t.clone(), label: t.text("ui-pagination").into(), previous_href, next_href }
    }

    fn is_needed(&self) -> bool {
        self.previous_href.is_some() || self.next_href.is_some()
    }
}

impl HtmlSafe for Pagination {}

impl Component for Pagination {
    const NAME: &'static str = "Pagination";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let (before, after) = (Some("#before".to_owned()), Some("#after".to_owned()));
        vec![
            ("in the middle", Self::new(t, before, after.clone())),
            ("first page", Self { label: t.text("ui-sample-table-caption").into(), ..Self::new(t, None, after) }),
        ]
    }
}
