//! An organisation gives the value it was asked for, by its link.

use chrono::Datelike;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::EnterValue;
use crate::model::{Amount, VALUE_ANSWERS_MAX, ValueId, ValueLinkId};
use crate::store::{indicator, plan, value_link};

/// Enters the value that a link asks for, as if the coordinator had typed what they were told.
#[derive(Debug, Clone)]
pub struct AnswerValue {
    /// The link.
    pub link: ValueLinkId,
    /// The version of the value the person had before their eyes; 0 where there was none.
    pub version_read: i32,
    /// What was counted; `None` where it is not known.
    pub amount: Option<Amount>,
    /// Where the number comes from, or why it is not known.
    pub source: String,
}

impl Command for AnswerValue {
    type Output = ValueId;
    const NAME: &'static str = "indicator.answer";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let link = act.tx.hold::<value_link::Entity>(self.link).await?;
        let permit = act.permit("indicator.answer", &link.resource())?;
        if !link.is_living(act.now) {
            return Err(Problem::Gone);
        }
        if link.answers >= VALUE_ANSWERS_MAX {
            return Err(Problem::Refused(Message::new("plan-answer-too-many").with("max", VALUE_ANSWERS_MAX)));
        }
        let row = indicator::Entity::find_by_id(link.indicator_id).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let plan = act.tx.hold::<plan::Entity>(row.plan_id).await?;
        if !plan.periods(act.now.year()).contains(&link.year) {
            return Err(Problem::Gone);
        }
        let organisation = directory::find_in(&act.tx, link.organisation_id).await?.ok_or(Problem::Gone)?;
        let value = EnterValue {
            indicator: link.indicator_id,
            departement: link.territory,
            year: link.year,
            version_read: self.version_read,
            amount: self.amount,
            source: self.source.clone(),
            organisation: Some(link.organisation_id),
            author: organisation.display_name(),
        };
        let (id, values) = value.write(act, plan.id).await?;
        value_link::Entity::update_many()
            .col_expr(value_link::Column::Answers, Expr::value(link.answers.saturating_add(1)))
            .filter(value_link::Column::Id.eq(link.id))
            .exec(&act.tx)
            .await?;
        kit_outbox::withdraw(&act.tx, link.id.0).await?;
        Ok(permit.done(id, Record::of("indicator-value", id.0, Some(link.territory), values)))
    }
}
