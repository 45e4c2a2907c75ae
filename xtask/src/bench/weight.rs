//! What a page weighs on the wire: its HTML, styles and scripts, compressed.

use anyhow::{Context, Result};
use scraper::{Html, Selector};

use super::visitor::Visitor;

/// A weight on the wire.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weight {
    bytes: usize,
}

impl Weight {
    /// In thousands of bytes.
    pub(crate) fn kilobytes(self) -> f64 {
        f64::from(u32::try_from(self.bytes).unwrap_or(u32::MAX)) / 1000.0
    }
}

/// Weighs a page as a first visit fetches it.
pub(crate) fn of_page(visitor: &Visitor, path: &str) -> Result<Weight> {
    let html = visitor.read(path)?;
    let mut bytes = visitor.fetch(path)?;
    for file in linked_files(&html)? {
        bytes += visitor.fetch(&file)?;
    }
    Ok(Weight { bytes })
}

/// Style sheets and scripts of this server that the page asks for, each once.
fn linked_files(html: &str) -> Result<Vec<String>> {
    let selector = Selector::parse("link[rel~='stylesheet'][href], link[rel='modulepreload'][href], script[src]")
        .ok()
        .context("the selector of linked files is wrong")?;
    let page = Html::parse_document(html);
    let mut files: Vec<String> = page
        .select(&selector)
        .filter_map(|element| element.attr("href").or_else(|| element.attr("src")))
        .filter(|address| address.starts_with('/') && !address.starts_with("//"))
        .map(ToOwned::to_owned)
        .collect();
    files.sort();
    files.dedup();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_scripts_are_weighed_once_and_icons_not_at_all() {
        let html = r#"<link rel=stylesheet href=/a.css><link rel=icon href=/i.svg><script src="/h.js" defer></script>
            <script>inline()</script><link rel="stylesheet" href="/a.css" media="print">"#;
        assert_eq!(linked_files(html).unwrap(), ["/a.css", "/h.js"]);
    }
}
