//! Seminars in the database, and how they are read.

pub(crate) mod attendance;
pub(crate) mod registrations;

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use commitments::{Origin, OriginKind};
use kit_base::clock::day_in;
use kit_base::limits::{HALF_DAYS_MAX, PAGE_ROWS, SESSIONS_PER_HALF_DAY_MAX};
use kit_base::ownership::{Guard, Owned, OwnershipColumns, RowVisibility, Unowned};
use kit_base::{Instant, Locale, Problem, Visibility};
use kit_policy::{Resource, Scope};
use kit_store::{Reader, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::model::{
    Choosable, EARLIER_SEMINARS_MAX, HalfDayId, Hours, Opening, SeminarId, SessionId, side_by_side, workshop_choices,
};

/// Seminars.
pub(crate) mod seminar {
    use kit_base::{Instant, Multilingual, Territory, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::{Colleges, SeminarId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seminar")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SeminarId,
        pub version: i32,
        pub slug: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub title: Multilingual,
        pub words: String,
        pub territory: Territory,
        pub place: Option<Territory>,
        pub place_label: Option<String>,
        pub zone: String,
        pub first_day: Date,
        pub last_day: Date,
        pub previous_id: Option<SeminarId>,
        pub source: Option<String>,
        pub visibility: Visibility,
        pub is_example: bool,
        pub created_at: Instant,
        pub registration_opens: Option<Date>,
        pub registration_closes: Option<Date>,
        pub places: Option<i32>,
        #[sea_orm(column_type = "Text")]
        pub colleges: Colleges,
        pub sequence: i32,
        pub changed_at: Option<Instant>,
        pub cancelled_at: Option<Instant>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Half-days of seminars.
pub(crate) mod half_day {
    use sea_orm::entity::prelude::*;

    use crate::model::{HalfDayId, Part, SeminarId};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "half_day")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: HalfDayId,
        pub seminar_id: SeminarId,
        pub day: Date,
        pub part: Part,
        pub starts: Time,
        pub ends: Time,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Sessions of half-days.
pub(crate) mod session {
    use kit_base::{Instant, Visibility};
    use sea_orm::entity::prelude::*;

    use crate::model::{HalfDayId, SessionId, SessionKind};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionId,
        pub version: i32,
        pub half_day_id: HalfDayId,
        pub kind: SessionKind,
        pub number: Option<i32>,
        pub title: String,
        pub room: Option<String>,
        pub room_visibility: Visibility,
        pub starts: Time,
        pub ends: Time,
        pub visibility: Visibility,
        pub places: Option<i32>,
        pub cancelled_at: Option<Instant>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Minutes of sessions.
pub(crate) mod minutes {
    use kit_base::Instant;
    use sea_orm::entity::prelude::*;

    use crate::model::SessionId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "minutes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: SessionId,
        pub version: i32,
        pub text: String,
        pub updated_at: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Owned for seminar::Entity {
    fn ownership() -> OwnershipColumns<seminar::Column> {
        OwnershipColumns {
            territory: Some(seminar::Column::Territory),
            organisation: None,
            visibility: RowVisibility::Column(seminar::Column::Visibility),
        }
    }
}

// Read through their seminar.
impl Unowned for half_day::Entity {}
impl Unowned for session::Entity {}
impl Unowned for minutes::Entity {}

impl seminar::Model {
    /// What the policies look at.
    pub(crate) fn resource(&self) -> Resource {
        Resource::new("seminar", self.visibility).with_id(self.id.0).in_territory(self.territory)
    }

    /// Its page.
    pub(crate) fn path(&self) -> String {
        format!("/seminaires/{}", self.slug)
    }

    /// Its title for a reader.
    pub(crate) fn title_for(&self, locale: Locale) -> String {
        self.title.for_reader(locale).1.to_owned()
    }

    /// The zone of the clocks of its place. It was taken from the atlas: it is one.
    pub(crate) fn time_zone(&self) -> Tz {
        self.zone.parse().unwrap_or(Tz::UTC)
    }

    /// The calendar day at its place.
    pub(crate) fn today(&self, now: Instant) -> NaiveDate {
        day_in(self.time_zone(), now)
    }

    /// Whether one may register through the web: never once it is over.
    pub(crate) fn opening(&self, now: Instant) -> Opening {
        let closes = self.registration_closes.map(|closes| closes.min(self.last_day));
        Opening::on(self.today(now), self.registration_opens, closes, self.cancelled_at.is_some())
    }

    /// Its title away from its page: one that is made up always says so.
    pub(crate) fn shown_title(&self, locale: Locale) -> String {
        directory::display_name(&self.title_for(locale), self.is_example)
    }

    /// Where it is held, in words: the building, the commune.
    pub(crate) fn place_name(&self) -> Option<String> {
        let commune = self.place.and_then(|place| territories::atlas().get(place)).map(|place| place.name());
        match (self.place_label.as_deref(), commune) {
            (Some(label), Some(commune)) if label.contains(commune) => Some(label.to_owned()),
            (Some(label), Some(commune)) => Some(format!("{label}, {commune}")),
            (label, commune) => label.or(commune).map(str::to_owned),
        }
    }
}

impl half_day::Model {
    /// From when to when.
    pub(crate) fn hours(&self) -> Hours {
        Hours { starts: self.starts, ends: self.ends }
    }
}

impl session::Model {
    /// From when to when.
    pub(crate) fn hours(&self) -> Hours {
        Hours { starts: self.starts, ends: self.ends }
    }

    /// What a choice of workshops looks at. Whoever registers knows what the public knows, and what is for those who are registered.
    fn choosable(&self) -> Choosable {
        Choosable {
            id: self.id,
            kind: self.kind,
            is_limited: self.places.is_some(),
            is_offered: self.is_for_participants() && self.cancelled_at.is_none(),
        }
    }

    /// Whether those who are registered may know of it.
    pub(crate) fn is_for_participants(&self) -> bool {
        matches!(self.visibility, Visibility::Public | Visibility::Registered)
    }

    /// What the policies look at, to know who may open it.
    pub(crate) fn resource(&self, seminar: &seminar::Model) -> Resource {
        Resource::new("session", self.visibility).with_id(self.id.0).in_territory(seminar.territory)
    }

    /// The room, for whoever `scope` lets know of it.
    pub(crate) fn room_for(&self, seminar: &seminar::Model, scope: &Scope) -> Option<&str> {
        let resource = Resource { visibility: self.room_visibility, ..self.resource(seminar) };
        self.room.as_deref().filter(|_| scope.allows(&resource))
    }

    /// The room, where it is told to these.
    pub(crate) fn room_told_to(&self, told: &[Visibility]) -> Option<&str> {
        self.room.as_deref().filter(|_| told.contains(&self.room_visibility))
    }

    /// Its page.
    pub(crate) fn path(&self, seminar: &seminar::Model) -> String {
        format!("{}/sessions/{}", seminar.path(), self.id)
    }

    /// What decisions and commitments recorded in it remember of it.
    pub(crate) fn origin(&self, seminar: &seminar::Model, day: NaiveDate) -> Origin {
        Origin {
            kind: OriginKind::Session,
            id: self.id.0,
            title: self.title.clone(),
            date: day,
            path: self.path(seminar),
            territory: seminar.territory,
        }
    }
}

/// The half-days of a seminar and their sessions, in the order of the clock.
#[derive(Debug, Clone)]
pub(crate) struct Programme {
    pub(crate) half_days: Vec<ProgrammeHalfDay>,
}

/// A half-day; what is held at the same time stands together.
#[derive(Debug, Clone)]
pub(crate) struct ProgrammeHalfDay {
    pub(crate) row: half_day::Model,
    pub(crate) slots: Vec<Vec<session::Model>>,
}

impl Programme {
    /// In the order of the clock.
    pub(crate) fn of(half_days: Vec<half_day::Model>, sessions: Vec<session::Model>) -> Self {
        let mut by_half_day: HashMap<HalfDayId, Vec<session::Model>> = HashMap::new();
        for session in sessions {
            by_half_day.entry(session.half_day_id).or_default().push(session);
        }
        let with_sessions = |row: half_day::Model| {
            let sessions = by_half_day.remove(&row.id).unwrap_or_default();
            ProgrammeHalfDay { row, slots: side_by_side(sessions, session::Model::hours) }
        };
        Self { half_days: half_days.into_iter().map(with_sessions).collect() }
    }

    /// Each half-day with each of its sessions.
    pub(crate) fn sessions(&self) -> impl Iterator<Item = (&half_day::Model, &session::Model)> {
        self.half_days
            .iter()
            .flat_map(|half_day| half_day.slots.iter().flatten().map(|session| (&half_day.row, session)))
    }

    /// The workshops that whoever registers chooses among, for each time at which there is something to choose.
    pub(crate) fn workshop_choices(&self) -> Vec<Vec<&session::Model>> {
        let slots: Vec<Vec<Choosable>> = self
            .half_days
            .iter()
            .flat_map(|half_day| &half_day.slots)
            .map(|slot| slot.iter().map(session::Model::choosable).collect())
            .collect();
        let session = |id: SessionId| self.sessions().map(|(_, session)| session).find(|session| session.id == id);
        workshop_choices(&slots).into_iter().map(|ids| ids.into_iter().filter_map(session).collect()).collect()
    }
}

/// The seminar of this address, if this guard lets it through.
pub(crate) async fn by_slug(reader: &Reader, slug: &str, guard: &impl Guard) -> Result<seminar::Model, Problem> {
    let query = seminar::Entity::find().filter(seminar::Column::Slug.eq(slug));
    reader.one_within(query, guard).await?.ok_or(Problem::NotFound)
}

/// The programme of a seminar that may be read: two queries, whatever its length.
pub(crate) async fn programme(reader: &Reader, seminar: SeminarId) -> Result<Programme, Problem> {
    let half_days = half_days_of(reader, &[seminar]).await?;
    let ids: Vec<HalfDayId> = half_days.iter().map(|half_day| half_day.id).collect();
    let sessions = sessions_of(reader, &ids).await?;
    Ok(Programme::of(half_days, sessions))
}

/// The same, inside a command that holds the seminar.
pub(crate) async fn programme_held(tx: &Tx, seminar: SeminarId) -> Result<Programme, Problem> {
    let half_days = half_days_query(&[seminar]).all(tx).await?;
    let ids: Vec<HalfDayId> = half_days.iter().map(|half_day| half_day.id).collect();
    let sessions = sessions_query(&ids).all(tx).await?;
    Ok(Programme::of(half_days, sessions))
}

/// The half-days of seminars that may be read, in the order of the calendar.
pub(crate) async fn half_days_of(reader: &Reader, seminars: &[SeminarId]) -> Result<Vec<half_day::Model>, Problem> {
    reader.all(half_days_query(seminars)).await
}

fn half_days_query(seminars: &[SeminarId]) -> Select<half_day::Entity> {
    let rows_max = seminars.len().saturating_mul(HALF_DAYS_MAX) as u64;
    half_day::Entity::find()
        .filter(half_day::Column::SeminarId.is_in(seminars.iter().copied()))
        .order_by_asc(half_day::Column::Day)
        .order_by_asc(half_day::Column::Starts)
        .limit(rows_max)
}

/// The sessions of half-days, those of one time in the order of their numbers.
pub(crate) async fn sessions_of(reader: &Reader, half_days: &[HalfDayId]) -> Result<Vec<session::Model>, Problem> {
    reader.all(sessions_query(half_days)).await
}

fn sessions_query(half_days: &[HalfDayId]) -> Select<session::Entity> {
    let rows_max = half_days.len().saturating_mul(SESSIONS_PER_HALF_DAY_MAX) as u64;
    session::Entity::find()
        .filter(session::Column::HalfDayId.is_in(half_days.iter().copied()))
        .order_by_asc(session::Column::Starts)
        .order_by_asc(session::Column::Number)
        .order_by_asc(session::Column::Id)
        .limit(rows_max)
}

/// A half-day of this seminar.
pub(crate) async fn half_day_of(
    reader: &Reader,
    seminar: SeminarId,
    half_day: HalfDayId,
) -> Result<half_day::Model, Problem> {
    let query = half_day::Entity::find_by_id(half_day).filter(half_day::Column::SeminarId.eq(seminar));
    reader.one(query).await?.ok_or(Problem::NotFound)
}

/// A session of this seminar, and the half-day it is held in.
pub(crate) async fn session_of(
    reader: &Reader,
    seminar: SeminarId,
    session: SessionId,
) -> Result<(session::Model, half_day::Model), Problem> {
    let session = reader.one(session::Entity::find_by_id(session)).await?.ok_or(Problem::NotFound)?;
    let half_day = half_day_of(reader, seminar, session.half_day_id).await?;
    Ok((session, half_day))
}

/// The minutes of a session that may be read.
pub(crate) async fn minutes_of(reader: &Reader, session: SessionId) -> Result<Option<minutes::Model>, Problem> {
    reader.one(minutes::Entity::find_by_id(session)).await
}

/// The seminars before this one, the nearest first: at most [`EARLIER_SEMINARS_MAX`], one query each.
pub(crate) async fn earlier(
    reader: &Reader,
    seminar: &seminar::Model,
    guard: &impl Guard,
) -> Result<Vec<seminar::Model>, Problem> {
    let mut chain: Vec<seminar::Model> = Vec::new();
    let mut previous = seminar.previous_id;
    while let Some(id) = previous.filter(|_| chain.len() < EARLIER_SEMINARS_MAX) {
        let Some(row) = reader.one_within(seminar::Entity::find_by_id(id), guard).await? else { break };
        previous = row.previous_id;
        chain.push(row);
    }
    Ok(chain)
}

/// The seminar that follows this one.
pub(crate) async fn next_of(
    reader: &Reader,
    seminar: SeminarId,
    guard: &impl Guard,
) -> Result<Option<seminar::Model>, Problem> {
    let query = seminar::Entity::find().filter(seminar::Column::PreviousId.eq(seminar));
    reader.one_within(newest_first(query), guard).await
}

/// Seminars whose words hold `folded_query`.
pub(crate) fn looked_for(folded_query: &str) -> Select<seminar::Entity> {
    let query = seminar::Entity::find();
    match folded_query {
        "" => query,
        words => words.split(' ').fold(query, |query, word| query.filter(seminar::Column::Words.contains(word))),
    }
}

/// The rows of a page of a list, newest first, and one more where there is a next page.
pub(crate) fn page_after(query: Select<seminar::Entity>, after: Option<&seminar::Model>) -> Select<seminar::Entity> {
    following(query, after).limit(PAGE_ROWS + 1)
}

/// Newest first, from the row after this one.
pub(crate) fn following(query: Select<seminar::Entity>, after: Option<&seminar::Model>) -> Select<seminar::Entity> {
    let query = match after {
        None => query,
        Some(last) => query.filter(Condition::any().add(seminar::Column::FirstDay.lt(last.first_day)).add(
            Condition::all().add(seminar::Column::FirstDay.eq(last.first_day)).add(seminar::Column::Id.lt(last.id)),
        )),
    };
    newest_first(query)
}

pub(crate) fn newest_first(query: Select<seminar::Entity>) -> Select<seminar::Entity> {
    query.order_by_desc(seminar::Column::FirstDay).order_by_desc(seminar::Column::Id)
}

/// The seminars that are not over on `today`, the nearest first.
pub(crate) fn coming(today: NaiveDate) -> Select<seminar::Entity> {
    seminar::Entity::find()
        .filter(seminar::Column::LastDay.gte(today))
        .order_by(seminar::Column::FirstDay, Order::Asc)
        .order_by(seminar::Column::Id, Order::Asc)
}

/// The seminars that are over on `today`, the nearest first.
pub(crate) fn past(today: NaiveDate) -> Select<seminar::Entity> {
    newest_first(seminar::Entity::find().filter(seminar::Column::LastDay.lt(today)))
}

/// Something that calendars show has changed. The seminar is held.
pub(crate) async fn count_change(tx: &Tx, seminar: &seminar::Model, now: Instant) -> Result<(), Problem> {
    seminar::Entity::update_many()
        .col_expr(seminar::Column::Sequence, Expr::value(seminar.sequence.saturating_add(1)))
        .col_expr(seminar::Column::ChangedAt, Expr::value(now))
        .filter(seminar::Column::Id.eq(seminar.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Holds the seminar of a half-day, then the half-day: every command of this room holds them in this order.
pub(crate) async fn hold_half_day(tx: &Tx, id: HalfDayId) -> Result<(seminar::Model, half_day::Model), Problem> {
    let half_day = half_day::Entity::find_by_id(id).one(tx).await?.ok_or(Problem::NotFound)?;
    let seminar = tx.hold::<seminar::Entity>(half_day.seminar_id).await?;
    Ok((seminar, tx.hold::<half_day::Entity>(id).await?))
}

/// Holds a session, its half-day and its seminar.
pub(crate) async fn hold_session(
    tx: &Tx,
    id: SessionId,
) -> Result<(seminar::Model, half_day::Model, session::Model), Problem> {
    let session = session::Entity::find_by_id(id).one(tx).await?.ok_or(Problem::NotFound)?;
    let (seminar, half_day) = hold_half_day(tx, session.half_day_id).await?;
    Ok((seminar, half_day, tx.hold::<session::Entity>(id).await?))
}
