//! Indicators and their values in the database, and how they are read.

use std::collections::{BTreeSet, HashMap};

use kit_base::ownership::{Guard, Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_store::Reader;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select, Set,
};

use crate::model::{INDICATORS_PER_PLAN_MAX, IndicatorFacts, IndicatorId, PlanId, Sum};

/// Indicators of plans.
pub(crate) mod indicator {
    use sea_orm::entity::prelude::*;

    use crate::model::{Amount, IndicatorId, PlanId, Stage};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "indicator")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: IndicatorId,
        pub version: i32,
        pub plan_id: PlanId,
        pub number: i32,
        pub stage: Stage,
        pub title: String,
        pub definition: String,
        pub unit: String,
        pub baseline: Option<Amount>,
        pub baseline_year: Option<i32>,
        pub target: Option<Amount>,
        pub source: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Values of indicators, by département and year.
pub(crate) mod indicator_value {
    use directory::OrganisationId;
    use kit_base::{Instant, Territory};
    use sea_orm::entity::prelude::*;

    use crate::model::{Amount, IndicatorId, ValueId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "indicator_value")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ValueId,
        pub version: i32,
        pub indicator_id: IndicatorId,
        pub territory: Territory,
        pub year: i32,
        pub amount: Option<Amount>,
        pub source: String,
        pub organisation_id: Option<OrganisationId>,
        pub author: String,
        pub entered_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Years of plans whose values are settled.
pub(crate) mod locked_period {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::PlanId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "locked_period")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub plan_id: PlanId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i32,
        pub locked_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Which indicators an action means to move.
pub(crate) mod action_indicator {
    use sea_orm::entity::prelude::*;

    use crate::model::{ActionId, IndicatorId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "action_indicator")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub action_id: ActionId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub indicator_id: IndicatorId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Owned for indicator_value::Entity {
    fn ownership() -> OwnershipColumns<indicator_value::Column> {
        OwnershipColumns {
            territory: Some(indicator_value::Column::Territory),
            organisation: Some(indicator_value::Column::OrganisationId),
            // A plain count by département and year is published whole; crossings would not be.
            visibility: RowVisibility::Always(Visibility::Public),
        }
    }
}

// Read through their plan.
impl Unowned for indicator::Entity {}
impl Unowned for locked_period::Entity {}
// Read through its action, and shown with indicators whose plan may be read.
impl Unowned for action_indicator::Entity {}

/// What the policies look at when a value of a département is entered.
pub(crate) fn value_resource(departement: Territory) -> Resource {
    Resource::new("indicator-value", Visibility::Public).in_territory(departement)
}

impl indicator::Model {
    /// Its page.
    pub(crate) fn path(&self) -> String {
        format!("/indicateurs/{}", self.id)
    }

    /// What it says of itself.
    pub(crate) fn facts(&self) -> IndicatorFacts {
        IndicatorFacts {
            stage: self.stage,
            title: self.title.clone(),
            definition: self.definition.clone(),
            unit: self.unit.clone(),
            baseline: self.baseline,
            baseline_year: self.baseline_year,
            target: self.target,
            source: self.source.clone(),
        }
    }

    /// The page of its value in a département and a year.
    pub(crate) fn value_path(&self, departement: Territory, year: i32) -> String {
        format!("{}/valeurs/{}/{year}", self.path(), departement.code())
    }
}

impl indicator::ActiveModel {
    /// What an indicator says of itself, and nothing else.
    pub(crate) fn of_facts(facts: &IndicatorFacts) -> Self {
        Self {
            stage: Set(facts.stage),
            title: Set(facts.title.clone()),
            definition: Set(facts.definition.clone()),
            unit: Set(facts.unit.clone()),
            baseline: Set(facts.baseline),
            baseline_year: Set(facts.baseline_year),
            target: Set(facts.target),
            source: Set(facts.source.clone()),
            ..Default::default()
        }
    }
}

/// The indicators of a plan that may be read, in order.
pub(crate) async fn indicators_of(reader: &Reader, plan: PlanId) -> Result<Vec<indicator::Model>, Problem> {
    let query = indicator::Entity::find()
        .filter(indicator::Column::PlanId.eq(plan))
        .order_by_asc(indicator::Column::Number)
        .limit(INDICATORS_PER_PLAN_MAX as u64);
    reader.all(query).await
}

/// The values of an indicator: a row a département and year at most.
pub(crate) fn values_of(indicator: IndicatorId) -> Select<indicator_value::Entity> {
    indicator_value::Entity::find().filter(indicator_value::Column::IndicatorId.eq(indicator))
}

/// Its value in a département and a year.
pub(crate) fn value_at(indicator: IndicatorId, departement: Territory, year: i32) -> Select<indicator_value::Entity> {
    values_of(indicator)
        .filter(indicator_value::Column::Territory.eq(departement))
        .filter(indicator_value::Column::Year.eq(year))
}

/// The years of a plan whose values are settled.
pub(crate) async fn locked_years(reader: &Reader, plan: PlanId) -> Result<BTreeSet<i32>, Problem> {
    let query = locked_period::Entity::find().filter(locked_period::Column::PlanId.eq(plan));
    Ok(reader.all(query).await?.into_iter().map(|period| period.year).collect())
}

#[derive(Debug, FromQueryResult)]
struct Summed {
    indicator_id: IndicatorId,
    year: i32,
    total: i64,
    known: i64,
}

/// The sum of each indicator in the newest year of which something is known.
pub(crate) async fn newest_sums(
    reader: &Reader,
    indicators: impl Iterator<Item = IndicatorId>,
    guard: &impl Guard,
) -> Result<HashMap<IndicatorId, (i32, Sum)>, Problem> {
    let amount = indicator_value::Column::Amount;
    let query = indicator_value::Entity::find()
        .select_only()
        .column(indicator_value::Column::IndicatorId)
        .column(indicator_value::Column::Year)
        // PostgreSQL sums bigints into a numeric.
        .column_as(amount.sum().cast_as("bigint"), "total")
        .column_as(amount.count(), "known")
        .filter(indicator_value::Column::IndicatorId.is_in(indicators))
        .filter(amount.is_not_null())
        .group_by(indicator_value::Column::IndicatorId)
        .group_by(indicator_value::Column::Year)
        .order_by_asc(indicator_value::Column::Year);
    let rows: Vec<Summed> = reader.shaped_within(query, guard).await?;
    let sum = |row: &Summed| Sum { amount: Some(row.total), known: usize::try_from(row.known).unwrap_or_default() };
    // The last of each indicator stands: its newest year.
    Ok(rows.iter().map(|row| (row.indicator_id, (row.year, sum(row)))).collect())
}
