//! `/acteurs/nouveau`, `/acteurs/{id}/modifier`

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn two_people_who_edit_at_once_lose_nothing() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Structure partagée (exemple)", "departement:11").await;
        let path = format!("/acteurs/{organisation}/modifier");
        let first = house.signed_in(Hand::Coordinator("departement:11")).await;
        let second = house.signed_in(Hand::Steering("region:76")).await;
        let (of_first, of_second) = (first.get(&path).await, second.get(&path).await);

        let saved = first.submit(&of_first, &path, &[("nom", "Structure renommée (exemple)")]).await;
        assert_eq!(saved.status, 200, "{}", saved.text());
        let conflict = second.submit(&of_second, &path, &[("nom", "Structure rebaptisée (exemple)")]).await;
        assert_eq!(conflict.status, 409);
        assert!(conflict.says("Structure renommée (exemple)"), "what was saved is not shown: {}", conflict.text());
        assert!(conflict.html.contains("Structure rebaptisée (exemple)"), "what was typed is lost");
        assert!(first.get(&format!("/acteurs/{organisation}")).await.says("Structure renommée"));

        // Having read both, the second person saves again from the page of the conflict.
        let again = second.submit(&conflict, &path, &[]).await;
        assert_eq!(again.status, 200, "{}", again.text());
        assert!(first.get(&format!("/acteurs/{organisation}")).await.says("Structure rebaptisée"));
    }
}

#[tokio::test]
async fn every_fault_of_a_form_is_said_and_what_was_typed_is_kept() {
    for house in TestHouse::each().await {
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        let page = officer.get("/acteurs/nouveau").await;
        let long = "n".repeat(201);
        let wrong: [(&str, &str); 6] = [
            ("nom", ""),
            ("nom", "Structure fautive\nhttps://ailleurs.example"),
            ("nom", &long),
            ("type", "inexistant"),
            ("territoire", "departement:999"),
            ("courriel", "pas une adresse"),
        ];
        for (field, value) in wrong {
            let mut typed = vec![
                ("nom", "Structure fautive (exemple)"),
                ("type", "popular_education"),
                ("territoire", "departement:11"),
            ];
            typed.retain(|(name, _)| *name != field);
            typed.push((field, value));
            let answer = officer.submit(&page, "/acteurs/nouveau", &typed).await;
            assert_eq!(answer.status, 422, "{field}={value}: {}", answer.text());
            assert!(answer.html.contains(&format!("champ-{field}-erreur")), "{field}={value}: {}", answer.text());
            assert!(answer.html.contains(&format!("#champ-{field}")), "{field}={value} is not summed up at the top");
            if field != "nom" {
                assert!(answer.html.contains("Structure fautive (exemple)"), "what was typed is lost");
            }
        }
        assert!(!officer.get("/acteurs?q=fautive").await.says("Structure fautive"));
    }
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_organisation() {
    for house in TestHouse::each().await {
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        let page = officer.get("/acteurs/nouveau").await;
        let typed =
            [("nom", "Structure unique (exemple)"), ("type", "popular_education"), ("territoire", "departement:11")];
        let first = officer.submit(&page, "/acteurs/nouveau", &typed).await;
        let second = officer.submit(&page, "/acteurs/nouveau", &typed).await;
        assert_eq!((first.status, &first.path), (200, &second.path));
        let list = officer.get("/acteurs?q=unique").await;
        assert_eq!(list.html.matches("Structure unique").count(), 1, "{}", list.text());
    }
}

#[tokio::test]
async fn somebody_else_s_territory_is_refused() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Structure voisine (exemple)", "departement:31").await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/acteurs/{organisation}/modifier");
        assert!([403, 404].contains(&coordinator.get(&path).await.status));
        let page = coordinator.get("/acteurs/nouveau").await;
        let mut fields = page.form("/acteurs/nouveau");
        let typed = [
            ("nom", "Détournée (exemple)"),
            ("type", "popular_education"),
            ("territoire", "departement:31"),
            ("version", "1"),
        ];
        for (name, value) in typed {
            fields.retain(|(field, _)| field != name);
            fields.push((name.to_owned(), value.to_owned()));
        }
        let answer = coordinator.post(&path, &fields).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert!(house.visitor().get(&format!("/acteurs/{organisation}")).await.says("Structure voisine"));
    }
}

#[tokio::test]
async fn a_record_given_to_another_departement_needs_the_right_to_enter_one_there() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Mission locale du Val (exemple)", "departement:11").await;
        let path = format!("/acteurs/{organisation}/modifier");
        let away = [("territoire", "departement:31")];
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let refused = coordinator.submit(&coordinator.get(&path).await, &path, &away).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
        let administrator = house.signed_in(Hand::Administrator).await;
        let given = administrator.submit(&administrator.get(&path).await, &path, &away).await;
        assert_eq!(given.status, 200, "{}", given.text());
        // It left the coordinator's département.
        assert_eq!(coordinator.get(&path).await.status, 403);
    }
}

#[tokio::test]
async fn a_territory_that_is_not_one_s_own_is_refused_beside_its_field_and_what_was_typed_is_kept() {
    for house in TestHouse::each().await {
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get("/acteurs/nouveau").await;
        let typed = [
            ("nom", "Structure d’ailleurs (exemple)"),
            ("type", "popular_education"),
            ("territoire", "departement:31"),
        ];
        let answer = coordinator.submit(&page, "/acteurs/nouveau", &typed).await;
        assert_eq!(answer.status, 403);
        assert!(answer.html.contains("champ-territoire-erreur") && answer.html.contains("href=\"#champ-territoire\""));
        assert!(answer.html.contains("Structure d’ailleurs (exemple)"), "what was typed is lost");
        assert!(!coordinator.get("/acteurs?q=ailleurs").await.says("Structure d’ailleurs"));
    }
}
