//! What pages may count on from their words.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, TimeZone, Utc};
use kit_base::{Locale, Message};
use kit_i18n::{Source, Translator, Words, WordsError, used_keys};

const FR: &str = "
-product = Escale
hello = Bonjour
welcome = { hello } dans { -product }, { $name }
count =
    { $count ->
        [one] { $count } engagement tenu
       *[other] { $count } engagements tenus
    }
long = Les engagements pris au séminaire régional reviennent à l’ordre du jour du suivant
";
const EN: &str = "
-product = Escale
hello = Hello
welcome = { hello } in { -product }, { $name }
count =
    { $count ->
        [one] { $count } commitment kept
       *[other] { $count } commitments kept
    }
long = Commitments taken at the regional seminar come back on the agenda of the next
";

fn source(fr: &'static str, en: &'static str) -> Source {
    Source { owner: "test", fr, en }
}

fn translator(locale: Locale) -> Translator {
    Arc::new(Words::new(&[source(FR, EN)]).unwrap()).translator(locale)
}

fn refusal(fr: &'static str, en: &'static str) -> WordsError {
    Words::new(&[source(fr, en)]).unwrap_err()
}

#[test]
fn messages_take_arguments_and_quote_each_other() {
    assert_eq!(translator(Locale::Fr).text("welcome").arg("name", "Ana").to_string(), "Bonjour dans Escale, Ana");
    assert_eq!(translator(Locale::En).text("welcome").arg("name", "Ana").to_string(), "Hello in Escale, Ana");
}

#[test]
fn integers_choose_the_plural_of_each_language_and_are_grouped() {
    let (fr, en) = (translator(Locale::Fr), translator(Locale::En));
    assert_eq!(fr.text("count").arg("count", 0).to_string(), "0 engagement tenu");
    assert_eq!(en.text("count").arg("count", 0).to_string(), "0 commitments kept");
    assert_eq!(fr.text("count").arg("count", 1).to_string(), "1 engagement tenu");
    assert_eq!(fr.text("count").arg("count", 12_345_usize).to_string(), "12\u{202f}345 engagements tenus");
    assert_eq!(en.text("count").arg("count", 12_345_i64).to_string(), "12,345 commitments kept");
}

#[test]
fn a_message_made_away_from_the_page_chooses_plurals_and_shows_numbers_as_given() {
    let en = translator(Locale::En);
    assert_eq!(en.message(&Message::new("count").with("count", 1)), "1 commitment kept");
    assert_eq!(en.message(&Message::new("count").with("count", 2026)), "2026 commitments kept");
    assert_eq!(en.message(&Message::new("welcome").with("name", "011")), "Hello in Escale, 011");
}

#[test]
fn the_mirror_is_longer_visibly_not_french_and_keeps_its_arguments() {
    let (fr, mirror) = (translator(Locale::Fr), translator(Locale::Mirror));
    let (short, long) = (fr.text("long").to_string(), mirror.text("long").to_string());
    assert!(long.chars().count() * 10 >= short.chars().count() * 13, "{long}");
    assert!(long.starts_with('‹') && long.ends_with('›') && !long.contains("engagements"), "{long}");
    let welcome = mirror.text("welcome").arg("name", "Ana").to_string();
    assert!(welcome.contains("Ana"), "{welcome}");
    let counted = |count: i32| mirror.text("count").arg("count", count).to_string();
    assert_ne!(counted(1).replace('1', "2"), counted(2), "the plural differs by more than its figure");
    assert_eq!((mirror.tag(), mirror.direction().attribute()), ("ar-XB", "rtl"));
}

#[test]
fn a_missing_message_shows_its_key_and_a_missing_argument_its_name() {
    let fr = translator(Locale::Fr);
    assert_eq!(fr.text("nowhere").to_string(), "⟦nowhere⟧");
    assert_eq!(fr.text("welcome").to_string(), "Bonjour dans Escale, {$name}");
    assert!(fr.has("welcome") && fr.has("hello") && !fr.has("nowhere"));
}

