//! Registering: who comes for whom, until when, into which workshops.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use kit_base::{Message, UnknownCode};
use kit_i18n::key;

use super::{SessionId, SessionKind};

/// Places that one registration may take.
pub const SEATS_PER_REGISTRATION_MAX: usize = 10;
/// Places of a seminar: a half-day's list of who was missing is one form, which has [`FORM_FIELDS_MAX`](kit_base::limits::FORM_FIELDS_MAX) fields.
pub const SEATS_MAX: usize = 180;
/// Registrations under one contact address.
pub const REGISTRATIONS_PER_ADDRESS_MAX: usize = 20;
/// Links that were sent for one registration.
pub const LINKS_PER_REGISTRATION_MAX: usize = 20;
/// Times that a place may change hands.
pub const HOLDERS_MAX: i32 = 50;
/// Questions "which workshop" of one form, as its fields are called: one for each time at which there is a choice.
pub const WORKSHOP_FIELDS: [&str; 12] = [
    "atelier-1",
    "atelier-2",
    "atelier-3",
    "atelier-4",
    "atelier-5",
    "atelier-6",
    "atelier-7",
    "atelier-8",
    "atelier-9",
    "atelier-10",
    "atelier-11",
    "atelier-12",
];

kit_base::id! {
    /// A registration to a seminar.
    pub struct RegistrationId;
}
kit_base::id! {
    /// A link by which a registration is changed.
    pub struct RegistrationLinkId;
}
kit_base::id! {
    /// A place at a seminar.
    pub struct SeatId;
}

kit_base::codes! {
    /// In which role somebody comes.
    pub enum College {
        /// The organisation that animates the collective of a département.
        Animating = "animating",
        /// A mission locale.
        MissionLocale = "mission-locale",
        /// A departmental council.
        Department = "department",
        /// A service of the State.
        State = "state",
        /// A regional council.
        Region = "region",
        /// A school or a training centre.
        Education = "education",
        /// An association or another organisation.
        Association = "association",
        /// Young people and those who represent them.
        Youth = "youth",
        /// For oneself, for no organisation.
        Individual = "individual",
    }
}

impl College {
    /// Key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Animating => key!("seminars-college-animating"),
            Self::MissionLocale => key!("seminars-college-mission-locale"),
            Self::Department => key!("seminars-college-department"),
            Self::State => key!("seminars-college-state"),
            Self::Region => key!("seminars-college-region"),
            Self::Education => key!("seminars-college-education"),
            Self::Association => key!("seminars-college-association"),
            Self::Youth => key!("seminars-college-youth"),
            Self::Individual => key!("seminars-college-individual"),
        }
    }

    /// Whether it may be convened in each département.
    pub fn may_be_convened(self) -> bool {
        self != Self::Individual
    }
}

/// The colleges that are convened in each département, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleges(Vec<College>);

impl Colleges {
    /// These, once each, in the order of the list.
    pub fn new(wished: &[College]) -> Self {
        let is_one = |college: &College| college.may_be_convened() && wished.contains(college);
        Self(College::ALL.iter().copied().filter(is_one).collect())
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = College> {
        self.0.iter().copied()
    }
}

impl Default for Colleges {
    /// The three that the founding text convenes.
    fn default() -> Self {
        Self::new(&[College::Animating, College::MissionLocale, College::Department])
    }
}

impl fmt::Display for Colleges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.iter().map(|college| college.code()).collect::<Vec<_>>().join(" "))
    }
}

impl FromStr for Colleges {
    type Err = UnknownCode;

    fn from_str(codes: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(&codes.split_whitespace().map(str::parse).collect::<Result<Vec<_>, _>>()?))
    }
}

kit_base::text_column!(Colleges);

/// Whether one may register through the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The dates are not said.
    NotPlanned,
    /// From this day on.
    NotYet(NaiveDate),
    /// Until this day, included.
    Open(NaiveDate),
    /// Since this day, included, it was the last one.
    Closed(NaiveDate),
    /// The seminar will not be held.
    Cancelled,
}

impl Opening {
    /// On `today`, by the calendar of the place.
    pub fn on(today: NaiveDate, opens: Option<NaiveDate>, closes: Option<NaiveDate>, is_cancelled: bool) -> Self {
        match (opens, closes) {
            _ if is_cancelled => Self::Cancelled,
            (Some(opens), Some(_)) if today < opens => Self::NotYet(opens),
            (Some(_), Some(closes)) if today <= closes => Self::Open(closes),
            (Some(_), Some(closes)) => Self::Closed(closes),
            _ => Self::NotPlanned,
        }
    }

