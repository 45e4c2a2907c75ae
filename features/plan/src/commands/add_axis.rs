//! An axis is added to a plan.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::model::{AXES_PER_PLAN_MAX, AxisId, PlanId};
use crate::store::{axis, plan};

/// Adds an axis at the end of a plan.
#[derive(Debug, Clone)]
pub struct AddAxis {
    /// The plan.
    pub plan: PlanId,
    /// Its name.
    pub title: String,
}

impl Command for AddAxis {
    type Output = AxisId;

    const NAME: &'static str = "plan.add-axis";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held first: it carries the numbers of its axes.
        let plan = act.tx.hold::<plan::Entity>(self.plan).await?;
        let permit = act.permit("plan.edit", &plan.resource())?;
        let others = axis::Entity::find().filter(axis::Column::PlanId.eq(self.plan)).all(&act.tx).await?;
        if others.len() >= AXES_PER_PLAN_MAX {
            return Err(Problem::Refused(Message::new("plan-error-too-many-axes").with("max", AXES_PER_PLAN_MAX)));
        }
        let highest = others.iter().map(|other| other.number).max().unwrap_or_default();
        let id = AxisId::new(act.now);
        let row = axis::ActiveModel {
            id: Set(id),
            plan_id: Set(self.plan),
            number: Set(highest.saturating_add(1)),
            title: Set(self.title.clone()),
        };
        axis::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let values = json!({ "before": null, "after": { "plan": self.plan, "title": self.title } });
        Ok(permit.done(id, Record::of("axis", id.0, Some(plan.territory), values)))
    }
}
