//! The seminars for programs, and as a file: what everybody may know of them, whoever asks.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Tz;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::clock::moment_in;
use kit_base::{Problem, Visibility};
use kit_web::{Excerpt, ListColumn, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit, shape_of};
use sea_orm::{EntityTrait, QuerySelect};
use serde::Serialize;
use territory::Place;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::model::SeminarId;
use crate::pages::calendar;
use crate::store::{following, half_day, half_days_of, looked_for, seminar, session, sessions_of};

/// The seminars, the newest first.
pub(crate) const SEMINARS: OpenList = OpenList {
    name: "seminars",
    title: "seminars-list-title",
    about: "The seminars of the regions, the newest first, each with the sessions that are for everybody.",
    filters: &[],
    columns: &[
        ListColumn { title: "seminars-title", width: 50 },
        ListColumn { title: "seminars-first-day", width: 14 },
        ListColumn { title: "seminars-last-day", width: 14 },
        ListColumn { title: "seminars-region", width: 22 },
        ListColumn { title: "seminars-place", width: 40 },
        ListColumn { title: "seminars-sessions", width: 60 },
        ListColumn { title: "seminars-source", width: 40 },
    ],
    shape: Some(shape_of::<Seminar>),
    source: seminars,
};

/// A seminar.
#[derive(Debug, Serialize, ToSchema)]
struct Seminar {
    id: Uuid,
    /// Its page.
    url: String,
    /// Its calendar (iCalendar).
    calendar_url: String,
    /// Its title, by language.
    title: BTreeMap<String, String>,
    first_day: NaiveDate,
    last_day: NaiveDate,
    region: Place,
    /// Where it is held: the building, the commune.
    place: Option<String>,
    /// The IANA zone of its hours.
    time_zone: String,
    is_cancelled: bool,
    source: Option<String>,
    sessions: Vec<Session>,
    /// Made up, for a demonstration.
    is_example: bool,
}

/// A session that is for everybody.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct Session {
    id: Uuid,
    /// `plenary`, `workshop`, …
    kind: String,
    number: Option<i32>,
    title: String,
    room: Option<String>,
    starts: DateTime<FixedOffset>,
    ends: DateTime<FixedOffset>,
    is_cancelled: bool,
}

fn seminars(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let (reader, scope) = (visit.read(), visit.scope("seminar.list"));
        let words = territory::fold(query.value(SEARCH_WORDS));
        let after = match query.after::<SeminarId>()? {
            None => None,
            Some(id) => {
                let row = reader.one_within(seminar::Entity::find_by_id(id), &*scope).await?;
                Some(row.ok_or(Problem::NotFound)?)
            }
        };
        let total = reader.count_within(looked_for(&words), &*scope).await?;
        let page = following(looked_for(&words), after.as_ref()).limit(query.limit());
        let (rows, next) = query.page(reader.all_within(page, &*scope).await?, |row| row.id.to_string());
        let sessions = public_sessions(&visit, &rows).await?;
        let row = |row: &seminar::Model| open_row(&visit, row, sessions.get(&row.id).cloned().unwrap_or_default());
        let rows: Result<_, Problem> = rows.iter().map(row).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

/// A session that is for those registered, or for those invited, is in no list, whoever asks.
async fn public_sessions(visit: &Visit, rows: &[seminar::Model]) -> Result<HashMap<SeminarId, Vec<Session>>, Problem> {
    let reader = visit.read();
    let ids: Vec<SeminarId> = rows.iter().map(|row| row.id).collect();
    let zones: HashMap<SeminarId, Tz> = rows.iter().map(|row| (row.id, row.time_zone())).collect();
    let half_days = half_days_of(&reader, &ids).await?;
    let half_day_ids: Vec<_> = half_days.iter().map(|half_day| half_day.id).collect();
    let half_days: HashMap<_, &half_day::Model> = half_days.iter().map(|half_day| (half_day.id, half_day)).collect();
    let mut by_seminar: HashMap<SeminarId, Vec<Session>> = HashMap::new();
    for session in sessions_of(&reader, &half_day_ids).await? {
        let half_day = half_days.get(&session.half_day_id).filter(|_| session.visibility == Visibility::Public);
        if let Some(half_day) = half_day {
            let zone = zones.get(&half_day.seminar_id).copied().unwrap_or(Tz::UTC);
            by_seminar.entry(half_day.seminar_id).or_default().push(Session::new(session, half_day.day, zone));
        }
    }
    by_seminar.values_mut().for_each(|sessions| sessions.sort_by_key(|session| (session.starts, session.number)));
    Ok(by_seminar)
}

impl Session {
    fn new(row: session::Model, day: NaiveDate, zone: Tz) -> Self {
        Self {
            id: row.id.0,
            kind: row.kind.code().to_owned(),
            number: row.number,
            room: row.room_told_to(&[Visibility::Public]).map(str::to_owned),
            title: row.title,
            starts: moment_in(zone, day.and_time(row.starts)),
            ends: moment_in(zone, day.and_time(row.ends)),
            is_cancelled: row.cancelled_at.is_some(),
        }
    }
}

fn open_row(visit: &Visit, row: &seminar::Model, sessions: Vec<Session>) -> Result<OpenRow, Problem> {
    let t = visit.t();
    let link = |path: &str| visit.house().public_url.link(path);
    let record = Seminar {
        id: row.id.0,
        url: link(&row.path()),
        calendar_url: link(&format!("{}{}", row.path(), calendar::SUFFIX)),
        title: row.title.versions.iter().map(|(tag, text)| (tag.as_str().to_owned(), text.clone())).collect(),
        first_day: row.first_day,
        last_day: row.last_day,
        region: Place::new(row.territory, t.locale()),
        place: row.place_name(),
        time_zone: row.time_zone().name().to_owned(),
        is_cancelled: row.cancelled_at.is_some(),
        source: row.source.clone(),
        sessions,
        is_example: row.is_example,
    };
    let titles: Vec<&str> = record.sessions.iter().map(|session| session.title.as_str()).collect();
    let cells = vec![
        row.shown_title(t.locale()).into(),
        row.first_day.into(),
        row.last_day.into(),
        territory::name(row.territory, t.locale()).into(),
        record.place.clone().into(),
        titles.join("\n").into(),
        record.source.clone().into(),
    ];
    OpenRow::new(&record, cells)
}
