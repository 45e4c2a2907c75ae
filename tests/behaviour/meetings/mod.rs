//! The meetings of collectives.

mod holding;
mod returning;

use chrono::{NaiveDate, NaiveTime};
use kit_base::Visibility;
use meetings::commands::CreateMeeting;
use meetings::{MeetingDetails, MeetingId};

use crate::support::TestHouse;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn details(day: NaiveDate, visibility: Visibility) -> MeetingDetails {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    MeetingDetails {
        title: None,
        day,
        starts: hour(18),
        ends: hour(20),
        place: Some("Salle d’essai, Quillan".to_owned()),
        points: Some("Tour de table".to_owned()),
        visibility,
    }
}

/// A meeting of the Aude on 10 December 2026.
pub(crate) async fn meeting(house: &TestHouse, visibility: Visibility) -> MeetingId {
    house
        .act(&CreateMeeting {
            territory: "departement:11".parse().unwrap(),
            details: details(day("2026-12-10"), visibility),
            is_example: true,
        })
        .await
}
