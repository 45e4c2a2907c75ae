//! Making an account.

use kit_base::{EmailAddress, Locale, Message, Problem, Visibility};
use kit_policy::{HeldRole, Place, Resource};
use kit_web::{Act, Command, Done, Record};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, QueryFilter};
use serde_json::json;

use super::grant_role;
use crate::model::PersonId;
use crate::store::person;

/// Makes an account, with its first role. Without a role it belongs to no place: only the administrator may make such a one.
pub struct CreatePerson {
    /// What they want to be called.
    pub name: String,
    /// Where their sign-in mails go.
    pub email: EmailAddress,
    /// The language of their mails.
    pub locale: Locale,
    /// What they are entrusted with from now on.
    pub role: Option<HeldRole>,
}

impl Command for CreatePerson {
    type Output = PersonId;

    const NAME: &'static str = "person.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let place = self.role.map_or(Place::Installation, |held| held.place);
        let resource = Resource::new("person", Visibility::Invited).at(place);
        let permit = act.permit("person.create", &resource)?;
        let id = PersonId::new(act.now);
        self.insert(act, id).await?;
        if let Some(held) = self.role {
            act.permit("role.grant", &grant_role::resource(held))?;
            grant_role::insert(act, id, held).await?;
        }
        let after = json!({ "name": self.name, "role": self.role.map(|held| held.to_string()) });
        let territory = resource.territory;
        Ok(permit.done(id, Record::of("person", id.0, territory, json!({ "before": null, "after": after }))))
    }
}

impl CreatePerson {
    async fn insert(&self, act: &Act<'_>, id: PersonId) -> Result<(), Problem> {
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
            Ok(())
        } else {
            Err(Problem::field("adresse", Message::new("accounts-person-known")))
        }
    }
}
