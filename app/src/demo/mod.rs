//! The demo: an example installation whose doors are open. Nothing here is mounted by `serve`.

mod door;
mod loader;
mod mails;
mod manifest;

use axum::Router;
use axum::routing::get;
use kit_outbox::KeptTransport;
use kit_policy::{HeldRole, Place, Principal, Role};
use kit_web::{App, PublicUrl};
use uuid::Uuid;

pub use loader::load;

/// Somebody one can be in the demo: a function, never a natural person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoPerson {
    /// What the door calls them.
    pub key: &'static str,
    /// The key of what they do, in the words of the interface.
    pub label: &'static str,
    /// The key of what to try as them.
    pub does: &'static str,
    /// Their address, in a domain reserved for examples.
    pub email: &'static str,
}

/// Everybody one can be.
pub const PEOPLE: [DemoPerson; 6] = [
    DemoPerson {
        key: "regionale",
        label: "demo-person-steering",
        does: "demo-does-steering",
        email: "region-occitanie@escale.example",
    },
    DemoPerson {
        key: "coordinatrice-11",
        label: "demo-person-coordinator",
        does: "demo-does-coordinator",
        email: "collectif-aude@escale.example",
    },
    DemoPerson {
        key: "membre-11",
        label: "demo-person-member",
        does: "demo-does-member",
        email: "membre-aude@escale.example",
    },
    DemoPerson {
        key: "conseillere-11",
        label: "demo-person-counsellor",
        does: "demo-does-counsellor",
        email: "conseil-aude@escale.example",
    },
    DemoPerson {
        key: "lectrice",
        label: "demo-person-reader",
        does: "demo-does-reader",
        email: "lecture@escale.example",
    },
    DemoPerson {
        key: "administratrice",
        label: "demo-person-administrator",
        does: "demo-does-administrator",
        email: "administration@escale.example",
    },
];

/// The house itself, as a principal: what the demo's loader and the command line act as.
pub fn the_house() -> Principal {
    Principal::Person {
        id: Uuid::nil(),
        roles: vec![HeldRole { role: Role::Administrator, place: Place::Installation }],
    }
}

/// The demo's own pages.
pub fn routes(mails: KeptTransport) -> Router<App> {
    Router::new()
        .route("/demo/entrer", get(door::get).post(door::post))
        .route("/demo/courriels", get(move |visit| mails::list(visit, mails.clone())))
        .route("/manifeste.json", get(manifest::get))
}

/// What the terminal shows once the demo is ready.
pub fn welcome(public_url: &PublicUrl) -> String {
    let people = PEOPLE.map(|person| format!("  {}", person.key)).join("\n");
    format!(
        "Escale (démonstration) : {public_url}\n\
         Entrer comme l’une de ces personnes d’exemple : {}\n{people}\n\
         Les courriels envoyés : {}",
        public_url.link("/demo/entrer"),
        public_url.link("/demo/courriels"),
    )
}
