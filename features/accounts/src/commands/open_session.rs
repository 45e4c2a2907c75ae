//! Opening a session.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record, TokenDigest, new_token};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use serde_json::json;

use crate::model::{PersonId, SESSIONS_PER_PERSON_MAX, SessionId};
use crate::store::{open_at, person, session};

/// Opens a session without a mail: the demo's door, where anybody may try the house as a demo person. Gives the token.
pub struct OpenSession {
    person: PersonId,
}

impl OpenSession {
    /// As this person.
    pub fn for_demo(person: PersonId) -> Self {
        Self { person }
    }
}

impl Command for OpenSession {
    type Output = String;

    const NAME: &'static str = "account.open-session";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = act.permit_by_proof("demo door");
        let token = new_token();
        let id = open(act, self.person, &TokenDigest::of(&token), "").await?;
        Ok(permit.done(token, record(id, self.person)))
    }
}

/// What the journal keeps of a session that was opened.
pub(super) fn record(session: SessionId, person: PersonId) -> Record {
    Record::of("session", session.0, None, json!({ "before": null, "after": { "person": person } }))
}

/// Adds the session, and closes the oldest when there would be too many.
pub(super) async fn open(
    act: &Act<'_>,
    person: PersonId,
    token: &TokenDigest,
    browser: &str,
) -> Result<SessionId, Problem> {
    act.tx.hold::<person::Entity>(person).await?;
    let open = session::Entity::find().filter(session::Column::PersonId.eq(person)).filter(open_at(act.now));
    let beyond = open
        .order_by_desc(session::Column::Id)
        .offset(SESSIONS_PER_PERSON_MAX - 1)
        .limit(SESSIONS_PER_PERSON_MAX)
        .all(&act.tx)
        .await?;
    if !beyond.is_empty() {
        session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(act.now))
            .filter(session::Column::Id.is_in(beyond.iter().map(|row| row.id)))
            .exec(&act.tx)
            .await?;
    }
    let id = SessionId::new(act.now);
    let row = session::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        token_digest: Set(token.bytes()),
        browser: Set(browser.to_owned()),
        created_at: Set(act.now),
        revoked_at: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(&act.tx).await?;
    Ok(id)
}
