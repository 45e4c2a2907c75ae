//! Asking an organisation where it is with what it promised.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use serde_json::json;

use super::{LANGUAGE_OF_ORGANISATIONS, NewLink, Word, day_in_mail};
use crate::model::{AnswerLinkId, CommitmentId};
use crate::store::commitment;

/// Puts the question into the next basket of the organisation, with a fresh link to answer by.
#[derive(Debug, Clone)]
pub struct AskForNews {
    /// About what.
    pub commitment: CommitmentId,
    /// Who asks, as the mail says it: a name.
    pub asked_by: String,
}

impl Command for AskForNews {
    type Output = AnswerLinkId;
    const NAME: &'static str = "commitment.ask";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.ask", &row.resource())?;
        if !row.status.is_open() {
            return Err(Problem::Refused(Message::new("commitments-ask-closed")));
        }
        let organisation = directory::find_in(&act.tx, row.organisation_id).await?;
        let no_address = || Message::new("commitments-ask-no-address").with("organisation", &row.organisation_name);
        let to = organisation.and_then(|organisation| organisation.contact_email);
        let to = to.ok_or_else(|| Problem::Refused(no_address()))?;
        let link = NewLink {
            commitment: row.id,
            organisation: row.organisation_id,
            address: to.clone(),
            handed_over_from: None,
            tells_of: None,
        };
        let (id, token) = link.make(&act.tx, act.now).await?;
        let word = Word {
            to,
            territory: row.territory,
            about: row.id.0,
            sentence: &self.question(act, &row),
            button: &Message::new("commitments-mail-answer"),
            path: format!("/r/{token}"),
        };
        kit_outbox::ask(&act.tx, act.now, &word.item(act)).await?;
        let values = json!({ "before": null, "after": { "link": id.0 } });
        Ok(permit.done(id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}

impl AskForNews {
    fn question(&self, act: &Act<'_>, row: &commitment::Model) -> Message {
        Message::new("commitments-mail-question")
            .with("who", &self.asked_by)
            .with("place", territory::name(row.territory, LANGUAGE_OF_ORGANISATIONS))
            .with("day", day_in_mail(act, row.origin_date))
            .with("origin", &row.origin_title)
            .with("what", &row.what)
            .with("due", day_in_mail(act, row.current_due))
    }
}
