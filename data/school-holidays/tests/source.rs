//! The committed table against the day-by-day source, and against days that everybody can check in a calendar.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use chrono::NaiveDate;
use school_holidays::{FIRST_DAY, LAST_DAY, Zone, is_holiday, next_school_day};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The reference data beside the checkout, or where `ESCALE_REFERENCE` says.
fn source() -> String {
    let reference =
        reference::folder().expect("this test reads the source table: set ESCALE_REFERENCE to the reference data");
    let path = reference.join("may-ship/school-holidays/data.csv");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_covered_day_says_what_the_source_says() {
    let mut days_count = 0;
    for row in source().lines().skip(1) {
        let columns: Vec<&str> = row.split(',').collect();
        let date = day(columns[0]);
        let covered = (FIRST_DAY..=LAST_DAY).contains(&date);
        for (zone, said) in Zone::ALL.into_iter().zip(&columns[1..4]) {
            assert_eq!(is_holiday(zone, date), covered.then_some(*said == "True"), "zone {zone}, {date}");
        }
        days_count += usize::from(covered);
    }
    assert_eq!(days_count, usize::try_from((LAST_DAY - FIRST_DAY).num_days()).unwrap() + 1);
}

#[test]
fn toussaint_2026_noel_and_summer_2027_are_the_same_in_the_three_zones() {
    for zone in Zone::ALL {
        for (before, first, last, after) in [
            ("2026-10-16", "2026-10-17", "2026-11-01", "2026-11-02"),
            ("2026-12-18", "2026-12-19", "2027-01-03", "2027-01-04"),
            ("2027-07-02", "2027-07-03", "2027-08-31", "2027-09-01"),
        ] {
            assert_eq!(is_holiday(zone, day(before)), Some(false));
            assert_eq!(is_holiday(zone, day(first)), Some(true));
            assert_eq!(is_holiday(zone, day(last)), Some(true));
            assert_eq!(is_holiday(zone, day(after)), Some(false));
        }
    }
}

#[test]
fn winter_2027_is_staggered() {
    let winter = |text| Zone::ALL.map(|zone| is_holiday(zone, day(text)).unwrap());
    assert_eq!(winter("2027-02-08"), [false, false, true]);
    assert_eq!(winter("2027-02-16"), [true, false, true]);
    assert_eq!(winter("2027-03-01"), [false, true, false]);
}

#[test]
fn nothing_is_claimed_about_years_that_are_not_covered() {
    assert_eq!(is_holiday(Zone::A, day("1990-07-14")), None);
    assert_eq!(is_holiday(Zone::B, day("2028-12-25")), None);
    assert_eq!(is_holiday(Zone::C, day("2030-08-15")), None);
}

#[test]
fn the_next_school_day_waits_for_the_end_of_the_holidays_and_of_the_weekend() {
    // A Saturday in July waits for the first of September, a Wednesday.
    assert_eq!(next_school_day(Zone::C, day("2027-07-10")), day("2027-09-01"));
    // Toussaint ends on a Sunday.
    assert_eq!(next_school_day(Zone::A, day("2026-10-20")), day("2026-11-02"));
    // A weekend in term, a day of term, and a day beyond the table.
    assert_eq!(next_school_day(Zone::B, day("2026-11-14")), day("2026-11-16"));
    assert_eq!(next_school_day(Zone::B, day("2026-11-17")), day("2026-11-17"));
    assert_eq!(next_school_day(Zone::B, day("2031-07-14")), day("2031-07-14"));
    assert_eq!(next_school_day(Zone::B, NaiveDate::MAX), NaiveDate::MAX);
}

#[test]
fn a_zone_is_known_by_its_letter() {
    assert_eq!("B".parse(), Ok(Zone::B));
    assert_eq!(Zone::C.to_string(), "C");
    assert_eq!("D".parse::<Zone>().unwrap_err().to_string(), r#"unknown school zone "D""#);
}
