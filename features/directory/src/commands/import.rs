//! Takes into the directory an organisation that is known from public sources.

use kit_base::{Message, Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::{add_name, add_role, check_owner, check_room, check_seat};
use crate::model::{NAMES_MAX, OrganisationId, OrganisationKind, Period, ROLES_MAX, RoleFacts, WebAddress};
use crate::store::{organisation, those_named};

/// What [`ImportOrganisation`] answers where the directory of the territory has an organisation of that name, or had.
pub const KNOWN_ALREADY: &str = "directory-known-already";

/// Takes into the directory an organisation that is known from public sources: facts only, each with its source. One whose name the
/// directory of that territory knows is left as its people wrote it.
#[derive(Debug, Clone)]
pub struct ImportOrganisation {
    /// Its name.
    pub name: String,
    /// What kind of body.
    pub kind: OrganisationKind,
    /// The commune of its seat.
    pub seat: Option<Territory>,
    /// The département or région whose people keep its record.
    pub territory: Territory,
    /// Its site.
    pub website: Option<WebAddress>,
    /// Where this was read: an address, or a citation.
    pub source: String,
    /// Names it bore, when, and where that was read.
    pub former_names: Vec<(String, Period, String)>,
    /// Roles in programmes, and where they were read.
    pub roles: Vec<(RoleFacts, String)>,
}

impl Command for ImportOrganisation {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.import";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        check_owner(self.territory)?;
        check_seat(self.seat)?;
        check_room(self.former_names.len().saturating_sub(1), NAMES_MAX, "nom")?;
        check_room(self.roles.len().saturating_sub(1), ROLES_MAX, "role")?;
        let resource = Resource::new("organisation", Visibility::Public).in_territory(self.territory);
        let permit = act.permit("organisation.create", &resource)?;
        if self.is_known(act).await? {
            return Err(Problem::Refused(Message::new(KNOWN_ALREADY)));
        }
        let id = OrganisationId::new(act.now);
        organisation::Entity::insert(self.row(id, act)).exec_without_returning(&act.tx).await?;
        for (name, period, source) in &self.former_names {
            period.check("jusqu")?;
            add_name::keep(act, id, name, *period, Some(source)).await?;
        }
        for (facts, source) in &self.roles {
            facts.period.check("jusqu")?;
            add_role::insert(act, id, facts, Some(source)).await?;
        }
        let values = json!({ "before": null, "after": { "name": self.name, "source": self.source } });
        Ok(permit.done(id, Record::of("organisation", id.0, Some(self.territory), values)))
    }
}

impl ImportOrganisation {
    async fn is_known(&self, act: &Act<'_>) -> Result<bool, Problem> {
        let names: Vec<String> = std::iter::once(&self.name)
            .chain(self.former_names.iter().map(|(name, _, _)| name))
            .map(|name| territory::fold(name))
            .collect();
        let named = Condition::any()
            .add(organisation::Column::NameFolded.is_in(names.clone()))
            .add(organisation::Column::Id.in_subquery(those_named(&names)));
        let query =
            organisation::Entity::find().filter(organisation::Column::Territory.eq(self.territory)).filter(named);
        Ok(query.one(&act.tx).await?.is_some())
    }

    fn row(&self, id: OrganisationId, act: &Act<'_>) -> organisation::ActiveModel {
        organisation::ActiveModel {
            id: Set(id),
            version: Set(1),
            name: Set(self.name.clone()),
            name_folded: Set(territory::fold(&self.name)),
            name_since: Set(None),
            kind: Set(self.kind),
            seat: Set(self.seat),
            territory: Set(self.territory),
            contact_email: Set(None),
            website: Set(self.website.clone()),
            source: Set(Some(self.source.clone())),
            is_example: Set(false),
            visibility: Set(Visibility::Public),
            created_at: Set(act.now),
            updated_at: Set(act.now),
        }
    }
}
