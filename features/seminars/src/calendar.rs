//! A seminar as a calendar: for everybody, and for whoever has a place.

use kit_base::{Instant, Visibility};
use kit_exchange::{Calendar, Event, When};
use kit_web::{Secret, Visit};

use crate::model::SeatId;
use crate::pages::kind_name;
use crate::store::registrations::seat;
use crate::store::{Programme, half_day, seminar, session};

/// What a signature of this kind opens.
const PURPOSE: &str = "seat-calendar";

/// The address of the calendar of whoever has this place now.
pub(crate) fn path_of_seat(secret: &Secret, seat: &seat::Model) -> String {
    format!("/agenda/{}/{}.ics", seat.id, signature(secret, seat.id, seat.holder))
}

fn signature(secret: &Secret, seat: SeatId, holder: i32) -> String {
    secret.signature(PURPOSE, &[&seat.to_string(), &holder.to_string()])
}

/// Which of those who had this place were given this signature: the first, the second, …
pub(crate) fn holder_of(secret: &Secret, seat: &seat::Model, given: &str) -> Option<i32> {
    let id = seat.id.to_string();
    let was_given_to = |holder: &i32| secret.has_signed(PURPOSE, &[&id, &holder.to_string()], given);
    // The present one first: it is whose calendar asks nearly always.
    (1..=seat.holder).rev().find(was_given_to)
}

/// What everybody may know of a seminar.
pub(crate) fn of_seminar(visit: &Visit, seminar: &seminar::Model, programme: &Programme) -> Calendar {
    let whose = Whose {
        suffix: String::new(),
        sequence: seminar.sequence,
        changed_at: changed_at(seminar),
        rooms_of: &[Visibility::Public],
        is_void: false,
    };
    let sessions = programme.sessions().filter(|(_, session)| session.visibility == Visibility::Public);
    whose.calendar(visit, seminar, sessions)
}

/// What whoever has, or had, a place goes to: what everybody goes to, and the workshops they chose.
pub(crate) fn of_seat(
    visit: &Visit,
    seminar: &seminar::Model,
    programme: &Programme,
    seat: &seat::Model,
    holder: i32,
    chosen: &[crate::model::SessionId],
) -> Calendar {
    let whose = Whose {
        suffix: format!("-{}-{holder}", seat.id),
        // Both grow, so their sum does.
        sequence: seminar.sequence.saturating_add(seat.version),
        changed_at: changed_at(seminar).max(seat.changed_at),
        rooms_of: &[Visibility::Public, Visibility::Registered],
        is_void: holder != seat.holder || !seat.is_kept(),
    };
    let offered: Vec<_> = programme.workshop_choices().concat().into_iter().map(|session| session.id).collect();
    let is_theirs = |session: &session::Model| chosen.contains(&session.id) || !offered.contains(&session.id);
    let sessions = programme.sessions().filter(|(_, session)| session.is_for_participants() && is_theirs(session));
    whose.calendar(visit, seminar, sessions)
}

fn changed_at(seminar: &seminar::Model) -> Instant {
    seminar.changed_at.unwrap_or(seminar.created_at)
}

/// Whose calendar it is, and in which state.
struct Whose {
    /// Ends the ids of its events, so that they are no other calendar's.
    suffix: String,
    sequence: i32,
    changed_at: Instant,
    /// Rooms that are told.
    rooms_of: &'static [Visibility],
    /// They do not come any more: everything is struck out.
    is_void: bool,
}

impl Whose {
    fn calendar<'a>(
        &self,
        visit: &Visit,
        seminar: &seminar::Model,
        sessions: impl Iterator<Item = (&'a half_day::Model, &'a session::Model)>,
    ) -> Calendar {
        let whole = std::iter::once(self.whole(visit, seminar));
        let sessions = sessions.map(|(half_day, session)| self.session(visit, seminar, half_day, session));
        Calendar {
            name: seminar.shown_title(visit.locale()),
            zone: seminar.time_zone(),
            events: whole.chain(sessions).collect(),
        }
    }

    /// The days of the seminar, so that they are marked before there is a programme.
    fn whole(&self, visit: &Visit, seminar: &seminar::Model) -> Event {
        Event {
            uid: format!("{}{}", seminar.id, self.suffix),
            when: When::Days { first: seminar.first_day, last: seminar.last_day },
            summary: seminar.shown_title(visit.locale()),
            location: seminar.place_name(),
            url: Some(visit.house().public_url.link(&seminar.path())),
            is_cancelled: self.is_void || seminar.cancelled_at.is_some(),
            sequence: u32::try_from(self.sequence).unwrap_or_default(),
            changed_at: self.changed_at,
        }
    }

    fn session(
        &self,
        visit: &Visit,
        seminar: &seminar::Model,
        half_day: &half_day::Model,
        session: &session::Model,
    ) -> Event {
        let room = session.room_told_to(self.rooms_of).map(str::to_owned);
        let place: Vec<String> = room.into_iter().chain(seminar.place_name()).collect();
        Event {
            uid: format!("{}{}", session.id, self.suffix),
            when: when(half_day, session),
            summary: summary(visit, session),
            location: Some(place.join(", ")).filter(|place| !place.is_empty()),
            url: Some(visit.house().public_url.link(&session.path(seminar))),
            is_cancelled: self.is_void || seminar.cancelled_at.is_some() || session.cancelled_at.is_some(),
            sequence: u32::try_from(self.sequence).unwrap_or_default(),
            changed_at: self.changed_at,
        }
    }
}

/// `Atelier 2 · Partir à plusieurs`; a title that says already how it is held stands alone.
fn summary(visit: &Visit, session: &session::Model) -> String {
    let kind = kind_name(visit, session.kind, session.number);
    if session.title.starts_with(&kind) { session.title.clone() } else { format!("{kind} · {}", session.title) }
}

/// Hours that were not published are no hours.
fn when(half_day: &half_day::Model, session: &session::Model) -> When {
    if session.hours().are_published() {
        When::Hours { starts: half_day.day.and_time(session.starts), ends: half_day.day.and_time(session.ends) }
    } else {
        When::Days { first: half_day.day, last: half_day.day }
    }
}
