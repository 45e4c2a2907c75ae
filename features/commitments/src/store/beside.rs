//! What stands beside a commitment: the help that others offer, and the gatherings it was carried over to.

use kit_base::ownership::Unowned;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::commitment;
use crate::model::CommitmentId;

pub(crate) mod help {
    use directory::OrganisationId;
    use sea_orm::entity::prelude::*;

    use crate::model::{CommitmentId, HelpId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "commitment_help")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: HelpId,
        pub commitment_id: CommitmentId,
        pub organisation_id: OrganisationId,
        pub organisation_name: String,
        pub sentence: Option<String>,
        pub offered_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod carried {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    use crate::model::{CommitmentId, OriginKind};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "commitment_carried")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub commitment_id: CommitmentId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub origin_id: Uuid,
        pub origin_kind: OriginKind,
        pub origin_title: String,
        pub origin_date: NaiveDate,
        pub origin_path: String,
        pub carried_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

// Read through the commitment they are about.
impl Unowned for help::Entity {}
impl Unowned for carried::Entity {}

/// Who offered to help with these commitments, in the order they did.
pub(crate) fn help_for(commitments: impl IntoIterator<Item = CommitmentId>) -> Select<help::Entity> {
    help::Entity::find().filter(help::Column::CommitmentId.is_in(commitments)).order_by_asc(help::Column::Id)
}

/// Where these commitments were carried over to, in the order of the days.
pub(crate) fn carried_to(commitments: impl IntoIterator<Item = CommitmentId>) -> Select<carried::Entity> {
    carried::Entity::find()
        .filter(carried::Column::CommitmentId.is_in(commitments))
        .order_by_asc(carried::Column::OriginDate)
        .order_by_asc(carried::Column::CarriedAt)
}

/// The commitments that repeat this one.
pub(crate) fn repeating(commitment: CommitmentId) -> Select<commitment::Entity> {
    commitment::Entity::find().filter(commitment::Column::SameAsId.eq(commitment)).order_by_asc(commitment::Column::Id)
}
