//! An organisation joins a collective.

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::{Message, Problem, Territory};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use crate::model::{CollectiveId, MemberRole, MembershipId, check_joining};
use crate::store::{collective, member, members_in, resource};

/// An organisation joins a collective.
#[derive(Debug, Clone)]
pub struct AddMember {
    /// Which collective.
    pub collective: CollectiveId,
    /// Who joins.
    pub organisation: OrganisationId,
    /// As what.
    pub role: MemberRole,
    /// The first day.
    pub from: NaiveDate,
}

impl Command for AddMember {
    type Output = MembershipId;

    const NAME: &'static str = "collective.member-add";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held: two submits at once would each find the place free.
        let collective = act.tx.hold::<collective::Entity>(self.collective).await?;
        let permit = act.permit("collective.member-add", &resource(collective.territory, Some(collective.id)))?;
        let organisation = directory::hold_for(act, self.organisation, "organisation").await?;
        if !is_of_the_region(organisation.territory, collective.territory) {
            return Err(Problem::field("organisation", Message::new("collectives-organisation-elsewhere")));
        }
        let members = members_in(&act.tx, self.collective).await?;
        check_joining(&members, self.organisation, self.role, self.from)?;
        let id = MembershipId::new(act.now);
        let row = member::ActiveModel {
            id: Set(id),
            version: Set(1),
            collective_id: Set(self.collective),
            organisation_id: Set(self.organisation),
            role: Set(self.role),
            from_date: Set(self.from),
            until_date: Set(None),
        };
        member::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let after = json!({ "organisation": self.organisation, "role": self.role.code(), "from": self.from });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(id, Record::of("collective", self.collective.0, Some(collective.territory), values)))
    }
}

/// Members come from the collective's region: what the form offers.
fn is_of_the_region(organisation: Territory, departement: Territory) -> bool {
    let region = |place: Territory| territory::region_of(place).unwrap_or(place);
    region(organisation) == region(departement)
}
