//! An open promise comes back on the agenda of a later gathering.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use sea_orm::sea_query::OnConflict;
use serde_json::json;

use crate::model::{CommitmentId, Origin};
use crate::store::{carried, commitment};

/// Carries an open promise over to a gathering: neither its date nor its state changes. Doing it twice is doing it once.
#[derive(Debug, Clone)]
pub struct CarryOver {
    /// Which one.
    pub commitment: CommitmentId,
    /// The gathering on whose agenda it stands.
    pub to: Origin,
}

impl Command for CarryOver {
    type Output = ();
    const NAME: &'static str = "commitment.carry-over";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<()>, Problem> {
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.record", &row.resource())?;
        if !row.status.is_open() {
            return Err(Problem::Refused(Message::new("commitments-carry-closed")));
        }
        let line = carried::ActiveModel {
            commitment_id: Set(row.id),
            origin_id: Set(self.to.id),
            origin_kind: Set(self.to.kind),
            origin_title: Set(self.to.title.clone()),
            origin_date: Set(self.to.date),
            origin_path: Set(self.to.path.clone()),
            carried_at: Set(act.now),
        };
        // The gathering may have moved to another day meanwhile.
        let again = OnConflict::columns([carried::Column::CommitmentId, carried::Column::OriginId])
            .update_columns([carried::Column::OriginTitle, carried::Column::OriginDate, carried::Column::OriginPath])
            .to_owned();
        carried::Entity::insert(line).on_conflict(again).exec_without_returning(&act.tx).await?;
        let values = json!({ "before": null, "after": { "carried_to": self.to.id, "date": self.to.date } });
        Ok(permit.done((), Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}
