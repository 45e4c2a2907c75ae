//! What other programs read of our calendars, and that the reading is worth something: the same parser reads files of others.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail by panicking")]

use chrono::{NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{Europe, Indian, Tz};
use icalendar::parser::{read_calendar, unfold};
use icalendar::{Calendar as Read, Component};
use kit_exchange::{Calendar, Event, When};
use proptest::prelude::*;

fn at(day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2027, 6, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
}

fn workshop(summary: &str) -> Event {
    Event {
        uid: "018f@escale.example".to_owned(),
        sequence: 3,
        changed_at: Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).unwrap(),
        when: When::Hours { starts: at(24, 9), ends: at(24, 11) },
        summary: summary.to_owned(),
        location: Some("Lycée agricole, Carcassonne; salle Nord".to_owned()),
        url: Some("https://escale.example/seminaires/ete-2027".to_owned()),
        is_cancelled: false,
    }
}

fn calendar(zone: Tz, events: Vec<Event>) -> Calendar {
    Calendar { name: "Séminaire d’été, 2027".to_owned(), zone, events }
}

fn parsed(calendar: &Calendar) -> Read {
    let text = calendar.to_string();
    text.parse().unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

#[test]
fn the_hours_are_those_of_the_place_and_the_zone_tells_its_changes() {
    let text = calendar(Europe::Paris, vec![workshop("Atelier")]).to_string();
    assert!(text.contains("DTSTART;TZID=Europe/Paris:20270624T090000\r\n"), "{text}");
    let summer =
        "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n";
    let winter =
        "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n";
    assert!(text.contains(summer) && text.contains(winter), "{text}");
    assert!(text.find("BEGIN:VTIMEZONE") < text.find("BEGIN:VEVENT"), "{text}");
}

#[test]
fn a_zone_without_changes_has_one_offset_and_whole_days_need_no_zone() {
    let text = calendar(Indian::Reunion, vec![workshop("Atelier")]).to_string();
    assert_eq!(text.matches("BEGIN:STANDARD").count(), 1, "{text}");
    assert!(text.contains("TZOFFSETTO:+0400\r\n") && !text.contains("DAYLIGHT"), "{text}");
    let (first, last) = (at(24, 0).date(), at(25, 0).date());
    let text = calendar(Europe::Paris, vec![Event { when: When::Days { first, last }, ..workshop("Deux jours") }]);
    let text = text.to_string();
    assert!(text.contains("DTSTART;VALUE=DATE:20270624\r\n"), "{text}");
    assert!(text.contains("DTEND;VALUE=DATE:20270626\r\n") && !text.contains("VTIMEZONE"), "{text}");
}

#[test]
fn what_is_cancelled_stays_and_says_so() {
    let text = calendar(Europe::Paris, vec![Event { is_cancelled: true, ..workshop("Atelier") }]).to_string();
    assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("SEQUENCE:3\r\n"), "{text}");
}

#[test]
fn nothing_of_it_depends_on_when_it_is_written() {
    let calendar = calendar(Europe::Paris, vec![workshop("Atelier")]);
    let text = calendar.to_string();
    assert_eq!(text, calendar.to_string());
    assert_eq!(text.matches("DTSTAMP:").count(), 1, "{text}");
    assert_eq!(text.matches("UID:").count(), 1, "{text}");
}

#[test]
fn the_parser_of_these_tests_reads_what_other_programs_write() {
    let folder = reference::folder().expect("the reference files").join("tests-only/icalendar");
    let (mut read, mut refused) = (0, Vec::new());
    for kind in ["calendars", "events", "timezones"] {
        for entry in std::fs::read_dir(folder.join(kind)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            match read_calendar(&unfold(&text)) {
                Ok(_) => read += 1,
                Err(_) => refused.push(path),
            }
        }
    }
    assert!(read > 60, "only {read} files are read, not {refused:?}");
}

proptest! {
    #[test]
    fn every_text_comes_back_as_it_was_and_every_line_is_short(summary in "\\PC{1,200}") {
        let calendar = calendar(Europe::Paris, vec![workshop(&summary)]);
        let text = calendar.to_string();
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75), "{}", text);
        let read = parsed(&calendar);
        let event = read.events().next().unwrap();
        prop_assert_eq!(event.get_summary().map(str::trim), Some(summary.trim()));
        prop_assert_eq!(event.get_sequence(), Some(3));
        prop_assert_eq!(event.get_uid(), Some("018f@escale.example"));
    }
}
