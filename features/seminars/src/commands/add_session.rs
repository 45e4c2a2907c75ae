//! A session is added to a half-day.

use kit_base::limits::SESSIONS_PER_HALF_DAY_MAX;
use kit_base::{Message, Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::model::{HalfDayId, Hours, SessionId, SessionKind};
use crate::store::{count_change, hold_half_day, session};

/// Adds a session to a half-day. Workshops are held side by side when they are at the same time.
#[derive(Debug, Clone)]
pub struct AddSession {
    /// The half-day.
    pub half_day: HalfDayId,
    /// How it is held.
    pub kind: SessionKind,
    /// Its number; a workshop without one gets the next of its half-day.
    pub number: Option<i32>,
    /// Its name.
    pub title: String,
    /// Where in the building.
    pub room: Option<String>,
    /// Who is told the room, of those who may open the session.
    pub room_visibility: Visibility,
    /// From when to when, inside the half-day.
    pub hours: Hours,
    /// How many a workshop takes; as many as come where it is not said.
    pub places: Option<i32>,
    /// Who may open it.
    pub visibility: Visibility,
}

impl Command for AddSession {
    type Output = SessionId;

    const NAME: &'static str = "session.add";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held first: the half-day carries the number of its sessions, the seminar that of the changes.
        let (seminar, half_day) = hold_half_day(&act.tx, self.half_day).await?;
        let permit = act.permit("session.add", &seminar.resource())?;
        check_hours(self.hours, half_day.hours())?;
        let others = session::Entity::find().filter(session::Column::HalfDayId.eq(self.half_day)).all(&act.tx).await?;
        if others.len() >= SESSIONS_PER_HALF_DAY_MAX {
            let full = Message::new("seminars-error-half-day-full").with("max", SESSIONS_PER_HALF_DAY_MAX);
            return Err(Problem::Refused(full));
        }
        let number = self.number.or_else(|| self.next_number(&others));
        let id = SessionId::new(act.now);
        let row = session::ActiveModel {
            id: Set(id),
            version: Set(1),
            half_day_id: Set(self.half_day),
            kind: Set(self.kind),
            number: Set(number),
            title: Set(self.title.clone()),
            room: Set(self.room.clone()),
            room_visibility: Set(self.room_visibility),
            starts: Set(self.hours.starts),
            ends: Set(self.hours.ends),
            visibility: Set(self.visibility),
            places: Set(self.places),
            cancelled_at: Set(None),
        };
        session::Entity::insert(row).exec_without_returning(&act.tx).await?;
        count_change(&act.tx, &seminar, act.now).await?;
        let after = json!({
            "half_day": self.half_day,
            "kind": self.kind.code(),
            "number": number,
            "title": self.title,
            "room": self.room,
            "room_visibility": self.room_visibility.code(),
            "starts": self.hours.starts,
            "ends": self.hours.ends,
            "places": self.places,
            "visibility": self.visibility.code(),
        });
        let values = json!({ "before": null, "after": after });
        let discreet = [seminar.visibility, self.visibility].contains(&Visibility::Discreet);
        let record = Record { discreet, ..Record::of("session", id.0, Some(seminar.territory), values) };
        Ok(permit.done(id, record))
    }
}

impl AddSession {
    fn next_number(&self, others: &[session::Model]) -> Option<i32> {
        let workshops = others.iter().filter(|other| other.kind == SessionKind::Workshop);
        let highest = workshops.filter_map(|other| other.number).max().unwrap_or_default();
        (self.kind == SessionKind::Workshop).then(|| highest.saturating_add(1))
    }
}

/// The end comes after the beginning, and both lie inside the half-day.
pub(super) fn check_hours(hours: Hours, half_day: Hours) -> Result<(), Problem> {
    if !hours.are_in_order() {
        return Err(Problem::field("fin", Message::new("seminars-error-ends-before-start")));
    }
    if !hours.lie_within(half_day) {
        let outside = Message::new("seminars-error-outside-half-day")
            .with("starts", half_day.starts.format("%H:%M"))
            .with("ends", half_day.ends.format("%H:%M"));
        let field = if hours.starts < half_day.starts { "debut" } else { "fin" };
        return Err(Problem::field(field, outside));
    }
    Ok(())
}
