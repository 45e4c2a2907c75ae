//! Charters, and the links by which a sheet is corrected.

use kit_base::ownership::Unowned;
use kit_base::{Instant, Visibility};
use kit_policy::{Principal, Resource};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::model::{CharterId, CollectiveId};

pub(crate) mod charter {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::{CharterId, CollectiveId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "collective_charter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CharterId,
        pub collective_id: CollectiveId,
        pub signed_on: Date,
        pub expires_on: Option<Date>,
        pub address: Option<String>,
        pub recorded_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod signatory {
    use directory::OrganisationId;
    use sea_orm::entity::prelude::*;

    use crate::model::CharterId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "collective_signatory")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub charter_id: CharterId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub organisation_id: OrganisationId,
        pub signed_on: Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod sheet_link {
    use directory::OrganisationId;
    use kit_base::{EmailAddress, Instant};
    use sea_orm::entity::prelude::*;

    use crate::model::{CollectiveId, SheetLinkId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "collective_sheet_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SheetLinkId,
        pub collective_id: CollectiveId,
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

// Read through their collective, which is public; a link by whoever holds it.
impl Unowned for charter::Entity {}
impl Unowned for signatory::Entity {}
impl Unowned for sheet_link::Entity {}

impl sheet_link::Model {
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
        Resource::new("collective-sheet", Visibility::Invited).with_id(self.id.0)
    }
}

/// The charters of a collective, the newest first.
pub(crate) fn charters_of(collective: CollectiveId) -> Select<charter::Entity> {
    charter::Entity::find()
        .filter(charter::Column::CollectiveId.eq(collective))
        .order_by_desc(charter::Column::SignedOn)
        .order_by_desc(charter::Column::Id)
}

/// Who signed a charter, in the order they did.
pub(crate) fn signatories_of(charter: CharterId) -> Select<signatory::Entity> {
    signatory::Entity::find()
        .filter(signatory::Column::CharterId.eq(charter))
        .order_by_asc(signatory::Column::SignedOn)
        .order_by_asc(signatory::Column::OrganisationId)
}

/// The links by which a sheet is corrected, the newest first.
pub(crate) fn sheet_links_of(collective: CollectiveId) -> Select<sheet_link::Entity> {
    sheet_link::Entity::find()
        .filter(sheet_link::Column::CollectiveId.eq(collective))
        .order_by_desc(sheet_link::Column::CreatedAt)
        .order_by_desc(sheet_link::Column::Id)
}
