//! Making a link stop working.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::EntityTrait;
use serde_json::json;

use crate::model::{AnswerLinkId, CommitmentId};
use crate::store::{answer_link, commitment, revoke};

/// Takes back a link that was sent. Answers given by it stay.
#[derive(Debug, Clone)]
pub struct RevokeLink {
    /// Which link.
    pub link: AnswerLinkId,
}

impl Command for RevokeLink {
    type Output = CommitmentId;
    const NAME: &'static str = "answer-link.revoke";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let link = answer_link::Entity::find_by_id(self.link).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        // The commitment is held first, as by every other command.
        let row = act.tx.hold::<commitment::Entity>(link.commitment_id).await?;
        let permit = act.permit("answer-link.revoke", &row.resource())?;
        revoke(&act.tx, [link.id], act.now).await?;
        let values = json!({ "before": { "link": link.id.0 }, "after": null });
        Ok(permit.done(row.id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}
