//! Who was there.

use directory::OrganisationId;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::check_held;
use crate::model::{MeetingId, PEOPLE_MAX, PRESENCES_MAX};
use crate::store::{meeting, presence};

/// An organisation that was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    /// Which one.
    pub organisation: OrganisationId,
    /// How many people of it, at most [`PEOPLE_MAX`].
    pub people: i32,
}

/// Says which organisations were at a meeting, and how many people of each: no person is named. What was said before is replaced.
#[derive(Debug, Clone)]
pub struct RecordPresence {
    /// At which one.
    pub meeting: MeetingId,
    /// Those that were there.
    pub present: Vec<Presence>,
}

impl Command for RecordPresence {
    type Output = MeetingId;
    const NAME: &'static str = "meeting.record-presence";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<meeting::Entity>(self.meeting).await?;
        let permit = act.permit("meeting.hold", &row.resource())?;
        check_held(&row)?;
        let is_fine = |present: &Presence| (1..=PEOPLE_MAX).contains(&present.people);
        if self.present.len() > PRESENCES_MAX || !self.present.iter().all(is_fine) {
            return Err(Problem::Refused(Message::new("meetings-too-many").with("max", PRESENCES_MAX)));
        }
        let mut rows = Vec::new();
        for present in &self.present {
            let organisation = directory::find_in(&act.tx, present.organisation).await?.ok_or(Problem::NotFound)?;
            rows.push(presence::ActiveModel {
                meeting_id: Set(row.id),
                organisation_id: Set(present.organisation),
                organisation_name: Set(organisation.display_name()),
                people: Set(present.people),
            });
        }
        presence::Entity::delete_many().filter(presence::Column::MeetingId.eq(row.id)).exec(&act.tx).await?;
        if !rows.is_empty() {
            presence::Entity::insert_many(rows).exec_without_returning(&act.tx).await?;
        }
        let people: i64 = self.present.iter().map(|present| i64::from(present.people)).sum();
        let values = json!({ "before": null, "after": { "organisations": self.present.len(), "people": people } });
        Ok(permit.done(row.id, Record::of("meeting", row.id.0, Some(row.territory), values)))
    }
}
