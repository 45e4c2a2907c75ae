//! The day, the place or the points of a meeting are corrected.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::check_held;
use super::create_meeting::values_of;
use crate::model::{MeetingDetails, MeetingId};
use crate::store::{meeting, touch};

/// Corrects what was said of a meeting when it was planned.
#[derive(Debug, Clone)]
pub struct EditMeeting {
    /// Which one.
    pub meeting: MeetingId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// When, where, about what.
    pub details: MeetingDetails,
}

impl Command for EditMeeting {
    type Output = MeetingId;
    const NAME: &'static str = "meeting.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<meeting::Entity>(self.meeting).await?;
        let permit = act.permit("meeting.hold", &row.resource())?;
        check_held(&row)?;
        self.details.check()?;
        let changed = meeting::ActiveModel {
            title: Set(self.details.title.clone()),
            day: Set(self.details.day),
            starts: Set(self.details.starts),
            ends: Set(self.details.ends),
            place: Set(self.details.place.clone()),
            points: Set(self.details.points.clone()),
            visibility: Set(self.details.visibility),
            ..Default::default()
        };
        let update = meeting::Entity::update_many().set(changed);
        act.tx.update_version(self.meeting, meeting::Column::Version, self.version_read, update).await?;
        touch(&act.tx, &row, act.now).await?;
        let values = json!({ "before": values_of(&row.details()), "after": values_of(&self.details) });
        Ok(permit.done(row.id, Record::of("meeting", row.id.0, Some(row.territory), values)))
    }
}
