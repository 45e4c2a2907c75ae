//! Ages, months and days between two days.

use chrono::{Datelike, Days, NaiveDate};

/// Completed years from a birth to a day: on the birthday the new age counts, and whoever was born on 29 February turns a
/// year older on 28 February in common years. Negative before the birth.
///
/// The 28 February is the reading of the national simulator, which the golden matrix of the tests follows.
pub fn completed_years(birth: NaiveDate, day: NaiveDate) -> i32 {
    let years = day.year() - birth.year();
    if is_reached((birth.month(), birth.day()), day) { years } else { years - 1 }
}

/// Completed months from one day to another; a month that has no such day is completed by its last.
pub fn completed_months(from: NaiveDate, to: NaiveDate) -> i32 {
    let months = (to.year() - from.year()) * 12 + to.month0().cast_signed() - from.month0().cast_signed();
    if to.day() >= from.day() || is_last_of_month(to) { months } else { months - 1 }
}

fn is_reached(birthday: (u32, u32), day: NaiveDate) -> bool {
    let is_28_of_a_common_february = day.month() == 2 && day.day() == 28 && is_last_of_month(day);
    let today = if is_28_of_a_common_february { (2, 29) } else { (day.month(), day.day()) };
    today >= birthday
}

fn is_last_of_month(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1)).is_none_or(|next| next.month() != day.month())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The first day on which somebody born then is `years` old, as the text of the rule has it.
    fn birthday(birth: NaiveDate, years: i32) -> NaiveDate {
        let year = birth.year() + years;
        birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_birthday_counts_from_its_morning() {
        assert_eq!(completed_years(day("2000-09-15"), day("2026-09-14")), 25);
        assert_eq!(completed_years(day("2000-09-15"), day("2026-09-15")), 26);
    }

    #[test]
    fn those_born_on_29_february_turn_older_on_the_28() {
        assert_eq!(completed_years(day("2000-02-29"), day("2026-02-27")), 25);
        assert_eq!(completed_years(day("2000-02-29"), day("2026-02-28")), 26);
        assert_eq!(completed_years(day("2000-02-29"), day("2024-02-28")), 23);
        assert_eq!(completed_years(day("2000-02-28"), day("2026-02-28")), 26);
    }

    #[test]
    fn months_end_with_their_last_day() {
        assert_eq!(completed_months(day("2026-01-31"), day("2026-02-27")), 0);
        assert_eq!(completed_months(day("2026-01-31"), day("2026-02-28")), 1);
        assert_eq!(completed_months(day("2026-01-15"), day("2027-01-14")), 11);
    }

    proptest! {
        #[test]
        fn the_birthday_is_the_first_day_of_an_age(birth in 700_000i32..740_000, years in 0i32..80) {
            let birth = NaiveDate::from_num_days_from_ce_opt(birth).unwrap();
            let reached = birthday(birth, years);
            prop_assert_eq!(completed_years(birth, reached), years);
            if years > 0 {
                prop_assert_eq!(completed_years(birth, reached.pred_opt().unwrap()), years - 1);
            }
        }
    }
}
