//! Places are kept in workshops: the same for whoever registers and for whoever changes their mind.

use kit_base::{Message, Problem};
use kit_store::Tx;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use crate::model::{SeatId, SessionId, WORKSHOP_FIELDS, places_left};
use crate::store::registrations::{seat_workshop, seats_in};
use crate::store::{Programme, session};

/// Keeps these places in these workshops, and in no other. The seminar is held: two people who want the last place meet there.
pub(super) async fn choose(
    tx: &Tx,
    programme: &Programme,
    seats: &[SeatId],
    chosen: &[SessionId],
) -> Result<(), Problem> {
    seat_workshop::Entity::delete_many()
        .filter(seat_workshop::Column::SeatId.is_in(seats.iter().copied()))
        .exec(tx)
        .await?;
    let choices = programme.workshop_choices();
    let mut fields_used = Vec::with_capacity(chosen.len());
    for id in chosen {
        let (field, workshop) = find(&choices, *id)?;
        if fields_used.contains(&field) {
            return Err(Problem::field(field, Message::new("seminars-error-one-workshop-at-a-time")));
        }
        fields_used.push(field);
        check_places(tx, field, workshop, seats.len()).await?;
        let rows = seats.iter().map(|seat| seat_workshop::ActiveModel { seat_id: Set(*seat), session_id: Set(*id) });
        seat_workshop::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The workshop, and the field in which it was chosen.
fn find<'a>(choices: &[Vec<&'a session::Model>], id: SessionId) -> Result<(&'static str, &'a session::Model), Problem> {
    let pair = WORKSHOP_FIELDS.iter().zip(choices).find_map(|(field, workshops)| {
        workshops.iter().find(|workshop| workshop.id == id).map(|workshop| (*field, *workshop))
    });
    pair.ok_or_else(|| Problem::Refused(Message::new("seminars-error-workshop-gone")))
}

async fn check_places(tx: &Tx, field: &'static str, workshop: &session::Model, seats: usize) -> Result<(), Problem> {
    let taken = seats_in(workshop.id).count(tx).await?;
    match places_left(workshop.places, taken) {
        Some(0) => {
            let full = Message::new("seminars-error-workshop-full").with("title", &workshop.title);
            Err(Problem::field(field, full))
        }
        Some(left) if left < seats as u64 => {
            let short = Message::new("seminars-error-workshop-left").with("title", &workshop.title).with("left", left);
            Err(Problem::field(field, short))
        }
        _ => Ok(()),
    }
}

/// What they are called, for the journal.
pub(super) fn titles<'a>(programme: &'a Programme, chosen: &[SessionId]) -> Vec<&'a str> {
    let of_id = |id: &SessionId| programme.sessions().find(|(_, session)| session.id == *id);
    chosen.iter().filter_map(of_id).map(|(_, session)| session.title.as_str()).collect()
}