#[test]
fn words_that_would_fail_a_reader_are_refused_at_start() {
    assert!(matches!(refusal("a = A\nb = B", "a = A"), WordsError::Missing { language: "en", .. }));
    assert!(matches!(refusal("a = A", "a = A\nb = B"), WordsError::Missing { language: "fr", .. }));
    assert!(matches!(refusal("a = A\na = B", "a = A"), WordsError::Twice { .. }));
    assert!(matches!(refusal("a = { $x }", "a = { $y }"), WordsError::Variables { .. }));
    assert!(matches!(refusal("a = { b }", "a = { b }"), WordsError::Reference { .. }));
    assert!(matches!(refusal("a = { b }\nb = { a }", "a = A\nb = B"), WordsError::Reference { .. }));
    assert!(matches!(refusal("a =\n    .title = A", "a = A"), WordsError::NoText { .. }));
    let WordsError::Unreadable { line, language, .. } = refusal("a = A", "a = A\n\nb = { $") else {
        panic!("a broken file is unreadable");
    };
    assert_eq!((line, language), (3, "en"));
    let twice = Words::new(&[source("a = A", "a = A"), Source { owner: "other", fr: "a = A", en: "a = A" }]);
    let error = twice.unwrap_err().to_string();
    assert!(error.contains("by test and by other"), "{error}");
}

#[test]
fn variables_of_a_quoted_message_count() {
    assert!(matches!(refusal("a = { b }\nb = { $x }", "a = A\nb = { $x }"), WordsError::Variables { .. }));
    let words = Arc::new(Words::new(&[source("a = { b } !\nb = { $x }", "a = { b }!\nb = { $x }")]).unwrap());
    assert_eq!(words.translator(Locale::En).text("a").arg("x", "y").to_string(), "y!");
}

#[test]
fn dates_and_times_are_written_as_each_language_writes_them() {
    let (fr, en, mirror) = (translator(Locale::Fr), translator(Locale::En), translator(Locale::Mirror));
    let day = NaiveDate::from_ymd_opt(2019, 6, 27).unwrap();
    let first = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(plain(fr.date(day)), "27 juin 2019");
    assert_eq!(plain(fr.date(first)), "1er juillet 2026");
    assert_eq!(plain(en.date(first)), "1 July 2026");
    assert_eq!(plain(fr.date_short(first)), "1er juil. 2026");
    assert_eq!(plain(fr.weekday_date(day)), "jeudi 27 juin 2019");
    assert_eq!(plain(en.weekday_date(day)), "Thursday 27 June 2019");
    assert_eq!(mirror.weekday_date(day), fr.weekday_date(day));
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    assert_eq!(plain(fr.time(time(10, 30))), "10 h 30");
    assert_eq!(plain(fr.time(time(9, 0))), "9 h");
    assert_eq!(en.time(time(9, 5)), "9:05");
    // Midnight in Réunion is still the day before in UTC.
    let instant = Utc.with_ymd_and_hms(2019, 6, 26, 20, 30, 0).unwrap();
    assert_eq!(plain(fr.date_time(instant, chrono_tz::Indian::Reunion)), "27 juin 2019 à 0 h 30");
    assert_eq!(plain(en.date_time(instant, chrono_tz::Europe::Paris)), "26 June 2019 at 22:30");
}

#[test]
fn numbers_are_grouped_by_three() {
    let (fr, en) = (translator(Locale::Fr), translator(Locale::En));
    assert_eq!(en.number(999), "999");
    assert_eq!(en.number(-1_234_567), "\u{2212}1,234,567");
    assert_eq!(fr.number(1234), "1\u{202f}234");
    assert_eq!(en.number(i64::MIN), "\u{2212}9,223,372,036,854,775,808");
}

#[test]
fn every_word_of_this_crate_is_used() {
    let words = Words::new(&[]).unwrap();
    let used: BTreeSet<String> = used_keys(include_str!("../src/calendar.rs")).into_iter().collect();
    assert_eq!(used, words.keys().map(str::to_owned).collect());
}
