//! Signing out, here or elsewhere.

use kit_base::{Problem, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use crate::model::{PersonId, SessionId};
use crate::store::{open_at, person, session};

/// Ends one session. One that has ended already stays so.
pub struct EndSession {
    /// Which.
    pub session: SessionId,
}

impl Command for EndSession {
    type Output = ();

    const NAME: &'static str = "account.end-session";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<session::Entity>(self.session).await?;
        let permit = act.permit("account.sign-out-session", &resource(row.person_id))?;
        session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(act.now))
            .filter(session::Column::Id.eq(self.session))
            .filter(session::Column::RevokedAt.is_null())
            .exec(&act.tx)
            .await?;
        let values = json!({ "before": { "person": row.person_id }, "after": null });
        Ok(permit.done((), Record::of("session", self.session.0, None, values)))
    }
}

/// Ends all sessions of somebody but one.
pub struct EndOtherSessions {
    /// Whose.
    pub person: PersonId,
    /// The one that goes on.
    pub kept: SessionId,
}

impl Command for EndOtherSessions {
    type Output = ();

    const NAME: &'static str = "account.end-other-sessions";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = act.permit("account.sign-out-session", &resource(self.person))?;
        act.tx.hold::<person::Entity>(self.person).await?;
        let ended = session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(act.now))
            .filter(session::Column::PersonId.eq(self.person))
            .filter(session::Column::Id.ne(self.kept))
            .filter(open_at(act.now))
            .exec(&act.tx)
            .await?;
        let values = json!({ "before": { "sessions": ended.rows_affected }, "after": null });
        Ok(permit.done((), Record::of("person", self.person.0, None, values)))
    }
}

/// The person whose sessions they are: what the policies are asked about.
fn resource(person: PersonId) -> Resource {
    Resource::new("person", Visibility::Invited).with_id(person.0)
}
