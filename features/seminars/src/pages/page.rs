//! A seminar: its programme, and what earlier ones promised.

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;
use kit_base::{Problem, Visibility};
use kit_i18n::key;
use kit_ui::{Badge, Content, DescriptionList, EmptyState, LinkButton, Tone};
use kit_web::{Answer, Page, Visit};

use crate::model::{Hours, Opening, SessionKind};
use crate::pages::list::days;
use crate::pages::register::places_left;
use crate::pages::session_details::visibility_label;
use crate::pages::{agenda, calendar};
use crate::store::{ProgrammeHalfDay, by_slug, earlier, half_day, next_of, programme, seminar, session};

#[derive(Template)]
#[template(path = "page.html")]
struct SeminarPage<'a> {
    visit: &'a Visit,
    title: String,
    lang: String,
    dir: &'static str,
    example: Option<Badge>,
    cancelled: Option<Badge>,
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
    pub(crate) cancelled: Option<Badge>,
    /// Whom it is for, where it is not for everybody.
    pub(crate) narrower: Option<Badge>,
    pub(crate) path: String,
    pub(crate) kind: String,
    pub(crate) hours: String,
    pub(crate) room: Option<String>,
}

/// What this visitor may do here.
struct Rights {
    edits: bool,
    adds: bool,
    opens_next: bool,
    lists: bool,
}

impl Rights {
    /// Four decisions: whoever is not signed in has nothing to press.
    fn of(visit: &Visit, row: &seminar::Model) -> Self {
        let may = |action| visit.person().is_some() && visit.may(action, &row.resource());
        Self {
            edits: may("seminar.edit"),
            adds: may("session.add"),
            opens_next: may("seminar.open-next"),
            lists: may("registration.list"),
        }
    }
}

/// `GET /seminaires/{slug}`, and the calendar at `GET /seminaires/{slug}.ics`: an address of the house holds no dot.
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>, headers: HeaderMap) -> Answer {
    if let Some(slug) = slug.strip_suffix(calendar::SUFFIX) {
        return calendar::of_slug(&visit, slug, &headers).await;
    }
    let t = visit.t();
    let row = by_slug(&visit.read(), &slug, &*visit.scope("seminar.read")).await?;
    let programme = programme(&visit.read(), row.id).await?;
    let rights = Rights::of(&visit, &row);
    let scope = visit.scope("seminar.read");
    let next = next_of(&visit.read(), row.id, &*scope).await?;
    let chain = earlier(&visit.read(), &row, &*scope).await?;
    let half_days: Vec<HalfDay> =
        programme.half_days.into_iter().map(|half_day| show(&visit, &row, half_day, rights.adds)).collect();
    let is_empty = half_days.iter().all(|half_day| half_day.slots.is_empty());
    let (language, title) = row.title.for_reader(t.locale());
    let page = SeminarPage {
        visit: &visit,
        title: directory::name_beside_badge(title, row.is_example).to_owned(),
        lang: language.as_str().to_owned(),
        dir: language.direction().attribute(),
        example: row.is_example.then(|| Badge::new(Tone::Neutral, t.text("seminars-example"))),
        cancelled: row.cancelled_at.map(|_| cancelled_badge(&visit)),
        facts: facts(&visit, &row, chain.first(), next.as_ref()).await?,
        actions: actions(&visit, &row, &rights, next.is_none()),
        agenda: agenda::promises(&visit, &chain).await?,
        half_days,
        nothing: (is_empty && !rights.adds).then(|| EmptyState {
            title: t.text("seminars-programme-none-title").into(),
            text: t.text("seminars-programme-none-text").into(),
            action: None,
        }),
    };
    Page::new(title).step(t.text("seminars-nav"), "/seminaires").show(&visit, &page)
}

async fn facts(
    visit: &Visit,
    row: &seminar::Model,
    previous: Option<&seminar::Model>,
    next: Option<&seminar::Model>,
) -> Result<DescriptionList, Problem> {
    let t = visit.t();
    let link = |row: &seminar::Model| crate::pages::list::title_cell(visit, row);
    let mut list = DescriptionList::new()
        .with(t.text("seminars-days"), days(t, row))
        .with(t.text("seminars-place"), row.place_name().unwrap_or_default())
        .with(t.text("seminars-region"), territory::link(row.territory, t.locale()));
    if let Opening::Open(closes) = row.opening(visit.now()) {
        let until = t.text("seminars-registration-open-until").arg("date", t.date(closes)).to_string();
        let left = places_left(visit, row).await?;
        let said = left.map_or(until.clone(), |left| format!("{until} · {left}"));
        list = list.with(t.text("seminars-registration-state"), said);
    }
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
    Ok(list)
}

/// What everybody may do first, then what few may.
fn actions(visit: &Visit, row: &seminar::Model, rights: &Rights, is_last: bool) -> Vec<LinkButton> {
    let t = visit.t();
    let at = |end: &str| format!("{}/{end}", row.path());
    let is_held = row.cancelled_at.is_none();
    let is_over = row.last_day < row.today(visit.now());
    let secondary = |key, end: &str| LinkButton::secondary(t.text(key), at(end));
    let register = row.opening(visit.now()).is_open();
    [
        register.then(|| LinkButton::primary(t.text("seminars-register-action"), at("inscription"))),
        Some(LinkButton::secondary(t.text("seminars-calendar-action"), format!("{}.ics", row.path()))),
        rights.lists.then(|| secondary(key!("seminars-registrations-action"), "inscriptions")),
        rights.edits.then(|| secondary(key!("seminars-edit-action"), "modifier")),
        (rights.opens_next && is_last).then(|| secondary(key!("seminars-next-action"), "suivant")),
        (rights.edits && is_held && !is_over).then(|| secondary(key!("seminars-cancel-action"), "annuler")),
    ]
    .into_iter()
    .flatten()
    .collect()
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
            cancelled: row.cancelled_at.map(|_| cancelled_badge(visit)),
            narrower: narrower(visit, row.visibility),
            room: row.room_for(seminar, &scope).map(str::to_owned),
            title: row.title,
        })
        .collect()
}

fn narrower(visit: &Visit, visibility: Visibility) -> Option<Badge> {
    let badge = || Badge::new(Tone::Neutral, visit.text(visibility_label(visibility)));
    (visibility != Visibility::Public).then(badge)
}

/// What says that a seminar or a session will not be held.
pub(crate) fn cancelled_badge(visit: &Visit) -> Badge {
    Badge::new(Tone::Error, visit.text("seminars-cancelled"))
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

/// `24/06/2027, matin`, at the head of a column.
pub(crate) fn half_day_short(visit: &Visit, row: &half_day::Model) -> String {
    let t = visit.t();
    let name = t.text("seminars-half-day-name").arg("day", t.date_short(row.day));
    name.arg("part", t.text(row.part.label())).to_string()
}

/// `9 h – 12 h 30`, or that nobody published it.
pub(crate) fn hours_name(visit: &Visit, hours: Hours) -> String {
    if !hours.are_published() {
        return visit.text("seminars-hours-unpublished").to_string();
    }
    format!("{} – {}", visit.time(hours.starts), visit.time(hours.ends))
}
