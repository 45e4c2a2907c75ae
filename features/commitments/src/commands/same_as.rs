//! "The same as …": a promise that was written down twice is one promise.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::model::{CommitmentId, REPEATED_MAX};
use crate::store::{commitment, links_of, repeating, revoke, settle};

/// Says that a promise repeats another one. It stays readable, leads to the other, and is asked about no more.
#[derive(Debug, Clone)]
pub struct SameAs {
    /// The one that repeats.
    pub commitment: CommitmentId,
    /// The one that stands.
    pub same_as: CommitmentId,
}

/// Says that it was another promise after all.
#[derive(Debug, Clone)]
pub struct Separate {
    /// The one that was said to repeat another.
    pub commitment: CommitmentId,
}

impl Command for SameAs {
    type Output = ();
    const NAME: &'static str = "commitment.same-as";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<()>, Problem> {
        let refused = |key| Problem::field("pareil", Message::new(key));
        if self.commitment == self.same_as {
            return Err(refused("commitments-same-itself"));
        }
        // Always in the same order: two people may say it of the same two, the other way round.
        let (first, second) = (self.commitment.min(self.same_as), self.commitment.max(self.same_as));
        let first = act.tx.hold::<commitment::Entity>(first).await?;
        let second = act.tx.hold::<commitment::Entity>(second).await?;
        let (repeats, stands) = if first.id == self.commitment { (first, second) } else { (second, first) };
        let permit = act.permit("commitment.record", &repeats.resource())?;
        act.permit_at("pareil", "commitment.record", &stands.resource())?;
        if !repeats.status.is_open() || !stands.status.is_open() {
            return Err(refused("commitments-same-closed"));
        }
        let repeating = repeating(stands.id).count(&act.tx).await?;
        let is_repeated = crate::store::repeating(repeats.id).count(&act.tx).await? > 0;
        if is_repeated || repeating >= REPEATED_MAX {
            return Err(refused("commitments-same-chain"));
        }
        write(act, &repeats, Some(stands.id)).await?;
        let links: Vec<_> = links_of(repeats.id).all(&act.tx).await?.into_iter().map(|link| link.id).collect();
        revoke(&act.tx, links, act.now).await?;
        kit_outbox::withdraw(&act.tx, repeats.id.0).await?;
        let values = json!({ "before": { "same_as": null }, "after": { "same_as": stands.id.0 } });
        Ok(permit.done((), Record::of("commitment", repeats.id.0, Some(repeats.territory), values)))
    }
}

impl Command for Separate {
    type Output = ();
    const NAME: &'static str = "commitment.separate";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<()>, Problem> {
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.record", &row.resource())?;
        let Some(stands) = row.same_as_id else {
            return Err(Problem::Refused(Message::new("commitments-same-not")));
        };
        write(act, &row, None).await?;
        let values = json!({ "before": { "same_as": stands.0 }, "after": { "same_as": null } });
        Ok(permit.done((), Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}

async fn write(act: &Act<'_>, row: &commitment::Model, same_as: Option<CommitmentId>) -> Result<(), Problem> {
    commitment::Entity::update_many()
        .col_expr(commitment::Column::SameAsId, Expr::value(same_as.map(|id| id.0)))
        .filter(commitment::Column::Id.eq(row.id))
        .exec(&act.tx)
        .await?;
    settle(&act.tx, &commitment::Model { same_as_id: same_as, ..row.clone() }).await?;
    Ok(())
}
