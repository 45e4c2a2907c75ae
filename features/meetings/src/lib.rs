//! The meetings of a collective, between two seminars: an agenda born from what is still promised, who was there, what was decided and
//! promised, the next date; and one file to take where there is no network, and to bring back.

mod beads;
mod calendar;
pub mod commands;
mod dossier;
mod files;
mod letters;
mod model;
mod pages;
mod panels;
mod samples;
mod store;

use kit_i18n::{Source, key};
use kit_store::Migration;
use kit_web::{Beads, Command, CommandDescription, Feature, Panel, PanelPlace};

pub use model::{MeetingDetails, MeetingId, PEOPLE_MAX};

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "meetings",
    words: Source { owner: "meetings", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[Migration { name: "meetings/0001-meetings", sql: include_str!("../migrations/0001-meetings.sql") }],
    navigation: &[],
    routes: pages::routes,
    commands: &[
        CommandDescription { name: commands::CreateMeeting::NAME, action: "meeting.hold" },
        CommandDescription { name: commands::EditMeeting::NAME, action: "meeting.hold" },
        CommandDescription { name: commands::CancelMeeting::NAME, action: "meeting.hold" },
        CommandDescription { name: commands::Invite::NAME, action: "meeting.hold" },
        CommandDescription { name: commands::RecordPresence::NAME, action: "meeting.hold" },
        CommandDescription { name: commands::WriteMinutes::NAME, action: "meeting.hold" },
        CommandDescription { name: commands::BringBack::NAME, action: "meeting.hold" },
    ],
    reading_actions: &["meeting.read", "meeting.list"],
    panels: &[Panel { place: PanelPlace::Collective, order: 10, source: panels::of_collective }],
    lists: &[files::MEETINGS],
    beads: Some(Beads { order: 10, source: beads::of_commitments }),
    identify: None,
    samples: samples::samples,
};

/// Key of the words for who may see a meeting.
pub(crate) fn visibility_label(visibility: kit_base::Visibility) -> &'static str {
    use kit_base::Visibility;
    match visibility {
        Visibility::Public => key!("meetings-visibility-public"),
        Visibility::Registered => key!("meetings-visibility-registered"),
        Visibility::Invited | Visibility::Discreet => key!("meetings-visibility-invited"),
    }
}
