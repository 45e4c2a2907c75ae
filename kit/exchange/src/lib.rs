//! What is exchanged with other programs. Today that is calendars: [`Calendar`] is written as iCalendar (RFC 5545).

mod calendar;
mod fold;
mod time_zone;

pub use calendar::{Calendar, Event, When};
