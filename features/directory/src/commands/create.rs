//! Enters an organisation into the directory.

use kit_base::{EmailAddress, Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::{check_owner, check_seat};
use crate::model::{OrganisationId, OrganisationKind, WebAddress};
use crate::store::organisation;

/// Enters an organisation into the directory.
#[derive(Debug, Clone)]
pub struct CreateOrganisation {
    /// Its name.
    pub name: String,
    /// What kind of body.
    pub kind: OrganisationKind,
    /// The commune of its seat.
    pub seat: Option<Territory>,
    /// The département or région whose people keep its record.
    pub territory: Territory,
    /// Where it is written to.
    pub contact_email: Option<EmailAddress>,
    /// Its site.
    pub website: Option<WebAddress>,
    /// Where the facts were read: an address, or a citation.
    pub source: Option<String>,
    /// Made up, for the demo.
    pub is_example: bool,
    /// Who may know of it.
    pub visibility: Visibility,
}

impl Command for CreateOrganisation {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        check_owner(self.territory)?;
        check_seat(self.seat)?;
        let resource = Resource::new("organisation", self.visibility).in_territory(self.territory);
        let permit = act.permit_at("territoire", "organisation.create", &resource)?;
        let id = OrganisationId::new(act.now);
        let row = organisation::ActiveModel {
            id: Set(id),
            version: Set(1),
            name: Set(self.name.clone()),
            name_folded: Set(territory::fold(&self.name)),
            name_since: Set(None),
            kind: Set(self.kind),
            seat: Set(self.seat),
            territory: Set(self.territory),
            contact_email: Set(self.contact_email.clone()),
            website: Set(self.website.clone()),
            source: Set(self.source.clone()),
            is_example: Set(self.is_example),
            visibility: Set(self.visibility),
            created_at: Set(act.now),
            updated_at: Set(act.now),
        };
        organisation::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let after = json!({
            "name": self.name,
            "kind": self.kind.code(),
            "seat": self.seat.map(|seat| seat.to_string()),
            "contact_email": self.contact_email.as_ref().map(EmailAddress::as_str),
            "website": self.website.as_ref().map(WebAddress::as_str),
            "source": self.source,
        });
        let values = json!({ "before": null, "after": after });
        let discreet = self.visibility == Visibility::Discreet;
        let record = Record { discreet, ..Record::of("organisation", id.0, Some(self.territory), values) };
        Ok(permit.done(id, record))
    }
}
