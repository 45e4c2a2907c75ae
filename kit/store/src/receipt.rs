//! A form carries a key; a form that was carried out leaves a receipt; the same form sent again gets the same answer.

use kit_base::{Instant, Problem};
use sea_orm::{ConnectionTrait, DbErr, SqlErr, Statement};
use uuid::Uuid;

use crate::Tx;

/// What became of a form that was sent before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Who sent it, as in the journal.
    pub actor: String,
    /// Which command it carried out.
    pub command: String,
    /// Where the person was sent afterwards.
    pub outcome: String,
}

impl Tx {
    /// The receipt of an earlier submit of this form, or a claim on it until this write ends: the second of two submits
    /// at the same moment waits for the first and then finds its receipt.
    pub async fn claim_form(
        &self,
        key: Uuid,
        actor: &str,
        command: &str,
        now: Instant,
    ) -> Result<Option<Receipt>, Problem> {
        let backend = self.get_database_backend();
        let row = self
            .query_one_raw(Statement::from_sql_and_values(
                backend,
                "SELECT actor, command, outcome FROM form_receipt WHERE key = $1",
                [key.into()],
            ))
            .await?;
        if let Some(row) = row {
            return Ok(Some(Receipt {
                actor: row.try_get("", "actor")?,
                command: row.try_get("", "command")?,
                outcome: row.try_get::<Option<String>>("", "outcome")?.unwrap_or_default(),
            }));
        }
        self.execute_raw(Statement::from_sql_and_values(
            backend,
            "INSERT INTO form_receipt (key, actor, command, outcome, at) VALUES ($1, $2, $3, NULL, $4)",
            [key.into(), actor.into(), command.into(), now.into()],
        ))
        .await?;
        Ok(None)
    }

    /// Writes on the receipt where the person was sent.
    pub async fn complete_form(&self, key: Uuid, outcome: &str) -> Result<(), Problem> {
        self.execute_raw(Statement::from_sql_and_values(
            self.get_database_backend(),
            "UPDATE form_receipt SET outcome = $2 WHERE key = $1",
            [key.into(), outcome.into()],
        ))
        .await?;
        Ok(())
    }

    /// Forgets receipts older than `before`: nobody sends such a form again.
    pub async fn forget_forms(&self, before: Instant) -> Result<u64, Problem> {
        let done = self
            .execute_raw(Statement::from_sql_and_values(
                self.get_database_backend(),
                "DELETE FROM form_receipt WHERE at < $1",
                [before.into()],
            ))
            .await?;
        Ok(done.rows_affected())
    }
}

/// Whether the write failed because the same form was being carried out.
pub(crate) fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(message)) if message.contains("form_receipt"))
}
