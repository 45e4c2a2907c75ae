//! The minutes of a session are written.

use kit_base::{Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use crate::model::SessionId;
use crate::store::{half_day, minutes, seminar, session};

/// Writes the minutes of a session.
#[derive(Debug, Clone)]
pub struct EditMinutes {
    /// Which session.
    pub session: SessionId,
    /// The version the person had before their eyes; 0 where there were no minutes yet.
    pub version_read: i32,
    /// The whole text.
    pub text: String,
}

impl Command for EditMinutes {
    type Output = ();

    const NAME: &'static str = "minutes.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held so that two people who begin the minutes at the same moment meet here.
        let session = act.tx.hold::<session::Entity>(self.session).await?;
        let half_day =
            half_day::Entity::find_by_id(session.half_day_id).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let seminar = seminar::Entity::find_by_id(half_day.seminar_id).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let permit = act.permit("minutes.edit", &session.resource(&seminar))?;
        let before = minutes::Entity::find_by_id(self.session).one(&act.tx).await?;
        match &before {
            None if self.version_read == 0 => self.begin(act).await?,
            None => return Err(Problem::Conflict { current: 0 }),
            Some(_) => self.replace(act).await?,
        }
        let values = json!({ "before": before.map(|before| before.text), "after": self.text });
        let discreet = [seminar.visibility, session.visibility].contains(&Visibility::Discreet);
        let record = Record { discreet, ..Record::of("minutes", self.session.0, Some(seminar.territory), values) };
        Ok(permit.done((), record))
    }
}

impl EditMinutes {
    async fn begin(&self, act: &Act<'_>) -> Result<(), Problem> {
        let row = minutes::ActiveModel {
            session_id: Set(self.session),
            version: Set(1),
            text: Set(self.text.clone()),
            updated_at: Set(act.now),
        };
        minutes::Entity::insert(row).exec_without_returning(&act.tx).await?;
        Ok(())
    }

    async fn replace(&self, act: &Act<'_>) -> Result<(), Problem> {
        let changed =
            minutes::ActiveModel { text: Set(self.text.clone()), updated_at: Set(act.now), ..Default::default() };
        let update = minutes::Entity::update_many().set(changed);
        act.tx.update_version(self.session, minutes::Column::Version, self.version_read, update).await
    }
}
