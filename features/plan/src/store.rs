//! Plans and programmes in the database, and how they are read.

mod indicators;
mod value_links;

use std::collections::HashMap;

use commitments::CommitmentId;
use kit_base::ownership::{Guard, Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Problem, Territory};
use kit_policy::Resource;
use kit_store::Reader;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use crate::model::{
    ACTIONS_PER_PROGRAMME_MAX, AXES_PER_PLAN_MAX, ActionStatus, AxisId, OBJECTIVES_PER_AXIS_MAX, ObjectiveId,
    PLANS_PER_REGION_MAX, PlanId, periods,
};

pub(crate) use value_links::{links_for, value_link};

pub(crate) use indicators::{
    action_indicator, indicator, indicator_value, indicators_of, locked_period, locked_years, newest_sums, value_at,
    value_resource, values_of,
};

/// Plans of regions.
pub(crate) mod plan {
    use kit_base::{Territory, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::PlanId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PlanId,
        pub version: i32,
        pub territory: Territory,
        pub title: String,
        pub first_year: i32,
        pub last_year: i32,
        pub is_example: bool,
        pub visibility: Visibility,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Axes of plans.
pub(crate) mod axis {
    use sea_orm::entity::prelude::*;

    use crate::model::{AxisId, PlanId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "axis")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AxisId,
        pub plan_id: PlanId,
        pub number: i32,
        pub title: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Objectives of axes.
pub(crate) mod objective {
    use sea_orm::entity::prelude::*;

    use crate::model::{AxisId, ObjectiveId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ObjectiveId,
        pub axis_id: AxisId,
        pub number: i32,
        pub title: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Actions of programmes.
pub(crate) mod action {
    use commitments::CommitmentId;
    use directory::OrganisationId;
    use kit_base::{Instant, Territory, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::{ActionId, ActionStatus, ObjectiveId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "action")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ActionId,
        pub version: i32,
        pub territory: Territory,
        pub objective_id: ObjectiveId,
        pub title: String,
        pub lead_organisation_id: Option<OrganisationId>,
        pub commitment_id: Option<CommitmentId>,
        pub status: ActionStatus,
        pub status_reason: Option<String>,
        pub starts: Option<Date>,
        pub ends: Option<Date>,
        pub expected_results: Option<String>,
        pub visibility: Visibility,
        pub is_example: bool,
        pub created_at: Instant,
        /// Of its title, without accents: what it is looked for by.
        pub words: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Owned for plan::Entity {
    fn ownership() -> OwnershipColumns<plan::Column> {
        OwnershipColumns {
            territory: Some(plan::Column::Territory),
            organisation: None,
            visibility: RowVisibility::Column(plan::Column::Visibility),
        }
    }
}

impl Owned for action::Entity {
    fn ownership() -> OwnershipColumns<action::Column> {
        OwnershipColumns {
            territory: Some(action::Column::Territory),
            organisation: Some(action::Column::LeadOrganisationId),
            visibility: RowVisibility::Column(action::Column::Visibility),
        }
    }
}

// Read through their plan.
impl Unowned for axis::Entity {}
impl Unowned for objective::Entity {}

impl plan::Model {
    /// The years whose values may be entered in `this_year`.
    pub(crate) fn periods(&self, this_year: i32) -> std::ops::RangeInclusive<i32> {
        periods(self.first_year, self.last_year, this_year)
    }

    /// What the policies look at.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("plan", self.visibility).with_id(self.id.0).in_territory(self.territory)
    }
}

impl action::Model {
    /// What the policies look at.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("action", self.visibility)
            .with_id(self.id.0)
            .in_territory(self.territory)
            .of_organisation(self.lead_organisation_id.map(|id| id.0))
    }

    /// Its page.
    pub(crate) fn path(&self) -> String {
        format!("/actions/{}", self.id)
    }
}

/// A plan with its axes and their objectives, in order.
#[derive(Debug, Clone)]
pub(crate) struct Outline {
    pub(crate) axes: Vec<(axis::Model, Vec<objective::Model>)>,
}

impl Outline {
    /// The objectives, each with its axis.
    pub(crate) fn objectives(&self) -> impl Iterator<Item = (&axis::Model, &objective::Model)> {
        self.axes.iter().flat_map(|(axis, objectives)| objectives.iter().map(move |objective| (axis, objective)))
    }
}

/// The plans of a region, the newest first.
pub(crate) async fn plans_of(
    reader: &Reader,
    region: Territory,
    guard: &impl Guard,
) -> Result<Vec<plan::Model>, Problem> {
    let query = plan::Entity::find()
        .filter(plan::Column::Territory.eq(region))
        .order_by_desc(plan::Column::FirstYear)
        .order_by_desc(plan::Column::Id)
        .limit(PLANS_PER_REGION_MAX);
    reader.all_within(query, guard).await
}

/// The axes and objectives of a plan that may be read: two queries.
pub(crate) async fn outline(reader: &Reader, plan: PlanId) -> Result<Outline, Problem> {
    let axes = axis::Entity::find()
        .filter(axis::Column::PlanId.eq(plan))
        .order_by_asc(axis::Column::Number)
        .limit(AXES_PER_PLAN_MAX as u64);
    let axes = reader.all(axes).await?;
    let objectives = objective::Entity::find()
        .filter(objective::Column::AxisId.is_in(axes.iter().map(|axis| axis.id)))
        .order_by_asc(objective::Column::Number)
        .limit((AXES_PER_PLAN_MAX * OBJECTIVES_PER_AXIS_MAX) as u64);
    let mut by_axis: HashMap<AxisId, Vec<objective::Model>> = HashMap::new();
    for objective in reader.all(objectives).await? {
        by_axis.entry(objective.axis_id).or_default().push(objective);
    }
    let with_objectives = |axis: axis::Model| {
        let objectives = by_axis.remove(&axis.id).unwrap_or_default();
        (axis, objectives)
    };
    Ok(Outline { axes: axes.into_iter().map(with_objectives).collect() })
}

#[derive(Debug, FromQueryResult)]
struct Counted {
    objective_id: ObjectiveId,
    actions: i64,
}

/// How many actions hang on each of these objectives, among those the guard lets through.
pub(crate) async fn count_by_objective(
    reader: &Reader,
    objectives: impl Iterator<Item = ObjectiveId>,
    guard: &impl Guard,
) -> Result<HashMap<ObjectiveId, i64>, Problem> {
    let query = action::Entity::find()
        .select_only()
        .column(action::Column::ObjectiveId)
        .column_as(action::Column::Id.count(), "actions")
        .filter(action::Column::ObjectiveId.is_in(objectives))
        .group_by(action::Column::ObjectiveId);
    let rows: Vec<Counted> = reader.shaped_within(query, guard).await?;
    Ok(rows.into_iter().map(|row| (row.objective_id, row.actions)).collect())
}

#[derive(Debug, FromQueryResult)]
struct CountedByTerritory {
    territory: Territory,
    actions: i64,
}

/// How many actions each département has, among those the guard lets through.
pub(crate) async fn count_by_departement(
    reader: &Reader,
    guard: &impl Guard,
) -> Result<Vec<(Territory, i64)>, Problem> {
    let query = action::Entity::find()
        .select_only()
        .column(action::Column::Territory)
        .column_as(action::Column::Id.count(), "actions")
        .group_by(action::Column::Territory)
        .order_by_asc(action::Column::Territory);
    let rows: Vec<CountedByTerritory> = reader.shaped_within(query, guard).await?;
    Ok(rows.into_iter().map(|row| (row.territory, row.actions)).collect())
}

#[derive(Debug, FromQueryResult)]
struct CountedByStatus {
    status: ActionStatus,
    actions: i64,
}

/// How many actions of a département stand in each state, among those the guard lets through.
pub(crate) async fn count_by_status(
    reader: &Reader,
    departement: Territory,
    guard: &impl Guard,
) -> Result<Vec<(ActionStatus, i64)>, Problem> {
    let query = action::Entity::find()
        .select_only()
        .column(action::Column::Status)
        .column_as(action::Column::Id.count(), "actions")
        .filter(action::Column::Territory.eq(departement))
        .group_by(action::Column::Status);
    let rows: Vec<CountedByStatus> = reader.shaped_within(query, guard).await?;
    let count_of =
        |status: &ActionStatus| rows.iter().find(|row| row.status == *status).map(|row| (row.status, row.actions));
    Ok(ActionStatus::ALL.iter().filter_map(count_of).collect())
}

/// The actions of a département under these objectives, by date.
pub(crate) fn programme(
    departement: Territory,
    objectives: impl Iterator<Item = ObjectiveId>,
) -> Select<action::Entity> {
    of_departement(departement).filter(action::Column::ObjectiveId.is_in(objectives)).limit(ACTIONS_PER_PROGRAMME_MAX)
}

/// The actions of a département, by date.
pub(crate) fn of_departement(departement: Territory) -> Select<action::Entity> {
    action::Entity::find()
        .filter(action::Column::Territory.eq(departement))
        .order_by_asc(action::Column::Starts)
        .order_by_asc(action::Column::Id)
}

/// The actions made of these commitments.
pub(crate) fn made_of(commitments: impl IntoIterator<Item = CommitmentId>) -> Select<action::Entity> {
    action::Entity::find().filter(action::Column::CommitmentId.is_in(commitments))
}

/// Objectives by id.
pub(crate) async fn objectives_by_id(
    reader: &Reader,
    ids: impl Iterator<Item = ObjectiveId>,
) -> Result<HashMap<ObjectiveId, objective::Model>, Problem> {
    let query = objective::Entity::find().filter(objective::Column::Id.is_in(ids));
    Ok(reader.all(query).await?.into_iter().map(|objective| (objective.id, objective)).collect())
}

/// Axes by id.
pub(crate) async fn axes_by_id(
    reader: &Reader,
    ids: impl Iterator<Item = AxisId>,
) -> Result<HashMap<AxisId, axis::Model>, Problem> {
    let query = axis::Entity::find().filter(axis::Column::Id.is_in(ids));
    Ok(reader.all(query).await?.into_iter().map(|axis| (axis.id, axis)).collect())
}

/// The actions that hang on an objective of this plan.
pub(crate) fn under_plan(plan: PlanId) -> Expr {
    let axes = axis::Entity::find().select_only().column(axis::Column::Id).filter(axis::Column::PlanId.eq(plan));
    let objectives = objective::Entity::find()
        .select_only()
        .column(objective::Column::Id)
        .filter(objective::Column::AxisId.in_subquery(axes.into_query()));
    action::Column::ObjectiveId.in_subquery(objectives.into_query())
}
