//! "That was not me."

use kit_base::{Message, Problem};
use kit_store::Tx;
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::model::{AnswerLinkId, NewsId, with_descendants};
use crate::store::{answer_link, commitment, hold_link_of, links_of, news, revoke, settle};

/// The organisation says that an answer it was told of is not its own: what stood before stands again, and the link that
/// was used stops working, with those that came from it by being handed over.
#[derive(Debug, Clone)]
pub struct DisownAnswer {
    /// Which answer.
    pub news: NewsId,
}

impl Command for DisownAnswer {
    type Output = ();
    const NAME: &'static str = "commitment.disown-answer";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let found = news::Entity::find_by_id(self.news).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let row = act.tx.hold::<commitment::Entity>(found.commitment_id).await?;
        let permit = act.permit("commitment.disown-answer", &row.resource())?;
        let own_link = hold_link_of(&act.tx, act.principal, act.now).await?.ok_or(Problem::Forbidden)?;
        // Only the link that told the organisation of this very answer: otherwise any holder of a link could undo the others.
        if own_link.tells_of != Some(self.news) {
            return Err(Problem::Forbidden);
        }
        let answer = act.tx.hold::<news::Entity>(self.news).await?;
        if answer.disowned_at.is_some() {
            return Err(Problem::Refused(Message::new("commitments-already-taken-back")));
        }
        news::Entity::update_many()
            .col_expr(news::Column::DisownedAt, Expr::value(act.now))
            .filter(news::Column::Id.eq(answer.id))
            .exec(&act.tx)
            .await?;
        revoke_what_was_used(&act.tx, &answer, &own_link, act.now).await?;
        let after = settle(&act.tx, &row).await?;
        let values = json!({
            "before": { "status": row.status.code(), "due": row.current_due, "news": answer.id.0 },
            "after": { "status": after.status.code(), "due": after.due, "revoked": answer.link_id.map(|link| link.0) },
        });
        Ok(permit.done((), Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}

async fn revoke_what_was_used(
    tx: &Tx,
    answer: &news::Model,
    own_link: &answer_link::Model,
    now: kit_base::Instant,
) -> Result<(), Problem> {
    let Some(used) = answer.link_id else { return Ok(()) };
    let links: Vec<(AnswerLinkId, Option<AnswerLinkId>)> =
        links_of(answer.commitment_id).all(tx).await?.iter().map(|link| (link.id, link.handed_over_from)).collect();
    let revoked = with_descendants(used, &links).into_iter().filter(|link| *link != own_link.id);
    revoke(tx, revoked, now).await
}
