//! What a seminar is made of: days, half-days, sessions, and the rules that hold among them.

mod grid;
mod presence;
mod registering;

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use kit_base::limits::HALF_DAYS_MAX;
use kit_base::{FieldError, Message, Problem};

pub use grid::{Cell, Expected, Grid};
pub use presence::{Entry, Presence, count};
pub use registering::{
    Choosable, College, Colleges, HOLDERS_MAX, LINKS_PER_REGISTRATION_MAX, Opening, REGISTRATIONS_PER_ADDRESS_MAX,
    RegistrationId, RegistrationLinkId, SEATS_MAX, SEATS_PER_REGISTRATION_MAX, SeatId, WORKSHOP_FIELDS, places_left,
    workshop_choices,
};

/// Earlier seminars that are gone through to gather what was promised: three years of two seminars.
pub const EARLIER_SEMINARS_MAX: usize = 6;
/// Seminars shown in a panel of another page.
pub const PANEL_SEMINARS_MAX: u64 = 5;
/// Characters of an address made from a title.
const SLUG_CHARACTERS_MAX: usize = 60;
/// The last part of an address of the house that no seminar may have.
const SLUGS_TAKEN_BY_PAGES: &[&str] = &["nouveau"];

kit_base::id! {
    /// A seminar.
    pub struct SeminarId;
}
kit_base::id! {
    /// A half-day of a seminar.
    pub struct HalfDayId;
}
kit_base::id! {
    /// A session of a half-day.
    pub struct SessionId;
}

kit_base::codes! {
    /// Which half of a day.
    pub enum Part {
        /// Before lunch.
        Morning = "morning",
        /// After lunch.
        Afternoon = "afternoon",
    }
}

impl Part {
    /// From when to when, unless said otherwise.
    pub fn usual_hours(self) -> Hours {
        match self {
            Self::Morning => Hours { starts: clock(9, 0), ends: clock(12, 30) },
            Self::Afternoon => Hours { starts: clock(14, 0), ends: clock(17, 0) },
        }
    }

    /// The whole half of the day: what is kept where the timetable was not published, since a half-day has hours.
    pub fn whole(self) -> Hours {
        match self {
            Self::Morning => Hours { starts: clock(0, 0), ends: clock(12, 0) },
            Self::Afternoon => Hours { starts: clock(12, 0), ends: clock(23, 59) },
        }
    }

    /// Key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Morning => kit_i18n::key!("seminars-part-morning"),
            Self::Afternoon => kit_i18n::key!("seminars-part-afternoon"),
        }
    }
}

kit_base::codes! {
    /// How a session is held.
    pub enum SessionKind {
        /// Everybody in one room, somebody speaks.
        Plenary = "plenary",
        /// Everybody in one room, everybody speaks.
        Debate = "debate",
        /// A part of the people, beside other workshops.
        Workshop = "workshop",
        /// A table for each département.
        Departments = "departments",
        /// What the workshops bring back to everybody.
        Restitution = "restitution",
    }
}

impl SessionKind {
    /// Key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Plenary => kit_i18n::key!("seminars-kind-plenary"),
            Self::Debate => kit_i18n::key!("seminars-kind-debate"),
            Self::Workshop => kit_i18n::key!("seminars-kind-workshop"),
            Self::Departments => kit_i18n::key!("seminars-kind-departments"),
            Self::Restitution => kit_i18n::key!("seminars-kind-restitution"),
        }
    }
}

/// From when to when, on one day, as the clocks of the place show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Beginning.
    pub starts: NaiveTime,
    /// End, after the beginning.
    pub ends: NaiveTime,
}

impl Hours {
    /// Whether the end comes after the beginning.
    pub fn are_in_order(&self) -> bool {
        self.starts < self.ends
    }

    /// Whether these hours are known; a whole half of a day stands for "not published".
    pub fn are_published(&self) -> bool {
        !Part::ALL.iter().any(|part| part.whole() == *self)
    }

    /// Whether these hours lie inside `outer`.
    pub fn lie_within(&self, outer: Hours) -> bool {
        outer.starts <= self.starts && self.ends <= outer.ends
    }
}

/// A half-day to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HalfDayPlan {
    /// On which day.
    pub day: NaiveDate,
    /// Which half of it.
    pub part: Part,
    /// From when to when.
    pub hours: Hours,
}

