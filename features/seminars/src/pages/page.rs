//! A seminar: its programme, and what earlier ones promised.

use askama::Template;
use axum::extract::Path;
use kit_ui::{Badge, Content, DescriptionList, EmptyState, LinkButton, Tone};
use kit_web::{Answer, Page, Visit};

use crate::model::{Hours, SessionKind};
use crate::pages::agenda;
use crate::pages::list::days;
use crate::store::{ProgrammeHalfDay, by_slug, earlier, half_day, next_of, programme, seminar, session};

#[derive(Template)]
#[template(path = "page.html")]
struct SeminarPage<'a> {
    visit: &'a Visit,
    title: String,
    lang: String,
    dir: &'static str,
    example: Option<Badge>,
    facts: DescriptionList,
    actions: Vec<LinkButton>,
    agenda: Option<String>,
    half_days: Vec<HalfDay>,
    nothing: Option<EmptyState>,
}

struct HalfDay {
    title: String,
    slots: Vec<Vec<SessionCard>>,
    add: Option<LinkButton>,
}

/// What a programme says of a session.
pub(crate) struct SessionCard {
    pub(crate) title: String,
    pub(crate) path: String,
    pub(crate) kind: String,
    pub(crate) hours: String,
    pub(crate) room: Option<String>,
}

/// `GET /seminaires/{slug}`
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let t = visit.t();
    let row = by_slug(&visit.read(), &slug, &*visit.scope("seminar.read")).await?;
    let programme = programme(&visit.read(), row.id).await?;
    // Three decisions: whoever is not signed in has nothing to press.
    let may = |action| visit.person().is_some() && visit.may(action, &row.resource());
    let (may_edit, may_add, may_open_next) = (may("seminar.edit"), may("session.add"), may("seminar.open-next"));
    let scope = visit.scope("seminar.read");
    let next = next_of(&visit.read(), row.id, &*scope).await?;
    let chain = earlier(&visit.read(), &row, &*scope).await?;
    let half_days: Vec<HalfDay> =
        programme.half_days.into_iter().map(|half_day| show(&visit, &row, half_day, may_add)).collect();
    let is_empty = half_days.iter().all(|half_day| half_day.slots.is_empty());
    let (language, title) = row.title.for_reader(t.locale());
    let page = SeminarPage {
        visit: &visit,
        title: directory::name_beside_badge(title, row.is_example).to_owned(),
        lang: language.as_str().to_owned(),
        dir: language.direction().attribute(),
        example: row.is_example.then(|| Badge::new(Tone::Neutral, t.text("seminars-example"))),
        facts: facts(&visit, &row, chain.first(), next.as_ref()),
        actions: actions(&visit, &row, may_edit, may_open_next && next.is_none()),
        agenda: agenda::promises(&visit, &chain).await?,
        half_days,
        nothing: (is_empty && !may_add).then(|| EmptyState {
            title: t.text("seminars-programme-none-title").into(),
            text: t.text("seminars-programme-none-text").into(),
            action: None,
        }),
    };
    Page::new(title).step(t.text("seminars-nav"), "/seminaires").show(&visit, &page)
}

fn facts(
    visit: &Visit,
    row: &seminar::Model,
    previous: Option<&seminar::Model>,
    next: Option<&seminar::Model>,
) -> DescriptionList {
    let t = visit.t();
    let link = |row: &seminar::Model| crate::pages::list::title_cell(visit, row);
    let mut list = DescriptionList::new()
        .with(t.text("seminars-days"), days(visit, row))
        .with(t.text("seminars-place"), row.place_name().unwrap_or_default())
        .with(t.text("seminars-region"), territory::link(row.territory, t.locale()));
    if let Some(previous) = previous {
        list = list.with(t.text("seminars-previous"), link(previous));
    }
    if let Some(next) = next {
        list = list.with(t.text("seminars-next"), link(next));
    }
    if let Some(source) = row.source.as_deref().filter(|source| source.starts_with("https://")) {
        let shown = Content::from(source);
        list = list
            .with(t.text("seminars-source"), Content::Html(format!(r#"<a href="{shown}" rel="external">{shown}</a>"#)));
    }
    list
}

fn actions(visit: &Visit, row: &seminar::Model, may_edit: bool, may_open_next: bool) -> Vec<LinkButton> {
    let t = visit.t();
    let edit = LinkButton::secondary(t.text("seminars-edit-action"), format!("{}/modifier", row.path()));
    let next = LinkButton::secondary(t.text("seminars-next-action"), format!("{}/suivant", row.path()));
    [may_edit.then_some(edit), may_open_next.then_some(next)].into_iter().flatten().collect()
}

fn show(visit: &Visit, seminar: &seminar::Model, half_day: ProgrammeHalfDay, may_add: bool) -> HalfDay {
    let add_href = format!("{}/demi-journees/{}/sessions", seminar.path(), half_day.row.id);
    HalfDay {
        title: half_day_title(visit, &half_day.row),
        add: may_add.then(|| LinkButton::secondary(visit.text("seminars-session-add-action"), add_href)),
        slots: half_day
            .slots
            .into_iter()
            .map(|slot| session_cards(visit, seminar, slot))
            .filter(|slot| !slot.is_empty())
            .collect(),
    }
}

/// The sessions that this visitor may open.
pub(crate) fn session_cards(visit: &Visit, seminar: &seminar::Model, rows: Vec<session::Model>) -> Vec<SessionCard> {
    let scope = visit.scope("seminar.list");
    rows.into_iter()
        .filter(|row| scope.allows(&row.resource(seminar)))
        .map(|row| SessionCard {
            path: row.path(seminar),
            kind: kind_name(visit, row.kind, row.number),
            hours: hours_name(visit, row.hours()),
            title: row.title,
            room: row.room,
        })
        .collect()
}

/// `Atelier 2`, `Plénière`.
pub(crate) fn kind_name(visit: &Visit, kind: SessionKind, number: Option<i32>) -> String {
    let kind = visit.text(kind.label());
    match number {
        Some(number) => format!("{kind}\u{a0}{number}"),
        None => kind.to_string(),
    }
}

/// `jeudi 24 juin 2027, matin (9 h – 12 h 30)`.
pub(crate) fn half_day_title(visit: &Visit, row: &half_day::Model) -> String {
    let t = visit.t();
    t.text("seminars-half-day")
        .arg("day", t.weekday_date(row.day))
        .arg("part", t.text(row.part.label()))
        .arg("hours", hours_name(visit, row.hours()))
        .to_string()
}

/// `jeudi 24 juin 2027, matin`.
pub(crate) fn half_day_name(visit: &Visit, row: &half_day::Model) -> String {
    let t = visit.t();
    let name = t.text("seminars-half-day-name").arg("day", t.weekday_date(row.day));
    name.arg("part", t.text(row.part.label())).to_string()
}

/// `9 h – 12 h 30`, or that nobody published it.
pub(crate) fn hours_name(visit: &Visit, hours: Hours) -> String {
    if !hours.are_published() {
        return visit.text("seminars-hours-unpublished").to_string();
    }
    format!("{} – {}", visit.time(hours.starts), visit.time(hours.ends))
}
