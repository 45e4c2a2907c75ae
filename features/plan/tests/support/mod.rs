//! A house of the rooms that this one knows, with a door of its own.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::http::header::{COOKIE, HOST};
use chrono::{NaiveDate, TimeZone, Utc};
use directory::commands::CreateOrganisation;
use directory::{OrganisationId, OrganisationKind};
use futures::FutureExt;
use http_body_util::BodyExt;
use kit_base::{Clock, Visibility};
use kit_i18n::Words;
use kit_policy::{HeldRole, Place, Policies, Principal, Role};
use kit_store::testing::TestDatabase;
use kit_web::{App, Feature, House, SESSION_COOKIE, Secret, SignedIn};
use territory::AtlasGeography;
use tower::ServiceExt;
use uuid::Uuid;

const POLICIES: &str = include_str!("../../../../app/policies.cedar");
const SCHEMA: &str = include_str!("../../../../app/policies.cedarschema");
const ORIGIN: &str = "https://escale.example";

/// Who steers the region of these tests, and who coordinates one of its départements.
pub(crate) const STEERING: &str = "regional-steering@region:76";
pub(crate) const COORDINATOR: &str = "coordinator@departement:11";

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
        let roles = roles(token.trim_end_matches('.'));
        let person = SignedIn { person: Uuid::from_u128(7), session: Uuid::nil(), name: "Exemple".to_owned(), roles };
        std::future::ready(Ok(Some(person))).boxed()
    }),
    samples: |_| std::future::ready(Ok(Vec::new())).boxed(),
};

fn roles(held: &str) -> Vec<HeldRole> {
    let (role, place) = held.split_once('@').unwrap();
    let role = role.parse::<Role>().unwrap();
    vec![HeldRole { role, place: Place::Territory(place.parse().unwrap()) }]
}

pub(crate) fn person(held: &str) -> Principal {
    Principal::Person { id: Uuid::from_u128(7), roles: roles(held) }
}

pub(crate) async fn house(database: &TestDatabase) -> App {
    let features = vec![DOOR, territory::FEATURE, directory::FEATURE, commitments::FEATURE, plan::FEATURE];
    let clock = Clock::standing_at(Utc.with_ymd_and_hms(2027, 3, 2, 9, 0, 0).unwrap());
    let store = database.open().await.unwrap();
    let kit = kit_store::MIGRATIONS.iter().chain(kit_outbox::MIGRATIONS).copied();
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

/// Every action of the house, since the policies speak of all rooms and these tests have some.
fn actions() -> Vec<&'static str> {
    let names = SCHEMA.lines().filter(|line| line.starts_with("action ")).flat_map(|line| {
        let declared = line.split(" appliesTo").next().and_then(|line| line.split(" in ").next()).unwrap_or_default();
        declared.split('"').skip(1).step_by(2)
    });
    names.filter(|name| name.contains('.')).collect()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) async fn organisation(app: &App, name: &str, territory: &str) -> OrganisationId {
    let command = CreateOrganisation {
        name: name.to_owned(),
        kind: OrganisationKind::MissionLocale,
        seat: None,
        territory: territory.parse().unwrap(),
        contact_email: None,
        website: None,
        source: None,
        is_example: true,
        visibility: Visibility::Public,
    };
    app.carry_out(&person(STEERING), &command).await.unwrap()
}

/// The page at `path`, as whoever holds `role@place` sees it, with its status.
pub(crate) async fn get(app: &App, path: &str, held: Option<&str>) -> (u16, String) {
    let mut path = path.to_owned();
    loop {
        let mut request = Request::get(&path).header(HOST, "escale.example");
        if let Some(held) = held {
            request = request.header(COOKIE, format!("__Host-{SESSION_COOKIE}={held:.<TOKEN_CHARACTERS$}"));
        }
        let response = kit_web::router(app, Router::new()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status();
        if let Some(next) = response.headers().get("location").filter(|_| status.is_redirection()) {
            path = next.to_str().unwrap().to_owned();
            continue;
        }
        let body = response.into_body().collect().await.unwrap().to_bytes();
        return (status.as_u16(), String::from_utf8(body.to_vec()).unwrap());
    }
}

/// Every sample of this room, in every language: one heading, no missing word, no error.
pub(crate) async fn show_every_sample(app: &App) -> usize {
    let samples = (plan::FEATURE.samples)(Arc::clone(app)).await.unwrap();
    for sample in &samples {
        let held = match sample.person {
            Some("coordinatrice-11") => Some(COORDINATOR),
            Some(_) => Some(STEERING),
            None => None,
        };
        for language in ["fr", "en", "ar-XB"] {
            let join = if sample.path.contains('?') { '&' } else { '?' };
            let (status, page) = get(app, &format!("{}{join}langue={language}", sample.path), held).await;
            assert_eq!(status, 200, "{}: {page}", sample.path);
            assert_eq!(page.matches("<h1").count(), 1, "{}: {page}", sample.path);
            assert!(!page.contains('⟦') && !page.contains("{$"), "{} in {language}: {page}", sample.path);
        }
    }
    samples.len()
}
