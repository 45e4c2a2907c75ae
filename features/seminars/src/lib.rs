//! Seminars: half-days, sessions, minutes, and what earlier seminars promised, at the head of the next one.

mod beads;
pub mod commands;
mod lookup;
mod model;
mod pages;
mod panels;
mod samples;
mod store;

use kit_i18n::{Source, key};
use kit_store::Migration;
use kit_web::{Audience, Beads, Command, CommandDescription, Feature, NavigationEntry, Panel, PanelPlace};

pub use lookup::{HalfDayOutline, SeminarOutline, SessionOutline, find};
pub use model::{HalfDayId, HalfDayPlan, Hours, Part, SeminarId, SessionId, SessionKind};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "seminars",
    words: Source { owner: "seminars", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[Migration { name: "seminars/0001-seminars", sql: include_str!("../migrations/0001-seminars.sql") }],
    navigation: &[NavigationEntry {
        label: key!("seminars-nav"),
        href: "/seminaires",
        audience: Audience::Everyone,
        order: 10,
    }],
    routes: pages::routes,
    commands: &[
        CommandDescription { name: commands::CreateSeminar::NAME, action: "seminar.create" },
        CommandDescription { name: commands::OpenNextSeminar::NAME, action: "seminar.open-next" },
        CommandDescription { name: commands::EditSeminar::NAME, action: "seminar.edit" },
        CommandDescription { name: commands::AddSession::NAME, action: "session.add" },
        CommandDescription { name: commands::EditMinutes::NAME, action: "minutes.edit" },
    ],
    reading_actions: &["seminar.read", "seminar.list"],
    panels: &[
        Panel { place: PanelPlace::Home, order: 30, source: panels::of_home },
        Panel { place: PanelPlace::Territory, order: 10, source: panels::of_territory },
    ],
    beads: Some(Beads { order: 10, source: beads::of_commitments }),
    identify: None,
    samples: samples::samples,
};
