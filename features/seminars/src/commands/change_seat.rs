//! Somebody else takes a place, or the same person other workshops.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use crate::commands::workshops::{self, choose};
use crate::model::{HOLDERS_MAX, RegistrationId, SeatId, SessionId};
use crate::store::registrations::{links_work, registration, seat};
use crate::store::{programme_held, seminar};

/// Says who takes a place and in which workshops it is kept. Organisation and place stay.
#[derive(Debug, Clone)]
pub struct ChangeSeat {
    /// The registration that the place belongs to.
    pub registration: RegistrationId,
    /// Which place.
    pub seat: SeatId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// Who comes, where that is known.
    pub label: Option<String>,
    /// Its workshops.
    pub workshops: Vec<SessionId>,
}

impl Command for ChangeSeat {
    type Output = ();

    const NAME: &'static str = "registration.change-seat";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (seminar, registration) = hold(act, self.registration).await?;
        let permit = act.permit("registration.change", &registration.resource())?;
        check_in_time(act, &seminar)?;
        let before = act.tx.hold::<seat::Entity>(self.seat).await?;
        check_kept(&before, self.registration)?;
        let changed = seat::ActiveModel {
            label: Set(self.label.clone()),
            holder: Set(self.next_holder(&before)?),
            changed_at: Set(act.now),
            ..Default::default()
        };
        let update = seat::Entity::update_many().set(changed);
        act.tx.update_version(self.seat, seat::Column::Version, self.version_read, update).await?;
        let programme = programme_held(&act.tx, seminar.id).await?;
        choose(&act.tx, &programme, &[self.seat], &self.workshops).await?;
        let values = json!({
            "before": { "label": before.label },
            "after": { "label": self.label, "workshops": workshops::titles(&programme, &self.workshops) },
        });
        Ok(permit.done((), Record::of("registration", registration.id.0, Some(seminar.territory), values)))
    }
}

impl ChangeSeat {
    /// Whoever is named first in a place takes it; another name is somebody else, whose calendar is another.
    fn next_holder(&self, before: &seat::Model) -> Result<i32, Problem> {
        if before.label.is_none() || before.label == self.label {
            return Ok(before.holder);
        }
        if before.holder >= HOLDERS_MAX {
            let too_many = Message::new("seminars-error-too-many-holders").with("max", HOLDERS_MAX);
            return Err(Problem::field("personne", too_many));
        }
        Ok(before.holder.saturating_add(1))
    }
}

/// Holds the seminar of a registration, which carries the places, then the registration.
pub(super) async fn hold(act: &Act<'_>, id: RegistrationId) -> Result<(seminar::Model, registration::Model), Problem> {
    let row = registration::Entity::find_by_id(id).one(&act.tx).await?.ok_or(Problem::NotFound)?;
    let seminar = act.tx.hold::<seminar::Entity>(row.seminar_id).await?;
    Ok((seminar, act.tx.hold::<registration::Entity>(id).await?))
}

/// Links work until the evening of the last day; the steering corrects its lists afterwards too.
pub(super) fn check_in_time(act: &Act<'_>, seminar: &seminar::Model) -> Result<(), Problem> {
    let is_by_link = matches!(act.principal, kit_policy::Principal::AnswerLink { .. });
    if is_by_link && !links_work(seminar, seminar.today(act.now)) { Err(Problem::Gone) } else { Ok(()) }
}

/// The place is of this registration, and was not given back.
pub(super) fn check_kept(seat: &seat::Model, registration: RegistrationId) -> Result<(), Problem> {
    match seat {
        seat if seat.registration_id != registration => Err(Problem::NotFound),
        seat if seat.is_kept() => Ok(()),
        _ => Err(Problem::Refused(Message::new("seminars-error-seat-given-back"))),
    }
}
