use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{Datelike, TimeZone, Utc, Weekday};
use kit_base::{Clock, Territory};
use kit_store::testing::TestDatabase;
use kit_web::{App, House, Secret};
use sea_orm::{ConnectionTrait, Database, Statement};
use tokio::sync::Notify;

use super::data::Data;
use super::load;
use crate::assembly::{Outside, assemble, migrations};

const FILES: [(&str, &str); 6] = [
    ("people.toml", include_str!("../../../../data/demo/people.toml")),
    ("organisations.toml", include_str!("../../../../data/demo/organisations.toml")),
    ("seminars.toml", include_str!("../../../../data/demo/seminars.toml")),
    ("commitments.toml", include_str!("../../../../data/demo/commitments.toml")),
    ("meetings.toml", include_str!("../../../../data/demo/meetings.toml")),
    ("plan.toml", include_str!("../../../../data/demo/plan.toml")),
];

#[test]
fn every_seminar_that_was_held_tells_its_source() {
    let seminars = Data::embedded().unwrap().seminars;
    assert!(seminars.held.iter().all(|held| !held.source.is_empty()));
}

#[test]
fn every_example_says_so() {
    let data = Data::embedded().unwrap();
    let former_names =
        data.directory.example.iter().flat_map(|example| &example.former_name).map(|former| &former.name);
    let organisations = data.directory.example.iter().map(|example| &example.name).chain(former_names);
    let people = data.people.person.iter().map(|person| &person.name);
    let actions = data.plan.action.iter().map(|action| &action.title);
    let seminar = &data.seminars.example;
    let others = [&data.plan.plan.title, &seminar.title_fr, &seminar.title_en];
    let meetings = data.meetings.meeting.iter().map(|meeting| &meeting.title);
    for name in organisations.chain(people).chain(actions).chain(meetings).chain(others) {
        assert!(name.ends_with("(exemple)"), "{name}");
    }
}

#[test]
fn every_address_lies_in_the_reserved_domain() {
    for (file, text) in FILES {
        for word in text.split(|c: char| c.is_whitespace() || c == '"').filter(|word| word.contains('@')) {
            assert!(word.ends_with(".example"), "{file}: {word}");
        }
    }
    for person in crate::demo::PEOPLE {
        assert!(person.email.ends_with(".example"), "{}", person.email);
    }
}

#[test]
fn one_organisation_of_the_aude_has_no_address_and_others_have() {
    let data = Data::embedded().unwrap();
    let aude: Territory = "departement:11".parse().unwrap();
    let of_the_aude = data.directory.example.iter().filter(|example| example.territory == aude);
    let (with, without): (Vec<_>, Vec<_>) = of_the_aude.partition(|example| example.contact_email.is_some());
    assert_eq!((with.len(), without.len()), (4, 1));
}

#[test]
fn every_territory_exists() {
    let data = Data::embedded().unwrap();
    let examples = data.directory.example.iter().flat_map(|example| [Some(example.territory), example.seat]);
    let held = data.seminars.held.iter().flat_map(|held| [Some(held.territory), Some(held.place)]);
    let example = [Some(data.seminars.example.territory), Some(data.seminars.example.place)];
    let people = data.people.person.iter().map(|person| person.territory);
    let programme = data.plan.action.iter().map(|action| Some(action.territory));
    let all = examples.chain(held).chain(example).chain(people).chain(programme);
    for territory in all.flatten().chain([data.plan.plan.territory]) {
        assert!(territory::exists(territory), "{territory}");
    }
}

#[test]
fn every_departement_of_occitanie_and_ille_et_vilaine_has_its_collective() {
    let occitanie: Territory = "region:76".parse().unwrap();
    let mut expected = territories::atlas().children(occitanie, kit_base::TerritoryKind::Departement);
    expected.push("departement:35".parse().unwrap());
    expected.sort();
    let data = Data::embedded().unwrap();
    let mut collectives: Vec<_> = data.directory.collective.iter().map(|collective| collective.territory).collect();
    collectives.sort();
    assert_eq!(collectives, expected);
    assert_eq!(collectives.len(), 14);
}

