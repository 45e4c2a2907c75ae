//! A calendar that people subscribe to, as iCalendar (RFC 5545).

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use icalendar::{Component, Property};
use kit_base::Instant;

use crate::fold::fold;
use crate::time_zone;

/// The media type it is sent under.
const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";
/// Who wrote the file, as RFC 5545 §3.7.3 asks.
const PRODUCT: &str = "-//Escale//Escale//FR";
/// A day, and a day with its time, as RFC 5545 writes them.
const DATE: &str = "%Y%m%d";
const DATE_TIME: &str = "%Y%m%dT%H%M%S";

/// Events of one time zone, under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What the subscriber's program calls it.
    pub name: String,
    /// The zone of its hours.
    pub zone: Tz,
    /// What happens. An empty calendar is no calendar (RFC 5545 §3.6): give it one event at least.
    pub events: Vec<Event>,
}

/// Something that happens. It names no person: organisers and participants are left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same from one version to the next, and no other event's.
    pub uid: String,
    /// Grows with each change, so that programs take the newer version.
    pub sequence: u32,
    /// When it last changed.
    pub changed_at: Instant,
    /// When it happens.
    pub when: When,
    /// What it is called.
    pub summary: String,
    /// Where it happens.
    pub location: Option<String>,
    /// The page that tells more.
    pub url: Option<String>,
    /// It will not happen: it stays in the calendar, so that programs strike it out.
    pub is_cancelled: bool,
}

/// When an event happens, by the clocks of the calendar's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// On whole days, the last included. They mark the calendar and leave its hours free.
    Days {
        /// The first.
        first: NaiveDate,
        /// The last.
        last: NaiveDate,
    },
    /// From one moment to another.
    Hours {
        /// Beginning.
        starts: NaiveDateTime,
        /// End.
        ends: NaiveDateTime,
    },
}

impl Calendar {
    /// The media type of what [`Calendar`] displays.
    pub const MEDIA_TYPE: &'static str = MEDIA_TYPE;

    /// The beginning of the first event with hours and the end of the last: the time that the zone has to be told for.
    fn span_of_hours(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let hours = || {
            self.events.iter().filter_map(|event| match event.when {
                When::Hours { starts, ends } => Some((starts, ends)),
                When::Days { .. } => None,
            })
        };
        Some((hours().map(|(starts, _)| starts).min()?, hours().map(|(_, ends)| ends).max()?))
    }

    fn unfolded(&self) -> Result<String, fmt::Error> {
        let mut text = String::from("BEGIN:VCALENDAR\r\n");
        let head = [
            ("VERSION", "2.0"),
            ("PRODID", PRODUCT),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            // RFC 7986 has NAME; most programs read the older word.
            ("X-WR-CALNAME", self.name.as_str()),
            ("X-WR-TIMEZONE", self.zone.name()),
        ];
        for (name, value) in head {
            text += &TryInto::<String>::try_into(Property::new(name, on_one_line(value)))?;
        }
        if let Some((from, to)) = self.span_of_hours() {
            text += &time_zone::component(self.zone, from, to);
        }
        for event in &self.events {
            text += &event.component(self.zone).try_into_string()?;
        }
        text += "END:VCALENDAR\r\n";
        Ok(text)
    }
}

impl fmt::Display for Calendar {
    /// The whole file: lines end with CR LF and hold 75 octets at most (RFC 5545 §3.1).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&fold(&self.unfolded()?))
    }
}

impl Event {
    fn component(&self, zone: Tz) -> icalendar::Event {
        let mut event = icalendar::Event::new();
        event
            .add_property("UID", on_one_line(&self.uid))
            .add_property("SEQUENCE", self.sequence.to_string())
            .add_property("DTSTAMP", instant(self.changed_at))
            .add_property("LAST-MODIFIED", instant(self.changed_at))
            .add_property("SUMMARY", on_one_line(&self.summary))
            .add_property("STATUS", if self.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        match self.when {
            When::Days { first, last } => {
                event
                    .append_property(day("DTSTART", first))
                    // The day after the last one: DTEND is not included (RFC 5545 §3.6.1).
                    .append_property(day("DTEND", last.succ_opt().unwrap_or(last)))
                    .add_property("TRANSP", "TRANSPARENT");
            }
            When::Hours { starts, ends } => {
                event.append_property(moment("DTSTART", starts, zone)).append_property(moment("DTEND", ends, zone));
            }
        }
        if let Some(location) = &self.location {
            event.add_property("LOCATION", on_one_line(location));
        }
        if let Some(url) = &self.url {
            event.add_property("URL", on_one_line(url));
        }
        event
    }
}

fn day(name: &str, day: NaiveDate) -> Property {
    Property::new(name, day.format(DATE).to_string()).add_parameter("VALUE", "DATE").done()
}

fn moment(name: &str, moment: NaiveDateTime, zone: Tz) -> Property {
    Property::new(name, moment.format(DATE_TIME).to_string()).add_parameter("TZID", zone.name()).done()
}

fn instant(instant: Instant) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Control characters have no place in a content line (RFC 5545 §3.1), and a line break would begin another one.
fn on_one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
