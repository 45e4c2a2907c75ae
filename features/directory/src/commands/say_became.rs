//! Says that an organisation became another.

use std::collections::HashSet;

use chrono::NaiveDate;
use kit_base::{Message, Problem};
use kit_store::Tx;
use kit_web::{Act, Command, Done};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::{check_room, hold_to_edit, record, refresh, today};
use crate::model::{CHAIN_MAX, OrganisationId, SUCCESSIONS_MAX, SuccessionId, check_succession};
use crate::store::{organisation, succession};

/// Says that an organisation became another: it was renamed into a body of its own, merged, or split.
#[derive(Debug, Clone)]
pub struct SayBecame {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// What it became. Its page tells the story too, so its record must be one's to edit as well.
    pub successor: OrganisationId,
    /// The first day of the successor, where it is known.
    pub since: Option<NaiveDate>,
}

impl Command for SayBecame {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.say-became";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        check_succession(self.organisation, self.successor, &[]).map_err(|error| Problem::Invalid(vec![error]))?;
        crate::store::hold_for(act, self.successor, "successeur").await?;
        let successor = act.tx.hold::<organisation::Entity>(self.successor).await?;
        act.permit_at("successeur", "organisation.edit", &successor.resource())?;
        if self.since.is_some_and(|since| since > today(act, &row)) {
            return Err(Problem::field("depuis", Message::new("directory-succession-ahead")));
        }
        let known = successors_of(&act.tx, self.organisation).await?;
        check_room(known.len(), SUCCESSIONS_MAX, "successeur")?;
        if known.contains(&self.successor) {
            return Err(Problem::field("successeur", Message::new("directory-successor-known")));
        }
        let following = following(act, self.successor).await?;
        check_succession(self.organisation, self.successor, &following)
            .map_err(|error| Problem::Invalid(vec![error]))?;
        let added = succession::ActiveModel {
            id: Set(SuccessionId::new(act.now)),
            predecessor_id: Set(self.organisation),
            successor_id: Set(self.successor),
            since_date: Set(self.since),
        };
        succession::Entity::insert(added).exec_without_returning(&act.tx).await?;
        refresh(act, self.organisation).await?;
        let values = json!({ "before": null, "after": { "became": self.successor, "since": self.since } });
        Ok(permit.done(self.organisation, record(&row, values)))
    }
}

async fn successors_of(tx: &Tx, organisation: OrganisationId) -> Result<Vec<OrganisationId>, Problem> {
    let query = succession::Entity::find().filter(succession::Column::PredecessorId.eq(organisation));
    Ok(query.all(tx).await?.into_iter().map(|row| row.successor_id).collect())
}

/// All that come after an organisation. Each is held before its own successors are read: two people who close a circle at the
/// same time wait for each other here.
async fn following(act: &Act<'_>, organisation: OrganisationId) -> Result<Vec<OrganisationId>, Problem> {
    let (mut found, mut seen, mut to_follow) = (Vec::new(), HashSet::new(), vec![organisation]);
    while let Some(next) = to_follow.pop() {
        if !seen.insert(next) {
            continue;
        }
        if seen.len() > CHAIN_MAX {
            return Err(Problem::field("successeur", Message::new("directory-successor-too-far")));
        }
        act.tx.hold::<organisation::Entity>(next).await?;
        let successors = successors_of(&act.tx, next).await?;
        found.extend_from_slice(&successors);
        to_follow.extend(successors);
    }
    Ok(found)
}
