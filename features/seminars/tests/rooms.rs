//! Seminars on each database: what several people do at once, and what the next seminar begins with.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test itself does")]

mod support;

use commitments::{News, Progress, RecordCommitment};
use futures::future::join_all;
use kit_base::limits::SESSIONS_PER_HALF_DAY_MAX;
use kit_base::{LanguageTag, Locale, Multilingual, Problem, Visibility};
use kit_store::testing::TestDatabase;
use kit_web::App;
use seminars::commands::{AddSession, CreateSeminar, CreatedSeminar, EditMinutes, EditSeminar, OpenNextSeminar};
use seminars::{HalfDayId, Part, SeminarOutline, SessionId, SessionKind};
use support::{COORDINATOR, STEERING, day, get, house, organisation, person, show_every_sample};

fn title(text: &str) -> Multilingual {
    Multilingual::new(LanguageTag::of(Locale::Fr), text)
}

fn seminar(name: &str) -> CreateSeminar {
    CreateSeminar {
        title: title(name),
        territory: "region:76".parse().unwrap(),
        place: Some("commune:11069".parse().unwrap()),
        place_label: None,
        first_day: day("2027-06-24"),
        last_day: day("2027-06-25"),
        previous: None,
        source: None,
        is_example: true,
        slug: None,
        half_days: None,
    }
}

fn workshop(half_day: HalfDayId, name: &str) -> AddSession {
    AddSession {
        half_day,
        kind: SessionKind::Workshop,
        number: None,
        title: name.to_owned(),
        room: None,
        hours: Part::Morning.usual_hours(),
        visibility: Visibility::Public,
    }
}

async fn create(app: &App, name: &str) -> (CreatedSeminar, SeminarOutline) {
    let created = app.carry_out(&person(STEERING), &seminar(name)).await.unwrap();
    let outline = seminars::find(app, &created.slug).await.unwrap().unwrap();
    (created, outline)
}

async fn add_workshop(app: &App, outline: &SeminarOutline, name: &str) -> SessionId {
    let half_day = outline.half_days.first().unwrap().id;
    app.carry_out(&person(STEERING), &workshop(half_day, name)).await.unwrap()
}

#[tokio::test]
async fn seminars_of_one_title_created_at_once_get_an_address_each() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let (principal, command) = (person(STEERING), seminar("Rencontre d’été"));
        let created = join_all((0..6).map(|_| app.carry_out(&principal, &command))).await;
        let mut slugs: Vec<String> = created.into_iter().map(|created| created.unwrap().slug).collect();
        slugs.sort();
        let numbered = |number| format!("rencontre-d-ete-2027-{number}");
        let expected: Vec<String> =
            std::iter::once("rencontre-d-ete-2027".to_owned()).chain((2..=6).map(numbered)).collect();
        assert_eq!(slugs, expected);
        let (_, list) = get(&app, "/seminaires?q=carcassonne+ETE", None).await;
        assert_eq!(list.matches(r#"<a href="/seminaires/rencontre"#).count(), 6, "{list}");
    }
}

#[tokio::test]
async fn a_half_day_takes_only_so_many_sessions_and_numbers_its_workshops() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let (created, outline) = create(&app, "Rencontre").await;
        let (principal, command) = (person(STEERING), workshop(outline.half_days[0].id, "Atelier"));
        let added = join_all((0..SESSIONS_PER_HALF_DAY_MAX + 4).map(|_| app.carry_out(&principal, &command))).await;
        let refused = added.iter().filter(|added| matches!(added, Err(Problem::Refused(_)))).count();
        assert_eq!((added.iter().filter(|added| added.is_ok()).count(), refused), (SESSIONS_PER_HALF_DAY_MAX, 4));
        let outline = seminars::find(&app, &created.slug).await.unwrap().unwrap();
        let mut numbers: Vec<_> = outline.half_days[0].sessions.iter().filter_map(|session| session.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=i32::try_from(SESSIONS_PER_HALF_DAY_MAX).unwrap()).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn only_the_steering_of_the_region_holds_its_seminars() {
    let database = TestDatabase::sqlite().unwrap();
    let app = house(&database).await;
    let (_, outline) = create(&app, "Rencontre").await;
    let session = add_workshop(&app, &outline, "Atelier").await;
    for stranger in [COORDINATOR, "regional-steering@region:53", "member@region:76"] {
        let stranger = person(stranger);
        let created = app.carry_out(&stranger, &seminar("Ailleurs")).await;
        assert!(matches!(created, Err(Problem::ForbiddenHere("region"))), "{created:?}");
        let added = app.carry_out(&stranger, &workshop(outline.half_days[0].id, "Atelier")).await;
        assert!(matches!(added, Err(Problem::Forbidden)), "{added:?}");
        let minutes = EditMinutes { session, version_read: 0, text: "Texte".to_owned() };
        assert!(matches!(app.carry_out(&stranger, &minutes).await, Err(Problem::Forbidden)));
    }
}

