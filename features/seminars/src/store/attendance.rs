//! Who was there, in the database.

use kit_base::limits::HALF_DAYS_MAX;
use kit_base::ownership::Unowned;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::model::{HalfDayId, SEATS_MAX};

/// Half-days whose attendance was entered.
pub(crate) mod attendance_sheet {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::HalfDayId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attendance_sheet")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub half_day_id: HalfDayId,
        pub version: i32,
        pub recorded_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Who was there and who was not.
pub(crate) mod attendance_row {
    use sea_orm::entity::prelude::*;

    use crate::model::{HalfDayId, SeatId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attendance")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub half_day_id: HalfDayId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seat_id: SeatId,
        pub is_present: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

// Read through a seminar whose list may be read.
impl Unowned for attendance_sheet::Entity {}
impl Unowned for attendance_row::Entity {}

/// The sheets that were entered.
pub(crate) fn sheets_of(half_days: &[HalfDayId]) -> Select<attendance_sheet::Entity> {
    attendance_sheet::Entity::find()
        .filter(attendance_sheet::Column::HalfDayId.is_in(half_days.iter().copied()))
        .limit(HALF_DAYS_MAX as u64)
}

/// What was entered of these half-days.
pub(crate) fn attendance_of(half_days: &[HalfDayId]) -> Select<attendance_row::Entity> {
    let rows_max = half_days.len().saturating_mul(SEATS_MAX) as u64;
    attendance_row::Entity::find()
        .filter(attendance_row::Column::HalfDayId.is_in(half_days.iter().copied()))
        .limit(rows_max)
}
