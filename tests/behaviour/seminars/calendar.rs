//! `/seminaires/{slug}.ics`, `/agenda/{seat}/{signature}.ics`

use ::seminars::commands::{CancelSeminar, CancelSession, EditSeminar, EditSession};
use ::seminars::{Part, SeminarId};
use kit_base::Visibility;
use reqwest::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, SET_COOKIE};

use super::{create, day, open_registration, register_for, title, workshop};
use crate::support::{Hand, TestHouse};

const CALENDAR: &str = "/seminaires/rencontre-2027.ics";

/// What a program that keeps no cookie gets.
async fn fetched(house: &TestHouse, path: &str, known: Option<&str>) -> reqwest::Response {
    let client = reqwest::Client::new();
    let request = client.get(format!("{}{path}", house.origin)).header(ACCEPT_LANGUAGE, "fr");
    let request = known.into_iter().fold(request, |request, known| request.header(IF_NONE_MATCH, known));
    request.send().await.unwrap()
}

async fn text(house: &TestHouse, path: &str) -> String {
    fetched(house, path, None).await.text().await.unwrap()
}

/// The event that holds these words.
fn event<'a>(calendar: &'a str, words: &str) -> &'a str {
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    events.into_iter().find(|event| event.contains(words)).unwrap_or_else(|| panic!("no {words} in {calendar}"))
}

fn value<'a>(event: &'a str, name: &str) -> &'a str {
    let line = event.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {event}"));
    line.split_once(':').unwrap().1
}

fn sequence(event: &str) -> u32 {
    value(event, "SEQUENCE").parse().unwrap()
}

async fn move_to(house: &TestHouse, seminar: SeminarId, first_day: &str, version_read: i32) {
    house
        .act(&EditSeminar {
            seminar,
            version_read,
            title: title("Rencontre"),
            place: Some("commune:11069".parse().unwrap()),
            place_label: None,
            first_day: day(first_day),
        })
        .await;
}

#[tokio::test]
async fn the_calendar_tells_what_is_public_in_the_hours_of_the_place() {
    for house in TestHouse::each().await {
        let (_, outline) = create(&house, "Rencontre").await;
        workshop(&house, outline.half_days[0].id).await;
        for (name, visibility) in [
            ("Pour les connectés", Visibility::Registered),
            ("Pour les invités", Visibility::Invited),
            ("Pour personne d’autre", Visibility::Discreet),
        ] {
            house.workshop(outline.half_days[0].id, name, visibility).await;
        }
        let answer = fetched(&house, CALENDAR, None).await;
        assert_eq!(answer.headers()[CONTENT_TYPE], "text/calendar; charset=utf-8");
        assert!(answer.headers()[CACHE_CONTROL].to_str().unwrap().starts_with("private, max-age="));
        assert!(!answer.headers().contains_key(SET_COOKIE), "a program that subscribes is no visitor");
        let calendar = answer.text().await.unwrap();
        assert!(calendar.contains("DTSTART;TZID=Europe/Paris:20270624T090000\r\n"), "{calendar}");
        assert!(calendar.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"), "{calendar}");
        assert!(calendar.contains("DTSTART;VALUE=DATE:20270624\r\n"), "{calendar}");
        assert!(!calendar.contains("Pour "), "what is not public is in the calendar: {calendar}");
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "{calendar}");
        // Whoever may see more does not get more: the address is the same for all.
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        assert_eq!(steering.get(CALENDAR).await.html, calendar);
        assert_eq!(fetched(&house, "/seminaires/inconnu.ics", None).await.status(), 404);
    }
}

