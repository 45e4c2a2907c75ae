//! Making an account.

use kit_base::{EmailAddress, Locale, Message, Problem, Visibility};
use kit_policy::{HeldRole, Place, Resource};
use kit_web::{Act, Command, Done, Permit, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use serde_json::json;

use super::grant_role;
use crate::model::PersonId;
use crate::store::person;

/// Makes an account without a role. It belongs to no place: only the administrator may make such a one.
pub struct CreatePerson {
    /// What they want to be called.
    pub name: String,
    /// Where their sign-in mails go.
    pub email: EmailAddress,
    /// The language of their mails.
    pub locale: Locale,
}

impl Command for CreatePerson {
    type Output = PersonId;

    const NAME: &'static str = "person.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = permit(act, Place::Installation)?;
        let id = self.insert(act).await?;
        let values = json!({ "before": null, "after": { "name": self.name } });
        Ok(permit.done(id, Record::of("person", id.0, None, values)))
    }
}

/// Makes an account with its first role, at whose place it is asked whether it may be made.
pub struct CreatePersonWithRole {
    /// Who.
    pub person: CreatePerson,
    /// What they are entrusted with from now on.
    pub role: HeldRole,
}

impl Command for CreatePersonWithRole {
    type Output = PersonId;

    const NAME: &'static str = "person.create-with-role";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = permit(act, self.role.place)?;
        let resource = grant_role::resource(self.role);
        act.permit_at("lieu", "role.grant", &resource)?;
        let id = self.person.insert(act).await?;
        grant_role::insert(act, id, self.role).await?;
        let after = json!({ "name": self.person.name, "role": self.role.to_string() });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(id, Record::of("person", id.0, resource.territory, values)))
    }
}

fn permit(act: &Act<'_>, place: Place) -> Result<Permit, Problem> {
    act.permit_at("lieu", "person.create", &Resource::new("person", Visibility::Invited).at(place))
}

impl CreatePerson {
    async fn insert(&self, act: &Act<'_>) -> Result<PersonId, Problem> {
        let id = PersonId::new(act.now);
        let row = person::ActiveModel {
            id: Set(id),
            version: Set(1),
            email: Set(self.email.clone()),
            name: Set(self.name.clone()),
            locale: Set(self.locale),
            created_at: Set(act.now),
        };
        let unless_known = OnConflict::column(person::Column::Email).do_nothing().to_owned();
        person::Entity::insert(row).on_conflict(unless_known).exec_without_returning(&act.tx).await?;
        // Two at the same moment: the one whose row stands made the account.
        let standing = person::Entity::find().filter(person::Column::Email.eq(self.email.clone())).one(&act.tx).await?;
        if standing.is_some_and(|person| person.id == id) {
            Ok(id)
        } else {
            Err(Problem::field("adresse", Message::new("accounts-person-known")))
        }
    }
}