#[test]
fn what_a_kept_source_withholds_is_withheld_here() {
    let data = Data::embedded().unwrap();
    let rennes = data.seminars.held.iter().find(|held| held.slug == "rennes-2024").unwrap();
    let titles: Vec<_> =
        rennes.half_day.iter().flat_map(|half_day| &half_day.session).map(|s| s.title.as_str()).collect();
    assert_eq!(titles.len(), 5);
    assert!(titles[1..4].iter().all(|title| *title == "Sujet non publié ici"), "{titles:?}");
}

#[tokio::test]
async fn nothing_made_up_hangs_on_a_body_that_exists() {
    for database in TestDatabase::each().await.unwrap() {
        load(&open(&database).await).await.unwrap();
        let columns = [
            ("commitment", "organisation_id"),
            ("action", "lead_organisation_id"),
            ("collective_member", "organisation_id"),
            ("organisation_help", "organisation_id"),
            ("organisation_contact", "organisation_id"),
            ("organisation_succession", "predecessor_id"),
            ("organisation_succession", "successor_id"),
        ];
        for (table, column) in columns {
            let of = |examples: &str| {
                format!(
                    "SELECT COUNT(*) FROM {table} t JOIN organisation o ON o.id = t.{column} WHERE {examples} o.is_example"
                )
            };
            assert_eq!(count(&database, &of("NOT")).await, 0, "{table}");
            assert!(count(&database, &of("")).await > 0, "{table}");
        }
        // What is known of them beyond their record has its source, and what is made up has none.
        for table in ["organisation_former_name", "organisation_role"] {
            let of = |which: &str| {
                format!("SELECT COUNT(*) FROM {table} t JOIN organisation o ON o.id = t.organisation_id WHERE {which}")
            };
            assert_eq!(count(&database, &of("NOT o.is_example AND t.source IS NULL")).await, 0, "{table}");
            assert_eq!(count(&database, &of("o.is_example AND t.source IS NOT NULL")).await, 0, "{table}");
            assert!(count(&database, &of("o.is_example")).await > 0, "{table}");
        }
        let addresses = "SELECT COUNT(*) FROM organisation WHERE NOT is_example AND contact_email IS NOT NULL";
        assert_eq!(count(&database, addresses).await, 0);
    }
}

#[tokio::test]
async fn promises_stand_in_every_state_and_one_became_an_action() {
    let database = TestDatabase::sqlite().unwrap();
    load(&open(&database).await).await.unwrap();
    assert_eq!(count(&database, "SELECT COUNT(DISTINCT status) FROM commitment").await, 5);
    assert_eq!(count(&database, "SELECT COUNT(*) FROM action WHERE commitment_id IS NOT NULL").await, 1);
    assert_eq!(count(&database, "SELECT COUNT(*) FROM collective_member WHERE until_date IS NOT NULL").await, 1);
}

#[tokio::test]
async fn seminars_stand_at_their_addresses_and_the_example_was_lately() {
    let database = TestDatabase::sqlite().unwrap();
    let app = open(&database).await;
    load(&app).await.unwrap();
    for (slug, half_days, sessions) in [("carcassonne-2019", 4, 2), ("rennes-2024", 2, 5), ("seminaire-exemple", 2, 4)]
    {
        let seminar = seminars::find(&app, slug).await.unwrap().unwrap();
        assert_eq!(seminar.half_days.len(), half_days, "{slug}");
        assert_eq!(seminar.half_days.iter().map(|half_day| half_day.sessions.len()).sum::<usize>(), sessions, "{slug}");
    }
    let example = seminars::find(&app, "seminaire-exemple").await.unwrap().unwrap();
    let first_day = example.half_days[0].day;
    let days = (app.clock.now().date_naive() - first_day).num_days();
    assert_eq!(first_day.weekday(), Weekday::Thu);
    assert!((50..57).contains(&days), "{days}");
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    for database in TestDatabase::each().await.unwrap() {
        let app = open(&database).await;
        load(&app).await.unwrap();
        let once = app.store.verify_journal().await.unwrap();
        assert_eq!(once.broken, None);
        load(&app).await.unwrap();
        assert_eq!(app.store.verify_journal().await.unwrap(), once);
    }
}

