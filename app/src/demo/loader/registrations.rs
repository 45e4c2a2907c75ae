//! The seminar that follows the example, and who comes: examples alone, under functions and not under names.

use std::collections::BTreeSet;

use anyhow::Context;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use kit_base::Locale;
use seminars::commands::{
    CreatedSeminar, NewRegistration, OpenNextSeminar, RecordAttendance, RegisterFor, SetUpRegistration,
};
use seminars::{Colleges, RegistrationId, SeatId, SeminarId, SeminarOutline};

use super::data::{Directory, ExampleOrganisation, NextSeminar, RegistrationData, Seminars};
use super::seminars::{outline, title};
use super::steps::Steps;
use crate::demo::the_house;

/// Registers those who came to the example and says who was there; opens the seminar that follows it, and registers some.
pub(super) async fn load(steps: &mut Steps<'_>, data: &Seminars, directory: &Directory) -> anyhow::Result<()> {
    let example = outline(steps, &data.example.slug).await?;
    let mut left_early = BTreeSet::new();
    for registration in &data.example.registration {
        let id = register(steps, directory, example.id, registration).await?;
        if registration.left_early {
            left_early.extend(seminars::seats_of(steps.app(), id).await?);
        }
    }
    record_attendance(steps, &example, left_early).await?;
    let next = open_next(steps, data, &example).await?;
    set_up(steps, next, &data.next, first_day_of(&data.next, steps.first_day)?).await?;
    for registration in &data.next.registration {
        register(steps, directory, next, registration).await?;
    }
    Ok(())
}

/// Everybody was there, save those who left before the last half-day.
async fn record_attendance(
    steps: &mut Steps<'_>,
    example: &SeminarOutline,
    left_early: BTreeSet<SeatId>,
) -> anyhow::Result<()> {
    let last = example.half_days.last().map(|half_day| half_day.id);
    for half_day in &example.half_days {
        let absent = if Some(half_day.id) == last { left_early.clone() } else { BTreeSet::new() };
        let command = RecordAttendance { half_day: half_day.id, version_read: 0, absent };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    Ok(())
}

/// The first Thursday that is at least so many days after the demo began.
fn first_day_of(next: &NextSeminar, demo_began: NaiveDate) -> anyhow::Result<NaiveDate> {
    let earliest = demo_began.checked_add_days(Days::new(next.in_days)).context("the next seminar’s first day")?;
    let days_to_thursday = (7 - earliest.weekday().days_since(Weekday::Thu)) % 7;
    earliest.checked_add_days(Days::new(days_to_thursday.into())).context("the next seminar’s first day")
}

async fn open_next(steps: &mut Steps<'_>, data: &Seminars, example: &SeminarOutline) -> anyhow::Result<SeminarId> {
    let first_day = first_day_of(&data.next, steps.first_day)?;
    let command = OpenNextSeminar {
        previous: example.id,
        title: title(&data.next.title_fr, &data.next.title_en),
        place: Some(data.example.place),
        place_label: data.example.place_label.clone(),
        first_day,
        last_day: first_day.succ_opt().context("the next seminar’s last day")?,
    };
    let known = |id| CreatedSeminar { id: SeminarId(id), slug: String::new() };
    Ok(steps.carry_out(&the_house(), &command, known).await?.id)
}

async fn set_up(
    steps: &mut Steps<'_>,
    seminar: SeminarId,
    next: &NextSeminar,
    first_day: NaiveDate,
) -> anyhow::Result<()> {
    let command = SetUpRegistration {
        seminar,
        version_read: 1,
        opens: Some(steps.day(-next.opened_days_ago)?),
        closes: first_day.checked_sub_days(Days::new(next.closes_days_before)),
        places: Some(next.places),
        colleges: Colleges::default(),
    };
    steps.carry_out_only(&the_house(), &command).await
}

async fn register(
    steps: &mut Steps<'_>,
    directory: &Directory,
    seminar: SeminarId,
    data: &RegistrationData,
) -> anyhow::Result<RegistrationId> {
    let organisation = example(directory, &data.organisation)?;
    let new = NewRegistration {
        seminar,
        college: data.college,
        origin: organisation.territory,
        organisation: Some(organisation.name.clone()),
        people: data.people.iter().map(|person| Some(person.clone()).filter(|person| !person.is_empty())).collect(),
        workshops: Vec::new(),
        contact: None,
        locale: Locale::Fr,
    };
    steps.carry_out(&the_house(), &RegisterFor(new), RegistrationId).await
}

fn example<'a>(directory: &'a Directory, key: &str) -> anyhow::Result<&'a ExampleOrganisation> {
    directory.example.iter().find(|example| example.key == key).with_context(|| format!("no example is called {key:?}"))
}
