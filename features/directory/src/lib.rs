//! The directory: organisations that take part, what they are, where they sit, how to reach them.

mod api;
pub mod commands;
mod model;
mod pages;
mod store;

use axum::Router;
use axum::routing::get;
use kit_i18n::Source;
use kit_store::Migration;
use kit_web::{App, Audience, Command, CommandDescription, Feature, NavigationEntry};

pub use api::OrganisationReference;
pub use model::{
    CONTACTS_MAX, ContactFacts, ContactId, HELP_LINES_MAX, HelpLine, LINE_CHARACTERS_MAX, NAMES_MAX, NameId,
    NotAPhoneNumber, NotAWebAddress, OrganisationId, OrganisationKind, OrganisationSummary, PHONE_CHARACTERS_MAX,
    Period, PhoneNumber, PresenceDays, ProgrammeRole, ROLES_MAX, RoleFacts, RoleId, SUCCESSIONS_MAX, SuccessionId,
    Validity, WebAddress, Weekday, YEAR_FIRST, display_name, name_beside_badge, path,
};
pub use pages::{name_link, reached_line};
pub use store::{choices, contacts_of, find_in, hold_for, named_within, summaries};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "directory",
    words: Source { owner: "directory", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[
        Migration { name: "directory/0001-organisation", sql: include_str!("../migrations/0001-organisation.sql") },
        Migration {
            name: "directory/0002-names-roles-help-contacts",
            sql: include_str!("../migrations/0002-names-roles-help-contacts.sql"),
        },
    ],
    navigation: &[NavigationEntry {
        label: "directory-nav",
        href: "/acteurs",
        audience: Audience::Everyone,
        order: 50,
    }],
    routes,
    commands: &[
        CommandDescription { name: commands::CreateOrganisation::NAME, action: "organisation.create" },
        CommandDescription { name: commands::ImportOrganisation::NAME, action: "organisation.create" },
        CommandDescription { name: commands::EditOrganisation::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::AddName::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::SayBecame::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::AddRole::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::EditRole::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::EditHelp::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::AddContact::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::EditContact::NAME, action: "organisation.edit" },
        CommandDescription { name: commands::RemoveFact::NAME, action: "organisation.edit" },
    ],
    reading_actions: &["organisation.read", "organisation.list"],
    panels: &[],
    lists: &[api::ORGANISATIONS],
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
        .route("/acteurs/{id}/noms/nouveau", get(pages::name::get).post(pages::name::post))
        .route("/acteurs/{id}/devenue", get(pages::became::get).post(pages::became::post))
        .route("/acteurs/{id}/aide", get(pages::help::get).post(pages::help::post))
        .route("/acteurs/{id}/roles/nouveau", get(pages::role::get_new).post(pages::role::post_new))
        .route("/acteurs/{id}/roles/{role}/modifier", get(pages::role::get).post(pages::role::post))
        .route("/acteurs/{id}/contacts/nouveau", get(pages::contact::get_new).post(pages::contact::post_new))
        .route("/acteurs/{id}/contacts/{contact}/modifier", get(pages::contact::get).post(pages::contact::post))
        .route("/acteurs/{id}/retirer/{genre}/{fait}", get(pages::remove::get).post(pages::remove::post))
}
