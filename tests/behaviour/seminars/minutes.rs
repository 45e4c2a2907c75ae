//! `/seminaires/{slug}/sessions/{id}/compte-rendu`

use ::seminars::commands::EditMinutes;
use futures::future::join_all;
use kit_base::Problem;

use super::{create, workshop};
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn minutes_begun_twice_or_read_too_long_ago_are_a_conflict_and_the_public_does_not_read_them() {
    for house in TestHouse::each().await {
        let (created, outline) = create(&house, "Rencontre").await;
        let session = workshop(&house, outline.half_days[0].id).await;
        let write = |version_read, text: &str| EditMinutes { session, version_read, text: text.to_owned() };
        let (first, second) = (write(0, "Le premier texte"), write(0, "Le second texte"));
        let principal = escale::demo::the_house();
        let begun = join_all([&first, &second].map(|command| house.app.carry_out(&principal, command))).await;
        assert_eq!(begun.iter().filter(|begun| begun.is_ok()).count(), 1, "{begun:?}");
        assert!(begun.iter().any(|begun| matches!(begun, Err(Problem::Conflict { current: 1 }))), "{begun:?}");
        house.act(&write(1, "Le texte relu")).await;
        let stale = house.app.carry_out(&principal, &write(1, "Un vieux texte")).await;
        assert!(matches!(stale, Err(Problem::Conflict { current: 2 })), "{stale:?}");

        let path = format!("{}/sessions/{session}", created.path());
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        assert!(coordinator.get(&path).await.says("Le texte relu"));
        assert!(!house.visitor().get(&path).await.html.contains("Le texte relu"));
    }
}
