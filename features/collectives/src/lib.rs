//! The collectives of the départements: who works together there on young people's mobility, in which role, since when.

mod api;
pub mod commands;
mod model;
mod pages;
mod panels;
mod samples;
mod store;

use axum::Router;
use axum::routing::{get, post};
use kit_i18n::Source;
use kit_store::Migration;
use kit_web::{App, Audience, Command, CommandDescription, Feature, NavigationEntry, Panel, PanelPlace};

pub use model::{
    Animation, CharterId, Collective, CollectiveId, CommitteeSeatId, MemberRole, Membership, MembershipId, SheetLinkId,
    SheetTexts, animation, path,
};
pub use samples::make_sample_links;
pub use store::{members_in_on, of_departement};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "collectives",
    words: Source { owner: "collectives", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[
        Migration { name: "collectives/0001-collective", sql: include_str!("../migrations/0001-collective.sql") },
        Migration {
            name: "collectives/0002-sheet-charter-committee",
            sql: include_str!("../migrations/0002-sheet-charter-committee.sql"),
        },
    ],
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
        CommandDescription { name: commands::EditSheet::NAME, action: "collective.edit" },
        CommandDescription { name: commands::ConfirmSheet::NAME, action: "collective.edit" },
        CommandDescription { name: commands::SendSheet::NAME, action: "collective.edit" },
        CommandDescription { name: commands::AnswerSheet::NAME, action: "collective.answer-sheet" },
        CommandDescription { name: commands::MakeSampleSheetLink::NAME, action: "collective.edit" },
        CommandDescription { name: commands::RecordCharter::NAME, action: "collective.edit" },
        CommandDescription { name: commands::SignCharter::NAME, action: "collective.edit" },
        CommandDescription { name: commands::AddSeat::NAME, action: "committee.edit" },
        CommandDescription { name: commands::EndSeat::NAME, action: "committee.edit" },
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
        .route("/collectifs/{code}/fiche", get(pages::sheet::get))
        .route("/collectifs/{code}/fiche/modifier", get(pages::sheet::edit).post(pages::sheet::post_edit))
        .route("/collectifs/{code}/fiche/confirmer", post(pages::sheet::confirm))
        .route("/collectifs/{code}/fiche/envoyer", post(pages::sheet::send))
        .route("/f/{token}", get(pages::sheet_by_link::get).post(pages::sheet_by_link::post))
        .route("/collectifs/{code}/charte", get(pages::charter::get).post(pages::charter::post))
        .route("/collectifs/{code}/charte/signataires", post(pages::charter::sign))
        .route("/comites/{region}", get(pages::committee::get))
        .route("/comites/{region}/sieges/nouveau", get(pages::committee::new).post(pages::committee::add))
        .route("/comites/{region}/sieges/{seat}/fin", get(pages::committee::ending).post(pages::committee::end))
        .route(
            "/collectifs/{code}/membres/{membership}/fin",
            get(pages::end_membership::get).post(pages::end_membership::post),
        )
}
