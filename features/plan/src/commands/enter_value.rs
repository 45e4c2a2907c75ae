//! The value of an indicator in a département and a year is entered, or corrected.

use chrono::Datelike;
use directory::OrganisationId;
use kit_base::{Message, Problem, Territory};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use crate::model::{Amount, IndicatorId, PlanId, ValueId};
use crate::store::{indicator, indicator_value, locked_period, plan, value_at, value_resource};

/// Enters the value of an indicator, or corrects it: there is one a département and year.
#[derive(Debug, Clone)]
pub struct EnterValue {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// In which département of the plan's region.
    pub departement: Territory,
    /// In which calendar year.
    pub year: i32,
    /// The version the person had before their eyes; 0 where there was none.
    pub version_read: i32,
    /// What was counted; `None` where it is not known.
    pub amount: Option<Amount>,
    /// Where the number comes from, or why it is not known.
    pub source: String,
    /// The organisation that gives it, where one does.
    pub organisation: Option<OrganisationId>,
    /// Who enters it, by the name they go by.
    pub author: String,
}

impl Command for EnterValue {
    type Output = ValueId;

    const NAME: &'static str = "indicator.enter-value";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let indicator = indicator::Entity::find_by_id(self.indicator).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        // Held first: it carries the years that are settled, and orders those who enter the same value at once.
        let plan = act.tx.hold::<plan::Entity>(indicator.plan_id).await?;
        let permit = act.permit("indicator.enter-value", &value_resource(self.departement))?;
        if territories::atlas().region_of(self.departement) != Some(plan.territory) {
            return Err(Problem::NotFound);
        }
        if !plan.periods(act.now.year()).contains(&self.year) {
            return Err(Problem::NotFound);
        }
        let (id, values) = self.write(act, plan.id).await?;
        Ok(permit.done(id, Record::of("indicator-value", id.0, Some(self.departement), values)))
    }
}

/// Refuses what is about a year that is settled.
pub(super) async fn check_open(act: &Act<'_>, plan: PlanId, year: i32) -> Result<(), Problem> {
    match locked_period::Entity::find_by_id((plan, year)).one(&act.tx).await? {
        Some(_) => Err(Problem::Refused(Message::new("plan-error-period-locked").with("year", year))),
        None => Ok(()),
    }
}

impl EnterValue {
    /// Enters it once permitted, the plan being held; gives the value and what the journal keeps of it.
    pub(super) async fn write(&self, act: &Act<'_>, plan: PlanId) -> Result<(ValueId, Value), Problem> {
        check_open(act, plan, self.year).await?;
        if let Some(organisation) = self.organisation {
            directory::hold_for(act, organisation, "organisation").await?;
        }
        let before = value_at(self.indicator, self.departement, self.year).one(&act.tx).await?;
        let id = match &before {
            Some(row) => self.correct(act, row).await?,
            None => self.insert(act).await?,
        };
        Ok((id, json!({ "before": before.as_ref().map(values_of), "after": self.values() })))
    }

    async fn insert(&self, act: &Act<'_>) -> Result<ValueId, Problem> {
        let id = ValueId::new(act.now);
        let row = indicator_value::ActiveModel {
            id: Set(id),
            version: Set(1),
            indicator_id: Set(self.indicator),
            territory: Set(self.departement),
            year: Set(self.year),
            ..self.said(act)
        };
        indicator_value::Entity::insert(row).exec_without_returning(&act.tx).await?;
        Ok(id)
    }

    /// The same value entered twice is one, and stays whose it was: a form as old or older has nothing to lose.
    async fn correct(&self, act: &Act<'_>, row: &indicator_value::Model) -> Result<ValueId, Problem> {
        if (0..=row.version).contains(&self.version_read) && values_of(row) == self.values() {
            return Ok(row.id);
        }
        let update = indicator_value::Entity::update_many().set(self.said(act));
        act.tx.update_version(row.id, indicator_value::Column::Version, self.version_read, update).await?;
        Ok(row.id)
    }

    fn said(&self, act: &Act<'_>) -> indicator_value::ActiveModel {
        indicator_value::ActiveModel {
            amount: Set(self.amount),
            source: Set(self.source.clone()),
            organisation_id: Set(self.organisation),
            author: Set(self.author.clone()),
            entered_at: Set(act.now),
            ..Default::default()
        }
    }

    fn values(&self) -> Value {
        let amount = self.amount.map(Amount::number);
        json!({ "year": self.year, "amount": amount, "source": self.source, "organisation": self.organisation })
    }
}

fn values_of(row: &indicator_value::Model) -> Value {
    json!({ "year": row.year, "amount": row.amount.map(Amount::number), "source": row.source, "organisation": row.organisation_id })
}
