//! What pages are made of: a frame, components (struct, template, examples), one stylesheet, and the gallery that shows
//! them all. Components print themselves unescaped in askama templates: `{{ component }}`.

mod assets;
mod badge;
mod button;
mod chart;
mod content;
mod description_list;
mod empty_state;
mod error_summary;
mod export_links;
mod field;
mod filter_bar;
mod frame;
mod gallery;
mod hidden_fields;
mod map;
mod navigation;
mod notice;
mod panel;
mod table;
mod thread;

pub use assets::{Asset, assets, icon_name, script_names, stylesheet_name};
pub use badge::{Badge, Tone};
pub use button::{Button, ButtonKind, LinkButton};
pub use chart::{CHART_BARS_MAX, Chart, ChartBar};
pub use content::Content;
pub use description_list::DescriptionList;
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use export_links::ExportLinks;
pub use field::{Choice, Field, FieldKind};
pub use filter_bar::{FilterBar, Pill};
pub use frame::{Frame, LanguageLink, NavigationLink, SignedIn};
pub use gallery::{Gallery, Specimen, gallery};
pub use hidden_fields::HiddenFields;
pub use map::{Map, MapArea};
pub use navigation::{Breadcrumb, Pagination, Step};
pub use notice::Notice;
pub use panel::Panel;
pub use table::{Column, Table, TableLayout};
pub use thread::{Bead, Standing, Thread};

use askama::filters::HtmlSafe;
use kit_i18n::{Source, Translator};

/// The words of this crate, those of the gallery's examples among them.
pub const WORDS: Source =
    Source { owner: "kit-ui", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") };

/// Something a page is made of.
pub trait Component: HtmlSafe + Sized {
    /// What the gallery calls it: the name of its type.
    const NAME: &'static str;

    /// Named examples, in words of the reader's language. Documentation and tests iterate over them.
    fn examples(t: &Translator) -> Vec<(&'static str, Self)>;
}
