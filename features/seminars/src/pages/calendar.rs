//! Calendars that programs subscribe to: a version that is known costs one row of the database.

use axum::extract::Path;
use axum::http::HeaderMap;
use kit_base::Problem;
use kit_exchange::Calendar;
use kit_web::{Answer, Visit, unchanged, versioned};
use sea_orm::EntityTrait;

use crate::calendar::{holder_of, of_seat, of_seminar};
use crate::model::SeatId;
use crate::store::registrations::{seat, workshops_of};
use crate::store::{by_slug, programme, seminar};

/// What ends the address of a calendar.
pub(crate) const SUFFIX: &str = ".ics";

/// `GET /seminaires/{slug}.ics`
pub(crate) async fn of_slug(visit: &Visit, slug: &str, headers: &HeaderMap) -> Answer {
    let seminar = by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await?;
    let version = format!("{}-{}", seminar.sequence, visit.locale());
    if let Some(known) = unchanged(headers, &version) {
        return known;
    }
    let programme = programme(&visit.read(), seminar.id).await?;
    versioned(&version, Calendar::MEDIA_TYPE, of_seminar(visit, &seminar, &programme).to_string())
}

/// `GET /agenda/{seat}/{signature}.ics`
pub(crate) async fn get(visit: Visit, Path((seat, file)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let given = file.strip_suffix(SUFFIX).ok_or(Problem::NotFound)?;
    let id = seat.parse::<SeatId>().or(Err(Problem::NotFound))?;
    let reader = visit.read();
    let seat = reader.one(seat::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
    let holder = holder_of(&visit.house().secret, &seat, given).ok_or(Problem::NotFound)?;
    // The signature shows that the place was given by us: its seminar may be known to whoever holds it.
    let query = seminar::Entity::find_by_id(seat.seminar_id);
    let seminar = reader.one_to_decide_on(query).await?.ok_or(Problem::NotFound)?;
    let version = format!("{}-{}-{holder}-{}", seminar.sequence, seat.version, visit.locale());
    if let Some(known) = unchanged(&headers, &version) {
        return known;
    }
    let programme = programme(&reader, seminar.id).await?;
    let chosen = reader.all(workshops_of(&[seat.id])).await?;
    let chosen: Vec<_> = chosen.into_iter().map(|row| row.session_id).collect();
    let calendar = of_seat(&visit, &seminar, &programme, &seat, holder, &chosen);
    versioned(&version, Calendar::MEDIA_TYPE, calendar.to_string())
}
