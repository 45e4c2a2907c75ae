//! Passing the question on to a colleague.

use kit_base::{EmailAddress, Message, Problem};
use kit_web::{Act, Command, Done, Record};
use serde_json::json;

use super::{NewLink, Word, day_in_mail};
use crate::model::{AnswerLinkId, CommitmentId};
use crate::store::{commitment, hold_link_of, links_of};

/// Times that one question may be passed on: a link must not become a way to write to anybody.
const HAND_OVERS_MAX: usize = 5;

/// Sends the same question to a colleague, with a link of their own. The earlier link keeps working.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// The question.
    pub commitment: CommitmentId,
    /// The colleague.
    pub address: EmailAddress,
}

impl Command for HandOver {
    type Output = AnswerLinkId;
    const NAME: &'static str = "commitment.hand-over";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.hand-over", &row.resource())?;
        let from = hold_link_of(&act.tx, act.principal, act.now).await?.ok_or(Problem::Forbidden)?;
        let handed_over = links_of(row.id).all(&act.tx).await?;
        if handed_over.iter().filter(|link| link.handed_over_from.is_some()).count() >= HAND_OVERS_MAX {
            return Err(Problem::Refused(Message::new("commitments-too-many-hand-overs").with("max", HAND_OVERS_MAX)));
        }
        let link = NewLink {
            commitment: row.id,
            organisation: from.organisation_id,
            address: self.address.clone(),
            handed_over_from: Some(from.id),
            tells_of: None,
        };
        let (id, token) = link.make(&act.tx, act.now).await?;
        let question = Message::new("commitments-mail-handed-over")
            .with("organisation", &row.organisation_name)
            .with("day", day_in_mail(act, row.origin_date))
            .with("origin", &row.origin_title)
            .with("what", &row.what)
            .with("due", day_in_mail(act, row.current_due));
        let word = Word {
            to: self.address.clone(),
            territory: row.territory,
            about: row.id.0,
            sentence: &question,
            button: &Message::new("commitments-mail-answer"),
            path: format!("/r/{token}"),
        };
        kit_outbox::ask(&act.tx, act.now, &word.item(act)).await?;
        let values = json!({ "before": null, "after": { "link": id.0, "from": from.id.0 } });
        Ok(permit.done(id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}
