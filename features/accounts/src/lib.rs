//! People who sign in, the roles they hold at places, their sessions.

pub mod commands;
mod files;
mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};
use futures::FutureExt;
use kit_store::Migration;
use kit_web::{App, Audience, BY_PROOF, CommandDescription, Feature, NavigationEntry};

pub use model::{HeldRoleId, PersonId, RolePlace, SessionId};
pub use pages::role_label;
pub use store::{administrators, names, person_by_email};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "accounts",
    words: kit_i18n::Source {
        owner: "accounts",
        fr: include_str!("../i18n/fr.ftl"),
        en: include_str!("../i18n/en.ftl"),
    },
    migrations: &[Migration {
        name: "accounts/0001-people-roles-sessions",
        sql: include_str!("../migrations/0001-people-roles-sessions.sql"),
    }],
    navigation: &[NavigationEntry {
        label: "accounts-people-nav",
        href: "/personnes",
        audience: Audience::Allowed("person.create"),
        order: 90,
    }],
    routes,
    commands: &[
        CommandDescription { name: "person.create", action: "person.create" },
        CommandDescription { name: "person.create-with-role", action: "person.create" },
        CommandDescription { name: "role.grant", action: "role.grant" },
        CommandDescription { name: "role.revoke", action: "role.revoke" },
        CommandDescription { name: "account.end-session", action: "account.sign-out-session" },
        CommandDescription { name: "account.end-other-sessions", action: "account.sign-out-session" },
        CommandDescription { name: "account.request-sign-in", action: BY_PROOF },
        CommandDescription { name: "account.sign-in-with-link", action: BY_PROOF },
        CommandDescription { name: "account.sign-in-with-code", action: BY_PROOF },
        CommandDescription { name: "account.open-session", action: BY_PROOF },
    ],
    reading_actions: &["person.list"],
    panels: &[],
    lists: &[files::PEOPLE],
    beads: None,
    identify: Some(|app, token| async move { store::identify(&app, &token).await }.boxed()),
    samples: |app| pages::samples(app).boxed(),
};

fn routes() -> Router<App> {
    Router::new()
        .route("/connexion", get(pages::sign_in::get).post(pages::sign_in::post))
        .route("/connexion/code", get(pages::code::get).post(pages::code::post))
        .route("/connexion/lien/{token}", get(pages::link::get).post(pages::link::post))
        .route("/deconnexion", post(pages::account::sign_out))
        .route("/compte", get(pages::account::get))
        .route("/compte/sessions/fermer-les-autres", post(pages::account::end_other_sessions))
        .route("/compte/sessions/{id}/fermer", post(pages::account::end_session))
        .route("/personnes", get(pages::people::get).post(pages::people::post))
        .route("/personnes/{id}", get(pages::person::get))
        .route("/personnes/{id}/roles", post(pages::person::grant))
        .route("/personnes/{id}/roles/{role}/retirer", post(pages::person::revoke))
}
