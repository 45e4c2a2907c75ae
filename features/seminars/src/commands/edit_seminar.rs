//! A seminar is renamed, moved to another place or to other days; whoever registered is told.

use chrono::NaiveDate;
use kit_base::{Message, Multilingual, Problem, Territory, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::json;

use crate::commands::create_seminar::{searched_words, zone_of};
use crate::letters;
use crate::model::{SeminarId, moved};
use crate::store::registrations::registrations_of;
use crate::store::{count_change, half_day, seminar};

/// Corrects a seminar. It keeps its length: another first day moves every half-day by as much. Whoever registered with an address is
/// written to when the days or the place change, unless all is over or cancelled.
#[derive(Debug, Clone)]
pub struct EditSeminar {
    /// Which one.
    pub seminar: SeminarId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// Its name.
    pub title: Multilingual,
    /// The commune it is held in.
    pub place: Option<Territory>,
    /// The building it is held in.
    pub place_label: Option<String>,
    /// Its first day.
    pub first_day: NaiveDate,
}

impl Command for EditSeminar {
    /// The last part of its address, which stays.
    type Output = String;

    const NAME: &'static str = "seminar.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let before = act.tx.hold::<seminar::Entity>(self.seminar).await?;
        let permit = act.permit("seminar.edit", &before.resource())?;
        let out_of_calendar = || Problem::field("premier-jour", Message::new("form-not-a-date"));
        let last_day = moved(before.last_day, before.first_day, self.first_day).ok_or_else(out_of_calendar)?;
        let after = seminar::Model {
            title: self.title.clone(),
            words: searched_words(&self.title, self.place, self.place_label.as_deref()),
            place: self.place,
            place_label: self.place_label.clone(),
            zone: zone_of(self.place, before.territory)?,
            first_day: self.first_day,
            last_day,
            ..before.clone()
        };
        let changed = seminar::ActiveModel {
            title: Set(after.title.clone()),
            words: Set(after.words.clone()),
            place: Set(after.place),
            place_label: Set(after.place_label.clone()),
            zone: Set(after.zone.clone()),
            first_day: Set(after.first_day),
            last_day: Set(after.last_day),
            ..Default::default()
        };
        let update = seminar::Entity::update_many().set(changed);
        act.tx.update_version(self.seminar, seminar::Column::Version, self.version_read, update).await?;
        self.move_half_days(act, before.first_day).await?;
        count_change(&act.tx, &before, act.now).await?;
        tell_those_registered(act, &before, &after).await?;
        let values = json!({
            "before": {
                "title": before.title,
                "place": before.place.map(|place| place.to_string()),
                "place_label": before.place_label,
                "first_day": before.first_day,
            },
            "after": {
                "title": self.title,
                "place": self.place.map(|place| place.to_string()),
                "place_label": self.place_label,
                "first_day": self.first_day,
            },
        });
        let discreet = before.visibility == Visibility::Discreet;
        let record = Record { discreet, ..Record::of("seminar", self.seminar.0, Some(before.territory), values) };
        Ok(permit.done(before.slug, record))
    }
}

/// Those who would stand before a closed door.
async fn tell_those_registered(act: &Act<'_>, before: &seminar::Model, after: &seminar::Model) -> Result<(), Problem> {
    let when_and_where = |row: &seminar::Model| (row.first_day, row.place, row.place_label.clone());
    let is_still_held = after.cancelled_at.is_none() && after.last_day >= after.today(act.now);
    if !is_still_held || when_and_where(before) == when_and_where(after) {
        return Ok(());
    }
    for registration in registrations_of(after.id).all(&act.tx).await? {
        letters::change(act, before, after, &registration).await?;
    }
    Ok(())
}

impl EditSeminar {
    /// A day has one morning and one afternoon: the half-day that goes furthest moves first, so that none meets another on the way.
    async fn move_half_days(&self, act: &Act<'_>, from: NaiveDate) -> Result<(), Problem> {
        if self.first_day == from {
            return Ok(());
        }
        let mut rows = half_day::Entity::find()
            .filter(half_day::Column::SeminarId.eq(self.seminar))
            .order_by_asc(half_day::Column::Day)
            .all(&act.tx)
            .await?;
        if self.first_day > from {
            rows.reverse();
        }
        for row in rows {
            let day = moved(row.day, from, self.first_day).ok_or(Problem::Unreadable)?;
            half_day::Entity::update_many()
                .col_expr(half_day::Column::Day, Expr::value(day))
                .filter(half_day::Column::Id.eq(row.id))
                .exec(&act.tx)
                .await?;
        }
        Ok(())
    }
}
