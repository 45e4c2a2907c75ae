//! Who was there, by college and by département: what is shown to the funder.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::{Column, Content, Table};
use kit_web::{Answer, Page, Visit};
use sea_orm::EntityTrait;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::model::{Entry, HalfDayId, Presence, SeatId, count};
use crate::pages::details;
use crate::pages::page::half_day_short;
use crate::pages::registration_form::origin_name;
use crate::store::attendance::{attendance_of, attendance_row, sheets_of};
use crate::store::registrations::{registration, seat};
use crate::store::{by_slug, half_day, half_days_of, seminar};

#[derive(Template)]
#[template(path = "attendance_summary.html")]
struct SummaryPage<'a> {
    visit: &'a Visit,
    title: String,
    said: String,
    by_college: Table,
    by_origin: Table,
}

/// `GET /seminaires/{slug}/presence`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let t = visit.t();
    let seminar = by_slug(&visit.read(), &slug, &*visit.scope("seminar.read")).await?;
    details::check_may(&visit, "registration.list", &seminar)?;
    let half_days = half_days_of(&visit.read(), &[seminar.id]).await?;
    let ids: Vec<HalfDayId> = half_days.iter().map(|half_day| half_day.id).collect();
    let entered = visit.read().all(sheets_of(&ids)).await?.len();
    let rows = visit.read().all(attendance_of(&ids)).await?;
    let registrations = registrations_by_seat(&visit, &seminar).await?;
    let page = SummaryPage {
        visit: &visit,
        title: seminar.shown_title(t.locale()),
        said: t.text("seminars-summary-said").arg("entered", entered).arg("half-days", ids.len()).to_string(),
        by_college: by_college(&visit, &half_days, &rows, &registrations),
        by_origin: by_origin(&visit, &half_days, &rows, &registrations),
    };
    Page::new(t.text("seminars-summary-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .step(t.text("seminars-registrations-title"), format!("{}/inscriptions", seminar.path()))
        .show(&visit, &page)
}

type BySeat = HashMap<SeatId, registration::Model>;

/// Of those who gave their place back later too: they were expected when the sheet was entered.
async fn registrations_by_seat(visit: &Visit, seminar: &seminar::Model) -> Result<BySeat, Problem> {
    let query = registration::Entity::find().filter(registration::Column::SeminarId.eq(seminar.id));
    let registrations = visit.read().all_within(query, &*visit.scope("registration.list")).await?;
    let by_id: HashMap<_, _> = registrations.into_iter().map(|row| (row.id, row)).collect();
    let seats = visit.read().all(seat::Entity::find().filter(seat::Column::SeminarId.eq(seminar.id))).await?;
    Ok(seats.into_iter().filter_map(|seat| Some((seat.id, by_id.get(&seat.registration_id)?.clone()))).collect())
}

fn by_college(visit: &Visit, half_days: &[half_day::Model], rows: &[attendance_row::Model], by_seat: &BySeat) -> Table {
    let t = visit.t();
    let counts = count(entries(rows, by_seat, |registration| registration.college));
    let named = counts.into_iter().map(|(college, counts)| (t.text(college.label()).to_string(), counts));
    table(visit, "colleges", t.text("seminars-registration-college").to_string(), half_days, named)
}

fn by_origin(visit: &Visit, half_days: &[half_day::Model], rows: &[attendance_row::Model], by_seat: &BySeat) -> Table {
    let t = visit.t();
    let counts = count(entries(rows, by_seat, |registration| registration.origin));
    let named = counts.into_iter().map(|(origin, counts)| (origin_name(visit, origin), counts));
    table(visit, "provenances", t.text("seminars-origin").to_string(), half_days, named)
}

fn entries<'a, G>(
    rows: &'a [attendance_row::Model],
    by_seat: &'a BySeat,
    group: impl Fn(&registration::Model) -> G + 'a,
) -> impl Iterator<Item = Entry<G>> + 'a {
    rows.iter().filter_map(move |row| {
        let group = group(by_seat.get(&row.seat_id)?);
        Some(Entry { group, half_day: row.half_day_id, is_present: row.is_present })
    })
}

fn table(
    visit: &Visit,
    id: &str,
    group: String,
    half_days: &[half_day::Model],
    named: impl Iterator<Item = (String, BTreeMap<HalfDayId, Presence>)>,
) -> Table {
    let t = visit.t();
    let head = std::iter::once(Column::new(group.clone()));
    let columns = head.chain(half_days.iter().map(|row| Column::numeric(half_day_short(visit, row)))).collect();
    let mut table = Table::new(id, group, columns, t.text("seminars-summary-none")).scrolling().caption_unseen();
    for (name, counts) in named {
        let cells = half_days.iter().map(|half_day| presence_cell(visit, counts.get(&half_day.id)));
        table = table.row(std::iter::once(Content::from(name)).chain(cells).collect());
    }
    table
}

/// `12 / 14`: present, expected.
fn presence_cell(visit: &Visit, presence: Option<&Presence>) -> Content {
    let Some(presence) = presence else { return visit.text("seminars-summary-not-entered").into() };
    let number = |count: usize| visit.number(i64::try_from(count).unwrap_or(i64::MAX));
    format!("{}\u{a0}/\u{a0}{}", number(presence.present), number(presence.expected)).into()
}
