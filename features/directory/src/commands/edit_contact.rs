//! Corrects whom to ask for in an organisation.

use kit_base::Problem;
use kit_web::{Act, Command, Done};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::{add_contact, hold_to_edit, record, refresh};
use crate::model::{ContactFacts, ContactId, OrganisationId};
use crate::store::contact;

/// Corrects whom to ask for in an organisation.
#[derive(Debug, Clone)]
pub struct EditContact {
    /// Whose contact.
    pub organisation: OrganisationId,
    /// Which one.
    pub contact: ContactId,
    /// The version that the person had before their eyes.
    pub version_read: i32,
    /// As it stands from now on.
    pub facts: ContactFacts,
}

impl Command for EditContact {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.edit-contact";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        let before = act.tx.hold::<contact::Entity>(self.contact).await?;
        if before.organisation_id != self.organisation {
            return Err(Problem::NotFound);
        }
        let update = contact::Entity::update_many()
            .col_expr(contact::Column::FunctionLabel, Expr::value(self.facts.function.clone()))
            .col_expr(contact::Column::Days, Expr::value(self.facts.days.clone()))
            .col_expr(contact::Column::Phone, Expr::value(self.facts.phone.clone()))
            .col_expr(contact::Column::Email, Expr::value(self.facts.email.clone()))
            .col_expr(contact::Column::Substitute, Expr::value(self.facts.substitute.clone()));
        act.tx
            .update_version::<contact::Entity, _>(self.contact, contact::Column::Version, self.version_read, update)
            .await?;
        refresh(act, self.organisation).await?;
        let (before, after) = (add_contact::journal(&before.facts()), add_contact::journal(&self.facts));
        Ok(permit.done(self.organisation, record(&row, json!({ "before": before, "after": after }))))
    }
}
