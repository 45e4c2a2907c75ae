//! A seminar is created, with its half-days.

use chrono::NaiveDate;
use kit_base::{Message, Multilingual, Problem, Territory, TerritoryKind, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set, TryInsertResult};
use serde_json::{Value, json};

use crate::model::{
    Colleges, HalfDayId, HalfDayPlan, SeminarId, check_days, check_half_days, first_free_slug, slug, slug_from,
    usual_half_days,
};
use crate::store::{half_day, seminar};

/// Addresses that are tried before giving up: as many people creating seminars of the same title at the same moment.
const SLUG_TRIES_MAX: usize = 8;
/// Addresses with the same beginning that are looked at to find a free one.
const SLUGS_READ_MAX: u64 = 1000;

/// Creates a seminar and its half-days.
#[derive(Debug, Clone)]
pub struct CreateSeminar {
    /// Its name.
    pub title: Multilingual,
    /// The region whose seminar it is.
    pub territory: Territory,
    /// The commune it is held in.
    pub place: Option<Territory>,
    /// The building it is held in.
    pub place_label: Option<String>,
    /// Its first day, by the calendar of the place.
    pub first_day: NaiveDate,
    /// Its last day, not before the first.
    pub last_day: NaiveDate,
    /// The seminar it follows, of the same region.
    pub previous: Option<SeminarId>,
    /// The public page that tells of it, for a seminar that was held.
    pub source: Option<String>,
    /// Whether it is invented.
    pub is_example: bool,
    /// The last part of its address, if one is wished; otherwise made from the title and the year.
    pub slug: Option<String>,
    /// Its half-days, if they are not the usual ones: every morning and every afternoon.
    pub half_days: Option<Vec<HalfDayPlan>>,
}

/// A seminar that was created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatedSeminar {
    /// Its id.
    pub id: SeminarId,
    /// The last part of its address.
    pub slug: String,
}

impl CreatedSeminar {
    /// Its page.
    pub fn path(&self) -> String {
        format!("/seminaires/{}", self.slug)
    }
}

impl Command for CreateSeminar {
    type Output = CreatedSeminar;

    const NAME: &'static str = "seminar.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let resource = Resource::new("seminar", Visibility::Public).in_territory(self.territory);
        let permit = act.permit_at("region", "seminar.create", &resource)?;
        let created = self.write(act).await?;
        let record = self.record(&created);
        Ok(permit.done(created, record))
    }
}

impl CreateSeminar {
    /// Writes the seminar and its half-days, once permitted.
    pub(crate) async fn write(&self, act: &Act<'_>) -> Result<CreatedSeminar, Problem> {
        let half_days = self.check()?;
        if let Some(previous) = self.previous {
            self.check_previous(act, previous).await?;
        }
        let id = SeminarId::new(act.now);
        let slug = self.insert_under_free_slug(act, id).await?;
        let rows = half_days.iter().map(|plan| half_day::ActiveModel {
            id: Set(HalfDayId::new(act.now)),
            seminar_id: Set(id),
            day: Set(plan.day),
            part: Set(plan.part),
            starts: Set(plan.hours.starts),
            ends: Set(plan.hours.ends),
        });
        half_day::Entity::insert_many(rows).exec_without_returning(&act.tx).await?;
        Ok(CreatedSeminar { id, slug })
    }

    pub(crate) fn record(&self, created: &CreatedSeminar) -> Record {
        Record::of("seminar", created.id.0, Some(self.territory), self.values(&created.slug))
    }

    fn values(&self, slug: &str) -> Value {
        let after = json!({
            "title": self.title,
            "slug": slug,
            "place": self.place.map(|place| place.to_string()),
            "place_label": self.place_label,
            "first_day": self.first_day,
            "last_day": self.last_day,
            "previous": self.previous,
        });
        json!({ "before": null, "after": after })
    }

