//! The one place where the time of day is read.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, SubsecRound, TimeZone, Utc};
use chrono_tz::Tz;

/// A point in time, in UTC, to the microsecond (what PostgreSQL keeps).
pub type Instant = DateTime<Utc>;

/// Where commands, pages and jobs get the time from. Cheap to clone; clones agree.
#[derive(Clone, Debug)]
pub struct Clock {
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    /// The machine's clock, moved by a fixed offset (zero in production).
    Machine { offset: Duration },
    /// Stands still until told otherwise; microseconds since 1970.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's own time.
    pub fn machine() -> Self {
        Self { source: Source::Machine { offset: Duration::zero() } }
    }

    /// Runs at the machine's pace as if it were `start` now: the demo of a given day.
    pub fn running_from(start: Instant) -> Self {
        Self { source: Source::Machine { offset: start - machine_time() } }
    }

    /// Stands at `start` until [`Clock::advance`]: tests.
    pub fn standing_at(start: Instant) -> Self {
        Self { source: Source::Manual(Arc::new(AtomicI64::new(start.timestamp_micros()))) }
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        match &self.source {
            Source::Machine { offset } => machine_time() + *offset,
            Source::Manual(micros) => Utc.timestamp_micros(micros.load(Ordering::SeqCst)).single().unwrap_or_default(),
        }
    }

    /// Moves a standing clock forward; a running clock is left alone.
    pub fn advance(&self, by: Duration) {
        if let (Source::Manual(micros), Some(step)) = (&self.source, by.num_microseconds()) {
            micros.fetch_add(step, Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place")]
fn machine_time() -> Instant {
    Utc::now().trunc_subsecs(6)
}

/// The moment at which the clocks of `zone` show this. The first of two, in the hour that comes twice in autumn; the hour that is
/// skipped in spring is counted from the one before it.
pub fn moment_in(zone: Tz, shown: NaiveDateTime) -> DateTime<FixedOffset> {
    let hour = Duration::hours(1);
    let moment = zone.from_local_datetime(&shown).earliest();
    let moment = moment.or_else(|| zone.from_local_datetime(&(shown - hour)).earliest().map(|before| before + hour));
    moment.unwrap_or_else(|| zone.from_utc_datetime(&shown)).fixed_offset()
}

/// The calendar day it is in `zone` at `instant`.
pub fn day_in(zone: Tz, instant: Instant) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::*;

    #[test]
    fn the_clocks_of_a_place_name_a_moment_even_when_they_change() {
        for (shown, moment) in [
            ("2027-01-28T18:00:00", "2027-01-28T18:00:00+01:00"),
            ("2027-06-24T09:00:00", "2027-06-24T09:00:00+02:00"),
            ("2027-10-31T02:30:00", "2027-10-31T02:30:00+02:00"),
            ("2027-03-28T02:30:00", "2027-03-28T03:30:00+02:00"),
        ] {
            assert_eq!(moment_in(Paris, shown.parse().unwrap()).to_rfc3339(), moment);
        }
    }
}
