//! Giving a role.

use kit_base::limits::ROLES_PER_PERSON_MAX;
use kit_base::{Message, Problem, Visibility};
use kit_policy::{HeldRole, Resource};
use kit_web::{Act, Command, Done, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use serde_json::json;

use crate::model::{HeldRoleId, PersonId, RolePlace, fits};
use crate::store::{held_at, held_role, person};

/// Entrusts somebody with something at a place, from now on.
pub struct GrantRole {
    /// To whom.
    pub person: PersonId,
    /// What, and where.
    pub role: HeldRole,
}

impl Command for GrantRole {
    type Output = HeldRoleId;

    const NAME: &'static str = "role.grant";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let resource = resource(self.role);
        let permit = act.permit_at("lieu", "role.grant", &resource)?;
        act.tx.hold::<person::Entity>(self.person).await?;
        let id = insert(act, self.person, self.role).await?;
        let values = json!({ "before": null, "after": self.role.to_string() });
        Ok(permit.done(id, Record::of("person", self.person.0, resource.territory, values)))
    }
}

/// The role itself, at its place: what the policies are asked about.
pub(crate) fn resource(held: HeldRole) -> Resource {
    Resource::new(held.role.code(), Visibility::Invited).at(held.place)
}

/// Adds the role. The person's row is held or was made by this very write, so that their roles can be counted.
pub(super) async fn insert(act: &Act<'_>, person: PersonId, held: HeldRole) -> Result<HeldRoleId, Problem> {
    if !fits(held.role, held.place) {
        return Err(Problem::field("lieu", Message::new("accounts-role-misplaced")));
    }
    if !act.is_known(held.place) {
        return Err(Problem::field("lieu", Message::new("form-unknown-code")));
    }
    let theirs = held_role::Entity::find().filter(held_role::Column::PersonId.eq(person)).filter(held_at(act.now));
    let theirs = theirs.all(&act.tx).await?;
    if theirs.iter().any(|row| row.role == held.role && row.place.0 == held.place) {
        return Err(Problem::Refused(Message::new("accounts-role-held-already")));
    }
    if u64::try_from(theirs.len()).unwrap_or(u64::MAX) >= ROLES_PER_PERSON_MAX {
        return Err(Problem::Refused(Message::new("accounts-roles-too-many").with("max", ROLES_PER_PERSON_MAX)));
    }
    let id = HeldRoleId::new(act.now);
    let row = held_role::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        role: Set(held.role),
        place: Set(RolePlace(held.place)),
        from_at: Set(act.now),
        until_at: Set(None),
    };
    held_role::Entity::insert(row).exec_without_returning(&act.tx).await?;
    Ok(id)
}
