//! A seminar will not be held.

use kit_base::{Message, Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::json;

use crate::letters;
use crate::model::SeminarId;
use crate::store::registrations::registrations_of;
use crate::store::{count_change, seminar};

/// Cancels a seminar. Its page and its calendars say so, and whoever registered with an address is written to.
#[derive(Debug, Clone)]
pub struct CancelSeminar {
    /// Which one.
    pub seminar: SeminarId,
}

impl Command for CancelSeminar {
    /// The last part of its address.
    type Output = String;

    const NAME: &'static str = "seminar.cancel";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let before = act.tx.hold::<seminar::Entity>(self.seminar).await?;
        let permit = act.permit("seminar.edit", &before.resource())?;
        if before.cancelled_at.is_some() {
            return Err(Problem::Refused(Message::new("seminars-error-seminar-cancelled")));
        }
        if before.last_day < before.today(act.now) {
            return Err(Problem::Refused(Message::new("seminars-error-seminar-over")));
        }
        seminar::Entity::update_many()
            .col_expr(seminar::Column::CancelledAt, Expr::value(act.now))
            .col_expr(seminar::Column::Version, Expr::col(seminar::Column::Version).add(1))
            .filter(seminar::Column::Id.eq(self.seminar))
            .exec(&act.tx)
            .await?;
        count_change(&act.tx, &before, act.now).await?;
        for registration in registrations_of(self.seminar).all(&act.tx).await? {
            letters::cancellation(act, &before, &registration).await?;
        }
        let values = json!({ "before": null, "after": { "cancelled": true } });
        let discreet = before.visibility == Visibility::Discreet;
        let record = Record { discreet, ..Record::of("seminar", self.seminar.0, Some(before.territory), values) };
        Ok(permit.done(before.slug, record))
    }
}
