//! Two seminars that were held, and an example.

use anyhow::Context;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use commitments::Origin;
use kit_base::{LanguageTag, Locale, Multilingual, Visibility};
use seminars::commands::{AddSession, CreateSeminar, EditMinutes};
use seminars::{HalfDayId, HalfDayOutline, HalfDayPlan, Hours, SeminarOutline, SessionId};

use super::data::{Directory, ExampleSeminar, HalfDayData, HeldSeminar, Seminars, SessionData};
use super::registrations;
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// Makes the seminars; gives what promises remember of the sessions of the example, and of no other.
pub(super) async fn load(
    steps: &mut Steps<'_>,
    data: &Seminars,
    directory: &Directory,
) -> anyhow::Result<Named<Origin>> {
    for held in &data.held {
        steps.carry_out_only(&the_house(), &creation_of_held(held)?).await?;
        load_sessions(steps, &held.slug, &held.half_day, |day| Some(*day)).await?;
    }
    let example = &data.example;
    let first_day = first_day_of(example, steps.first_day)?;
    steps.carry_out_only(&the_house(), &creation_of_example(example, first_day)?).await?;
    let day = |number: &u64| day_of(first_day, *number);
    let sessions = load_sessions(steps, &example.slug, &example.half_day, day).await?;
    registrations::load(steps, data, directory).await?;
    origins(steps, &example.slug, sessions).await
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

pub(super) fn title(fr: &str, en: &str) -> Multilingual {
    Multilingual::new(LanguageTag::of(Locale::Fr), fr).with(LanguageTag::of(Locale::En), en)
}

/// Adds the sessions of a seminar; `date` tells the day of a half-day.
async fn load_sessions<D>(
    steps: &mut Steps<'_>,
    slug: &str,
    half_days: &[HalfDayData<D>],
    date: impl Fn(&D) -> Option<NaiveDate>,
) -> anyhow::Result<Named<SessionId>> {
    let outline = outline(steps, slug).await?;
    let mut named = Named::new("session");
    for half_day in half_days {
        let day = date(&half_day.day).context("a half-day lies outside of the calendar")?;
        let is_this_one = |known: &&HalfDayOutline| known.day == day && known.part == half_day.part;
        let known = outline.half_days.iter().find(is_this_one).with_context(|| format!("{slug} on {day}"))?;
        for session in &half_day.session {
            let id = load_session(steps, known.id, session).await?;
            if let Some(key) = &session.key {
                named.name(key, id)?;
            }
        }
    }
    Ok(named)
}

async fn load_session(steps: &mut Steps<'_>, half_day: HalfDayId, session: &SessionData) -> anyhow::Result<SessionId> {
    let command = AddSession {
        half_day,
        kind: session.kind,
        number: None,
        title: session.title.clone(),
        room: session.room.clone(),
        room_visibility: Visibility::Public,
        places: session.places,
        hours: Hours { starts: session.starts, ends: session.ends },
        visibility: Visibility::Public,
    };
    let id = steps.carry_out(&the_house(), &command, SessionId).await?;
    if let Some(text) = &session.minutes {
        let minutes = EditMinutes { session: id, version_read: 0, text: text.trim().to_owned() };
        steps.carry_out_only(&the_house(), &minutes).await?;
    }
    Ok(id)
}

/// What decisions and promises remember of the sessions of the example.
async fn origins(steps: &Steps<'_>, slug: &str, sessions: Named<SessionId>) -> anyhow::Result<Named<Origin>> {
    let outline = outline(steps, slug).await?;
    let origin_of = |id: SessionId| {
        let mut sessions = outline.half_days.iter().flat_map(|half_day| &half_day.sessions);
        sessions.find(|session| session.id == id).map(|session| session.origin.clone())
    };
    sessions.try_map(|id| origin_of(id).with_context(|| format!("{slug} has no session {id}")))
}

pub(super) async fn outline(steps: &Steps<'_>, slug: &str) -> anyhow::Result<SeminarOutline> {
    seminars::find(steps.app(), slug).await?.with_context(|| format!("no seminar is called {slug:?}"))
}
