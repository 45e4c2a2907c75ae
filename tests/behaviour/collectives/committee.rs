//! The committee of a région, college by college.

use super::seat;
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn who_sits_is_shown_by_college_and_a_seat_that_nobody_holds_is_vacant() {
    for house in TestHouse::each().await {
        let visitor = house.visitor();
        assert!(visitor.get("/comites/76").await.says("pas encore connue"));
        let organisation = house.organisation("Mouvement d’essai (exemple)", "departement:11").await;
        house.act(&seat("Jeunesse", None)).await;
        // Seats stand in the order in which they were made.
        house.wait(chrono::Duration::seconds(1));
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let form = steering.get("/comites/76/sieges/nouveau").await;
        let id = organisation.to_string();
        let typed =
            [("college", "Jeunesse"), ("organisation", id.as_str()), ("jeunes", "yes"), ("depuis", "2026-01-01")];
        let page = steering.submit(&form, "/comites/76/sieges/nouveau", &typed).await;
        assert!(page.says("Siège vacant") && page.says("Mouvement d’essai"), "{}", page.text());
        assert!(page.says("Un siège est tenu au nom des jeunes"), "{}", page.text());
        assert_eq!(page.text().matches("Jeunesse").count(), 1 + 1, "one college, and its table: {}", page.text());

        let ending = page.links().into_iter().rfind(|link| link.ends_with("/fin")).unwrap();
        let form = steering.get(&ending).await;
        let early = steering.submit(&form, &ending, &[("jusqu", "2025-12-31")]).await;
        assert_eq!(early.status, 422, "{}", early.text());
        let ended = steering.submit(&form, &ending, &[("jusqu", "2026-11-01")]).await;
        assert!(ended.says("Anciens sièges") && ended.says("Aucun siège n’est tenu"), "{}", ended.text());
        let key = uuid::Uuid::new_v4().to_string();
        let again = steering.submit(&form, &ending, &[("jusqu", "2026-11-02"), ("cle", &key)]).await;
        assert!(again.status == 409 && again.says("déjà pris fin"), "{}", again.text());
    }
}

#[tokio::test]
async fn the_committee_of_another_region_is_nobody_s_here() {
    for house in TestHouse::each().await {
        let steering = house.signed_in(Hand::Steering("region:53")).await;
        assert_eq!(steering.get("/comites/76/sieges/nouveau").await.status, 403);
        assert_eq!(house.visitor().get("/comites/999").await.status, 404);
        // A département of the same code is no région.
        assert_eq!(house.visitor().get("/comites/09").await.status, 404);
    }
}
