//! The values of a year can be corrected again.

use chrono::Datelike;
use kit_base::Problem;
use kit_web::{Act, Command, Done, Permit, Record};
use sea_orm::EntityTrait;
use serde_json::json;

use crate::model::PlanId;
use crate::store::{locked_period, plan};

/// Opens a year that was settled: its values can be corrected again.
#[derive(Debug, Clone)]
pub struct ReopenPeriod {
    /// Of which plan.
    pub plan: PlanId,
    /// Which calendar year.
    pub year: i32,
}

impl Command for ReopenPeriod {
    type Output = PlanId;

    const NAME: &'static str = "plan.reopen-period";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (plan, permit, is_locked) = hold_period(act, self.plan, self.year).await?;
        locked_period::Entity::delete_by_id((self.plan, self.year)).exec(&act.tx).await?;
        let values = json!({ "before": { "locked": is_locked }, "after": { "year": self.year, "locked": false } });
        Ok(permit.done(self.plan, Record::of("plan", self.plan.0, Some(plan.territory), values)))
    }
}

/// The plan, held: it carries the years that are settled. And whether this year of it is.
pub(super) async fn hold_period(
    act: &Act<'_>,
    plan: PlanId,
    year: i32,
) -> Result<(plan::Model, Permit, bool), Problem> {
    let plan = act.tx.hold::<plan::Entity>(plan).await?;
    let permit = act.permit("plan.edit", &plan.resource())?;
    if !plan.periods(act.now.year()).contains(&year) {
        return Err(Problem::NotFound);
    }
    let locked = locked_period::Entity::find_by_id((plan.id, year)).one(&act.tx).await?;
    Ok((plan, permit, locked.is_some()))
}
