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
async fn a_commune_tells_its_postal_codes_and_each_leads_to_those_who_share_it() {
    for house in TestHouse::each().await {
        let browser = house.visitor();
        let carcassonne = browser.get("/territoires/commune/11069").await;
        assert!(carcassonne.says("Codes postaux 11000"), "{}", carcassonne.text());
        let link = carcassonne.links().into_iter().find(|link| link.contains("q=11000")).unwrap();
        assert!(browser.get(&link).await.says("Berriac"));
        assert!(browser.get("/territoires/commune/31555").await.says("Codes postaux 31000 , 31100 , 31200"));
        assert!(!browser.get("/territoires/departement/11").await.says("Codes postaux"));
    }
}

#[tokio::test]
async fn an_epci_over_several_departements_is_told_on_both_sides() {
    for house in TestHouse::each().await {
        let browser = house.visitor();
        let redon = browser.get("/territoires/epci/243500741").await;
        assert!(redon.says("s’étend sur 3 départements et 2 régions"), "{}", redon.text());
        for part in ["Ille-et-Vilaine (35) :", "Loire-Atlantique (44) :", "Morbihan (56) :"] {
            assert!(redon.says(part), "{part}: {}", redon.text());
        }
        assert!(redon.links().contains(&"/territoires/commune/35236".to_owned()), "its communes are listed");
        let loire_atlantique = browser.get("/territoires/departement/44").await;
        assert!(loire_atlantique.says("en partie ailleurs"), "{}", loire_atlantique.text());
        assert!(
            loire_atlantique.says("CA Redon Agglomération 8 31 Ille-et-Vilaine , Morbihan"),
            "{}",
            loire_atlantique.text()
        );
        assert!(browser.get("/territoires/region/52").await.says("Redon Agglomération"));
        // One that lies in one département alone keeps the list in which communes are searched.
        let carcassonne = browser.get("/territoires/epci/200035715?q=carcassonne").await;
        assert!(!carcassonne.says("s’étend sur") && carcassonne.says("Une commune trouvée"), "{}", carcassonne.text());
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