#[tokio::test]
async fn an_event_keeps_its_id_and_its_number_grows_with_each_change() {
    for house in TestHouse::each().await {
        let (_, outline) = create(&house, "Rencontre").await;
        let session = workshop(&house, outline.half_days[0].id).await;
        let first = text(&house, CALENDAR).await;
        let edit = |version_read, title: &str| EditSession {
            session,
            version_read,
            title: title.to_owned(),
            room: None,
            room_visibility: Visibility::Public,
            hours: Part::Morning.usual_hours(),
            places: None,
            visibility: Visibility::Public,
        };
        house.act(&edit(1, "Atelier renommé")).await;
        let renamed = text(&house, CALENDAR).await;
        move_to(&house, outline.id, "2027-07-01", 1).await;
        let moved = text(&house, CALENDAR).await;
        house.act(&CancelSession { session }).await;
        let cancelled = text(&house, CALENDAR).await;

        let versions = [&first, &renamed, &moved, &cancelled].map(|calendar| event(calendar, "Atelier"));
        for pair in versions.windows(2) {
            assert_eq!(value(pair[0], "UID"), value(pair[1], "UID"));
            assert!(sequence(pair[0]) < sequence(pair[1]), "{pair:?}");
        }
        assert!(value(versions[2], "DTSTART").starts_with("20270701T"), "{moved}");
        assert_eq!([value(versions[2], "STATUS"), value(versions[3], "STATUS")], ["CONFIRMED", "CANCELLED"]);
        assert_eq!(value(event(&cancelled, "VALUE=DATE"), "STATUS"), "CONFIRMED");

        house.act(&CancelSeminar { seminar: outline.id }).await;
        let void = text(&house, CALENDAR).await;
        assert_eq!(void.matches("STATUS:CANCELLED").count(), 2, "{void}");
    }
}

#[tokio::test]
async fn a_program_that_asks_a_hundred_times_is_told_that_nothing_changed() {
    for house in TestHouse::each().await {
        let (_, outline) = create(&house, "Rencontre").await;
        workshop(&house, outline.half_days[0].id).await;
        let tag = fetched(&house, CALENDAR, None).await.headers()[ETAG].to_str().unwrap().to_owned();
        let before = house.app.store.verify_journal().await.unwrap().entries;
        for _ in 0..100 {
            let answer = fetched(&house, CALENDAR, Some(&tag)).await;
            assert_eq!(answer.status(), 304);
            assert!(answer.bytes().await.unwrap().is_empty());
        }
        assert_eq!(house.app.store.verify_journal().await.unwrap().entries, before);
        move_to(&house, outline.id, "2027-07-01", 1).await;
        assert_eq!(fetched(&house, CALENDAR, Some(&tag)).await.status(), 200);
    }
}

#[tokio::test]
async fn the_calendar_of_a_place_needs_its_signature_and_names_nobody() {
    for house in TestHouse::each().await {
        let outline = open_registration(&house, None).await;
        house.workshop(outline.half_days[0].id, "Pour les inscrits", Visibility::Registered).await;
        house.workshop(outline.half_days[0].id, "Pour les invités", Visibility::Invited).await;
        let registration = register_for(&house, outline.id, "Fabrique d’essai", &["Coordination"]).await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let page = steering.get(&format!("/seminaires/rencontre-2027/inscriptions/{registration}")).await;
        let path = page.links().into_iter().find(|link| link.starts_with("/agenda/")).unwrap();
        let answer = fetched(&house, &path, None).await;
        let tag = answer.headers()[ETAG].to_str().unwrap().to_owned();
        let calendar = answer.text().await.unwrap();
        assert!(calendar.contains("Pour les inscrits") && !calendar.contains("Pour les invités"), "{calendar}");
        for name in ["Coordination", "Fabrique", "ATTENDEE", "ORGANIZER", "mailto"] {
            assert!(!calendar.contains(name), "{name} is in {calendar}");
        }
        assert_eq!(fetched(&house, &path, Some(&tag)).await.status(), 304);
        let forged = path.replace(".ics", "x.ics");
        let unsigned = format!("{}/x.ics", path.rsplit_once('/').unwrap().0);
        for wrong in [forged, unsigned, path.trim_end_matches(".ics").to_owned()] {
            assert_eq!(fetched(&house, &wrong, None).await.status(), 404, "{wrong}");
        }
    }
}
