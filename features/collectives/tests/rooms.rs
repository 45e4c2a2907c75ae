//! The three rooms territory, directory and collectives together: their commands on each database, and every page of theirs.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test itself does")]

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::http::header::{COOKIE, HOST};
use chrono::{NaiveDate, TimeZone, Utc};
use collectives::commands::{AddMember, CreateCollective, EndMembership};
use collectives::{CollectiveId, MemberRole};
use directory::commands::{CreateOrganisation, EditOrganisation};
use directory::{OrganisationId, OrganisationKind};
use futures::FutureExt;
use http_body_util::BodyExt;
use kit_base::{Clock, Problem, Territory, Visibility};
use kit_i18n::Words;
use kit_policy::{HeldRole, Place, Policies, Principal, Role};
use kit_store::testing::TestDatabase;
use kit_web::{App, Feature, House, SESSION_COOKIE, Secret, SignedIn};
use territory::AtlasGeography;
use tower::ServiceExt;
use uuid::Uuid;

const POLICIES: &str = include_str!("../../../app/policies.cedar");
const SCHEMA: &str = include_str!("../../../app/policies.cedarschema");
const ORIGIN: &str = "https://escale.example";

/// Characters of a session's token; shorter cookies are no sessions.
const TOKEN_CHARACTERS: usize = 43;

/// Signs in, in place of the accounts: the token is `role@place`, made longer with dashes.
const DOOR: Feature = Feature {
    name: "door",
    words: kit_i18n::Source { owner: "door", fr: "", en: "" },
    migrations: &[],
    navigation: &[],
    routes: Router::new,
    commands: &[],
    reading_actions: &[],
    panels: &[],
    beads: None,
    identify: Some(|_, token| {
        let roles = roles(&token);
        let person = SignedIn { person: Uuid::from_u128(7), session: Uuid::nil(), name: "Exemple".to_owned(), roles };
        std::future::ready(Ok(Some(person))).boxed()
    }),
    samples: |_| std::future::ready(Ok(Vec::new())).boxed(),
};

fn roles(token: &str) -> Vec<HeldRole> {
    let held = match token.trim_end_matches('-').split_once('@') {
        Some(("coordinator", place)) => (Role::Coordinator, Place::Territory(place.parse().unwrap())),
        _ => (Role::Administrator, Place::Installation),
    };
    vec![HeldRole { role: held.0, place: held.1 }]
}

fn person(token: &str) -> Principal {
    Principal::Person { id: Uuid::from_u128(7), roles: roles(token) }
}

async fn house(database: &TestDatabase) -> App {
    let features = vec![DOOR, territory::FEATURE, directory::FEATURE, collectives::FEATURE];
    let clock = Clock::standing_at(Utc.with_ymd_and_hms(2027, 3, 2, 9, 0, 0).unwrap());
    let store = database.open().await.unwrap();
    let kit = kit_store::MIGRATIONS.iter().copied();
    let migrations: Vec<_> =
        kit.chain(features.iter().flat_map(|feature| feature.migrations.iter().copied())).collect();
    store.migrate(&migrations, clock.now()).await.unwrap();
    let mut words = vec![kit_ui::WORDS, kit_web::WORDS];
    words.extend(features.iter().map(|feature| feature.words));
    Arc::new(House {
        features,
        store,
        clock,
        policies: Arc::new(Policies::new(POLICIES, SCHEMA, Arc::new(AtlasGeography), &actions()).unwrap()),
        after_commit: Arc::new(|| {}),
        premises: kit_web::Premises {
            words: Arc::new(Words::new(&words).unwrap()),
            public_url: ORIGIN.parse().unwrap(),
            secret: Secret::from_bytes([7; 32]),
            is_demo: false,
        },
    })
}

/// Every action of the house, since the policies speak of all rooms and this test has three.
fn actions() -> Vec<&'static str> {
    let names = SCHEMA.lines().filter(|line| line.starts_with("action ")).flat_map(|line| {
        let declared = line.split(" appliesTo").next().and_then(|line| line.split(" in ").next()).unwrap_or_default();
        declared.split('"').skip(1).step_by(2)
    });
    names.filter(|name| name.contains('.')).collect()
}

