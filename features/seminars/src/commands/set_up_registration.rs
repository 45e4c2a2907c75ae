//! Registration to a seminar is set up: from when to when, how many, whom.

use chrono::NaiveDate;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use crate::model::{Colleges, SEATS_MAX, SeminarId};
use crate::store::registrations::seats_taken;
use crate::store::seminar;

/// Says who may register, and until when.
#[derive(Debug, Clone)]
pub struct SetUpRegistration {
    /// To which seminar.
    pub seminar: SeminarId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// The first day, by the calendar of the place; `None` with `closes`: nobody registers through the web.
    pub opens: Option<NaiveDate>,
    /// The last day.
    pub closes: Option<NaiveDate>,
    /// How many may come; [`SEATS_MAX`] where it is not said.
    pub places: Option<i32>,
    /// The colleges that are convened in each département.
    pub colleges: Colleges,
}

impl Command for SetUpRegistration {
    /// The last part of the seminar's address.
    type Output = String;

    const NAME: &'static str = "seminar.set-up-registration";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let before = act.tx.hold::<seminar::Entity>(self.seminar).await?;
        let permit = act.permit("registration.manage", &before.resource())?;
        self.check_dates(before.last_day)?;
        self.check_places(seats_taken(&act.tx, self.seminar).await?)?;
        let changed = seminar::ActiveModel {
            registration_opens: Set(self.opens),
            registration_closes: Set(self.closes),
            places: Set(self.places),
            colleges: Set(self.colleges.clone()),
            ..Default::default()
        };
        let update = seminar::Entity::update_many().set(changed);
        act.tx.update_version(self.seminar, seminar::Column::Version, self.version_read, update).await?;
        let values = json!({
            "before": values(before.registration_opens, before.registration_closes, before.places, &before.colleges),
            "after": values(self.opens, self.closes, self.places, &self.colleges),
        });
        let record = Record::of("seminar", self.seminar.0, Some(before.territory), values);
        Ok(permit.done(before.slug, record))
    }
}

impl SetUpRegistration {
    fn check_dates(&self, last_day: NaiveDate) -> Result<(), Problem> {
        let missing = |field| Err(Problem::field(field, Message::new("seminars-error-both-dates")));
        match (self.opens, self.closes) {
            (Some(_), None) => missing("fermeture"),
            (None, Some(_)) => missing("ouverture"),
            (Some(opens), Some(closes)) if closes < opens => {
                Err(Problem::field("fermeture", Message::new("seminars-error-closes-before-opens")))
            }
            (_, Some(closes)) if closes > last_day => {
                Err(Problem::field("fermeture", Message::new("seminars-error-closes-after-the-end")))
            }
            _ => Ok(()),
        }
    }

    /// Places that are taken are not taken away from anybody.
    fn check_places(&self, taken: u64) -> Result<(), Problem> {
        let Some(places) = self.places else { return Ok(()) };
        if u64::try_from(places).unwrap_or_default() < taken {
            let message = Message::new("seminars-error-places-taken").with("taken", taken);
            return Err(Problem::field("places", message));
        }
        if usize::try_from(places).is_ok_and(|places| places > SEATS_MAX) {
            let message = Message::new("form-not-a-whole-number").with("min", 1).with("max", SEATS_MAX);
            return Err(Problem::field("places", message));
        }
        Ok(())
    }
}

fn values(opens: Option<NaiveDate>, closes: Option<NaiveDate>, places: Option<i32>, colleges: &Colleges) -> Value {
    json!({ "opens": opens, "closes": closes, "places": places, "colleges": colleges.to_string() })
}
