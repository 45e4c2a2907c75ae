//! Takes off the record what stands there by mistake, or no longer holds.

use kit_base::Problem;
use kit_web::{Act, Command, Done};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{add_contact, add_role, hold_to_edit, record, refresh};
use crate::model::{ContactId, NameId, OrganisationId, RoleId, SuccessionId};
use crate::store::{contact, former_name, role, succession};

/// Something that hangs on the record of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A name it bore.
    Name(NameId),
    /// That it became another.
    Succession(SuccessionId),
    /// A role in a programme.
    Role(RoleId),
    /// Whom to ask for.
    Contact(ContactId),
}

/// Takes off the record what stands there by mistake, or no longer holds. The journal keeps what it was.
#[derive(Debug, Clone, Copy)]
pub struct RemoveFact {
    /// Whose record.
    pub organisation: OrganisationId,
    /// What to take off.
    pub fact: Fact,
}

impl Command for RemoveFact {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.remove-fact";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        let before = self.take_off(act).await?;
        refresh(act, self.organisation).await?;
        Ok(permit.done(self.organisation, record(&row, json!({ "before": before, "after": null }))))
    }
}

impl RemoveFact {
    /// What stood there.
    async fn take_off(&self, act: &Act<'_>) -> Result<Value, Problem> {
        let (owner, before) = match self.fact {
            Fact::Name(id) => {
                let row = act.tx.hold::<former_name::Entity>(id).await?;
                former_name::Entity::delete_by_id(id).exec(&act.tx).await?;
                let former = json!({ "former_name": row.name, "from": row.from_date, "until": row.until_date });
                (row.organisation_id, former)
            }
            Fact::Succession(id) => {
                let row = act.tx.hold::<succession::Entity>(id).await?;
                succession::Entity::delete_by_id(id).exec(&act.tx).await?;
                (row.predecessor_id, json!({ "became": row.successor_id, "since": row.since_date }))
            }
            Fact::Role(id) => {
                let row = act.tx.hold::<role::Entity>(id).await?;
                role::Entity::delete_by_id(id).exec(&act.tx).await?;
                (row.organisation_id, add_role::journal(&row.facts()))
            }
            Fact::Contact(id) => {
                let row = act.tx.hold::<contact::Entity>(id).await?;
                contact::Entity::delete_by_id(id).exec(&act.tx).await?;
                (row.organisation_id, add_contact::journal(&row.facts()))
            }
        };
        // Nothing is kept of a write that ends in a refusal.
        if owner == self.organisation { Ok(before) } else { Err(Problem::NotFound) }
    }
}
