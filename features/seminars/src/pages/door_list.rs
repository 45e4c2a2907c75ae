//! The list at the door, to be printed and signed: one sheet for each half-day.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_web::{Answer, Page, Visit};

use crate::model::HalfDayId;
use crate::pages::details;
use crate::pages::page::half_day_title;
use crate::pages::registration_form::origin_name;
use crate::pages::registrations::registration_name;
use crate::store::registrations::{expected, registration, seat};
use crate::store::{by_slug, half_day, half_day_of, seminar};

/// Lines for whoever comes unannounced.
const BLANK_LINES: usize = 5;

#[derive(Template)]
#[template(path = "door_list.html")]
struct DoorListPage<'a> {
    visit: &'a Visit,
    title: String,
    half_day: String,
    place: Option<String>,
    lines: Vec<DoorLine>,
    blank_lines: usize,
}

/// One who is expected.
pub(crate) struct DoorLine {
    pub(crate) seat: seat::Model,
    pub(crate) organisation: String,
    /// Empty where nobody said yet: there is a line to write on.
    pub(crate) who: String,
    pub(crate) origin: String,
}

/// `GET /seminaires/{slug}/demi-journees/{id}/emargement`
pub(crate) async fn get(visit: Visit, Path((slug, half_day)): Path<(String, String)>) -> Answer {
    let t = visit.t();
    let (seminar, half_day) = find(&visit, &slug, &half_day).await?;
    let page = DoorListPage {
        visit: &visit,
        title: seminar.shown_title(t.locale()),
        half_day: half_day_title(&visit, &half_day),
        place: seminar.place_name(),
        lines: lines(&visit, &seminar).await?,
        blank_lines: BLANK_LINES,
    };
    Page::new(t.text("seminars-door-list-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .step(t.text("seminars-registrations-title"), format!("{}/inscriptions", seminar.path()))
        .show(&visit, &page)
}

/// The half-day, for whoever may know who comes.
pub(crate) async fn find(
    visit: &Visit,
    slug: &str,
    half_day: &str,
) -> Result<(seminar::Model, half_day::Model), Problem> {
    let reader = visit.read();
    let seminar = by_slug(&reader, slug, &*visit.scope("seminar.read")).await?;
    details::check_may(visit, "registration.list", &seminar)?;
    let id = half_day.parse::<HalfDayId>().or(Err(Problem::NotFound))?;
    let half_day = half_day_of(&reader, seminar.id, id).await?;
    Ok((seminar, half_day))
}

/// Everybody who is expected, by organisation.
pub(crate) async fn lines(visit: &Visit, seminar: &seminar::Model) -> Result<Vec<DoorLine>, Problem> {
    let everybody = expected(&visit.read(), seminar.id, &*visit.scope("registration.list")).await?;
    let line = |(registration, seat): (registration::Model, seat::Model)| DoorLine {
        organisation: registration_name(visit, &registration),
        who: seat.label.clone().unwrap_or_default(),
        origin: origin_name(visit, registration.origin),
        seat,
    };
    let mut lines: Vec<DoorLine> = everybody.into_iter().map(line).collect();
    lines.sort_by_cached_key(|line| (territory::fold(&line.organisation), territory::fold(&line.who), line.seat.id));
    Ok(lines)
}
