//! Every component with every example: the page `/ui`, and what tests iterate over.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{
    Badge, Breadcrumb, Button, Chart, Component, DescriptionList, EmptyState, ErrorSummary, ExportLinks, Field,
    FilterBar, HiddenFields, LinkButton, Map, Notice, Pagination, Panel, Table, Thread,
};

/// One example of one component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specimen {
    /// Name of the component.
    pub component: &'static str,
    /// What the example shows; for those who build pages, in English.
    pub name: &'static str,
    /// The example, printed.
    pub html: String,
}

/// Every component that stands within a page, with every example, grouped by component.
pub fn gallery(t: &Translator) -> Vec<Specimen> {
    [
        specimens::<Thread>,
        specimens::<Notice>,
        specimens::<Badge>,
        specimens::<Button>,
        specimens::<LinkButton>,
        specimens::<ErrorSummary>,
        specimens::<Field>,
        specimens::<HiddenFields>,
        specimens::<FilterBar>,
        specimens::<ExportLinks>,
        specimens::<Table>,
        specimens::<Map>,
        specimens::<Chart>,
        specimens::<Pagination>,
        specimens::<DescriptionList>,
        specimens::<Panel>,
        specimens::<EmptyState>,
        specimens::<Breadcrumb>,
    ]
    .into_iter()
    .flat_map(|list| list(t))
    .collect()
}

fn specimens<C: Component>(t: &Translator) -> Vec<Specimen> {
    C::examples(t)
        .into_iter()
        .map(|(name, component)| Specimen { component: C::NAME, name, html: component.to_string() })
        .collect()
}

/// The body of the page `/ui`.
#[derive(Debug, Clone, Template)]
#[template(path = "gallery.html")]
pub struct Gallery {
    t: Translator,
    sections: Vec<(&'static str, Vec<Specimen>)>,
}

impl Gallery {
    /// The gallery in this language.
    pub fn new(t: &Translator) -> Self {
        let mut sections: Vec<(&'static str, Vec<Specimen>)> = Vec::new();
        for specimen in gallery(t) {
            match sections.last_mut() {
                Some((component, list)) if *component == specimen.component => list.push(specimen),
                _ => sections.push((specimen.component, vec![specimen])),
            }
        }
        Self { t: t.clone(), sections }
    }
}

impl HtmlSafe for Gallery {}
