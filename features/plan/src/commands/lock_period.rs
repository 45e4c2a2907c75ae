//! The values of a year are settled.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::reopen_period::hold_period;
use crate::model::PlanId;
use crate::store::locked_period;

/// Settles the values of a year: from now on none is entered or corrected.
#[derive(Debug, Clone)]
pub struct LockPeriod {
    /// Of which plan.
    pub plan: PlanId,
    /// Which calendar year.
    pub year: i32,
}

impl Command for LockPeriod {
    type Output = PlanId;

    const NAME: &'static str = "plan.lock-period";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (plan, permit, is_locked) = hold_period(act, self.plan, self.year).await?;
        if !is_locked {
            let row =
                locked_period::ActiveModel { plan_id: Set(self.plan), year: Set(self.year), locked_at: Set(act.now) };
            locked_period::Entity::insert(row).exec_without_returning(&act.tx).await?;
        }
        let values = json!({ "before": { "locked": is_locked }, "after": { "year": self.year, "locked": true } });
        Ok(permit.done(self.plan, Record::of("plan", self.plan.0, Some(plan.territory), values)))
    }
}