#[tokio::test]
async fn minutes_begun_twice_or_read_too_long_ago_are_a_conflict_and_the_public_does_not_read_them() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let (created, outline) = create(&app, "Rencontre").await;
        let session = add_workshop(&app, &outline, "Atelier").await;
        let write = |version_read, text: &str| EditMinutes { session, version_read, text: text.to_owned() };
        let (first, second) = (write(0, "Le premier texte"), write(0, "Le second texte"));
        let steering = person(STEERING);
        let begun = join_all([&first, &second].map(|command| app.carry_out(&steering, command))).await;
        assert_eq!(begun.iter().filter(|begun| begun.is_ok()).count(), 1, "{begun:?}");
        assert!(begun.iter().any(|begun| matches!(begun, Err(Problem::Conflict { current: 1 }))), "{begun:?}");
        app.carry_out(&steering, &write(1, "Le texte relu")).await.unwrap();
        let stale = app.carry_out(&steering, &write(1, "Un vieux texte")).await;
        assert!(matches!(stale, Err(Problem::Conflict { current: 2 })), "{stale:?}");
        let path = format!("{}/sessions/{session}", created.path());
        assert!(get(&app, &path, Some(COORDINATOR)).await.1.contains("Le texte relu"));
        assert!(!get(&app, &path, None).await.1.contains("Le texte relu"));
    }
}

#[tokio::test]
async fn a_seminar_that_is_moved_takes_its_half_days_along() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let (created, outline) = create(&app, "Rencontre").await;
        for (version_read, first_day) in [(1, "2027-06-25"), (2, "2027-06-23")] {
            let edit = EditSeminar {
                seminar: outline.id,
                version_read,
                title: title("Rencontre"),
                place: None,
                place_label: None,
                first_day: day(first_day),
            };
            app.carry_out(&person(STEERING), &edit).await.unwrap();
        }
        let outline = seminars::find(&app, &created.slug).await.unwrap().unwrap();
        let days: Vec<_> = outline.half_days.iter().map(|half_day| half_day.day).collect();
        assert_eq!(days, ["2027-06-23", "2027-06-23", "2027-06-24", "2027-06-24"].map(day));
    }
}

#[tokio::test]
async fn the_next_seminar_begins_with_what_was_promised_for_those_who_may_know() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let steering = person(STEERING);
        let (created, outline) = create(&app, "Rencontre d’été").await;
        add_workshop(&app, &outline, "Se déplacer").await;
        let outline = seminars::find(&app, &created.slug).await.unwrap().unwrap();
        let origin = outline.half_days[0].sessions[0].origin.clone();
        for (name, territory, what, is_kept) in [
            ("Zone d’essai (exemple)", "departement:11", "Tenir un forum", false),
            ("Atelier (exemple)", "departement:11", "Prêter un minibus", true),
            ("Rive (exemple)", "departement:31", "Ouvrir un accueil", false),
        ] {
            let command = RecordCommitment {
                origin: origin.clone(),
                organisation: organisation(&app, name, territory).await,
                person_label: None,
                what: what.to_owned(),
                due: day("2027-10-01"),
                not_before: None,
                decision: None,
            };
            let commitment = app.carry_out(&steering, &command).await.unwrap();
            if is_kept {
                let news = News { progress: Progress::Done, sentence: None };
                app.carry_out(&steering, &commitments::Answer { commitment, news }).await.unwrap();
            }
        }
        let next = OpenNextSeminar {
            previous: outline.id,
            title: title("Rencontre d’automne"),
            place: None,
            place_label: None,
            first_day: day("2027-11-24"),
            last_day: day("2027-11-24"),
        };
        let too_early = OpenNextSeminar { first_day: day("2027-06-25"), last_day: day("2027-06-25"), ..next.clone() };
        assert!(matches!(app.carry_out(&steering, &too_early).await, Err(Problem::Invalid(_))));
        let opened = join_all([&next, &next].map(|command| app.carry_out(&steering, command))).await;
        let next = opened.iter().find_map(|opened| opened.as_ref().ok()).unwrap();
        assert!(opened.iter().any(|opened| matches!(opened, Err(Problem::Refused(_)))), "{opened:?}");

        let (_, again) = get(&app, &format!("{}/suivant", created.path()), Some(STEERING)).await;
        assert!(again.contains(&next.path()) && !again.contains("premier-jour"), "{again}");

        let (_, public) = get(&app, &next.path(), None).await;
        assert!(!public.contains("promesses") && public.contains(&created.path()), "{public}");
        let (_, steered) = get(&app, &next.path(), Some(STEERING)).await;
        let place = |text: &str| steered.find(text).unwrap_or_else(|| panic!("{text} is not in {steered}"));
        assert!(place("Ouvrir un accueil") < place("Tenir un forum"), "owners are not in order: {steered}");
        assert!(place("Tenir un forum") < place("Prêter un minibus"), "what was kept is not told last: {steered}");
        let (_, coordinated) = get(&app, &next.path(), Some(COORDINATOR)).await;
        assert!(coordinated.contains("Tenir un forum") && !coordinated.contains("Ouvrir un accueil"), "{coordinated}");
        assert!(show_every_sample(&app).await > 10);
    }
}
