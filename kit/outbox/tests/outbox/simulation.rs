//! A simulated year, against a slow and obvious account of rule 19.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use kit_base::limits::BASKET_DAYS;
use kit_store::testing::TestDatabase;
use proptest::prelude::*;
use uuid::Uuid;

use crate::house::{House, Mood, house_on, is_holiday, item};

const PEOPLE: [(&str, Option<&str>); 4] = [("ana", Some("A")), ("bob", Some("B")), ("cleo", Some("C")), ("lou", None)];
const YEAR_DAYS: usize = 365;
/// After the year: longer than the summer and two baskets.
const DAYS: usize = YEAR_DAYS + 100;
/// The summer of zones A to C ends inside the year; the day is the same in Paris and in UTC at this hour.
const START: &str = "2026-09-01T07:00:00Z";

#[derive(Debug, Clone, Copy)]
enum Verb {
    Ask,
    Tell,
    Withdraw,
}

/// On `day`, something happens between `person` and the thing `about`.
#[derive(Debug, Clone)]
struct Event {
    day: usize,
    person: usize,
    about: u128,
    verb: Verb,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let verb = prop_oneof![4 => Just(Verb::Ask), 2 => Just(Verb::Tell), 1 => Just(Verb::Withdraw)];
    let event = (0..YEAR_DAYS, 0..PEOPLE.len(), 0_u128..6, verb).prop_map(|(day, person, about, verb)| Event {
        day,
        person,
        about,
        verb,
    });
    prop::collection::vec(event, 1..120).prop_map(|mut events| {
        events.sort_by_key(|event| event.day);
        events
    })
}

fn date(day: usize) -> NaiveDate {
    START[..10].parse::<NaiveDate>().unwrap() + chrono::Days::new(day as u64)
}

fn on_holiday(person: usize, day: usize) -> bool {
    PEOPLE[person].1.is_some_and(|zone| is_holiday(zone, date(day)))
}

/// The number of an event is its sentence, so that each can be found again in a mail.
fn sentence(number: usize) -> String {
    format!("[{number}]")
}

fn numbers_in(text: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> =
        text.split('[').skip(1).map(|rest| rest.split(']').next().unwrap().parse().unwrap()).collect();
    numbers.sort_unstable();
    numbers
}

/// Who got which sentences on which day.
type Log = Vec<(usize, String, Vec<usize>)>;

/// The rule, said slowly: each day, each person, all that waits, unless there was a basket in the last 13 days or it is holidays.
fn expected(events: &[Event]) -> Log {
    let mut log = Log::new();
    let mut waiting: BTreeMap<(usize, u128, bool), usize> = BTreeMap::new();
    for day in 0..DAYS {
        for (number, event) in events.iter().enumerate().filter(|(_, event)| event.day == day) {
            match event.verb {
                Verb::Ask => drop(waiting.insert((event.person, event.about, true), number)),
                Verb::Tell => drop(waiting.insert((event.person, event.about, false), number)),
                Verb::Withdraw => waiting.retain(|(_, about, is_request), _| !(*is_request && *about == event.about)),
            }
        }
        for (person, (name, _)) in PEOPLE.iter().enumerate() {
            let mine: Vec<usize> = waiting.iter().filter(|(key, _)| key.0 == person).map(|(_, n)| *n).collect();
            let got_one_lately =
                log.iter().any(|(sent, to, _)| to == name && day - sent < usize::try_from(BASKET_DAYS).unwrap());
            if !mine.is_empty() && !got_one_lately && !on_holiday(person, day) {
                let mut mine = mine;
                mine.sort_unstable();
                log.push((day, (*name).to_owned(), mine));
                waiting.retain(|key, _| key.0 != person);
            }
        }
    }
    log
}

async fn live(house: &House, events: &[Event], mood_of_day: impl Fn(usize) -> Vec<Mood>) -> Log {
    let mut log = Log::new();
    for day in 0..DAYS {
        for (number, event) in events.iter().enumerate().filter(|(_, event)| event.day == day) {
            let (name, zone) = PEOPLE[event.person];
            match event.verb {
                Verb::Ask => house.ask(&item(name, zone, event.about, &sentence(number))).await,
                Verb::Tell => house.tell(&item(name, zone, event.about, &sentence(number))).await,
                Verb::Withdraw => house.withdraw(Uuid::from_u128(event.about)).await,
            }
        }
        house.post.forget_moods();
        house.post.next(mood_of_day(day));
        house.deliver().await;
        for mail in house.post.mails() {
            let name = mail.to.as_str().split('@').next().unwrap().to_owned();
            log.push((day, name, numbers_in(&mail.text)));
        }
        house.post.kept.clear();
        house.pass(Duration::days(1));
    }
    log.sort();
    log
}

fn keeps_the_rule(log: &Log) -> Result<(), TestCaseError> {
    let mut seen = std::collections::BTreeSet::new();
    for (person, (name, _)) in PEOPLE.iter().enumerate() {
        let days: Vec<usize> = log.iter().filter(|(_, to, _)| to == name).map(|(day, _, _)| *day).collect();
        prop_assert!(days.windows(2).all(|pair| pair[1] - pair[0] >= 14), "{name}: {days:?}");
        prop_assert!(days.iter().all(|day| !on_holiday(person, *day)), "{name}: {days:?}");
    }
    for number in log.iter().flat_map(|(_, _, numbers)| numbers) {
        prop_assert!(seen.insert(*number), "{number} was delivered twice");
    }
    Ok(())
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

proptest! {
    // A case lives through 465 days in a database: few cases, and few steps to shrink one.
    #![proptest_config(ProptestConfig {
        cases: 12, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn a_year_goes_as_the_rule_says(events in events()) {
        let (log, counts) = run(async {
            let house = house_on(TestDatabase::sqlite().unwrap(), START).await;
            let log = live(&house, &events, |_| Vec::new()).await;
            (log, house.counts().await)
        });
        let mut expected = expected(&events);
        expected.sort();
        prop_assert_eq!(&log, &expected);
        prop_assert_eq!(counts, (0, 0, 0));
        keeps_the_rule(&log)?;
    }

    #[test]
    fn a_year_with_a_failing_mail_server_keeps_the_rule_and_loses_nothing(
        events in events(),
        bad_days in prop::collection::btree_set(0..YEAR_DAYS, 0..300),
    ) {
        let (log, counts) = run(async {
            let house = house_on(TestDatabase::sqlite().unwrap(), START).await;
            // A good day a week: no mail is refused so often that it is given up.
            let is_bad = |day: usize| bad_days.contains(&day) && !day.is_multiple_of(7);
            let mood = |day: usize| if is_bad(day) { vec![Mood::Refuse; 2] } else { Vec::new() };
            let log = live(&house, &events, mood).await;
            (log, house.counts().await)
        });
        keeps_the_rule(&log)?;
        prop_assert_eq!(counts, (0, 0, 0));
        let delivered: Vec<usize> = log.iter().flat_map(|(_, _, numbers)| numbers.clone()).collect();
        for (number, event) in events.iter().enumerate() {
            let ends = |later: &Event| match (event.verb, later.verb) {
                (Verb::Ask, Verb::Withdraw) => true,
                (Verb::Ask, Verb::Ask) | (Verb::Tell, Verb::Tell) => later.person == event.person,
                _ => false,
            };
            let ended_otherwise = events.iter().skip(number + 1).any(|later| later.about == event.about && ends(later));
            let is_item = !matches!(event.verb, Verb::Withdraw);
            prop_assert!(!is_item || ended_otherwise || delivered.contains(&number), "{number} was lost");
        }
    }
}
