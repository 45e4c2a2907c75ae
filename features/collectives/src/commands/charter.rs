//! What the members of a collective signed.

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use crate::model::{CharterId, CollectiveId, SIGNATORIES_MAX};
use crate::store::{charter, collective, resource, signatories_of, signatory};

/// Records the charter of a collective; it takes the place of an earlier one.
#[derive(Debug, Clone)]
pub struct RecordCharter {
    /// Of which collective.
    pub collective: CollectiveId,
    /// The day it was signed.
    pub signed_on: NaiveDate,
    /// Its last day, where it has one.
    pub expires_on: Option<NaiveDate>,
    /// Where it can be read.
    pub address: Option<String>,
    /// Who signed it that day.
    pub signatories: Vec<OrganisationId>,
}

/// One more organisation signs a charter.
#[derive(Debug, Clone)]
pub struct SignCharter {
    /// Which one.
    pub charter: CharterId,
    /// Who signs.
    pub organisation: OrganisationId,
    /// On which day.
    pub signed_on: NaiveDate,
}

impl Command for RecordCharter {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.record-charter";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<collective::Entity>(self.collective).await?;
        let permit = act.permit("collective.edit", &resource(row.territory, Some(row.id)))?;
        if self.expires_on.is_some_and(|expires| expires < self.signed_on) {
            return Err(Problem::field("expire", Message::new("collectives-charter-expires-before")));
        }
        check_count(self.signatories.len())?;
        let id = CharterId::new(act.now);
        let line = charter::ActiveModel {
            id: Set(id),
            collective_id: Set(row.id),
            signed_on: Set(self.signed_on),
            expires_on: Set(self.expires_on),
            address: Set(self.address.clone()),
            recorded_at: Set(act.now),
        };
        charter::Entity::insert(line).exec_without_returning(&act.tx).await?;
        for organisation in &self.signatories {
            sign(act, id, *organisation, self.signed_on).await?;
        }
        let after = json!({ "signed_on": self.signed_on, "expires_on": self.expires_on, "signatories": self.signatories.len() });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}

impl Command for SignCharter {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.sign-charter";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let found = charter::Entity::find_by_id(self.charter).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let row = act.tx.hold::<collective::Entity>(found.collective_id).await?;
        let permit = act.permit("collective.edit", &resource(row.territory, Some(row.id)))?;
        if self.signed_on < found.signed_on {
            return Err(Problem::field("signe-le", Message::new("collectives-charter-signed-before")));
        }
        let signatories = signatories_of(found.id).all(&act.tx).await?;
        check_count(signatories.len().saturating_add(1))?;
        if signatories.iter().any(|line| line.organisation_id == self.organisation) {
            return Err(Problem::field("signataire", Message::new("collectives-charter-signed-already")));
        }
        sign(act, found.id, self.organisation, self.signed_on).await?;
        let values =
            json!({ "before": null, "after": { "organisation": self.organisation, "signed_on": self.signed_on } });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}

fn check_count(count: usize) -> Result<(), Problem> {
    if count <= SIGNATORIES_MAX {
        return Ok(());
    }
    Err(Problem::Refused(Message::new("collectives-charter-too-many").with("max", SIGNATORIES_MAX)))
}

async fn sign(act: &Act<'_>, charter: CharterId, organisation: OrganisationId, day: NaiveDate) -> Result<(), Problem> {
    directory::hold_for(act, organisation, "signataire").await?;
    let line =
        signatory::ActiveModel { charter_id: Set(charter), organisation_id: Set(organisation), signed_on: Set(day) };
    signatory::Entity::insert(line).exec_without_returning(&act.tx).await?;
    Ok(())
}
