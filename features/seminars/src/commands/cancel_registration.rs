//! Places are given back: one, or all of a registration.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set};
use serde_json::json;

use crate::commands::change_seat::{check_in_time, check_kept, hold};
use crate::model::{RegistrationId, SeatId};
use crate::store::registrations::{registration, seat, seats_of};

/// Gives places back. They are free at once for others; what was chosen stays known, so that calendars strike it out.
#[derive(Debug, Clone)]
pub struct CancelRegistration {
    /// Of which registration.
    pub registration: RegistrationId,
    /// Which place; all of them where none is said.
    pub seat: Option<SeatId>,
}

impl Command for CancelRegistration {
    type Output = ();

    const NAME: &'static str = "registration.cancel";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (seminar, row) = hold(act, self.registration).await?;
        let permit = act.permit("registration.change", &row.resource())?;
        check_in_time(act, &seminar)?;
        let kept: Vec<seat::Model> =
            seats_of(self.registration).filter(seat::Column::CancelledAt.is_null()).all(&act.tx).await?;
        let given_back = self.given_back(act, &kept).await?;
        seat::Entity::update_many()
            .col_expr(seat::Column::CancelledAt, Expr::value(act.now))
            .col_expr(seat::Column::ChangedAt, Expr::value(act.now))
            .col_expr(seat::Column::Version, Expr::col(seat::Column::Version).add(1))
            .filter(seat::Column::Id.is_in(given_back.iter().copied()))
            .exec(&act.tx)
            .await?;
        if given_back.len() == kept.len() {
            self.close(act).await?;
        }
        let values =
            json!({ "before": { "places": kept.len() }, "after": { "places": kept.len() - given_back.len() } });
        Ok(permit.done((), Record::of("registration", row.id.0, Some(seminar.territory), values)))
    }
}

impl CancelRegistration {
    async fn given_back(&self, act: &Act<'_>, kept: &[seat::Model]) -> Result<Vec<SeatId>, Problem> {
        let Some(id) = self.seat else { return Ok(kept.iter().map(|seat| seat.id).collect()) };
        check_kept(&act.tx.hold::<seat::Entity>(id).await?, self.registration)?;
        Ok(vec![id])
    }

    async fn close(&self, act: &Act<'_>) -> Result<(), Problem> {
        let closed = registration::ActiveModel { cancelled_at: Set(Some(act.now)), ..Default::default() };
        registration::Entity::update_many()
            .set(closed)
            .filter(registration::Column::Id.eq(self.registration))
            .exec(&act.tx)
            .await?;
        Ok(())
    }
}
