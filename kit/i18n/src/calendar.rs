//! Dates and times, written out.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;
use kit_base::{Instant, Locale};

use crate::{Translator, key};

const MONTHS: [&str; 12] = [
    key!("i18n-month-1"),
    key!("i18n-month-2"),
    key!("i18n-month-3"),
    key!("i18n-month-4"),
    key!("i18n-month-5"),
    key!("i18n-month-6"),
    key!("i18n-month-7"),
    key!("i18n-month-8"),
    key!("i18n-month-9"),
    key!("i18n-month-10"),
    key!("i18n-month-11"),
    key!("i18n-month-12"),
];

const MONTHS_SHORT: [&str; 12] = [
    key!("i18n-month-short-1"),
    key!("i18n-month-short-2"),
    key!("i18n-month-short-3"),
    key!("i18n-month-short-4"),
    key!("i18n-month-short-5"),
    key!("i18n-month-short-6"),
    key!("i18n-month-short-7"),
    key!("i18n-month-short-8"),
    key!("i18n-month-short-9"),
    key!("i18n-month-short-10"),
    key!("i18n-month-short-11"),
    key!("i18n-month-short-12"),
];

const WEEKDAYS: [&str; 7] = [
    key!("i18n-weekday-1"),
    key!("i18n-weekday-2"),
    key!("i18n-weekday-3"),
    key!("i18n-weekday-4"),
    key!("i18n-weekday-5"),
    key!("i18n-weekday-6"),
    key!("i18n-weekday-7"),
];

const NO_BREAK_SPACE: char = '\u{a0}';

/// Dates in the mirrored language are French dates: a date is data, and tests look for it.
impl Translator {
    /// `27 juin 2019`, `1er juin 2019`, `27 June 2019`.
    pub fn date(&self, date: NaiveDate) -> String {
        self.day_month_year(date, &MONTHS)
    }

    /// `27 juin 2019`, `3 juil. 2019`, `3 Jul 2019`: for tables. The month stays a word, since 03/07 reads both ways.
    pub fn date_short(&self, date: NaiveDate) -> String {
        self.day_month_year(date, &MONTHS_SHORT)
    }

    /// `juin 2019`, `June 2019`: where the day would say too much.
    pub fn month(&self, date: NaiveDate) -> String {
        let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
        format!("{} {}", self.calendar_word(month), date.year())
    }

    /// `jeudi 27 juin 2019`, `Thursday 27 June 2019`.
    pub fn weekday_date(&self, date: NaiveDate) -> String {
        let weekday = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
        format!("{} {}", self.calendar_word(weekday), self.date(date))
    }

    /// `10 h 30`, `10 h`, `10:30`.
    pub fn time(&self, time: NaiveTime) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self.locale() {
            Locale::En => format!("{hour}:{minute:02}"),
            Locale::Fr | Locale::Mirror if minute == 0 => format!("{hour}{NO_BREAK_SPACE}h"),
            Locale::Fr | Locale::Mirror => format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute:02}"),
        }
    }

    /// `27 juin 2019 à 10 h 30`, as the clocks of `zone` show it.
    pub fn date_time(&self, instant: Instant, zone: Tz) -> String {
        let local = instant.with_timezone(&zone);
        let link = self.calendar_word(key!("i18n-date-time-link"));
        format!("{} {link} {}", self.date(local.date_naive()), self.time(local.time()))
    }

    fn day_month_year(&self, date: NaiveDate, months: &[&'static str; 12]) -> String {
        let month = months.get(date.month0() as usize).copied().unwrap_or_default();
        let month = self.calendar_word(month);
        let year = date.year();
        match date.day() {
            1 => format!("{}{NO_BREAK_SPACE}{month} {year}", self.calendar_word(key!("i18n-day-first"))),
            day => format!("{day}{NO_BREAK_SPACE}{month} {year}"),
        }
    }

    fn calendar_word(&self, key: &str) -> &str {
        let locale = match self.locale() {
            Locale::En => Locale::En,
            Locale::Fr | Locale::Mirror => Locale::Fr,
        };
        self.words().plain(locale, key).unwrap_or_default()
    }
}
