//! Organisations that exist: taken in with their sources, and kept free of anything made up.

use escale::known_organisations::{TakenIn, take_in};

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn known_organisations_are_taken_in_once_with_their_sources_and_what_people_wrote_is_left_alone() {
    for house in TestHouse::each().await {
        let bretagne = Some("region:53".parse().unwrap());
        let first = take_in(&house.app, bretagne).await.unwrap();
        assert!(first.added > 2 && first.known_already == 0, "{first:?}");
        let again = take_in(&house.app, bretagne).await.unwrap();
        assert_eq!(again, TakenIn { added: 0, known_already: first.added });
        let all = take_in(&house.app, None).await.unwrap();
        assert_eq!(all.known_already, first.added);
        assert!(all.added > 15, "{all:?}");

        let visitor = house.visitor();
        let found = visitor.get("/acteurs?q=drjscs").await;
        assert!(found.says("DRAJES Occitanie Autrefois DRJSCS Occitanie"), "{}", found.text());
        let rennes = visitor.get("/acteurs?q=ville+de+rennes").await;
        let path = rennes.links().into_iter().find(|link| link.starts_with("/acteurs/") && link.len() == 45).unwrap();
        let page = visitor.get(&path).await;
        assert!(page.says("Fonds d’échanges internationaux") && page.says("Financeur"), "{}", page.text());
        let sources = page.links().iter().filter(|link| link.contains("metropole.rennes.fr")).count();
        assert!(sources >= 3, "each role tells its source: {}", page.html);
    }
}

#[tokio::test]
async fn in_a_demo_nothing_made_up_is_written_on_a_body_that_exists() {
    let house = TestHouse::demo().await;
    let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
    let list = coordinator.get("/acteurs?q=conseil+departemental&departement=departement%3A11").await;
    let path = list.links().into_iter().find(|link| link.starts_with("/acteurs/") && link.len() == 45).unwrap();
    let page = coordinator.get(&path).await;
    assert!(page.says("Conseil départemental de l’Aude") && page.says("Autrefois Conseil général"), "{}", page.text());
    assert!(!page.says("Ajouter un rôle") && !page.says("Ajouter un contact"), "{}", page.text());
    let form = format!("{path}/roles/nouveau");
    let refused =
        coordinator.submit(&coordinator.get(&form).await, &form, &[("programme", "JSI"), ("role", "lead")]).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(refused.says("rien d’inventé ne s’écrit"), "{}", refused.text());
}
