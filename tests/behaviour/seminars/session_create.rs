//! `/seminaires/{slug}/demi-journees/{id}/sessions`

use ::seminars::commands::AddSession;
use ::seminars::{HalfDayId, Part, SessionKind};
use futures::future::join_all;
use kit_base::limits::SESSIONS_PER_HALF_DAY_MAX;
use kit_base::{Problem, Visibility};

use super::{create, outline};
use crate::support::{Hand, TestHouse};

/// A workshop that takes the next number.
pub(super) fn workshop(half_day: HalfDayId) -> AddSession {
    AddSession {
        half_day,
        kind: SessionKind::Workshop,
        number: None,
        title: "Atelier".to_owned(),
        room: None,
        room_visibility: Visibility::Public,
        places: None,
        hours: Part::Morning.usual_hours(),
        visibility: Visibility::Public,
    }
}

#[tokio::test]
async fn workshops_added_at_once_are_numbered_one_after_the_other_until_the_half_day_is_full() {
    for house in TestHouse::each().await {
        let (created, before) = create(&house, "Rencontre").await;
        let (principal, command) = (escale::demo::the_house(), workshop(before.half_days[0].id));
        let added = join_all((0..SESSIONS_PER_HALF_DAY_MAX).map(|_| house.app.carry_out(&principal, &command))).await;
        assert!(added.iter().all(Result::is_ok), "{added:?}");
        let one_more = house.app.carry_out(&principal, &command).await;
        assert!(matches!(one_more, Err(Problem::Refused(_))), "{one_more:?}");
        let after = outline(&house, &created).await;
        let mut numbers: Vec<_> = after.half_days[0].sessions.iter().filter_map(|session| session.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=i32::try_from(SESSIONS_PER_HALF_DAY_MAX).unwrap()).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_room_is_told_to_those_it_is_for_alone() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let session = |room: &str, told| AddSession {
            room: Some(room.to_owned()),
            room_visibility: told,
            ..workshop(rooms.half_day)
        };
        let mut pages = vec!["/seminaires/essai".to_owned()];
        for (room, told) in [
            ("Salle ouverte", Visibility::Public),
            ("Salle inscrite", Visibility::Registered),
            ("Salle invitée", Visibility::Invited),
        ] {
            let id = house.act(&session(room, told)).await;
            pages.push(format!("/seminaires/essai/sessions/{id}"));
        }
        let visitor = house.visitor();
        let elsewhere = house.signed_in(Hand::Reader("departement:35")).await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        for (browser, told) in
            [(&visitor, [true, false, false]), (&elsewhere, [true, true, false]), (&steering, [true; 3])]
        {
            let mut text = String::new();
            for page in &pages {
                text.push_str(&browser.get(page).await.text());
            }
            let found = ["Salle ouverte", "Salle inscrite", "Salle invitée"].map(|room| text.contains(room));
            assert_eq!(found, told);
        }
        // What everybody may read says what everybody may know, whoever asks.
        for path in ["/seminaires/essai.ics", "/api/v1/seminars"] {
            let answer = steering.get(path).await.html;
            assert!(answer.contains("Salle ouverte"), "{path}");
            assert!(!answer.contains("Salle inscrite") && !answer.contains("Salle invitée"), "{path}");
        }
    }
}
