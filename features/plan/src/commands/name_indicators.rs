//! An action says which indicators it means to move.

use std::collections::BTreeSet;

use kit_base::{Message, Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::commands::checks::plan_of_objective;
use crate::model::{ActionId, INDICATORS_PER_ACTION_MAX, IndicatorId, PlanId};
use crate::store::{action, action_indicator, indicator};

/// Names the indicators that an action means to move, in the place of those it named before.
#[derive(Debug, Clone)]
pub struct NameIndicators {
    /// Which action.
    pub action: ActionId,
    /// The version of the action that the person had before their eyes.
    pub version_read: i32,
    /// Of the plan it serves.
    pub indicators: BTreeSet<IndicatorId>,
}

impl Command for NameIndicators {
    type Output = ActionId;

    const NAME: &'static str = "action.name-indicators";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let action = act.tx.hold::<action::Entity>(self.action).await?;
        let permit = act.permit("action.edit", &action.resource())?;
        let plan = plan_of_objective(act, action.objective_id, action.territory).await?;
        self.check(act, plan).await?;
        // Its version goes on: two people who name indicators at once do not overwrite each other.
        let update = action::Entity::update_many();
        act.tx.update_version(self.action, action::Column::Version, self.version_read, update).await?;
        let before = self.replace(act).await?;
        let values = json!({ "before": { "indicators": before }, "after": { "indicators": self.indicators } });
        let discreet = action.visibility == Visibility::Discreet;
        let record = Record { discreet, ..Record::of("action", self.action.0, Some(action.territory), values) };
        Ok(permit.done(self.action, record))
    }
}

impl NameIndicators {
    async fn check(&self, act: &Act<'_>, plan: PlanId) -> Result<(), Problem> {
        if self.indicators.len() > INDICATORS_PER_ACTION_MAX {
            let many = Message::new("plan-error-too-many-named").with("max", INDICATORS_PER_ACTION_MAX);
            return Err(Problem::Refused(many));
        }
        let known = indicator::Entity::find()
            .filter(indicator::Column::PlanId.eq(plan))
            .filter(indicator::Column::Id.is_in(self.indicators.iter().copied()))
            .all(&act.tx)
            .await?;
        if known.len() == self.indicators.len() { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// Gives those that were named before.
    async fn replace(&self, act: &Act<'_>) -> Result<Vec<IndicatorId>, Problem> {
        let of_action = action_indicator::Column::ActionId.eq(self.action);
        let before = action_indicator::Entity::find().filter(of_action.clone()).all(&act.tx).await?;
        action_indicator::Entity::delete_many().filter(of_action).exec(&act.tx).await?;
        let row = |indicator: &IndicatorId| action_indicator::ActiveModel {
            action_id: Set(self.action),
            indicator_id: Set(*indicator),
        };
        if !self.indicators.is_empty() {
            let rows = self.indicators.iter().map(row);
            action_indicator::Entity::insert_many(rows).exec_without_returning(&act.tx).await?;
        }
        Ok(before.into_iter().map(|named| named.indicator_id).collect())
    }
}
