//! A meeting is planned.

use kit_base::{Problem, Territory, TerritoryKind};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use crate::model::{MeetingDetails, MeetingId};
use crate::store::meeting;

/// Plans a meeting of the collective of a département.
#[derive(Debug, Clone)]
pub struct CreateMeeting {
    /// The département.
    pub territory: Territory,
    /// When, where, about what.
    pub details: MeetingDetails,
    /// Whether it is invented.
    pub is_example: bool,
}

impl Command for CreateMeeting {
    type Output = MeetingId;
    const NAME: &'static str = "meeting.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let resource = Resource::new("meeting", self.details.visibility).in_territory(self.territory);
        let permit = act.permit("meeting.hold", &resource)?;
        if self.territory.kind() != TerritoryKind::Departement || !territory::exists(self.territory) {
            return Err(Problem::NotFound);
        }
        self.details.check()?;
        let id = MeetingId::new(act.now);
        let row = meeting::ActiveModel {
            id: Set(id),
            version: Set(1),
            territory: Set(self.territory),
            title: Set(self.details.title.clone()),
            day: Set(self.details.day),
            starts: Set(self.details.starts),
            ends: Set(self.details.ends),
            place: Set(self.details.place.clone()),
            points: Set(self.details.points.clone()),
            minutes: Set(None),
            next_day: Set(None),
            visibility: Set(self.details.visibility),
            is_example: Set(self.is_example),
            sequence: Set(0),
            changed_at: Set(act.now),
            created_at: Set(act.now),
            cancelled_at: Set(None),
        };
        meeting::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let values = json!({ "before": null, "after": values_of(&self.details) });
        Ok(permit.done(id, Record::of("meeting", id.0, Some(self.territory), values)))
    }
}

/// The details, for the journal.
pub(crate) fn values_of(details: &MeetingDetails) -> Value {
    json!({
        "title": details.title,
        "day": details.day,
        "starts": details.starts,
        "ends": details.ends,
        "place": details.place,
        "points": details.points,
        "visibility": details.visibility.code(),
    })
}