fn organisation(name: &str, territory: &str) -> CreateOrganisation {
    CreateOrganisation {
        name: name.to_owned(),
        kind: OrganisationKind::MissionLocale,
        seat: Some("commune:11069".parse().unwrap()),
        territory: territory.parse().unwrap(),
        contact_email: Some("contact@structure.example".parse().unwrap()),
        website: None,
        source: None,
        is_example: true,
        visibility: Visibility::Public,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn organisations(app: &App) -> Vec<OrganisationId> {
    let mut ids = Vec::new();
    for name in ["Mission locale du Val (exemple)", "Association des Rives (exemple)", "Étape & compagnie (exemple)"] {
        ids.push(app.carry_out(&person("administrator"), &organisation(name, "departement:11")).await.unwrap());
    }
    ids
}

async fn open_aude(app: &App) -> CollectiveId {
    let territory: Territory = "departement:11".parse().unwrap();
    app.carry_out(&person("coordinator@departement:11"), &CreateCollective { territory, name: None }).await.unwrap()
}

#[tokio::test]
async fn a_collective_has_one_lead_at_a_time_and_each_organisation_once() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let coordinator = person("coordinator@departement:11");
        let [first, second, ..] = organisations(&app).await[..] else { panic!("three were made") };
        let collective = open_aude(&app).await;
        let again = CreateCollective { territory: "departement:11".parse().unwrap(), name: None };
        assert!(matches!(app.carry_out(&coordinator, &again).await, Err(Problem::Refused(_))));

        let joining = |organisation, role, from| AddMember { collective, organisation, role, from: day(from) };
        let lead = joining(first, MemberRole::Animating, "2026-01-01");
        let membership = app.carry_out(&coordinator, &lead).await.unwrap();
        for refused in [
            joining(first, MemberRole::Member, "2026-06-01"),
            joining(second, MemberRole::Animating, "2026-06-01"),
            joining(OrganisationId(Uuid::from_u128(1)), MemberRole::Member, "2026-06-01"),
        ] {
            assert!(matches!(app.carry_out(&coordinator, &refused).await, Err(Problem::Invalid(_))), "{refused:?}");
        }
        let stranger = person("coordinator@departement:31");
        assert!(matches!(
            app.carry_out(&stranger, &joining(second, MemberRole::Member, "2026-06-01")).await,
            Err(Problem::Forbidden)
        ));

        let end = |until| EndMembership { membership, until: day(until) };
        assert!(matches!(app.carry_out(&coordinator, &end("2025-12-31")).await, Err(Problem::Invalid(_))));
        assert!(matches!(app.carry_out(&stranger, &end("2026-12-31")).await, Err(Problem::Forbidden)));
        app.carry_out(&coordinator, &end("2026-12-31")).await.unwrap();
        assert!(matches!(app.carry_out(&coordinator, &end("2027-01-31")).await, Err(Problem::Refused(_))));
        app.carry_out(&coordinator, &joining(second, MemberRole::Animating, "2027-01-01")).await.unwrap();
        let page = get(&app, "/collectifs/11", None).await;
        assert!(page.contains("Association des Rives") && page.contains("depuis le 1er\u{a0}janvier 2027"), "{page}");
        assert!(page.contains("31\u{a0}décembre 2026"), "the former lead is gone: {page}");
    }
}

#[tokio::test]
async fn a_record_given_to_another_departement_needs_the_right_to_enter_one_there() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let id = organisations(&app).await[0];
        let as_read = organisation("Mission locale du Val (exemple)", "departement:31");
        let edit = EditOrganisation {
            id,
            version_read: 1,
            name: as_read.name,
            kind: as_read.kind,
            seat: None,
            territory: as_read.territory,
            contact_email: None,
            website: Some("https://structure.example".parse().unwrap()),
            source: None,
        };
        let coordinator = person("coordinator@departement:11");
        assert!(matches!(app.carry_out(&coordinator, &edit).await, Err(Problem::Forbidden)));
        app.carry_out(&person("administrator"), &edit).await.unwrap();
        let again = app.carry_out(&person("administrator"), &edit).await;
        assert!(matches!(again, Err(Problem::Conflict { current: 2 })), "{again:?}");
    }
}

