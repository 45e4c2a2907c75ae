//! Taking back the answer one has just given.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::model::NewsId;
use crate::store::{commitment, hold_link_of, news, settle};

/// Takes back an answer that was given by the same link. What stood before stands again.
#[derive(Debug, Clone)]
pub struct UndoAnswer {
    /// Which answer.
    pub news: NewsId,
}

impl Command for UndoAnswer {
    type Output = ();
    const NAME: &'static str = "commitment.undo-answer";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let found = news::Entity::find_by_id(self.news).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let row = act.tx.hold::<commitment::Entity>(found.commitment_id).await?;
        let permit = act.permit("commitment.undo-answer", &row.resource())?;
        let link = hold_link_of(&act.tx, act.principal, act.now).await?.ok_or(Problem::Forbidden)?;
        let answer = act.tx.hold::<news::Entity>(self.news).await?;
        if answer.link_id != Some(link.id) {
            return Err(Problem::Forbidden);
        }
        if !answer.counts() {
            return Err(Problem::Refused(Message::new("commitments-already-taken-back")));
        }
        news::Entity::update_many()
            .col_expr(news::Column::UndoneAt, Expr::value(act.now))
            .filter(news::Column::Id.eq(answer.id))
            .exec(&act.tx)
            .await?;
        let after = settle(&act.tx, &row).await?;
        let values = json!({
            "before": { "status": row.status.code(), "due": row.current_due, "news": answer.id.0 },
            "after": { "status": after.status.code(), "due": after.due },
        });
        Ok(permit.done((), Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}
