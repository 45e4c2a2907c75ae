//! `/programmes/{departement}`, `/plans/{region}`

use kit_base::Visibility;

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn what_is_not_public_is_counted_for_those_alone_who_may_know() {
    for house in TestHouse::each().await {
        let (_, _, objective) = house.plan("Plan d’essai (exemple)").await;
        house.action(objective, "Forum ouvert", Visibility::Public, None).await;
        let hidden = house.action(objective, "Forum fermé", Visibility::Invited, None).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        assert_eq!(coordinator.get(&format!("/actions/{hidden}")).await.status, 200);
        for (browser, said, counted, is_shown) in
            [(house.visitor(), "Une action.", "1", false), (coordinator, "2 actions.", "2", true)]
        {
            let programme = browser.get("/programmes/11").await;
            assert!(programme.says(said) && programme.says("Forum ouvert"), "{}", programme.text());
            assert_eq!(programme.says("Forum fermé"), is_shown, "{}", programme.text());
            let plan = browser.get("/plans/76").await.html;
            assert!(plan.contains(&format!("<span>{counted}</span>")), "{plan}");
        }
    }
}