#[tokio::test]
async fn the_list_goes_forward_and_back_through_every_organisation_once() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        for number in 0..60 {
            // Twice the same name now and then: the order is that of names, then of ids.
            let name = format!("Structure {:02} (exemple)", number / 2);
            app.carry_out(&person("administrator"), &organisation(&name, "departement:11")).await.unwrap();
        }
        let first = get(&app, "/acteurs?q=STRUCTURE", None).await;
        let second = get(&app, &neighbour(&first, "next").unwrap(), None).await;
        let third = get(&app, &neighbour(&second, "next").unwrap(), None).await;
        let pages = [rows(&first), rows(&second), rows(&third)];
        assert_eq!(pages.each_ref().map(Vec::len), [25, 25, 10]);
        let mut all = pages.concat();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 60);
        assert_eq!((neighbour(&first, "prev"), neighbour(&third, "next")), (None, None));
        let back = get(&app, &neighbour(&third, "prev").unwrap(), None).await;
        assert_eq!(rows(&back), pages[1]);
        let start = get(&app, &neighbour(&back, "prev").unwrap(), None).await;
        assert_eq!((rows(&start), neighbour(&start, "prev")), (pages[0].clone(), None));
    }
}

#[tokio::test]
async fn a_contact_address_is_shown_only_to_people_who_are_signed_in() {
    let database = TestDatabase::sqlite().unwrap();
    let app = house(&database).await;
    let path = directory::path(organisations(&app).await[2]);
    let (visitor, member) = (get(&app, &path, None).await, get(&app, &path, Some("coordinator@departement:31")).await);
    assert!(!visitor.contains("contact@structure.example"));
    assert!(member.contains("mailto:contact@structure.example"));
    assert!(visitor.contains("Étape &#38; compagnie") && !visitor.contains("/modifier"), "{visitor}");
}

#[tokio::test]
async fn every_page_is_shown_in_every_language() {
    let database = TestDatabase::sqlite().unwrap();
    let app = house(&database).await;
    let [first, second, third] = organisations(&app).await[..] else { panic!("three were made") };
    let collective = open_aude(&app).await;
    for (organisation, role) in
        [(first, MemberRole::Animating), (second, MemberRole::Member), (third, MemberRole::Associated)]
    {
        let from = day("2026-01-01");
        app.carry_out(&person("administrator"), &AddMember { collective, organisation, role, from }).await.unwrap();
    }
    for feature in &app.features {
        for sample in (feature.samples)(Arc::clone(&app)).await.unwrap() {
            let token = match sample.person {
                Some("coordinatrice-11") => Some("coordinator@departement:11"),
                Some(_) => Some("administrator"),
                None => None,
            };
            for language in ["fr", "en", "ar-XB"] {
                let join = if sample.path.contains('?') { '&' } else { '?' };
                let page = get(&app, &format!("{}{join}langue={language}", sample.path), token).await;
                assert_eq!(page.matches("<h1").count(), 1, "{}: {page}", sample.path);
                assert!(!page.contains('⟦') && !page.contains("{$"), "{} in {language}: {page}", sample.path);
            }
        }
    }
    assert!(get(&app, "/territoires/departement/11", None).await.contains("/collectifs/11"));
    assert!(get(&app, &directory::path(third), None).await.contains("/collectifs/11"));
}

/// The page at `path`, as the holder of `token` sees it.
async fn get(app: &App, path: &str, token: Option<&str>) -> String {
    let mut path = path.to_owned();
    loop {
        let mut request = Request::get(&path).header(HOST, "escale.example");
        if let Some(token) = token {
            request = request.header(COOKIE, format!("__Host-{SESSION_COOKIE}={token:-<TOKEN_CHARACTERS$}"));
        }
        let response = kit_web::router(app, Router::new()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status();
        if let Some(next) = response.headers().get("location").filter(|_| status.is_redirection()) {
            path = next.to_str().unwrap().to_owned();
            continue;
        }
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let page = String::from_utf8(body.to_vec()).unwrap();
        assert_eq!(status, 200, "{path}: {page}");
        return page;
    }
}

/// Where the pagination leads.
fn neighbour(page: &str, rel: &str) -> Option<String> {
    let (_, link) = page.split_once(&format!(r#"rel="{rel}" href=""#))?;
    Some(link.split_once('"').unwrap().0.replace("&#38;", "&").replace("&amp;", "&"))
}

/// The organisations of a list, in order.
fn rows(page: &str) -> Vec<String> {
    let links = page.split(r#"<a href="/acteurs/"#).skip(1);
    links.filter_map(|link| link.split_once('"')).map(|(id, _)| id.to_owned()).filter(|id| id.len() == 36).collect()
}
