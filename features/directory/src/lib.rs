//! The directory: organisations that take part, what they are, where they sit, how to reach them.

pub mod commands;
mod model;
mod pages;
mod store;

use axum::Router;
use axum::routing::get;
use kit_i18n::Source;
use kit_store::Migration;
use kit_web::{App, Audience, Command, CommandDescription, Feature, NavigationEntry};

pub use model::{
    NotAWebAddress, OrganisationId, OrganisationKind, OrganisationSummary, WebAddress, display_name, name_beside_badge,
    path,
};
pub use pages::name_link;
pub use store::{choices, find_in, hold_for, summaries};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "directory",
    words: Source { owner: "directory", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[Migration {
        name: "directory/0001-organisation",
        sql: include_str!("../migrations/0001-organisation.sql"),
    }],
    navigation: &[NavigationEntry {
        label: "directory-nav",
        href: "/acteurs",
        audience: Audience::Everyone,
        order: 50,
    }],
    routes,
    commands: &[
        CommandDescription { name: commands::CreateOrganisation::NAME, action: "organisation.create" },
        CommandDescription { name: commands::EditOrganisation::NAME, action: "organisation.edit" },
    ],
    reading_actions: &["organisation.read", "organisation.list"],
    panels: &[],
    beads: None,
    identify: None,
    samples: pages::samples,
};

fn routes() -> Router<App> {
    Router::new()
        .route("/acteurs", get(pages::list::get))
        .route("/acteurs/nouveau", get(pages::create::get).post(pages::create::post))
        .route("/acteurs/{id}", get(pages::organisation::get))
        .route("/acteurs/{id}/modifier", get(pages::edit::get).post(pages::edit::post))
}
