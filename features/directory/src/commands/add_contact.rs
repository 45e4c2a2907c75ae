//! Says whom to ask for in an organisation.

use kit_base::{EmailAddress, Problem};
use kit_web::{Act, Command, Done};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use super::{check_room, hold_to_edit, record, refresh};
use crate::model::{CONTACTS_MAX, ContactFacts, ContactId, OrganisationId, PhoneNumber};
use crate::store::{contact, of_organisation};

/// Says whom to ask for in an organisation: a function, when they are there, how to reach them.
#[derive(Debug, Clone)]
pub struct AddContact {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Whom, and when.
    pub facts: ContactFacts,
}

impl Command for AddContact {
    type Output = ContactId;

    const NAME: &'static str = "organisation.add-contact";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        let contacts = of_organisation::<contact::Entity>(&act.tx, self.organisation).await?;
        check_room(contacts.len(), CONTACTS_MAX, "fonction")?;
        let id = ContactId::new(act.now);
        let added = contact::ActiveModel {
            id: Set(id),
            version: Set(1),
            organisation_id: Set(self.organisation),
            function_label: Set(self.facts.function.clone()),
            days: Set(self.facts.days.clone()),
            phone: Set(self.facts.phone.clone()),
            email: Set(self.facts.email.clone()),
            substitute: Set(self.facts.substitute.clone()),
        };
        contact::Entity::insert(added).exec_without_returning(&act.tx).await?;
        refresh(act, self.organisation).await?;
        let values = json!({ "before": null, "after": journal(&self.facts) });
        Ok(permit.done(id, record(&row, values)))
    }
}

/// What the journal keeps of a contact.
pub(super) fn journal(facts: &ContactFacts) -> Value {
    json!({
        "function": facts.function,
        "days": facts.days.to_string(),
        "phone": facts.phone.as_ref().map(PhoneNumber::as_str),
        "email": facts.email.as_ref().map(EmailAddress::as_str),
        "substitute": facts.substitute,
    })
}
