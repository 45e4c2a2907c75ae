//! What the rooms above and the demo's loader may ask about seminars.

use chrono::NaiveDate;
use commitments::Origin;
use kit_base::Problem;
use kit_web::House;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::model::{HalfDayId, Hours, Part, RegistrationId, SeatId, SeminarId, SessionId, SessionKind};
use crate::store::{programme, seminar};

/// A seminar with the ids of all it is made of.
#[derive(Debug, Clone)]
pub struct SeminarOutline {
    /// Its id.
    pub id: SeminarId,
    /// Its half-days, in the order of the calendar.
    pub half_days: Vec<HalfDayOutline>,
}

/// A half-day and its sessions.
#[derive(Debug, Clone)]
pub struct HalfDayOutline {
    /// Its id.
    pub id: HalfDayId,
    /// On which day.
    pub day: NaiveDate,
    /// Which half of it.
    pub part: Part,
    /// From when to when.
    pub hours: Hours,
    /// Its sessions, in the order of the clock.
    pub sessions: Vec<SessionOutline>,
}

/// A session, and what is recorded in it remembers of it.
#[derive(Debug, Clone)]
pub struct SessionOutline {
    /// Its id.
    pub id: SessionId,
    /// How it is held.
    pub kind: SessionKind,
    /// Its number among the workshops of its half-day.
    pub number: Option<i32>,
    /// Its name.
    pub title: String,
    /// The origin of the decisions and commitments recorded in it.
    pub origin: Origin,
}

/// The seminar of this address, whoever may see it: for the demo's loader, never for a page.
pub async fn find(house: &House, slug: &str) -> Result<Option<SeminarOutline>, Problem> {
    let reader = house.store.read();
    let query = seminar::Entity::find().filter(seminar::Column::Slug.eq(slug));
    let Some(seminar) = reader.one_to_decide_on(query).await? else { return Ok(None) };
    let half_days = programme(&reader, seminar.id).await?.half_days.into_iter().map(|half_day| {
        let sessions = half_day.slots.into_iter().flatten().map(|session| SessionOutline {
            id: session.id,
            kind: session.kind,
            number: session.number,
            origin: session.origin(&seminar, half_day.row.day),
            title: session.title,
        });
        HalfDayOutline {
            id: half_day.row.id,
            day: half_day.row.day,
            part: half_day.row.part,
            hours: half_day.row.hours(),
            sessions: sessions.collect(),
        }
    });
    Ok(Some(SeminarOutline { id: seminar.id, half_days: half_days.collect() }))
}

/// The places of a registration, whoever may see them: for the demo's loader, never for a page.
pub async fn seats_of(house: &House, registration: RegistrationId) -> Result<Vec<SeatId>, Problem> {
    let seats = house.store.read().all(crate::store::registrations::seats_of(registration)).await?;
    Ok(seats.into_iter().map(|seat| seat.id).collect())
}
