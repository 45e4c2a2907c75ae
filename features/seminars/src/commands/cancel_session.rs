//! A session will not be held.

use kit_base::{Message, Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::json;

use crate::model::SessionId;
use crate::store::{count_change, hold_session, session};

/// Cancels a session. It stays in the programme and in calendars, struck out: whoever counted on it must see it.
#[derive(Debug, Clone)]
pub struct CancelSession {
    /// Which one.
    pub session: SessionId,
}

impl Command for CancelSession {
    type Output = ();

    const NAME: &'static str = "session.cancel";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (seminar, _, before) = hold_session(&act.tx, self.session).await?;
        let permit = act.permit("session.edit", &before.resource(&seminar))?;
        if before.cancelled_at.is_some() {
            return Err(Problem::Refused(Message::new("seminars-error-session-cancelled")));
        }
        session::Entity::update_many()
            .col_expr(session::Column::CancelledAt, Expr::value(act.now))
            .col_expr(session::Column::Version, Expr::col(session::Column::Version).add(1))
            .filter(session::Column::Id.eq(self.session))
            .exec(&act.tx)
            .await?;
        count_change(&act.tx, &seminar, act.now).await?;
        let values = json!({ "before": { "title": before.title }, "after": { "cancelled": true } });
        let discreet = [seminar.visibility, before.visibility].contains(&Visibility::Discreet);
        let record = Record { discreet, ..Record::of("session", self.session.0, Some(seminar.territory), values) };
        Ok(permit.done((), record))
    }
}
