//! Who comes and who is missing, for the steering of the region.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use kit_base::limits::PAGE_ROWS;
use kit_base::{Problem, TerritoryKind};
use kit_ui::{Badge, Column, Content, DescriptionList, ExportLinks, LinkButton, Pagination, Table, Tone};
use kit_web::{Answer, Page, Visit};
use sea_orm::QuerySelect;
use serde::Deserialize;

use crate::api::{REGISTRATIONS, SEMINAR_FILTER};
use crate::model::{Cell, Expected, Grid, RegistrationId};
use crate::pages::details;
use crate::pages::page::half_day_name;
use crate::pages::registration_form::{origin_name, places_left_name};
use crate::store::registrations::{expected, kept_seats_of, last_first, registration, seat};
use crate::store::{by_slug, half_days_of, seminar};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    apres: String,
}

#[derive(Template)]
#[template(path = "registrations.html")]
struct RegistrationsPage<'a> {
    visit: &'a Visit,
    title: String,
    path: String,
    facts: DescriptionList,
    actions: Vec<LinkButton>,
    said: String,
    grid: Table,
    export: ExportLinks,
    list: Table,
    pagination: Pagination,
    half_days: Vec<HalfDayLink>,
}

struct HalfDayLink {
    name: String,
    path: String,
}

/// `GET /seminaires/{slug}/inscriptions`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let seminar = by_slug(&visit.read(), &slug, &*visit.scope("seminar.read")).await?;
    details::check_may(&visit, "registration.list", &seminar)?;
    let scope = visit.scope("registration.list");
    let everybody = expected(&visit.read(), seminar.id, &*scope).await?;
    let grid = grid(&seminar, &everybody);
    let (filled, cells) = grid.filled();
    let (list, pagination) = list(&visit, &seminar, &asked).await?;
    let page = RegistrationsPage {
        visit: &visit,
        title: seminar.shown_title(t.locale()),
        path: seminar.path(),
        facts: facts(&visit, &seminar, everybody.len()),
        actions: actions(&visit, &seminar),
        said: t.text("seminars-grid-said").arg("filled", filled).arg("cells", cells).to_string(),
        grid: grid_table(&visit, &grid),
        export: ExportLinks::narrowed(t, REGISTRATIONS.name, &[(SEMINAR_FILTER.name, &slug)]),
        list,
        pagination,
        half_days: half_days(&visit, &seminar).await?,
    };
    Page::new(t.text("seminars-registrations-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .show(&visit, &page)
}

fn grid(seminar: &seminar::Model, everybody: &[(registration::Model, seat::Model)]) -> Grid {
    let departements = territories::atlas().children(seminar.territory, TerritoryKind::Departement);
    let one = |(registration, _): &(registration::Model, seat::Model)| Expected {
        college: registration.college,
        origin: registration.origin,
        organisation: registration.organisation.clone(),
    };
    Grid::new(&departements, &seminar.colleges, &everybody.iter().map(one).collect::<Vec<_>>())
}

fn facts(visit: &Visit, seminar: &seminar::Model, taken: usize) -> DescriptionList {
    let t = visit.t();
    let left = crate::model::places_left(seminar.places, taken as u64).map(|left| places_left_name(visit, left));
    let opening = seminar.opening(visit.now());
    let state = match opening.refusal(|day| t.date(day)) {
        Some(why) => t.message(&why),
        None => {
            let closes = seminar.registration_closes.map(|day| t.date(day)).unwrap_or_default();
            t.text("seminars-registration-open-until").arg("date", closes).to_string()
        }
    };
    DescriptionList::new()
        .with(t.text("seminars-registered-count"), t.number(i64::try_from(taken).unwrap_or(i64::MAX)))
        .with(t.text("seminars-places"), left.unwrap_or_default())
        .with(t.text("seminars-registration-state"), state)
}

fn actions(visit: &Visit, seminar: &seminar::Model) -> Vec<LinkButton> {
    let t = visit.t();
    let path = format!("{}/inscriptions", seminar.path());
    let new = LinkButton::primary(t.text("seminars-register-for-action"), format!("{path}/nouvelle"));
    let settings = LinkButton::secondary(t.text("seminars-settings-action"), format!("{path}/reglages"));
    seminar.cancelled_at.is_none().then_some(new).into_iter().chain([settings]).collect()
}

fn grid_table(visit: &Visit, grid: &Grid) -> Table {
    let t = visit.t();
    let head = std::iter::once(Column::new(t.text("seminars-departement")));
    let columns = head.chain(grid.colleges.iter().map(|college| Column::new(t.text(college.label())))).collect();
    let caption = t.text("seminars-grid-title");
    let mut table = Table::new("grille", caption, columns, t.text("seminars-grid-none")).caption_unseen();
    for (departement, cells) in &grid.rows {
        let name = Content::from(territory::name(*departement, t.locale()));
        table = table.row(std::iter::once(name).chain(cells.iter().map(|cell| grid_cell(visit, cell))).collect());
    }
    table
}

fn grid_cell(visit: &Visit, cell: &Cell) -> Content {
    if cell.is_empty() {
        return Content::html(Badge::new(Tone::Warning, visit.text("seminars-grid-missing")));
    }
    let line = |(name, places): (&String, &usize)| match places {
        1 => name.clone(),
        places => format!("{name} ({places})"),
    };
    cell.iter().map(line).collect::<Vec<_>>().join(", ").into()
}

/// A page of the list, the last registration first.
async fn list(visit: &Visit, seminar: &seminar::Model, asked: &Asked) -> Result<(Table, Pagination), Problem> {
    let t = visit.t();
    let after: Option<RegistrationId> = asked.apres.parse().ok();
    let query = last_first(seminar.id, after).limit(PAGE_ROWS + 1);
    let mut rows = visit.read().all_within(query, &*visit.scope("registration.list")).await?;
    let has_next = rows.len() as u64 > PAGE_ROWS;
    rows.truncate(usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX));
    let columns = vec![
        Column::new(t.text("seminars-registration-organisation")),
        Column::new(t.text("seminars-registration-college")),
        Column::new(t.text("seminars-origin")),
        Column::numeric(t.text("seminars-registration-count-short")),
        Column::new(t.text("seminars-registration-people-short")),
    ];
    let caption = t.text("seminars-registrations-list");
    let mut table = Table::new("inscrits", caption, columns, t.text("seminars-registrations-none")).caption_unseen();
    let mut names = people(visit, &rows).await?;
    for row in &rows {
        let kept = names.remove(&row.id).unwrap_or_default();
        table = table.row(vec![
            name_cell(visit, seminar, row),
            t.text(row.college.label()).into(),
            origin_name(visit, row.origin).into(),
            t.number(i64::try_from(kept.len()).unwrap_or(i64::MAX)).into(),
            kept.into_iter().flatten().collect::<Vec<_>>().join(", ").into(),
        ]);
    }
    let list = format!("{}/inscriptions", seminar.path());
    let next = rows.last().filter(|_| has_next).map(|last| format!("{list}?apres={}", last.id));
    Ok((table, Pagination::new(t, after.map(|_| list), next)))
}

