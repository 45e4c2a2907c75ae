//! Regional committees and their seats.

use kit_base::ownership::{Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Territory, Visibility};
use kit_policy::Resource;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::model::CommitteeId;

pub(crate) mod committee {
    use kit_base::{Instant, Territory};
    use sea_orm::entity::prelude::*;

    use crate::model::CommitteeId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "committee")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommitteeId,
        pub territory: Territory,
        pub created_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod seat {
    use directory::OrganisationId;
    use sea_orm::entity::prelude::*;

    use crate::model::{CommitteeId, CommitteeSeatId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "committee_seat")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommitteeSeatId,
        pub committee_id: CommitteeId,
        pub college: String,
        pub label: Option<String>,
        pub organisation_id: Option<OrganisationId>,
        pub for_youth: bool,
        pub from_date: Date,
        pub until_date: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Owned for committee::Entity {
    fn ownership() -> OwnershipColumns<committee::Column> {
        OwnershipColumns {
            territory: Some(committee::Column::Territory),
            organisation: None,
            visibility: RowVisibility::Always(Visibility::Public),
        }
    }
}

// Read through its committee, which is public; who the organisation is, through the directory.
impl Unowned for seat::Entity {}

/// What policies look at.
pub(crate) fn committee_resource(region: Territory) -> Resource {
    Resource::new("committee", Visibility::Public).in_territory(region)
}

/// The committee of a région.
pub(crate) fn of_region(region: Territory) -> Select<committee::Entity> {
    committee::Entity::find().filter(committee::Column::Territory.eq(region))
}

/// Its seats, college by college, in the order they were made.
pub(crate) fn seats_of(committee: CommitteeId) -> Select<seat::Entity> {
    seat::Entity::find().filter(seat::Column::CommitteeId.eq(committee)).order_by_asc(seat::Column::Id)
}
