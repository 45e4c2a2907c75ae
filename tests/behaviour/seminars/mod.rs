//! Seminars, their programme and their minutes.

mod create;
mod edit;
mod minutes;
mod next;
mod session_create;

use ::seminars::commands::{CreateSeminar, CreatedSeminar};
use ::seminars::{HalfDayId, SeminarOutline};
use chrono::NaiveDate;
use kit_base::{LanguageTag, Locale, Multilingual, Visibility};

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

async fn workshop(house: &TestHouse, half_day: HalfDayId) -> ::seminars::SessionId {
    house.workshop(half_day, "Atelier", Visibility::Public).await
}
