//! The next seminar is opened: it begins as a copy of the last one, and what the earlier ones promised comes back on its agenda.

use chrono::NaiveDate;
use kit_base::{Multilingual, Problem, Territory};
use kit_web::{Act, Command, Done};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::commands::{CreateSeminar, CreatedSeminar};
use crate::model::{HalfDayPlan, SeminarId, SessionId, moved, usual_half_days};
use crate::store::{Programme, half_day, programme_held, seminar, session};

/// Opens the seminar that follows another, in the same region: its half-days, its sessions, its places and its colleges are those of
/// the last one, moved by as many days.
#[derive(Debug, Clone)]
pub struct OpenNextSeminar {
    /// The seminar it follows.
    pub previous: SeminarId,
    /// Its name.
    pub title: Multilingual,
    /// The commune it is held in.
    pub place: Option<Territory>,
    /// The building it is held in.
    pub place_label: Option<String>,
    /// Its first day, after the last day of the earlier one.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
}

impl Command for OpenNextSeminar {
    type Output = CreatedSeminar;

    const NAME: &'static str = "seminar.open-next";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let previous = act.tx.hold::<seminar::Entity>(self.previous).await?;
        let permit = act.permit("seminar.open-next", &previous.resource())?;
        let programme = programme_held(&act.tx, previous.id).await?;
        let seminar = CreateSeminar {
            title: self.title.clone(),
            territory: previous.territory,
            place: self.place,
            place_label: self.place_label.clone(),
            first_day: self.first_day,
            last_day: self.last_day,
            previous: Some(self.previous),
            source: None,
            is_example: previous.is_example,
            slug: None,
            half_days: Some(self.half_days(&previous, &programme)),
        };
        let created = seminar.write(act).await?;
        self.copy_sessions(act, &previous, &programme, created.id).await?;
        self.copy_registration(act, &previous, created.id).await?;
        let record = seminar.record(&created);
        Ok(permit.done(created, record))
    }
}

impl OpenNextSeminar {
    /// The same day of the next seminar; `None` where that one is shorter.
    fn moved(&self, previous: &seminar::Model, day: NaiveDate) -> Option<NaiveDate> {
        moved(day, previous.first_day, self.first_day).filter(|day| *day <= self.last_day)
    }

    /// Those of the last seminar; where this one is longer, the usual ones.
    fn half_days(&self, previous: &seminar::Model, programme: &Programme) -> Vec<HalfDayPlan> {
        let copy = |row: &half_day::Model| {
            let day = self.moved(previous, row.day)?;
            Some(HalfDayPlan { day, part: row.part, hours: row.hours() })
        };
        let copied: Vec<HalfDayPlan> = programme.half_days.iter().filter_map(|half_day| copy(&half_day.row)).collect();
        let usual = usual_half_days(self.first_day, self.last_day).into_iter();
        let added = usual.filter(|plan| !copied.iter().any(|copied| copied.day == plan.day)).collect::<Vec<_>>();
        copied.into_iter().chain(added).collect()
    }

    /// What will be held again, save what was cancelled. Rooms are those of a building: elsewhere they are others.
    async fn copy_sessions(
        &self,
        act: &Act<'_>,
        previous: &seminar::Model,
        programme: &Programme,
        next: SeminarId,
    ) -> Result<(), Problem> {
        let is_same_building = previous.place == self.place && previous.place_label == self.place_label;
        let half_days = half_day::Entity::find().filter(half_day::Column::SeminarId.eq(next)).all(&act.tx).await?;
        let same = |row: &half_day::Model| {
            let day = self.moved(previous, row.day)?;
            half_days.iter().find(|half_day| half_day.day == day && half_day.part == row.part)
        };
        let held = programme.sessions().filter(|(_, session)| session.cancelled_at.is_none());
        let rows: Vec<session::ActiveModel> = held
            .filter_map(|(half_day, session)| Some((same(half_day)?, session)))
            .map(|(half_day, session)| session::ActiveModel {
                id: Set(SessionId::new(act.now)),
                version: Set(1),
                half_day_id: Set(half_day.id),
                kind: Set(session.kind),
                number: Set(session.number),
                title: Set(session.title.clone()),
                room: Set(session.room.clone().filter(|_| is_same_building)),
                room_visibility: Set(session.room_visibility),
                starts: Set(session.starts),
                ends: Set(session.ends),
                visibility: Set(session.visibility),
                places: Set(session.places),
                cancelled_at: Set(None),
            })
            .collect();
        if !rows.is_empty() {
            session::Entity::insert_many(rows).exec_without_returning(&act.tx).await?;
        }
        Ok(())
    }

    /// Places, colleges and the dates of registration, as far before the first day as they were. Nobody who came is copied.
    async fn copy_registration(
        &self,
        act: &Act<'_>,
        previous: &seminar::Model,
        next: SeminarId,
    ) -> Result<(), Problem> {
        let later = |day: Option<NaiveDate>| moved(day?, previous.first_day, self.first_day);
        let copied = seminar::ActiveModel {
            places: Set(previous.places),
            colleges: Set(previous.colleges.clone()),
            registration_opens: Set(later(previous.registration_opens)),
            registration_closes: Set(later(previous.registration_closes).map(|day| day.min(self.last_day))),
            ..Default::default()
        };
        seminar::Entity::update_many().set(copied).filter(seminar::Column::Id.eq(next)).exec(&act.tx).await?;
        Ok(())
    }
}
