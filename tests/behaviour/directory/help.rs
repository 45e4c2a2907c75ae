//! `/acteurs/{id}/aide`: what an organisation can really help with.

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn three_lines_say_what_since_when_and_whom_to_ask_for() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure utile (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/aide");
        // The first line is left empty.
        let typed = [
            ("aide-2", "Préparer un premier départ"),
            ("depuis-2", "2012"),
            ("demander-2", "la référente mobilité"),
            ("aide-3", "Relire un dossier"),
        ];
        let saved = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
        assert_eq!(saved.status, 200, "{}", saved.text());
        let page = house.visitor().get(&path).await;
        assert!(
            page.says("Préparer un premier départ depuis 2012 demander : la référente mobilité Relire un dossier"),
            "{}",
            page.text()
        );
        // What is emptied is gone; what is left moves up.
        let again = coordinator.get(&form).await;
        assert!(again.html.contains("name=\"aide-1\" value=\"Préparer un premier départ\""), "{}", again.html);
        let cleared = [("aide-1", ""), ("depuis-1", ""), ("demander-1", "")];
        assert_eq!(coordinator.submit(&again, &form, &cleared).await.status, 200);
        let page = house.visitor().get(&path).await;
        assert!(page.says("Relire un dossier") && !page.says("premier départ"), "{}", page.text());
    }
}

#[tokio::test]
async fn a_year_to_come_a_line_without_its_words_and_texts_too_long_are_refused_beside_their_fields() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure hâtive (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/aide");
        let (long, longer) = ("f".repeat(101), "q".repeat(201));
        for (field, value) in [
            ("depuis-1", "2027"),
            ("depuis-1", "1899"),
            ("depuis-1", "longtemps"),
            ("demander-1", &long),
            ("aide-1", &longer),
            ("aide-1", ""),
        ] {
            let mut typed = vec![("aide-1", "Accueillir"), ("depuis-1", "2015"), ("aide-2", "Gardé pour la suite")];
            typed.retain(|(name, _)| *name != field);
            typed.push((field, value));
            let refused = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
            assert_eq!(refused.status, 422, "{field}={value}: {}", refused.text());
            assert!(refused.html.contains(&format!("champ-{field}-erreur")), "{field}={value}: {}", refused.text());
            assert!(refused.html.contains("Gardé pour la suite"), "what was typed is lost");
        }
        assert!(!house.visitor().get(&path).await.says("Accueillir"));
    }
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure partagée (exemple)", "departement:11").await);
        let form = format!("{path}/aide");
        let first = house.signed_in(Hand::Coordinator("departement:11")).await;
        let second = house.signed_in(Hand::Steering("region:76")).await;
        let (of_first, of_second) = (first.get(&form).await, second.get(&form).await);
        assert_eq!(first.submit(&of_first, &form, &[("aide-1", "Trouver un logement")]).await.status, 200);
        let conflict = second.submit(&of_second, &form, &[("aide-1", "Trouver un stage")]).await;
        assert_eq!(conflict.status, 409);
        assert!(
            conflict.says("Trouver un logement") && conflict.html.contains("Trouver un stage"),
            "{}",
            conflict.text()
        );
    }
}
