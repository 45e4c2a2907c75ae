//! The territories of France, as every room of the house names them: search, a page each, who lies in whom for permissions,
//! and the fields by which a form asks for one.

mod api;
mod files;
mod geography;
mod map;
mod model;
mod pages;
mod paging;
mod panels;
mod parts;
mod picker;

use axum::Router;
use axum::routing::get;
use kit_i18n::Source;
use kit_web::{App, Audience, Feature, NavigationEntry};

pub use api::{DEPARTEMENT_FILTER, Place, departement_of};
pub use geography::AtlasGeography;
pub use map::departement_areas;
pub use model::{
    departement_choices, departement_filter, exists, fold, kind_label, link, name, name_and_code, region_choices,
    region_of, time_zone,
};
pub use panels::panels;
pub use picker::{commune, commune_field, optional_commune};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "territory",
    words: Source { owner: "territory", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[],
    navigation: &[NavigationEntry {
        label: "territory-nav",
        href: "/territoires",
        audience: Audience::Everyone,
        order: 60,
    }],
    routes,
    commands: &[],
    reading_actions: &["territory.read"],
    panels: &[],
    lists: &[files::TERRITORIES, files::COMMUNES],
    beads: None,
    identify: None,
    samples: pages::samples,
};

fn routes() -> Router<App> {
    Router::new()
        .route("/territoires", get(pages::list::get))
        .route("/territoires/{kind}/{code}", get(pages::place::get))
}
