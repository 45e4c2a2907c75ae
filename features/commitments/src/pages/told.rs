//! An answer in words, for whoever reads it.

use kit_base::Problem;
use kit_ui::{Badge, Content};
use kit_web::Visit;

use crate::model::{Progress, status_badge};
use crate::store::{news, today};

/// An answer as it is shown.
pub(crate) struct Told {
    pub(crate) badge: Badge,
    /// The day it came.
    pub(crate) day: String,
    /// New date, what blocks, the sentence: whatever there is.
    pub(crate) details: Vec<String>,
    /// Why it no longer counts.
    pub(crate) taken_back: Option<String>,
}

impl Told {
    pub(crate) fn new(visit: &Visit, answer: &news::Model) -> Result<Self, Problem> {
        let progress = answer.progress()?;
        let more = match &progress {
            Progress::InProgress { new_date } => {
                Some(visit.text("commitments-told-new-date").arg("date", visit.date(*new_date)))
            }
            Progress::Blocked { by } => Some(visit.text("commitments-told-blocked-by").arg("by", by)),
            Progress::Done | Progress::GivenUp => None,
        };
        let sentence =
            answer.sentence.as_ref().map(|sentence| visit.text("commitments-told-sentence").arg("sentence", sentence));
        let taken_back = if answer.disowned_at.is_some() {
            Some(visit.text("commitments-told-disowned").to_string())
        } else {
            answer.undone_at.map(|_| visit.text("commitments-told-undone").to_string())
        };
        Ok(Self {
            badge: status_badge(visit.t(), progress.state().into()),
            day: visit.date(today(answer.at)),
            details: more.into_iter().chain(sentence).map(|phrase| phrase.to_string()).collect(),
            taken_back,
        })
    }

    /// In one cell of a table.
    pub(crate) fn cell(&self) -> Content {
        let lines =
            self.details.iter().chain(&self.taken_back).map(|line| format!("<br>{}", Content::from(line.as_str())));
        Content::Html(format!("{}{}", self.badge, lines.collect::<String>()))
    }
}
