//! The plan of a region is created.

use kit_base::{Message, Problem, Territory, TerritoryKind, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use crate::model::{PlanId, check_years};
use crate::store::plan;

/// Creates the plan of a region, without axes.
#[derive(Debug, Clone)]
pub struct CreatePlan {
    /// The region.
    pub territory: Territory,
    /// Its name.
    pub title: String,
    /// Its first calendar year.
    pub first_year: i32,
    /// Its last calendar year.
    pub last_year: i32,
    /// Whether it is invented.
    pub is_example: bool,
}

impl Command for CreatePlan {
    type Output = PlanId;

    const NAME: &'static str = "plan.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let resource = Resource::new("plan", Visibility::Public).in_territory(self.territory);
        let permit = act.permit("plan.edit", &resource)?;
        if self.territory.kind() != TerritoryKind::Region {
            return Err(Problem::field("region", Message::new("form-unknown-code")));
        }
        check_years(self.first_year, self.last_year)?;
        let id = PlanId::new(act.now);
        let row = plan::ActiveModel {
            id: Set(id),
            version: Set(1),
            territory: Set(self.territory),
            title: Set(self.title.clone()),
            first_year: Set(self.first_year),
            last_year: Set(self.last_year),
            is_example: Set(self.is_example),
            visibility: Set(Visibility::Public),
        };
        plan::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let after = json!({ "title": self.title, "first_year": self.first_year, "last_year": self.last_year });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(id, Record::of("plan", id.0, Some(self.territory), values)))
    }
}
