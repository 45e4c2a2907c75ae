//! A session is corrected.

use kit_base::{Message, Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, PaginatorTrait, Set};
use serde_json::{Value, json};

use crate::commands::add_session::check_hours;
use crate::model::{Hours, SessionId};
use crate::store::registrations::seats_in;
use crate::store::{count_change, hold_session, session};

/// Corrects a session. It stays in its half-day and keeps its number.
#[derive(Debug, Clone)]
pub struct EditSession {
    /// Which one.
    pub session: SessionId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// Its name.
    pub title: String,
    /// Where in the building.
    pub room: Option<String>,
    /// Who is told the room, of those who may open the session.
    pub room_visibility: Visibility,
    /// From when to when, inside the half-day.
    pub hours: Hours,
    /// How many a workshop takes.
    pub places: Option<i32>,
    /// Who may open it.
    pub visibility: Visibility,
}

impl Command for EditSession {
    type Output = ();

    const NAME: &'static str = "session.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (seminar, half_day, before) = hold_session(&act.tx, self.session).await?;
        let permit = act.permit("session.edit", &before.resource(&seminar))?;
        // Hours that stood so already may stay: those of a timetable that was not published are a whole half-day.
        if self.hours != before.hours() {
            check_hours(self.hours, half_day.hours())?;
        }
        self.check_places(seats_in(self.session).count(&act.tx).await?)?;
        let changed = session::ActiveModel {
            title: Set(self.title.clone()),
            room: Set(self.room.clone()),
            room_visibility: Set(self.room_visibility),
            starts: Set(self.hours.starts),
            ends: Set(self.hours.ends),
            places: Set(self.places),
            visibility: Set(self.visibility),
            ..Default::default()
        };
        let update = session::Entity::update_many().set(changed);
        act.tx.update_version(self.session, session::Column::Version, self.version_read, update).await?;
        count_change(&act.tx, &seminar, act.now).await?;
        let discreet = [seminar.visibility, before.visibility, self.visibility].contains(&Visibility::Discreet);
        let values = json!({ "before": values_of(&before), "after": self.values() });
        let record = Record { discreet, ..Record::of("session", self.session.0, Some(seminar.territory), values) };
        Ok(permit.done((), record))
    }
}

impl EditSession {
    /// Places that are taken are not taken away from anybody.
    fn check_places(&self, taken: u64) -> Result<(), Problem> {
        match self.places {
            Some(places) if u64::try_from(places).unwrap_or_default() < taken => {
                Err(Problem::field("places", Message::new("seminars-error-places-taken").with("taken", taken)))
            }
            _ => Ok(()),
        }
    }

    fn values(&self) -> Value {
        json!({
            "title": self.title,
            "room": self.room,
            "room_visibility": self.room_visibility.code(),
            "starts": self.hours.starts,
            "ends": self.hours.ends,
            "places": self.places,
            "visibility": self.visibility.code(),
        })
    }
}

fn values_of(row: &session::Model) -> Value {
    json!({
        "title": row.title,
        "room": row.room,
        "room_visibility": row.room_visibility.code(),
        "starts": row.starts,
        "ends": row.ends,
        "places": row.places,
        "visibility": row.visibility.code(),
    })
}
