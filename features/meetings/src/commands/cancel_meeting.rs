//! A meeting will not be held.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::check_held;
use crate::letters;
use crate::model::MeetingId;
use crate::store::{invitations_of, meeting, touch};

/// Cancels a meeting; those who were told of it are told.
#[derive(Debug, Clone)]
pub struct CancelMeeting {
    /// Which one.
    pub meeting: MeetingId,
}

impl Command for CancelMeeting {
    type Output = MeetingId;
    const NAME: &'static str = "meeting.cancel";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<meeting::Entity>(self.meeting).await?;
        let permit = act.permit("meeting.hold", &row.resource())?;
        check_held(&row)?;
        meeting::Entity::update_many()
            .col_expr(meeting::Column::CancelledAt, Expr::value(act.now))
            .filter(meeting::Column::Id.eq(row.id))
            .exec(&act.tx)
            .await?;
        touch(&act.tx, &row, act.now).await?;
        for told in invitations_of(row.id).all(&act.tx).await? {
            letters::cancellation(act, &row, told.organisation_id).await?;
        }
        let values = json!({ "before": { "cancelled": false }, "after": { "cancelled": true } });
        Ok(permit.done(row.id, Record::of("meeting", row.id.0, Some(row.territory), values)))
    }
}