#[tokio::test]
async fn what_visitors_made_of_a_loaded_demo_is_left_alone() {
    let database = TestDatabase::sqlite().unwrap();
    let app = open(&database).await;
    load(&app).await.unwrap();
    let theirs = collectives::commands::CreateCollective { territory: "departement:22".parse().unwrap(), name: None };
    app.carry_out(&crate::demo::the_house(), &theirs).await.unwrap();
    let before = app.store.verify_journal().await.unwrap();
    load(&app).await.unwrap();
    assert_eq!(app.store.verify_journal().await.unwrap(), before);
}

/// Each start is killed after seven more commands, at any point of the one that follows.
#[tokio::test]
async fn a_first_start_that_is_killed_again_and_again_ends_as_one_that_was_not() {
    let whole = TestDatabase::sqlite().unwrap();
    let whole_app = open(&whole).await;
    load(&whole_app).await.unwrap();
    for database in TestDatabase::each().await.unwrap() {
        let mut starts = 1;
        while !is_loaded_before_killed(&database, 7).await {
            starts += 1;
            assert!(starts < 100, "each start must get further");
        }
        assert!(starts > 5, "{starts}");
        let app = open(&database).await;
        assert_eq!(commands(&app).await, commands(&whole_app).await);
        for table in ["organisation", "collective_member", "minutes", "commitment", "commitment_news", "action"] {
            let rows = format!("SELECT COUNT(*) FROM {table}");
            assert_eq!(count(&database, &rows).await, count(&whole, &rows).await, "{table}");
        }
    }
}

#[tokio::test]
async fn a_demo_begun_by_something_else_is_refused() {
    let database = TestDatabase::sqlite().unwrap();
    let app = open(&database).await;
    let other = collectives::commands::CreateCollective { territory: "departement:22".parse().unwrap(), name: None };
    app.carry_out(&crate::demo::the_house(), &other).await.unwrap();
    let refusal = load(&app).await.unwrap_err().to_string();
    assert!(refusal.contains("Choose an empty folder"), "{refusal}");
    assert_eq!(app.store.verify_journal().await.unwrap().entries, 1);
}

async fn is_loaded_before_killed(database: &TestDatabase, commits: usize) -> bool {
    let (done, kill) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let house = Arc::into_inner(open(database).await).unwrap();
    let (counted, killer) = (Arc::clone(&done), Arc::clone(&kill));
    let after_commit = move || {
        if counted.fetch_add(1, Ordering::SeqCst) + 1 == commits {
            killer.notify_one();
        }
    };
    let app: App = Arc::new(House { after_commit: Arc::new(after_commit), ..house });
    tokio::select! {
        biased;
        () = kill.notified() => false,
        outcome = load(&app) => { outcome.unwrap(); true }
    }
}

async fn open(database: &TestDatabase) -> App {
    let clock = Clock::standing_at(Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).unwrap());
    let store = database.open().await.unwrap();
    store.migrate(&migrations(), clock.now()).await.unwrap();
    let outside = Outside {
        store,
        clock,
        public_url: "http://localhost:8080".parse().unwrap(),
        secret: Secret::from_bytes([7; 32]),
        transport: None,
        settling: chrono::Duration::zero(),
        is_demo: true,
    };
    assemble(outside).unwrap().app
}

/// Names of all commands, the oldest first.
async fn commands(app: &App) -> Vec<String> {
    let newest_first = app.store.read().journal_page(None, 10_000).await.unwrap();
    newest_first.into_iter().rev().map(|entry| entry.command).collect()
}

async fn count(database: &TestDatabase, sql: &str) -> i64 {
    let connection = Database::connect(&database.address).await.unwrap();
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}
