//! Taking a list along: at the same place on every list, below what narrows it down.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::Component;

/// The ways to take a list along, for people first (XLSX), for programs second (CSV).
#[derive(Debug, Clone, Template)]
#[template(path = "export_links.html")]
pub struct ExportLinks {
    t: Translator,
    /// The workbook.
    pub xlsx_href: String,
    /// The table as text.
    pub csv_href: String,
}

impl ExportLinks {
    /// The list of this name, narrowed down by these names and values; an empty value narrows nothing down.
    pub fn narrowed(t: &Translator, list: &str, values: &[(&str, &str)]) -> Self {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(values.iter().filter(|(_, value)| !value.is_empty()));
        Self::new(t, list, &format!("?{}", query.finish()))
    }

    /// The list of this name, narrowed down by what the address of its page says (`/acteurs?q=foix`): what one sees is what one gets.
    pub fn new(t: &Translator, list: &str, page: &str) -> Self {
        let query = page.split_once('?').filter(|(_, query)| !query.is_empty());
        let query = query.map(|(_, query)| format!("?{query}")).unwrap_or_default();
        let href = |extension| format!("/exports/{list}.{extension}{query}");
        Self { t: t.clone(), xlsx_href: href("xlsx"), csv_href: href("csv") }
    }
}

impl HtmlSafe for ExportLinks {}

impl Component for ExportLinks {
    const NAME: &'static str = "ExportLinks";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        vec![("of a narrowed list", Self::new(t, "organisations", "/acteurs?q=foix"))]
    }
}
