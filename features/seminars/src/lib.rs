//! Seminars: half-days, sessions, minutes, and what earlier seminars promised, at the head of the next one.

mod api;
mod beads;
mod calendar;
pub mod commands;
mod letters;
mod lookup;
mod model;
mod pages;
mod panels;
mod samples;
mod store;

use kit_i18n::{Source, key};
use kit_store::Migration;
use kit_web::{Audience, BY_PROOF, Beads, Command, CommandDescription, Feature, NavigationEntry, Panel, PanelPlace};

pub use lookup::{HalfDayOutline, SeminarOutline, SessionOutline, find, seats_of};
pub use model::{
    College, Colleges, HalfDayId, HalfDayPlan, Hours, Part, RegistrationId, SEATS_MAX, SEATS_PER_REGISTRATION_MAX,
    SeatId, SeminarId, SessionId, SessionKind,
};
pub use samples::make_sample_links;

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "seminars",
    words: Source { owner: "seminars", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[
        Migration { name: "seminars/0001-seminars", sql: include_str!("../migrations/0001-seminars.sql") },
        Migration { name: "seminars/0002-registrations", sql: include_str!("../migrations/0002-registrations.sql") },
        Migration { name: "seminars/0003-attendance", sql: include_str!("../migrations/0003-attendance.sql") },
        Migration {
            name: "seminars/0004-room-visibility",
            sql: include_str!("../migrations/0004-room-visibility.sql"),
        },
    ],
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
        CommandDescription { name: commands::CancelSeminar::NAME, action: "seminar.edit" },
        CommandDescription { name: commands::EditSession::NAME, action: "session.edit" },
        CommandDescription { name: commands::CancelSession::NAME, action: "session.edit" },
        CommandDescription { name: commands::SetUpRegistration::NAME, action: "registration.manage" },
        CommandDescription { name: commands::Register::NAME, action: "registration.register" },
        CommandDescription { name: commands::RegisterFor::NAME, action: "registration.manage" },
        CommandDescription { name: commands::ChangeSeat::NAME, action: "registration.change" },
        CommandDescription { name: commands::CancelRegistration::NAME, action: "registration.change" },
        CommandDescription { name: commands::SendRegistrationLink::NAME, action: BY_PROOF },
        CommandDescription { name: commands::MakeSampleRegistrationLink::NAME, action: "registration.manage" },
        CommandDescription { name: commands::RecordAttendance::NAME, action: "attendance.record" },
    ],
    reading_actions: &["seminar.read", "seminar.list", "registration.list"],
    panels: &[
        Panel { place: PanelPlace::Home, order: 30, source: panels::of_home },
        Panel { place: PanelPlace::Territory, order: 10, source: panels::of_territory },
    ],
    lists: &[api::SEMINARS, api::REGISTRATIONS],
    beads: Some(Beads { order: 10, source: beads::of_commitments }),
    identify: None,
    samples: samples::samples,
};
