//! Corrects a role of an organisation in a programme: a new number, a new end.

use kit_base::Problem;
use kit_web::{Act, Command, Done};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::{add_role, hold_to_edit, record, refresh};
use crate::model::{OrganisationId, RoleFacts, RoleId};
use crate::store::role;

/// Corrects a role of an organisation in a programme: a new number, a new end.
#[derive(Debug, Clone)]
pub struct EditRole {
    /// Whose role.
    pub organisation: OrganisationId,
    /// Which one.
    pub role: RoleId,
    /// The version that the person had before their eyes.
    pub version_read: i32,
    /// As it stands from now on.
    pub facts: RoleFacts,
}

impl Command for EditRole {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.edit-role";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        let before = act.tx.hold::<role::Entity>(self.role).await?;
        if before.organisation_id != self.organisation {
            return Err(Problem::NotFound);
        }
        self.facts.period.check("jusqu")?;
        let update = role::Entity::update_many()
            .col_expr(role::Column::Programme, Expr::value(self.facts.programme.clone()))
            .col_expr(role::Column::Role, Expr::value(self.facts.role))
            .col_expr(role::Column::Accreditation, Expr::value(self.facts.accreditation.clone()))
            .col_expr(role::Column::FromDate, Expr::value(self.facts.period.from))
            .col_expr(role::Column::UntilDate, Expr::value(self.facts.period.until));
        act.tx.update_version::<role::Entity, _>(self.role, role::Column::Version, self.version_read, update).await?;
        refresh(act, self.organisation).await?;
        let (before, after) = (add_role::journal(&before.facts()), add_role::journal(&self.facts));
        Ok(permit.done(self.organisation, record(&row, json!({ "before": before, "after": after }))))
    }
}
