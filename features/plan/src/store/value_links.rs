//! The links by which values are given without an account.

use kit_base::ownership::Unowned;
use kit_base::{Instant, Territory, Visibility};
use kit_policy::{Principal, Resource};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::model::IndicatorId;

pub(crate) mod value_link {
    use directory::OrganisationId;
    use kit_base::{EmailAddress, Instant, Territory};
    use sea_orm::entity::prelude::*;

    use crate::model::{IndicatorId, ValueLinkId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "value_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ValueLinkId,
        pub indicator_id: IndicatorId,
        pub territory: Territory,
        pub year: i32,
        pub organisation_id: OrganisationId,
        pub address: EmailAddress,
        pub digest: Vec<u8>,
        pub created_at: Instant,
        pub expires_at: Instant,
        pub revoked_at: Option<Instant>,
        pub answers: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

// Read through the page of the value it asks for, or by whoever holds it.
impl Unowned for value_link::Entity {}

impl value_link::Model {
    /// Whether it still works.
    pub(crate) fn is_living(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// Whoever holds it.
    pub(crate) fn principal(&self) -> Principal {
        Principal::AnswerLink { id: self.id.0, organisation: self.organisation_id.0, about: self.id.0 }
    }

    /// What the policies look at when it is answered: the question itself.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("value-link", Visibility::Invited).with_id(self.id.0).in_territory(self.territory)
    }
}

/// The links that ask for a value, the newest first.
pub(crate) fn links_for(indicator: IndicatorId, departement: Territory, year: i32) -> Select<value_link::Entity> {
    value_link::Entity::find()
        .filter(value_link::Column::IndicatorId.eq(indicator))
        .filter(value_link::Column::Territory.eq(departement))
        .filter(value_link::Column::Year.eq(year))
        .order_by_desc(value_link::Column::CreatedAt)
        .order_by_desc(value_link::Column::Id)
}