/// Who comes, by registration: a line for each place.
async fn people(
    visit: &Visit,
    rows: &[registration::Model],
) -> Result<HashMap<RegistrationId, Vec<Option<String>>>, Problem> {
    let ids: Vec<RegistrationId> = rows.iter().map(|row| row.id).collect();
    let mut people: HashMap<RegistrationId, Vec<Option<String>>> = HashMap::new();
    for seat in visit.read().all(kept_seats_of(&ids)).await? {
        people.entry(seat.registration_id).or_default().push(seat.label);
    }
    Ok(people)
}

fn name_cell(visit: &Visit, seminar: &seminar::Model, row: &registration::Model) -> Content {
    let name = Content::from(registration_name(visit, row));
    let link = format!(r#"<a href="{}">{name}</a>"#, row.path(seminar));
    match row.cancelled_at {
        None => Content::Html(link),
        Some(_) => {
            let badge = Badge::new(Tone::Neutral, visit.text("seminars-registration-given-back"));
            Content::Html(format!("{link} {badge}"))
        }
    }
}

/// The organisation, or that somebody comes for themselves.
pub(crate) fn registration_name(visit: &Visit, row: &registration::Model) -> String {
    row.organisation.clone().unwrap_or_else(|| visit.text(row.college.label()).to_string())
}

async fn half_days(visit: &Visit, seminar: &seminar::Model) -> Result<Vec<HalfDayLink>, Problem> {
    let rows = half_days_of(&visit.read(), &[seminar.id]).await?;
    let link = |row| HalfDayLink {
        name: half_day_name(visit, &row),
        path: format!("{}/demi-journees/{}", seminar.path(), row.id),
    };
    Ok(rows.into_iter().map(link).collect())
}
