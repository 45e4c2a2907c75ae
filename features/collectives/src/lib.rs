//! The collectives of the départements: who works together there on young people's mobility, in which role, since when.

mod api;
pub mod commands;
mod model;
mod pages;
mod panels;
mod store;

use axum::Router;
use axum::routing::{get, post};
use kit_i18n::Source;
use kit_store::Migration;
use kit_web::{App, Audience, Command, CommandDescription, Feature, NavigationEntry, Panel, PanelPlace};

pub use model::{Animation, Collective, CollectiveId, MemberRole, Membership, MembershipId, animation, path};
pub use store::{members_in_on, of_departement};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "collectives",
    words: Source { owner: "collectives", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[Migration {
        name: "collectives/0001-collective",
        sql: include_str!("../migrations/0001-collective.sql"),
    }],
    navigation: &[NavigationEntry {
        label: "collectives-nav",
        href: "/collectifs",
        audience: Audience::Everyone,
        order: 40,
    }],
    routes,
    commands: &[
        CommandDescription { name: commands::CreateCollective::NAME, action: "collective.member-add" },
        CommandDescription { name: commands::AddMember::NAME, action: "collective.member-add" },
        CommandDescription { name: commands::EndMembership::NAME, action: "collective.member-end" },
    ],
    reading_actions: &["collective.read", "collective.list"],
    panels: &[
        Panel { place: PanelPlace::Territory, order: 10, source: panels::of_territory },
        Panel { place: PanelPlace::Organisation, order: 10, source: panels::of_organisation },
    ],
    lists: &[api::COLLECTIVES],
    beads: None,
    identify: None,
    samples: pages::samples,
};

fn routes() -> Router<App> {
    Router::new()
        .route("/collectifs", get(pages::list::get))
        .route("/collectifs/{code}", get(pages::collective::get))
        .route("/collectifs/{code}/creer", post(pages::collective::create))
        .route("/collectifs/{code}/membres/nouveau", get(pages::add_member::get).post(pages::add_member::post))
        .route(
            "/collectifs/{code}/membres/{membership}/fin",
            get(pages::end_membership::get).post(pages::end_membership::post),
        )
}
