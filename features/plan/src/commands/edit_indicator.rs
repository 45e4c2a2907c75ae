//! An indicator is corrected.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::EntityTrait;
use serde_json::json;

use super::add_indicator::journal;
use crate::model::{IndicatorFacts, IndicatorId};
use crate::store::{indicator, plan};

/// Corrects an indicator. Its values stay.
#[derive(Debug, Clone)]
pub struct EditIndicator {
    /// Which one.
    pub indicator: IndicatorId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// What it says of itself from now on.
    pub facts: IndicatorFacts,
}

impl Command for EditIndicator {
    type Output = IndicatorId;

    const NAME: &'static str = "indicator.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let before = act.tx.hold::<indicator::Entity>(self.indicator).await?;
        let plan = plan::Entity::find_by_id(before.plan_id).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let permit = act.permit("plan.edit", &plan.resource())?;
        self.facts.check()?;
        let update = indicator::Entity::update_many().set(indicator::ActiveModel::of_facts(&self.facts));
        act.tx.update_version(self.indicator, indicator::Column::Version, self.version_read, update).await?;
        let values = json!({ "before": journal(&before.facts()), "after": journal(&self.facts) });
        Ok(permit.done(self.indicator, Record::of("indicator", self.indicator.0, Some(plan.territory), values)))
    }
}
