//! The members of a collective are told of its meeting.

use commitments::CarryOver;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::check_held;
use crate::letters;
use crate::model::{AGENDA_PROMISES_MAX, MeetingId};
use crate::store::{invitation, invitations_of, meeting};

/// Writes to the members that were not told of the present day, and puts what is still promised on the agenda. Gives how many were written to.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Which one.
    pub meeting: MeetingId,
}

impl Command for Invite {
    type Output = usize;
    const NAME: &'static str = "meeting.invite";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<meeting::Entity>(self.meeting).await?;
        let permit = act.permit("meeting.hold", &row.resource())?;
        check_held(&row)?;
        if row.is_over(act.now) {
            return Err(Problem::Refused(Message::new("meetings-invite-over")));
        }
        let told = invitations_of(row.id).all(&act.tx).await?;
        let mut written = 0_usize;
        for organisation in collectives::members_in_on(&act.tx, row.territory, row.day).await? {
            if told.iter().any(|told| told.organisation_id == organisation && told.day == row.day) {
                continue;
            }
            if letters::invitation(act, &row, organisation).await? {
                self.remember(act, &row, organisation).await?;
                written = written.saturating_add(1);
            }
        }
        let agenda = act.premises().words.translator(letters::LANGUAGE);
        for promise in commitments::open_in_tx(&act.tx, row.territory).await?.into_iter().take(AGENDA_PROMISES_MAX) {
            act.carry_out(&CarryOver { commitment: promise.id, to: row.origin(&agenda) }).await?;
        }
        let values = json!({ "before": null, "after": { "day": row.day, "written_to": written } });
        Ok(permit.done(written, Record::of("meeting", row.id.0, Some(row.territory), values)))
    }
}

impl Invite {
    async fn remember(
        &self,
        act: &Act<'_>,
        row: &meeting::Model,
        organisation: directory::OrganisationId,
    ) -> Result<(), Problem> {
        let line = invitation::ActiveModel {
            meeting_id: Set(row.id),
            organisation_id: Set(organisation),
            day: Set(row.day),
            at: Set(act.now),
        };
        let again = OnConflict::columns([invitation::Column::MeetingId, invitation::Column::OrganisationId])
            .update_columns([invitation::Column::Day, invitation::Column::At])
            .to_owned();
        invitation::Entity::insert(line).on_conflict(again).exec_without_returning(&act.tx).await?;
        Ok(())
    }
}