    fn check(&self) -> Result<Vec<HalfDayPlan>, Problem> {
        check_days(self.first_day, self.last_day).map_err(|error| Problem::Invalid(vec![error]))?;
        if self.territory.kind() != TerritoryKind::Region || territories::atlas().get(self.territory).is_none() {
            return Err(Problem::field("region", Message::new("form-unknown-code")));
        }
        let half_days = self.half_days.clone().unwrap_or_else(|| usual_half_days(self.first_day, self.last_day));
        check_half_days(self.first_day, self.last_day, &half_days)?;
        Ok(half_days)
    }

    /// The row of the earlier seminar is held, so that it is followed once.
    async fn check_previous(&self, act: &Act<'_>, previous: SeminarId) -> Result<(), Problem> {
        let row = act.tx.hold::<seminar::Entity>(previous).await?;
        if row.territory != self.territory {
            return Err(Problem::NotFound);
        }
        if self.first_day <= row.last_day {
            return Err(Problem::field("premier-jour", Message::new("seminars-error-before-previous")));
        }
        let following = seminar::Entity::find().filter(seminar::Column::PreviousId.eq(previous)).one(&act.tx).await?;
        match following {
            Some(_) => Err(Problem::Refused(Message::new("seminars-error-next-exists"))),
            None => Ok(()),
        }
    }

    /// The unique index has the last word: where somebody else takes the address at the same moment, the next one is tried.
    async fn insert_under_free_slug(&self, act: &Act<'_>, id: SeminarId) -> Result<String, Problem> {
        let wished = self.slug.as_deref().map(slug).filter(|wished| !wished.is_empty());
        let base = wished.unwrap_or_else(|| slug_from(self.title.for_reader(kit_base::Locale::Fr).1, self.first_day));
        let mut taken: Vec<String> = seminar::Entity::find()
            .select_only()
            .column(seminar::Column::Slug)
            .filter(seminar::Column::Slug.starts_with(&base))
            .limit(SLUGS_READ_MAX)
            .into_tuple()
            .all(&act.tx)
            .await?;
        for _ in 0..SLUG_TRIES_MAX {
            let free = first_free_slug(&base, |slug| taken.iter().any(|other| other == slug));
            let inserted = seminar::Entity::insert(self.row(act, id, &free)?)
                .on_conflict_do_nothing_on([seminar::Column::Slug])
                .exec_without_returning(&act.tx)
                .await?;
            match inserted {
                TryInsertResult::Inserted(1..) => return Ok(free),
                _ => taken.push(free),
            }
        }
        Err(Problem::TooMany)
    }

    fn row(&self, act: &Act<'_>, id: SeminarId, slug: &str) -> Result<seminar::ActiveModel, Problem> {
        Ok(seminar::ActiveModel {
            id: Set(id),
            version: Set(1),
            slug: Set(slug.to_owned()),
            title: Set(self.title.clone()),
            words: Set(searched_words(&self.title, self.place, self.place_label.as_deref())),
            territory: Set(self.territory),
            place: Set(self.place),
            place_label: Set(self.place_label.clone()),
            zone: Set(zone_of(self.place, self.territory)?),
            first_day: Set(self.first_day),
            last_day: Set(self.last_day),
            previous_id: Set(self.previous),
            source: Set(self.source.clone()),
            visibility: Set(Visibility::Public),
            is_example: Set(self.is_example),
            created_at: Set(act.now),
            registration_opens: Set(None),
            registration_closes: Set(None),
            places: Set(None),
            colleges: Set(Colleges::default()),
            sequence: Set(0),
            changed_at: Set(Some(act.now)),
            cancelled_at: Set(None),
        })
    }
}

/// What a search looks into.
pub(crate) fn searched_words(title: &Multilingual, place: Option<Territory>, place_label: Option<&str>) -> String {
    let commune = place.and_then(|place| territories::atlas().get(place)).map(|place| place.name());
    let titles = title.versions.values().map(String::as_str);
    territory::fold(&titles.chain(commune).chain(place_label).collect::<Vec<_>>().join(" "))
}

/// The zone of the clocks of its place.
pub(crate) fn zone_of(place: Option<Territory>, region: Territory) -> Result<String, Problem> {
    let zone = territories::atlas().time_zone(place.unwrap_or(region));
    Ok(zone.ok_or(Problem::NotFound)?.to_string())
}
