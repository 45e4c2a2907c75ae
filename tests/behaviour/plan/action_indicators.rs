//! `/actions/{id}/indicateurs`, and the end of the thread.

use std::collections::BTreeSet;

use ::plan::commands::{EnterValue, NameIndicators};
use kit_base::{Problem, Visibility};

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn the_thread_ends_at_the_indicators_that_the_action_names_and_calls_them_associated() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let action = house
            .action(rooms.objective, "Forum des départs (exemple)", Visibility::Public, Some(rooms.commitment))
            .await;
        house
            .act(&EnterValue {
                indicator: rooms.indicator,
                departement: "departement:11".parse().unwrap(),
                year: 2026,
                version_read: 0,
                amount: Some("26".parse().unwrap()),
                source: "Relevé (exemple)".to_owned(),
                organisation: None,
                author: "Pilotage (exemple)".to_owned(),
            })
            .await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/actions/{action}/indicateurs");
        let (form, older) = (coordinator.get(&path).await, coordinator.get(&path).await);
        let done = coordinator.submit(&form, &path, &[("indicateur-1", "yes")]).await;
        for said in ["Jeunes partis (exemple) : 26 en 2026", "rien ne dit que l’une est la cause de l’autre"] {
            assert!(done.says(said), "{said}: {}", done.text());
        }
        let ticked = coordinator.get(&path).await.form(&path);
        assert!(ticked.contains(&("indicateur-1".to_owned(), "yes".to_owned())), "{ticked:?}");
        for page in [format!("/engagements/{}", rooms.commitment), "/fil".to_owned()] {
            let thread = coordinator.get(&page).await;
            for said in ["Indicateur associé", "Jeunes partis (exemple) : 26 en 2026"] {
                assert!(thread.says(said), "{said}: {}", thread.text());
            }
        }
        let stale = coordinator.submit(&older, &path, &[]).await;
        assert_eq!(stale.status, 409, "{}", stale.text());
    }
}

#[tokio::test]
async fn an_action_names_few_indicators_and_those_of_its_plan_alone() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let attempt = async |indicators: BTreeSet<_>| {
            let command = NameIndicators { action: rooms.action, version_read: 1, indicators };
            house.app.carry_out(&escale::demo::the_house(), &command).await
        };
        let mut many = BTreeSet::from([rooms.indicator]);
        for number in 0..5 {
            many.insert(house.indicator(rooms.plan, &format!("Indicateur {number} (exemple)")).await);
        }
        let too_many = attempt(many).await;
        assert!(matches!(too_many, Err(Problem::Refused(_))), "{too_many:?}");
        let (other, ..) = house.plan("Autre plan (exemple)").await;
        let elsewhere = attempt(BTreeSet::from([house.indicator(other, "Ailleurs (exemple)").await])).await;
        assert!(matches!(elsewhere, Err(Problem::NotFound)), "{elsewhere:?}");
        assert!(attempt(BTreeSet::from([rooms.indicator])).await.is_ok());
    }
}
