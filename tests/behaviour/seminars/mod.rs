//! Seminars, their programme and their minutes.

mod attendance;
mod calendar;
mod cancel;
mod create;
mod edit;
mod minutes;
mod next;
mod register;
mod registration;
mod session_create;

use ::seminars::commands::{
    AddSession, CreateSeminar, CreatedSeminar, NewRegistration, RegisterFor, SetUpRegistration,
};
use ::seminars::{College, Colleges, HalfDayId, RegistrationId, SeminarId, SeminarOutline, SessionId};
use chrono::NaiveDate;
use kit_base::{LanguageTag, Locale, Multilingual, Visibility};

pub(crate) use registration::secrets_of_a_place;

use crate::support::TestHouse;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn title(text: &str) -> Multilingual {
    Multilingual::new(LanguageTag::of(Locale::Fr), text)
}

/// Two days of June 2027 in Carcassonne, at an address made of the title.
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

async fn create(house: &TestHouse, name: &str) -> (CreatedSeminar, SeminarOutline) {
    let created = house.act(&seminar(name)).await;
    let outline = outline(house, &created).await;
    (created, outline)
}

async fn outline(house: &TestHouse, created: &CreatedSeminar) -> SeminarOutline {
    ::seminars::find(&house.app, &created.slug).await.unwrap().unwrap()
}

/// Registration to it, from the first of this month to 10 June.
async fn set_up(house: &TestHouse, seminar: SeminarId, places: Option<i32>) {
    house
        .act(&SetUpRegistration {
            seminar,
            version_read: 1,
            opens: Some(day("2026-11-01")),
            closes: Some(day("2027-06-10")),
            places,
            colleges: Colleges::default(),
        })
        .await;
}

/// The seminar at `/seminaires/rencontre-2027`, to which one may register.
async fn open_registration(house: &TestHouse, places: Option<i32>) -> SeminarOutline {
    let (_, outline) = create(house, "Rencontre").await;
    set_up(house, outline.id, places).await;
    outline
}

/// A whole registration as it is typed, with these fields in place of the usual ones.
fn typed<'a>(instead: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("college", "mission-locale"),
        ("provenance", "departement:11"),
        ("organisation", "Mission locale d’essai"),
        ("nombre", "1"),
        ("personnes", ""),
        ("adresse", "contact@organisation.example"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| !instead.iter().any(|(other, _)| other == name));
    kept.chain(instead.iter().copied()).collect()
}

/// Registers these people of an animating organisation of the Aude.
async fn register_for(house: &TestHouse, seminar: SeminarId, organisation: &str, people: &[&str]) -> RegistrationId {
    house
        .act(&RegisterFor(NewRegistration {
            seminar,
            college: College::Animating,
            origin: "departement:11".parse().unwrap(),
            organisation: Some(organisation.to_owned()),
            people: people.iter().map(|person| Some((*person).to_owned())).collect(),
            workshops: Vec::new(),
            contact: None,
            locale: Locale::Fr,
        }))
        .await
}

/// A workshop with a number of places.
async fn workshop_with_places(house: &TestHouse, half_day: HalfDayId, places: i32) -> SessionId {
    let workshop = session_create::workshop(half_day);
    house.act(&AddSession { title: "Atelier limité".to_owned(), places: Some(places), ..workshop }).await
}

async fn workshop(house: &TestHouse, half_day: HalfDayId) -> ::seminars::SessionId {
    house.workshop(half_day, "Atelier", Visibility::Public).await
}
