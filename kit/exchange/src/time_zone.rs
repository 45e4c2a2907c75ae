//! A time zone as iCalendar tells it: VTIMEZONE, for the time that its events need and no more. The library has none.

use std::fmt::Write as _;

use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// More than a year, so that the change before the first event is found where there is one each year.
const LOOK_BACK_DAYS: i64 = 400;
/// Days of a calendar that are looked into for changes: a calendar with events further apart tells its zone for these only.
const DAYS_MAX: i64 = 4_000;

/// A time from which an offset holds.
struct Observance {
    /// When it begins, by the clocks as they stood until then.
    starts: NaiveDateTime,
    before: FixedOffset,
    after: FixedOffset,
    is_daylight: bool,
    name: Option<String>,
}

/// The component that tells the zone from the change before `from` to `to`, both by its own clocks.
pub(crate) fn component(zone: Tz, from: NaiveDateTime, to: NaiveDateTime) -> String {
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    for observance in observances(zone, from, to) {
        observance.write(&mut text);
    }
    text += "END:VTIMEZONE\r\n";
    text
}

impl Observance {
    fn write(&self, text: &mut String) {
        let kind = if self.is_daylight { "DAYLIGHT" } else { "STANDARD" };
        let starts = self.starts.format("%Y%m%dT%H%M%S");
        // Writing into a text cannot fail.
        let _ = write!(
            text,
            "BEGIN:{kind}\r\nDTSTART:{starts}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\n",
            offset(self.before),
            offset(self.after),
        );
        if let Some(name) = &self.name {
            let _ = write!(text, "TZNAME:{name}\r\n");
        }
        let _ = write!(text, "END:{kind}\r\n");
    }
}

/// The offset that holds at the beginning, then each change.
fn observances(zone: Tz, from: NaiveDateTime, to: NaiveDateTime) -> Vec<Observance> {
    let first = from.and_utc() - Duration::days(LOOK_BACK_DAYS);
    let last = (to.and_utc() + Duration::days(1)).min(first + Duration::days(DAYS_MAX));
    let mut found = vec![observance(zone, first, offset_at(zone, first))];
    let mut day = first;
    while day < last {
        let next = day + Duration::days(1);
        if offset_at(zone, day) != offset_at(zone, next) {
            found.push(observance(zone, change_between(zone, day, next), offset_at(zone, day)));
        }
        day = next;
    }
    found
}

fn observance(zone: Tz, starts: DateTime<Utc>, before: FixedOffset) -> Observance {
    let offset = zone.offset_from_utc_datetime(&starts.naive_utc());
    Observance {
        starts: starts.with_timezone(&before).naive_local(),
        before,
        after: offset.fix(),
        is_daylight: !offset.dst_offset().is_zero(),
        name: offset.abbreviation().map(str::to_owned),
    }
}

fn offset_at(zone: Tz, instant: DateTime<Utc>) -> FixedOffset {
    zone.offset_from_utc_datetime(&instant.naive_utc()).fix()
}

/// The second at which the offset changes, between two instants that have different ones.
fn change_between(zone: Tz, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> DateTime<Utc> {
    let offset_before = offset_at(zone, before);
    while after - before > Duration::seconds(1) {
        let middle = before + Duration::seconds((after - before).num_seconds() / 2);
        if offset_at(zone, middle) == offset_before { before = middle } else { after = middle }
    }
    after
}

/// `+0200`; with seconds where an old local time has them.
fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let text = format!("{sign}{hours:02}{minutes:02}");
    if rest == 0 { text } else { format!("{text}{rest:02}") }
}
