//! An organisation leaves a collective.

use chrono::NaiveDate;
use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;

use crate::model::{Membership, MembershipId, check_ending};
use crate::store::{collective, member, resource};

/// An organisation leaves a collective, or takes part in it in that role no longer.
#[derive(Debug, Clone)]
pub struct EndMembership {
    /// Which membership.
    pub membership: MembershipId,
    /// The last day.
    pub until: NaiveDate,
}

impl Command for EndMembership {
    type Output = MembershipId;

    const NAME: &'static str = "collective.member-end";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let found = member::Entity::find_by_id(self.membership).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        // The collective first, as for a joining, so that the two never wait for each other.
        let collective = act.tx.hold::<collective::Entity>(found.collective_id).await?;
        let permit = act.permit("collective.member-end", &resource(collective.territory, Some(collective.id)))?;
        let row = act.tx.hold::<member::Entity>(self.membership).await?;
        check_ending(&Membership::from(&row), self.until)?;
        let update = member::Entity::update_many().col_expr(member::Column::UntilDate, Expr::value(Some(self.until)));
        act.tx.update_version::<member::Entity, _>(row.id, member::Column::Version, row.version, update).await?;
        let values = json!({
            "before": { "organisation": row.organisation_id, "until": null },
            "after": { "organisation": row.organisation_id, "until": self.until },
        });
        Ok(permit.done(row.id, Record::of("collective", collective.id.0, Some(collective.territory), values)))
    }
}
