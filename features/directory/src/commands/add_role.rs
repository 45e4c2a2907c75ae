//! An organisation takes a role in a programme.

use kit_base::Problem;
use kit_web::{Act, Command, Done};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use super::{check_room, hold_to_edit, record, refresh};
use crate::model::{OrganisationId, ROLES_MAX, RoleFacts, RoleId};
use crate::store::{of_organisation, role};

/// An organisation takes a role in a programme.
#[derive(Debug, Clone)]
pub struct AddRole {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Which role, and until when it is valid.
    pub facts: RoleFacts,
}

impl Command for AddRole {
    type Output = RoleId;

    const NAME: &'static str = "organisation.add-role";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        self.facts.period.check("jusqu")?;
        let roles = of_organisation::<role::Entity>(&act.tx, self.organisation).await?;
        check_room(roles.len(), ROLES_MAX, "programme")?;
        let id = insert(act, self.organisation, &self.facts, None).await?;
        refresh(act, self.organisation).await?;
        let values = json!({ "before": null, "after": journal(&self.facts) });
        Ok(permit.done(id, record(&row, values)))
    }
}

pub(super) async fn insert(
    act: &Act<'_>,
    organisation: OrganisationId,
    facts: &RoleFacts,
    source: Option<&str>,
) -> Result<RoleId, Problem> {
    let id = RoleId::new(act.now);
    let added = role::ActiveModel {
        id: Set(id),
        version: Set(1),
        organisation_id: Set(organisation),
        programme: Set(facts.programme.clone()),
        role: Set(facts.role),
        accreditation: Set(facts.accreditation.clone()),
        from_date: Set(facts.period.from),
        until_date: Set(facts.period.until),
        source: Set(source.map(str::to_owned)),
    };
    role::Entity::insert(added).exec_without_returning(&act.tx).await?;
    Ok(id)
}

/// What the journal keeps of a role.
pub(super) fn journal(facts: &RoleFacts) -> Value {
    json!({
        "programme": facts.programme,
        "role": facts.role.code(),
        "accreditation": facts.accreditation,
        "from": facts.period.from,
        "until": facts.period.until,
    })
}