/// Checks the days of a seminar: the last is not before the first, and there are at most [`HALF_DAYS_MAX`] half-days.
pub fn check_days(first_day: NaiveDate, last_day: NaiveDate) -> Result<(), FieldError> {
    let wrong = |message| Err(FieldError { field: "dernier-jour", message });
    let days = (last_day - first_day).num_days();
    if days < 0 {
        return wrong(Message::new("seminars-error-last-day-before-first"));
    }
    if usize::try_from(days).is_ok_and(|days| days >= days_max()) {
        return wrong(Message::new("seminars-error-too-many-days").with("max", days_max()));
    }
    Ok(())
}

/// Days of a seminar, at most.
pub fn days_max() -> usize {
    HALF_DAYS_MAX / Part::ALL.len()
}

/// The half-days of a seminar that nobody said otherwise about: both halves of each day, at the usual hours.
pub fn usual_half_days(first_day: NaiveDate, last_day: NaiveDate) -> Vec<HalfDayPlan> {
    first_day
        .iter_days()
        .take_while(|day| *day <= last_day)
        .take(days_max())
        .flat_map(|day| Part::ALL.iter().map(move |&part| HalfDayPlan { day, part, hours: part.usual_hours() }))
        .collect()
}

/// Checks half-days that were given: on the seminar's days, at most one of each part a day, each with its hours in order.
pub fn check_half_days(first_day: NaiveDate, last_day: NaiveDate, plans: &[HalfDayPlan]) -> Result<(), Problem> {
    let mut seen: Vec<(NaiveDate, Part)> = Vec::with_capacity(plans.len());
    for plan in plans {
        let is_on_a_day = (first_day..=last_day).contains(&plan.day);
        if !is_on_a_day || !plan.hours.are_in_order() || seen.contains(&(plan.day, plan.part)) {
            return Err(Problem::Refused(Message::new("seminars-error-half-days")));
        }
        seen.push((plan.day, plan.part));
    }
    if plans.is_empty() || plans.len() > HALF_DAYS_MAX {
        return Err(Problem::Refused(Message::new("seminars-error-half-days")));
    }
    Ok(())
}

/// `day`, as many days later as `to` is after `from`; `None` where the calendar ends.
pub fn moved(day: NaiveDate, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
    let days = (to - from).num_days();
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) }
}

/// Sessions that are held at the same time stand together, in the order of the clock; those of one group are shown side by side.
/// `hours` says when an item is held. Items keep their order within a group by beginning, then as given.
pub fn side_by_side<T>(mut items: Vec<T>, hours: impl Fn(&T) -> Hours) -> Vec<Vec<T>> {
    items.sort_by_key(|item| hours(item).starts);
    let mut groups: Vec<Vec<T>> = Vec::new();
    let mut group_ends: Option<NaiveTime> = None;
    for item in items {
        let Hours { starts, ends } = hours(&item);
        match (group_ends, groups.last_mut()) {
            (Some(end), Some(group)) if starts < end => {
                group.push(item);
                group_ends = Some(end.max(ends));
            }
            _ => {
                groups.push(vec![item]);
                group_ends = Some(ends);
            }
        }
    }
    groups
}

/// The last part of a seminar's address, made from its title and its year: `rencontre-d-ete-2027`.
pub fn slug_from(title: &str, first_day: NaiveDate) -> String {
    let year = first_day.year().to_string();
    let words = slug(title);
    match words.as_str() {
        "" => format!("seminaire-{year}"),
        _ if words.split('-').any(|word| word == year) => words,
        _ => format!("{words}-{year}"),
    }
}

/// A text as it can stand in an address: words of small letters and figures joined by hyphens.
pub fn slug(text: &str) -> String {
    let joined = territory::fold(text).replace(' ', "-");
    let cut: String = joined.chars().take(SLUG_CHARACTERS_MAX).collect();
    cut.trim_matches('-').to_owned()
}

