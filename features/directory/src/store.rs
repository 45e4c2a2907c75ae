//! The table, and what is asked of it.

mod facts;

use std::collections::HashMap;

use kit_base::{Message, Problem, Territory, TerritoryKind, limits};
use kit_policy::{Geography, Resource};
use kit_store::Tx;
use kit_ui::Choice;
use kit_web::{Act, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::model::{OrganisationId, OrganisationSummary};

pub use facts::contacts_of;
pub(crate) use facts::{
    contact, former_name, former_names_like, help, help_lines, help_lines_in, of_organisation, read_of, role,
    succession, those_named, those_once_called,
};

pub mod organisation {
    use kit_base::ownership::{Owned, OwnershipColumns, RowVisibility};
    use kit_base::{EmailAddress, Territory, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::{OrganisationId, OrganisationKind, WebAddress};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrganisationId,
        pub version: i32,
        pub name: String,
        pub name_folded: String,
        pub kind: OrganisationKind,
        pub seat: Option<Territory>,
        pub territory: Territory,
        pub contact_email: Option<EmailAddress>,
        pub website: Option<WebAddress>,
        pub source: Option<String>,
        pub is_example: bool,
        pub visibility: Visibility,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        /// The first day of its name, where it is known.
        pub name_since: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Owned for Entity {
        fn ownership() -> OwnershipColumns<Column> {
            OwnershipColumns {
                territory: Some(Column::Territory),
                organisation: Some(Column::Id),
                visibility: RowVisibility::Column(Column::Visibility),
            }
        }
    }
}

impl organisation::Model {
    /// What policies look at.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("organisation", self.visibility)
            .with_id(self.id.0)
            .in_territory(self.territory)
            .of_organisation(self.id.0)
    }
}

impl From<organisation::Model> for OrganisationSummary {
    fn from(row: organisation::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            kind: row.kind,
            territory: row.territory,
            contact_email: row.contact_email,
            is_example: row.is_example,
        }
    }
}

/// Those of these organisations that the visitor may know of, by id.
pub async fn summaries(
    visit: &Visit,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, OrganisationSummary>, Problem> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids.iter().copied()));
    let rows = visit.read().all_within(query, &*visit.scope("organisation.read")).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.into())).collect())
}

/// The organisations of a région (with its départements) or of a département, by name, for a select: sent as their id, shown as
/// `Nom — Aude`. What became another organisation is not offered. At most [`limits::CHOICES_MAX`].
pub async fn choices(visit: &Visit, within: Territory) -> Result<Vec<Choice>, Problem> {
    let label = |row: OrganisationSummary| {
        let place = territory::name(row.territory, visit.locale());
        Choice::new(row.id.to_string(), format!("{} — {place}", row.display_name()))
    };
    Ok(named_within(visit, within).await?.into_iter().map(label).collect())
}

/// The same organisations, by name.
pub async fn named_within(visit: &Visit, within: Territory) -> Result<Vec<OrganisationSummary>, Problem> {
    let mut places = territory::AtlasGeography.contained(within);
    places.retain(|place| place.kind() == TerritoryKind::Departement);
    places.push(within);
    let mut query = organisation::Entity::find()
        .filter(organisation::Column::Territory.is_in(places))
        .filter(organisation::Column::Id.not_in_subquery(facts::those_that_became_another()));
    if visit.house().is_demo {
        query = query.filter(organisation::Column::IsExample.eq(true));
    }
    let query = query
        .order_by_asc(organisation::Column::NameFolded)
        .order_by_asc(organisation::Column::Id)
        .limit(limits::CHOICES_MAX);
    let rows = visit.read().all_within(query, &*visit.scope("organisation.list")).await?;
    Ok(rows.into_iter().map(OrganisationSummary::from).collect())
}

/// Holds the organisation that a command is about to hang something on. One that is not in the directory is an error beside
/// `field`, and so is, in a demo, a body that exists: examples hang on examples.
pub async fn hold_for(act: &Act<'_>, id: OrganisationId, field: &'static str) -> Result<OrganisationSummary, Problem> {
    let unknown = || Problem::field(field, Message::new("form-unknown-code"));
    let query = organisation::Entity::find_by_id(id).lock_exclusive();
    let row = query.one(&act.tx).await?.ok_or_else(unknown)?;
    if act.premises().is_demo && !row.is_example {
        return Err(Problem::field(field, Message::new("directory-real-body-in-demo")));
    }
    Ok(row.into())
}

/// Reads an organisation inside a command, without holding it.
pub async fn find_in(tx: &Tx, id: OrganisationId) -> Result<Option<OrganisationSummary>, Problem> {
    Ok(organisation::Entity::find_by_id(id).one(tx).await?.map(OrganisationSummary::from))
}
