//! What a meeting is. No I/O.

pub(crate) mod reading;
pub(crate) mod returned;

use chrono::{NaiveDate, NaiveTime};
use kit_base::{FieldError, Message, Problem, Visibility};

kit_base::id! {
    /// A meeting of a collective.
    pub struct MeetingId;
}

/// People of one organisation at one meeting.
pub const PEOPLE_MAX: i32 = 99;
/// Organisations at one meeting.
pub(crate) const PRESENCES_MAX: usize = 200;
/// Open promises that an agenda shows, the nearest date first.
pub(crate) const AGENDA_PROMISES_MAX: usize = 100;
/// Meetings that a collective plans or held in one year, by far.
pub(crate) const MEETINGS_SHOWN_MAX: u64 = 50;

/// What is said of a meeting when it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDetails {
    /// A title of its own; otherwise it is called by its day.
    pub title: Option<String>,
    /// The day.
    pub day: NaiveDate,
    /// From when, on the clocks of the département.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
    /// Where.
    pub place: Option<String>,
    /// Points of the agenda besides what is still promised, one a line.
    pub points: Option<String>,
    /// Who may know of it.
    pub visibility: Visibility,
}

impl MeetingDetails {
    /// Refuses an end that does not come after the beginning.
    pub fn check(&self) -> Result<(), Problem> {
        if self.starts < self.ends {
            return Ok(());
        }
        let message = Message::new("meetings-ends-before-start");
        Err(Problem::Invalid(vec![FieldError { field: "fin", message }]))
    }
}
