//! A public meeting as a calendar to subscribe to; it names nobody.

use axum::http::HeaderMap;
use kit_base::{Problem, Visibility};
use kit_exchange::{Calendar, Event, When};
use kit_web::{Answer, Visit, unchanged, versioned};

use crate::store::{find, meeting};

/// What ends the address of a calendar.
pub(crate) const SUFFIX: &str = ".ics";

/// `GET /reunions/{id}.ics`: of what everybody may know, since whoever follows a calendar does not sign in.
pub(crate) async fn of_meeting(visit: &Visit, id: &str, headers: &HeaderMap) -> Answer {
    let row = find(visit, id).await?;
    if row.visibility != Visibility::Public {
        return Err(Problem::NotFound.into());
    }
    let version = format!("{}-{}", row.sequence, visit.locale());
    match unchanged(headers, &version) {
        Some(known) => known,
        None => versioned(&version, Calendar::MEDIA_TYPE, calendar(visit, &row).to_string()),
    }
}

fn calendar(visit: &Visit, row: &meeting::Model) -> Calendar {
    let name = visit
        .text("meetings-calendar-name")
        .arg("meeting", row.called(visit.t()))
        .arg("departement", territory::name(row.territory, visit.locale()))
        .to_string();
    let event = Event {
        uid: row.id.to_string(),
        sequence: u32::try_from(row.sequence).unwrap_or_default(),
        changed_at: row.changed_at,
        when: When::Hours { starts: row.day.and_time(row.starts), ends: row.day.and_time(row.ends) },
        summary: name.clone(),
        location: row.place.clone(),
        url: Some(visit.house().public_url.link(&row.path())),
        is_cancelled: row.cancelled_at.is_some(),
    };
    Calendar { name, zone: territory::time_zone(row.territory), events: vec![event] }
}
