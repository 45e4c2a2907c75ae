//! The minutes of a meeting, and the day of the next one.

use chrono::NaiveDate;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::check_held;
use crate::model::MeetingId;
use crate::store::meeting;

/// Writes the minutes, and says when the collective meets next.
#[derive(Debug, Clone)]
pub struct WriteMinutes {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// The whole text.
    pub minutes: Option<String>,
    /// The day of the next meeting, after this one.
    pub next_day: Option<NaiveDate>,
}

impl Command for WriteMinutes {
    type Output = MeetingId;
    const NAME: &'static str = "meeting.write-minutes";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<meeting::Entity>(self.meeting).await?;
        let permit = act.permit("meeting.hold", &row.resource())?;
        check_held(&row)?;
        if self.next_day.is_some_and(|next| next <= row.day) {
            return Err(Problem::field("prochaine", Message::new("meetings-next-day-before")));
        }
        let changed = meeting::ActiveModel {
            minutes: Set(self.minutes.clone()),
            next_day: Set(self.next_day),
            ..Default::default()
        };
        let update = meeting::Entity::update_many().set(changed);
        act.tx.update_version(row.id, meeting::Column::Version, self.version_read, update).await?;
        let values = json!({
            "before": { "minutes": row.minutes, "next_day": row.next_day },
            "after": { "minutes": self.minutes, "next_day": self.next_day },
        });
        Ok(permit.done(row.id, Record::of("meeting", row.id.0, Some(row.territory), values)))
    }
}
