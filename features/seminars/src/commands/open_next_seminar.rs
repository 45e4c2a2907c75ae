//! The next seminar is opened: what the earlier ones promised comes back on its agenda.

use chrono::NaiveDate;
use kit_base::{Multilingual, Problem, Territory};
use kit_web::{Act, Command, Done};

use crate::commands::{CreateSeminar, CreatedSeminar};
use crate::model::SeminarId;
use crate::store::seminar;

/// Opens the seminar that follows another, in the same region.
#[derive(Debug, Clone)]
pub struct OpenNextSeminar {
    /// The seminar it follows.
    pub previous: SeminarId,
    /// Its name.
    pub title: Multilingual,
    /// The commune it is held in.
    pub place: Option<Territory>,
    /// The building it is held in.
    pub place_label: Option<String>,
    /// Its first day, after the last day of the earlier one.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
}

impl Command for OpenNextSeminar {
    type Output = CreatedSeminar;

    const NAME: &'static str = "seminar.open-next";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let previous = act.tx.hold::<seminar::Entity>(self.previous).await?;
        let permit = act.permit("seminar.open-next", &previous.resource())?;
        let seminar = CreateSeminar {
            title: self.title.clone(),
            territory: previous.territory,
            place: self.place,
            place_label: self.place_label.clone(),
            first_day: self.first_day,
            last_day: self.last_day,
            previous: Some(self.previous),
            source: None,
            is_example: previous.is_example,
            slug: None,
            half_days: None,
        };
        let created = seminar.write(act).await?;
        let record = seminar.record(&created);
        Ok(permit.done(created, record))
    }
}
