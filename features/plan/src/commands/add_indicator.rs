//! An indicator is added to a plan.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};

use crate::model::{Amount, INDICATORS_PER_PLAN_MAX, IndicatorFacts, IndicatorId, PlanId};
use crate::store::{indicator, plan};

/// Adds an indicator at the end of a plan's.
#[derive(Debug, Clone)]
pub struct AddIndicator {
    /// The plan.
    pub plan: PlanId,
    /// What it says of itself.
    pub facts: IndicatorFacts,
}

impl Command for AddIndicator {
    type Output = IndicatorId;

    const NAME: &'static str = "indicator.add";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held first: it carries the numbers of its indicators.
        let plan = act.tx.hold::<plan::Entity>(self.plan).await?;
        let permit = act.permit("plan.edit", &plan.resource())?;
        self.facts.check()?;
        let others = indicator::Entity::find().filter(indicator::Column::PlanId.eq(self.plan)).all(&act.tx).await?;
        if others.len() >= INDICATORS_PER_PLAN_MAX {
            let full = Message::new("plan-error-too-many-indicators").with("max", INDICATORS_PER_PLAN_MAX);
            return Err(Problem::Refused(full));
        }
        let highest = others.iter().map(|other| other.number).max().unwrap_or_default();
        let id = IndicatorId::new(act.now);
        let row = indicator::ActiveModel {
            id: Set(id),
            version: Set(1),
            plan_id: Set(self.plan),
            number: Set(highest.saturating_add(1)),
            ..indicator::ActiveModel::of_facts(&self.facts)
        };
        indicator::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let values = json!({ "before": null, "after": journal(&self.facts) });
        Ok(permit.done(id, Record::of("indicator", id.0, Some(plan.territory), values)))
    }
}

/// What the journal keeps of an indicator.
pub(super) fn journal(facts: &IndicatorFacts) -> Value {
    json!({
        "stage": facts.stage.code(),
        "title": facts.title,
        "definition": facts.definition,
        "unit": facts.unit,
        "baseline": facts.baseline.map(Amount::number),
        "baseline_year": facts.baseline_year,
        "target": facts.target.map(Amount::number),
        "source": facts.source,
    })
}
