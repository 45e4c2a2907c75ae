//! School holidays of metropolitan France by zone, so that nothing is asked of a teacher while the school is closed.
//!
//! Facts only, no clock: the day is a parameter. Corsica and overseas keep calendars of their own and have no zone here.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// One of the three groups of académies whose winter and spring holidays are staggered
/// (Code de l'éducation, article L. 521-1; the groups are set by order of the minister of education).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.
    A,
    /// Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.
    B,
    /// Créteil, Montpellier, Paris, Toulouse, Versailles.
    C,
}

/// A code that is not `A`, `B` or `C`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownZone {
    /// What was given.
    pub code: String,
}

/// First day about which something is known: the first day of the first holidays in the source.
pub const FIRST_DAY: NaiveDate = date_or_min(1990, 10, 27);

/// Last day about which something is known: the last day of the last holidays in the source, the summer of 2028.
/// The source has rows until 31 December 2028, but they leave out the Toussaint and Noël of that year.
pub const LAST_DAY: NaiveDate = date_or_min(2028, 8, 31);

/// Days looked at by [`next_school_day`] at most: the longest summer lasts 65 days.
const SEARCH_DAYS_MAX: usize = 100;

const HOLIDAYS: &str = include_str!("../holidays.tsv");

/// Whether `day` falls in the school holidays of `zone`, weekends at either end included.
/// `None` outside [`FIRST_DAY`]`..=`[`LAST_DAY`]: nothing is known then, which is not the same as "no".
///
/// ```
/// use chrono::NaiveDate;
/// use school_holidays::{Zone, is_holiday};
/// let winter = NaiveDate::from_ymd_opt(2027, 2, 8).unwrap();
/// assert_eq!(is_holiday(Zone::C, winter), Some(true));
/// assert_eq!(is_holiday(Zone::B, winter), Some(false));
/// ```
pub fn is_holiday(zone: Zone, day: NaiveDate) -> Option<bool> {
    if !(FIRST_DAY..=LAST_DAY).contains(&day) {
        return None;
    }
    let holidays = periods(zone);
    let begun_count = holidays.partition_point(|period| period.first_day <= day);
    let latest = begun_count.checked_sub(1).and_then(|index| holidays.get(index));
    Some(latest.is_some_and(|period| day <= period.last_day))
}

/// The first day, `day` itself included, that is neither a Saturday nor a Sunday nor in the school holidays of `zone`.
/// Public holidays are not looked at. Outside the covered years only weekends are skipped.
pub fn next_school_day(zone: Zone, day: NaiveDate) -> NaiveDate {
    let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    (0..)
        .take(SEARCH_DAYS_MAX)
        .map_while(|later_days| day.checked_add_days(Days::new(later_days)))
        .find(|day| !weekend(*day) && is_holiday(zone, *day) != Some(true))
        .unwrap_or(day)
}

/// Consecutive days without school, both ends included.
struct Period {
    zone: Zone,
    first_day: NaiveDate,
    last_day: NaiveDate,
}

/// The periods of one zone, earliest first: the file is sorted by zone and day.
fn periods(zone: Zone) -> &'static [Period] {
    static PERIODS: LazyLock<Vec<Period>> = LazyLock::new(|| HOLIDAYS.lines().filter_map(read_period).collect());
    let from = PERIODS.partition_point(|period| period.zone < zone);
    let to = PERIODS.partition_point(|period| period.zone <= zone);
    PERIODS.get(from..to).unwrap_or_default()
}

/// A line of `holidays.tsv`. The file is part of the program and a test reads every line of it.
fn read_period(line: &str) -> Option<Period> {
    let mut columns = line.split('\t');
    Some(Period {
        zone: columns.next()?.parse().ok()?,
        first_day: columns.next()?.parse().ok()?,
        last_day: columns.next()?.parse().ok()?,
    })
}

const fn date_or_min(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

impl Zone {
    /// Every zone.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The letter by which everybody knows it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|zone| zone.code() == code).ok_or_else(|| UnknownZone { code: code.to_owned() })
    }
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown school zone {:?}", self.code)
    }
}

impl std::error::Error for UnknownZone {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_sorted_and_apart_from_the_next() {
        let lines = HOLIDAYS.lines().count();
        assert_eq!(lines, Zone::ALL.iter().map(|zone| periods(*zone).len()).sum::<usize>());
        for zone in Zone::ALL {
            assert!(periods(zone).iter().all(|period| period.first_day <= period.last_day));
            assert!(periods(zone).windows(2).all(|pair| pair[0].last_day < pair[1].first_day));
        }
    }

    #[test]
    fn the_covered_years_run_from_the_first_holidays_to_the_last() {
        for zone in Zone::ALL {
            assert_eq!(periods(zone).first().map(|period| period.first_day), Some(FIRST_DAY));
            assert_eq!(periods(zone).last().map(|period| period.last_day), Some(LAST_DAY));
        }
    }
}
