//! The stylesheet and the scripts, under names that change with what they hold, so that browsers may keep them for ever.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

const STYLESHEET: &[u8] = include_bytes!("../assets/escale.css");
const ICON: &[u8] = include_bytes!("../assets/escale.svg");
const SCRIPT: &[u8] = include_bytes!("../assets/escale.js");
const HTMX: &[u8] = include_bytes!("../assets/vendor/htmx.min.js");

/// A file that pages lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Name with the first eight hexadecimal digits of its SHA-256, e.g. `escale-1a2b3c4d.css`. No leading slash.
    pub path: String,
    /// What it holds.
    pub bytes: &'static [u8],
    /// HTTP `Content-Type`.
    pub content_type: &'static str,
}

static ASSETS: LazyLock<[Asset; 4]> = LazyLock::new(|| {
    let css = "text/css; charset=utf-8";
    let javascript = "text/javascript; charset=utf-8";
    [
        asset("escale", "css", STYLESHEET, css),
        asset("escale", "svg", ICON, "image/svg+xml"),
        asset("htmx", "js", HTMX, javascript),
        asset("escale", "js", SCRIPT, javascript),
    ]
});

/// Every asset, named by its content; computed once.
pub fn assets() -> &'static [Asset] {
    &*ASSETS
}

/// Name of the stylesheet.
pub fn stylesheet_name() -> &'static str {
    let [stylesheet, ..] = &*ASSETS;
    &stylesheet.path
}

/// Name of the icon that browsers show beside the title.
pub fn icon_name() -> &'static str {
    let [_, icon, ..] = &*ASSETS;
    &icon.path
}

/// Names of the scripts, in the order a page loads them.
pub fn script_names() -> impl Iterator<Item = &'static str> {
    let [_, _, scripts @ ..] = &*ASSETS;
    scripts.iter().map(|script| script.path.as_str())
}

fn asset(name: &str, extension: &str, bytes: &'static [u8], content_type: &'static str) -> Asset {
    let digest = Sha256::digest(bytes);
    let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Asset { path: format!("{name}-{hash}.{extension}"), bytes, content_type }
}
