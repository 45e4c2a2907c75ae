//! "We can help with that": another organisation says so in a word, at the table or later.

use directory::OrganisationId;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::json;

use crate::model::{CommitmentId, HELP_PER_COMMITMENT_MAX, HelpId};
use crate::store::{commitment, help, help_for};

/// Records that an organisation can help with the promise of another.
#[derive(Debug, Clone)]
pub struct OfferHelp {
    /// With what.
    pub commitment: CommitmentId,
    /// Who can help.
    pub organisation: OrganisationId,
    /// How, in a sentence, if there is more to say.
    pub sentence: Option<String>,
}

/// Takes an offer back.
#[derive(Debug, Clone)]
pub struct WithdrawHelp {
    /// The offer.
    pub help: HelpId,
}

impl Command for OfferHelp {
    type Output = HelpId;
    const NAME: &'static str = "commitment.offer-help";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.record", &row.resource())?;
        let refused = |key| Problem::field("aide-de", Message::new(key));
        let organisation = directory::hold_for(act, self.organisation, "aide-de").await?;
        let offers = help_for([row.id]).all(&act.tx).await?;
        if self.organisation == row.organisation_id {
            return Err(refused("commitments-help-own"));
        }
        if offers.iter().any(|offer| offer.organisation_id == self.organisation) {
            return Err(refused("commitments-help-twice"));
        }
        if offers.len() >= HELP_PER_COMMITMENT_MAX {
            let message = Message::new("commitments-help-too-many").with("max", HELP_PER_COMMITMENT_MAX);
            return Err(Problem::Refused(message));
        }
        let id = HelpId::new(act.now);
        let offer = help::ActiveModel {
            id: Set(id),
            commitment_id: Set(row.id),
            organisation_id: Set(self.organisation),
            organisation_name: Set(organisation.display_name()),
            sentence: Set(self.sentence.clone()),
            offered_at: Set(act.now),
        };
        help::Entity::insert(offer).exec_without_returning(&act.tx).await?;
        let after = json!({ "organisation": self.organisation.0, "sentence": self.sentence });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}

impl Command for WithdrawHelp {
    type Output = CommitmentId;
    const NAME: &'static str = "commitment.withdraw-help";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let offer = help::Entity::find_by_id(self.help).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let row = act.tx.hold::<commitment::Entity>(offer.commitment_id).await?;
        let permit = act.permit("commitment.record", &row.resource())?;
        help::Entity::delete_by_id(offer.id).exec(&act.tx).await?;
        let before = json!({ "organisation": offer.organisation_id.0, "sentence": offer.sentence });
        let values = json!({ "before": before, "after": null });
        Ok(permit.done(row.id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}
