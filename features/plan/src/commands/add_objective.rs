//! An objective is added to an axis.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::model::{AxisId, OBJECTIVES_PER_AXIS_MAX, ObjectiveId};
use crate::store::{axis, objective, plan};

/// Adds an objective at the end of an axis.
#[derive(Debug, Clone)]
pub struct AddObjective {
    /// The axis.
    pub axis: AxisId,
    /// Its name.
    pub title: String,
}

impl Command for AddObjective {
    type Output = ObjectiveId;

    const NAME: &'static str = "plan.add-objective";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held first: it carries the numbers of its objectives.
        let axis = act.tx.hold::<axis::Entity>(self.axis).await?;
        let plan = plan::Entity::find_by_id(axis.plan_id).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let permit = act.permit("plan.edit", &plan.resource())?;
        let others = objective::Entity::find().filter(objective::Column::AxisId.eq(self.axis)).all(&act.tx).await?;
        if others.len() >= OBJECTIVES_PER_AXIS_MAX {
            let full = Message::new("plan-error-too-many-objectives").with("max", OBJECTIVES_PER_AXIS_MAX);
            return Err(Problem::Refused(full));
        }
        let highest = others.iter().map(|other| other.number).max().unwrap_or_default();
        let id = ObjectiveId::new(act.now);
        let row = objective::ActiveModel {
            id: Set(id),
            axis_id: Set(self.axis),
            number: Set(highest.saturating_add(1)),
            title: Set(self.title.clone()),
        };
        objective::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let values = json!({ "before": null, "after": { "axis": self.axis, "title": self.title } });
        Ok(permit.done(id, Record::of("objective", id.0, Some(plan.territory), values)))
    }
}
