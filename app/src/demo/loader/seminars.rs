//! Two seminars that were held, and an example.

use anyhow::Context;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use commitments::{Origin, OriginKind};
use kit_base::{LanguageTag, Locale, Multilingual, Territory, Visibility};
use kit_store::Reader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use seminars::commands::{AddSession, CreateSeminar, CreatedSeminar, EditMinutes};
use seminars::{HalfDayId, HalfDayPlan, Hours, Part, SeminarId, SessionId};

use super::data::{ExampleSeminar, HalfDayData, HeldSeminar, Seminars, SessionData};
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// What the loader must know of a half-day that was made with its seminar: a command gives back the seminar alone.
mod half_day {
    use sea_orm::entity::prelude::*;
    use seminars::{HalfDayId, Part, SeminarId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "half_day")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: HalfDayId,
        pub seminar_id: SeminarId,
        pub day: Date,
        pub part: Part,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

/// Makes the seminars; gives what promises remember of the sessions of the example alone.
pub(super) async fn load(steps: &mut Steps<'_>, data: &Seminars) -> anyhow::Result<Named<Origin>> {
    for held in &data.held {
        let created = create(steps, creation_of_held(held)).await?;
        let mut unnamed = Named::new("session of a seminar that was held");
        load_sessions(steps, &created, held.territory, &held.half_day, |day| Some(*day), &mut unnamed).await?;
    }
    let example = &data.example;
    let first_day = first_day_of(example, steps.first_day)?;
    let created = create(steps, creation_of_example(example, first_day)?).await?;
    let mut sessions = Named::new("session of the example");
    let day = |number: &u64| day_of(first_day, *number);
    load_sessions(steps, &created, example.territory, &example.half_day, day, &mut sessions).await?;
    Ok(sessions)
}

/// The last Thursday that is at least so many days before the demo began.
fn first_day_of(example: &ExampleSeminar, demo_began: NaiveDate) -> anyhow::Result<NaiveDate> {
    let latest = demo_began.checked_sub_days(Days::new(example.days_ago)).context("the example’s first day")?;
    let days_since_thursday = latest.weekday().days_since(Weekday::Thu);
    latest.checked_sub_days(Days::new(days_since_thursday.into())).context("the example’s first day")
}

/// Days of a seminar are numbered from 1.
fn day_of(first_day: NaiveDate, number: u64) -> Option<NaiveDate> {
    first_day.checked_add_days(Days::new(number.saturating_sub(1)))
}

fn creation_of_held(held: &HeldSeminar) -> anyhow::Result<CreateSeminar> {
    let half_days: Vec<_> = held.half_day.iter().map(|half_day| plan_of(half_day, half_day.day)).collect();
    let days = || half_days.iter().map(|plan| plan.day);
    Ok(CreateSeminar {
        title: title(&held.title_fr, &held.title_en),
        territory: held.territory,
        place: Some(held.place),
        place_label: held.place_label.clone(),
        first_day: days().min().with_context(|| format!("{} has no half-day", held.slug))?,
        last_day: days().max().with_context(|| format!("{} has no half-day", held.slug))?,
        previous: None,
        source: Some(held.source.clone()),
        is_example: false,
        slug: Some(held.slug.clone()),
        half_days: Some(half_days),
    })
}

fn creation_of_example(example: &ExampleSeminar, first_day: NaiveDate) -> anyhow::Result<CreateSeminar> {
    let plan = |half_day: &HalfDayData<u64>| day_of(first_day, half_day.day).map(|day| plan_of(half_day, day));
    let half_days: Vec<_> = example.half_day.iter().map(plan).collect::<Option<_>>().context("the example’s days")?;
    Ok(CreateSeminar {
        title: title(&example.title_fr, &example.title_en),
        territory: example.territory,
        place: Some(example.place),
        place_label: example.place_label.clone(),
        first_day,
        last_day: half_days.iter().map(|plan| plan.day).max().context("the example has no half-day")?,
        previous: None,
        source: None,
        is_example: true,
        slug: Some(example.slug.clone()),
        half_days: Some(half_days),
    })
}

fn plan_of<D>(half_day: &HalfDayData<D>, day: NaiveDate) -> HalfDayPlan {
    HalfDayPlan { day, part: half_day.part, hours: Hours { starts: half_day.starts, ends: half_day.ends } }
}

fn title(fr: &str, en: &str) -> Multilingual {
    Multilingual::new(LanguageTag::of(Locale::Fr), fr).with(LanguageTag::of(Locale::En), en)
}

async fn create(steps: &mut Steps<'_>, command: anyhow::Result<CreateSeminar>) -> anyhow::Result<CreatedSeminar> {
    let command = command?;
    let slug = command.slug.clone().unwrap_or_default();
    // In an empty demo nobody else has taken the address: it is the one that was wished.
    steps.carry_out(&the_house(), &command, |id| CreatedSeminar { id: SeminarId(id), slug }).await
}

/// Adds the sessions of a seminar; `date` tells the day of a half-day.
async fn load_sessions<D>(
    steps: &mut Steps<'_>,
    seminar: &CreatedSeminar,
    territory: Territory,
    half_days: &[HalfDayData<D>],
    date: impl Fn(&D) -> Option<NaiveDate>,
    named: &mut Named<Origin>,
) -> anyhow::Result<()> {
    for half_day in half_days {
        let day = date(&half_day.day).context("a half-day lies outside of the calendar")?;
        let id = half_day_of(&steps.app().store.read(), seminar.id, day, half_day.part).await?;
        for session in &half_day.session {
            let session_id = load_session(steps, id, session).await?;
            if let Some(key) = &session.key {
                named.name(key, origin(session, session_id, seminar, territory, day))?;
            }
        }
    }
    Ok(())
}

async fn half_day_of(reader: &Reader, seminar: SeminarId, day: NaiveDate, part: Part) -> anyhow::Result<HalfDayId> {
    let query = half_day::Entity::find()
        .filter(half_day::Column::SeminarId.eq(seminar))
        .filter(half_day::Column::Day.eq(day))
        .filter(half_day::Column::Part.eq(part));
    Ok(reader.one(query).await?.with_context(|| format!("the seminar has no half-day on {day}"))?.id)
}

async fn load_session(
    steps: &mut Steps<'_>,
    half_day: HalfDayId,
    session: &SessionData,
) -> anyhow::Result<SessionId> {
    let command = AddSession {
        half_day,
        kind: session.kind,
        number: None,
        title: session.title.clone(),
        room: session.room.clone(),
        hours: Hours { starts: session.starts, ends: session.ends },
        visibility: Visibility::Public,
    };
    let id = steps.carry_out(&the_house(), &command, SessionId).await?;
    if let Some(text) = &session.minutes {
        let minutes = EditMinutes { session: id, version_read: 0, text: text.trim().to_owned() };
        steps.carry_out(&the_house(), &minutes, |_| ()).await?;
    }
    Ok(id)
}

/// The same as a page of the session gives to what is recorded there.
fn origin(
    session: &SessionData,
    id: SessionId,
    seminar: &CreatedSeminar,
    territory: Territory,
    day: NaiveDate,
) -> Origin {
    Origin {
        kind: OriginKind::Session,
        id: id.0,
        title: session.title.clone(),
        date: day,
        path: format!("{}/sessions/{id}", seminar.path()),
        territory,
    }
}
