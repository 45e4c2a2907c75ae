//! `/territoires/{kind}/{code}`

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn the_same_code_names_a_region_and_a_departement() {
    for house in TestHouse::each().await {
        let browser = house.visitor();
        assert_eq!(browser.get("/territoires/departement/11").await.first("h1").as_deref(), Some("Aude"));
        assert_eq!(browser.get("/territoires/region/11").await.first("h1").as_deref(), Some("Île-de-France"));
        for unknown in
            ["/territoires/departement/999", "/territoires/planete/11", "/territoires/region/%00", "/territoires/11"]
        {
            assert_eq!(browser.get(unknown).await.status, 404, "{unknown}");
        }
    }
}

#[tokio::test]
async fn a_role_on_one_gives_nothing_on_the_other() {
    for house in TestHouse::each().await {
        let of_the_aude = house.signed_in(Hand::Coordinator("departement:11")).await;
        let of_ile_de_france = house.signed_in(Hand::Steering("region:11")).await;
        assert_eq!(add_member(&of_the_aude, "11").await, 200);
        assert_eq!(add_member(&of_ile_de_france, "11").await, 403);
        assert_eq!(add_member(&of_ile_de_france, "75").await, 200);
        assert_eq!(add_member(&of_the_aude, "75").await, 403);
    }
}

/// Tries to create an organisation in this département, with a form the person was given elsewhere.
async fn add_member(browser: &crate::support::Browser, departement: &str) -> u16 {
    let page = browser.get("/acteurs/nouveau").await;
    let territory = format!("departement:{departement}");
    let typed =
        [("nom", "Structure d’essai (exemple)"), ("type", "popular_education"), ("territoire", territory.as_str())];
    browser.submit(&page, "/acteurs/nouveau", &typed).await.status
}
