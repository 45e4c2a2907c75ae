//! Taking a role back.

use kit_base::{Message, Problem};
use kit_policy::{HeldRole, Role};
use kit_web::{Act, Command, Done, Record};
use sea_orm::QueryOrder;
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::grant_role;
use crate::model::{HeldRoleId, PersonId};
use crate::store::{held_at, held_role};

/// Ends a role now. Gives back whose it was.
pub struct RevokeRole {
    /// Which.
    pub held_role: HeldRoleId,
}

impl Command for RevokeRole {
    type Output = PersonId;

    const NAME: &'static str = "role.revoke";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<held_role::Entity>(self.held_role).await?;
        let held = HeldRole { role: row.role, place: row.place.0 };
        let resource = grant_role::resource(held);
        let permit = act.permit("role.revoke", &resource)?;
        if row.until_at.is_some_and(|until| until <= act.now) {
            return Err(Problem::Refused(Message::new("accounts-role-ended-already")));
        }
        if held.role == Role::Administrator {
            refuse_the_last_administrator(act, self.held_role).await?;
        }
        held_role::Entity::update_many()
            .col_expr(held_role::Column::UntilAt, Expr::value(act.now))
            .filter(held_role::Column::Id.eq(self.held_role))
            .exec(&act.tx)
            .await?;
        let values = json!({ "before": held.to_string(), "after": null });
        Ok(permit.done(row.person_id, Record::of("person", row.person_id.0, resource.territory, values)))
    }
}

/// Two administrators who take each other's role back at the same moment wait for each other on these rows.
async fn refuse_the_last_administrator(act: &Act<'_>, ending: HeldRoleId) -> Result<(), Problem> {
    let administrators = held_role::Entity::find()
        .filter(held_role::Column::Role.eq(Role::Administrator))
        .filter(held_at(act.now))
        // One that ends counts no more, even where its end is after `act.now`: the other write may have begun later than this one.
        .filter(held_role::Column::UntilAt.is_null())
        .order_by_asc(held_role::Column::Id)
        .lock_exclusive()
        .all(&act.tx)
        .await?;
    if administrators.iter().any(|other| other.id != ending) {
        Ok(())
    } else {
        Err(Problem::Refused(Message::new("accounts-last-administrator")))
    }
}