/// `base`, or where it is taken the first of `base-2`, `base-3`, … that is not.
pub fn first_free_slug(base: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let is_free = |slug: &String| !SLUGS_TAKEN_BY_PAGES.contains(&slug.as_str()) && !is_taken(slug);
    let mut numbered = (2_u32..).map(|number| format!("{base}-{number}"));
    Some(base.to_owned()).filter(is_free).or_else(|| numbered.find(is_free)).unwrap_or_default()
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 6, day).unwrap()
    }

    #[test]
    fn a_seminar_of_two_days_has_four_half_days_at_the_usual_hours() {
        let plans = usual_half_days(day(24), day(25));
        let parts: Vec<_> = plans.iter().map(|plan| (plan.day, plan.part)).collect();
        assert_eq!(
            parts,
            [
                (day(24), Part::Morning),
                (day(24), Part::Afternoon),
                (day(25), Part::Morning),
                (day(25), Part::Afternoon)
            ]
        );
        assert_eq!(plans[0].hours, Hours { starts: clock(9, 0), ends: clock(12, 30) });
        assert!(check_half_days(day(24), day(25), &plans).is_ok());
    }

    #[test]
    fn days_out_of_order_or_too_many_are_refused() {
        let key = |first, last| check_days(first, last).err().map(|error| error.message.key);
        assert_eq!(key(day(24), day(24)), None);
        assert_eq!(key(day(24), day(27)), None);
        assert_eq!(key(day(24), day(28)), Some("seminars-error-too-many-days"));
        assert_eq!(key(day(25), day(24)), Some("seminars-error-last-day-before-first"));
    }

    #[test]
    fn half_days_elsewhere_twice_or_upside_down_are_refused() {
        let plan = HalfDayPlan { day: day(24), part: Part::Morning, hours: Part::Morning.usual_hours() };
        let upside_down = Hours { starts: clock(12, 0), ends: clock(9, 0) };
        assert!(check_half_days(day(24), day(24), &[plan]).is_ok());
        assert!(check_half_days(day(24), day(24), &[]).is_err());
        assert!(check_half_days(day(24), day(24), &[plan, plan]).is_err());
        assert!(check_half_days(day(25), day(25), &[plan]).is_err());
        assert!(check_half_days(day(24), day(24), &[HalfDayPlan { hours: upside_down, ..plan }]).is_err());
    }

    #[test]
    fn moving_a_seminar_moves_every_day_by_as_much() {
        assert_eq!(moved(day(25), day(24), day(17)), Some(day(18)));
        assert_eq!(moved(day(25), day(24), day(26)), Some(day(27)));
    }

    #[test]
    fn addresses_are_made_of_the_title_and_the_year() {
        assert_eq!(slug_from("Rencontre d’été", day(24)), "rencontre-d-ete-2027");
        assert_eq!(slug_from("Séminaire 2027, Œuvrons !", day(24)), "seminaire-2027-oeuvrons");
        assert_eq!(slug_from("…", day(24)), "seminaire-2027");
    }

    #[test]
    fn an_address_that_is_taken_is_numbered() {
        let taken = ["a-2027", "a-2027-2"];
        assert_eq!(first_free_slug("a-2027", |slug| taken.contains(&slug)), "a-2027-3");
        assert_eq!(first_free_slug("b-2027", |slug| taken.contains(&slug)), "b-2027");
        assert_eq!(first_free_slug("nouveau", |_| false), "nouveau-2");
    }

    fn some_hours() -> impl Strategy<Value = Hours> {
        (8_u32..18, 0_u32..60, 1_i64..240).prop_map(|(hour, minute, minutes)| {
            let starts = clock(hour, minute);
            Hours { starts, ends: starts + chrono::Duration::minutes(minutes) }
        })
    }

    proptest! {
        #[test]
        fn whatever_is_held_at_the_same_time_stands_side_by_side(sessions in prop::collection::vec(some_hours(), 0..20)) {
            let numbered: Vec<(usize, Hours)> = sessions.iter().copied().enumerate().collect();
            let groups = side_by_side(numbered, |(_, hours)| *hours);
            let mut all: Vec<usize> = groups.iter().flatten().map(|(number, _)| *number).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..sessions.len()).collect::<Vec<_>>());
            for pair in groups.windows(2) {
                let end_before = pair[0].iter().map(|(_, hours)| hours.ends).max();
                let beginning_after = pair[1].iter().map(|(_, hours)| hours.starts).min();
                prop_assert!(end_before <= beginning_after);
            }
            for group in &groups {
                for (place, (_, hours)) in group.iter().enumerate().skip(1) {
                    prop_assert!(group[..place].iter().any(|(_, earlier)| hours.starts < earlier.ends));
                }
            }
        }

        #[test]
        fn an_address_holds_only_small_letters_figures_and_hyphens(title in ".{0,120}") {
            let slug = slug_from(&title, day(24));
            prop_assert!(!slug.is_empty() && !slug.starts_with('-') && !slug.ends_with('-'));
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{slug}");
            prop_assert!(slug.len() <= SLUG_CHARACTERS_MAX + "-2027".len());
        }
    }
}
