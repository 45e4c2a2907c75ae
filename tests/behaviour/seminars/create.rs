//! `/seminaires/nouveau`, `/seminaires`

use ::seminars::commands::EditMinutes;
use futures::future::join_all;
use kit_base::Problem;
use kit_policy::{HeldRole, Place, Principal, Role};
use uuid::Uuid;

use super::{create, seminar, session_create, workshop};
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn seminars_of_one_title_created_at_once_get_an_address_each() {
    for house in TestHouse::each().await {
        let (principal, command) = (escale::demo::the_house(), seminar("Rencontre d’été"));
        let created = join_all((0..6).map(|_| house.app.carry_out(&principal, &command))).await;
        let mut slugs: Vec<String> = created.into_iter().map(|created| created.unwrap().slug).collect();
        slugs.sort();
        let numbered = |number| format!("rencontre-d-ete-2027-{number}");
        let expected: Vec<String> =
            std::iter::once("rencontre-d-ete-2027".to_owned()).chain((2..=6).map(numbered)).collect();
        assert_eq!(slugs, expected);
        let list = house.visitor().get("/seminaires?q=carcassonne+ETE").await.html;
        assert_eq!(list.matches(r#"<a href="/seminaires/rencontre"#).count(), 6, "{list}");
    }
}

#[tokio::test]
async fn whoever_does_not_steer_the_region_is_told_that_it_is_this_region() {
    for house in TestHouse::each().await {
        let (_, outline) = create(&house, "Rencontre").await;
        let half_day = outline.half_days[0].id;
        let session = workshop(&house, half_day).await;
        let member = Principal::Person {
            id: Uuid::from_u128(7),
            roles: vec![HeldRole { role: Role::Member, place: Place::Territory("region:76".parse().unwrap()) }],
        };
        let strangers = [Hand::Coordinator("departement:11"), Hand::Steering("region:53")].map(Hand::principal);
        for stranger in strangers.iter().chain([&member]) {
            let created = house.app.carry_out(stranger, &seminar("Ailleurs")).await;
            assert!(matches!(created, Err(Problem::ForbiddenHere("region"))), "{created:?}");
        }
        // A role there is not enough for what follows either; the other hands stand in `house/authorisation.rs`.
        let added = house.app.carry_out(&member, &session_create::workshop(half_day)).await;
        assert!(matches!(added, Err(Problem::Forbidden)), "{added:?}");
        let minutes = EditMinutes { session, version_read: 0, text: "Texte".to_owned() };
        let written = house.app.carry_out(&member, &minutes).await;
        assert!(matches!(written, Err(Problem::Forbidden)), "{written:?}");
    }
}