    /// Whether it is open.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// Why nobody registers through the web now, and what to do; `None` while it is open. `date` writes a day out.
    pub fn refusal(self, date: impl Fn(NaiveDate) -> String) -> Option<Message> {
        match self {
            Self::Open(_) => None,
            Self::NotPlanned => Some(Message::new("seminars-registration-not-planned")),
            Self::NotYet(opens) => Some(Message::new("seminars-registration-not-yet").with("date", date(opens))),
            Self::Closed(closes) => Some(Message::new("seminars-registration-closed").with("date", date(closes))),
            Self::Cancelled => Some(Message::new("seminars-registration-cancelled")),
        }
    }
}

/// Places left of `places`, of which `taken` are.
pub fn places_left(places: Option<i32>, taken: u64) -> Option<u64> {
    Some(u64::try_from(places?).unwrap_or_default().saturating_sub(taken))
}

/// What a choice of workshops looks at in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choosable {
    /// Which one.
    pub id: SessionId,
    /// How it is held.
    pub kind: SessionKind,
    /// Whether it has a number of places.
    pub is_limited: bool,
    /// Whether whoever registers may know of it, and it is held.
    pub is_offered: bool,
}

/// The workshops of each time at which there is something to choose: two side by side, or one with a number of places. `slots`
/// are what is held at the same time, in the order of the programme.
pub fn workshop_choices(slots: &[Vec<Choosable>]) -> Vec<Vec<SessionId>> {
    let offered = |slot: &Vec<Choosable>| {
        let is_one = |session: &&Choosable| session.kind == SessionKind::Workshop && session.is_offered;
        let workshops: Vec<&Choosable> = slot.iter().filter(is_one).collect();
        let is_a_choice = workshops.len() > 1 || workshops.iter().any(|workshop| workshop.is_limited);
        is_a_choice.then(|| workshops.into_iter().map(|workshop| workshop.id).collect())
    };
    slots.iter().filter_map(offered).take(WORKSHOP_FIELDS.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 6, day).unwrap()
    }

    #[test]
    fn the_first_and_the_last_day_are_open() {
        let on = |today| Opening::on(day(today), Some(day(2)), Some(day(4)), false);
        assert_eq!(on(1), Opening::NotYet(day(2)));
        assert_eq!([on(2), on(4)], [Opening::Open(day(4)); 2]);
        assert_eq!(on(5), Opening::Closed(day(4)));
        assert_eq!(Opening::on(day(3), None, None, false), Opening::NotPlanned);
        assert_eq!(Opening::on(day(3), Some(day(2)), Some(day(4)), true), Opening::Cancelled);
    }

    #[test]
    fn no_more_is_left_than_there_is() {
        assert_eq!(places_left(None, 3), None);
        assert_eq!(places_left(Some(10), 3), Some(7));
        assert_eq!(places_left(Some(10), 12), Some(0));
    }

    #[test]
    fn colleges_come_back_from_the_database_in_their_order() {
        let colleges = Colleges::new(&[College::Department, College::Animating, College::Department]);
        assert_eq!(colleges.to_string(), "animating department");
        assert_eq!("department animating".parse::<Colleges>(), Ok(colleges));
        assert!("animating other".parse::<Colleges>().is_err());
    }

    #[test]
    fn a_choice_has_two_workshops_or_one_that_is_limited() {
        let session = |number: u128, kind, is_limited, is_offered| Choosable {
            id: SessionId(uuid::Uuid::from_u128(number)),
            kind,
            is_limited,
            is_offered,
        };
        let workshop = |number| session(number, SessionKind::Workshop, false, true);
        let slots = [
            vec![session(1, SessionKind::Plenary, true, true)],
            vec![workshop(2), workshop(3), session(4, SessionKind::Workshop, false, false)],
            vec![workshop(5)],
            vec![session(6, SessionKind::Workshop, true, true)],
            vec![],
        ];
        let chosen: Vec<Vec<u128>> =
            workshop_choices(&slots).iter().map(|ids| ids.iter().map(|id| id.0.as_u128()).collect()).collect();
        assert_eq!(chosen, [vec![2, 3], vec![6]]);
    }
}
