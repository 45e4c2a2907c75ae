//! `/indicateurs/{id}/valeurs/{departement}/{annee}`, `/plans/{region}/{plan}/periodes`

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_coordinator_enters_a_value_and_everybody_reads_where_it_comes_from() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let path = format!("/indicateurs/{}/valeurs/11/2026", rooms.indicator);
        let organisation = rooms.organisation.to_string();
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = coordinator.get(&path).await;
        assert!(form.says("inconnu"), "{}", form.text());
        let typed = [("nombre", "1 240"), ("source", "Relevé de mars"), ("organisation", organisation.as_str())];
        let done = coordinator.submit(&form, &path, &typed).await;
        assert!(done.says("La valeur est enregistrée") && done.says("1 240"), "{}", done.text());

        let visitor = house.visitor().get(&path).await;
        for said in ["1 240", "Relevé de mars", "Mission locale d’essai", "24 novembre 2026"] {
            assert!(visitor.says(said), "{said}: {}", visitor.text());
        }
        // Who typed it is for those who could have.
        assert!(!visitor.says("Saisi par") && coordinator.get(&path).await.says("Saisi par"));
        let filled = coordinator.get(&path).await.form(&path);
        assert!(filled.contains(&("nombre".to_owned(), "1240".to_owned())), "{filled:?}");
        let left_blank = coordinator.submit(&coordinator.get(&path).await, &path, &[("nombre", "")]).await;
        assert!(left_blank.says("Aucune valeur n’est connue"), "{}", left_blank.text());
    }
}

#[tokio::test]
async fn what_is_no_number_negative_or_too_large_is_refused_and_kept_in_the_form() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let path = format!("/indicateurs/{}/valeurs/11/2026", rooms.indicator);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = coordinator.get(&path).await;
        for (typed, said) in [
            ("beaucoup", "Écrivez un nombre entier"),
            ("12,5", "Écrivez un nombre entier"),
            ("-7", "Un nombre négatif"),
            ("99999999999999999999", "trop grand"),
        ] {
            let answer = coordinator.submit(&form, &path, &[("nombre", typed), ("source", "Relevé")]).await;
            assert_eq!(answer.status, 422, "{typed}");
            assert!(answer.says(said) && answer.html.contains(typed), "{typed}: {}", answer.text());
        }
        assert!(house.visitor().get(&path).await.says("inconnu"));
    }
}

#[tokio::test]
async fn a_value_belongs_to_a_departement_of_the_region_and_to_a_year_that_has_begun() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let path =
            |departement: &str, year: &str| format!("/indicateurs/{}/valeurs/{departement}/{year}", rooms.indicator);
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        for (departement, year, status) in [
            ("11", "2023", 200),
            ("11", "2022", 404),
            ("11", "2027", 404),
            ("11", "hier", 404),
            ("35", "2026", 404),
            ("76", "2026", 404),
            ("999", "2026", 404),
        ] {
            let answer = steering.get(&path(departement, year)).await;
            assert_eq!(answer.status, status, "{departement} {year}");
        }
        // For another's département there is no form, and sending one all the same is refused.
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let own = coordinator.get(&path("11", "2026")).await.form(&path("11", "2026"));
        assert!(!coordinator.get(&path("31", "2026")).await.html.contains("champ-nombre"));
        let answer = coordinator.post(&path("31", "2026"), &own).await;
        assert!([403, 422].contains(&answer.status), "{}", answer.status);
        assert!(house.visitor().get(&path("31", "2026")).await.says("inconnu"));
    }
}

#[tokio::test]
async fn a_settled_year_takes_no_value_until_it_is_reopened() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let path = format!("/indicateurs/{}/valeurs/11/2025", rooms.indicator);
        let periods = format!("/plans/76/{}/periodes", rooms.plan);
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let open = coordinator.get(&path).await;
        let locked = steering.submit(&steering.get(&periods).await, &format!("{periods}/2025/arreter"), &[]).await;
        assert!(locked.says("L’année est arrêtée"), "{}", locked.text());

        // The form was open while the year was settled.
        let refused = coordinator.submit(&open, &path, &[("nombre", "12"), ("source", "Relevé")]).await;
        assert_eq!(refused.status, 409);
        assert!(refused.says("Les valeurs de 2025 sont arrêtées : rien n’a été enregistré"), "{}", refused.text());
        assert!(!coordinator.get(&path).await.html.contains("champ-nombre"));
        assert!(house.visitor().get(&format!("/indicateurs/{}", rooms.indicator)).await.says("2025 (arrêtée)"));

        steering.submit(&steering.get(&periods).await, &format!("{periods}/2025/rouvrir"), &[]).await;
        let open = coordinator.get(&path).await;
        let done = coordinator.submit(&open, &path, &[("nombre", "12"), ("source", "Relevé")]).await;
        assert_eq!(done.status, 200, "{}", done.text());
        let never = steering
            .post(
                &format!("{periods}/2031/arreter"),
                &steering.get(&periods).await.form(&format!("{periods}/2026/arreter")),
            )
            .await;
        assert_eq!(never.status, 404);
    }
}

#[tokio::test]
async fn two_people_at_once_are_both_shown_and_neither_is_lost() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let path = format!("/indicateurs/{}/valeurs/11/2026", rooms.indicator);
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let (first, second) = (steering.get(&path).await, coordinator.get(&path).await);
        steering.submit(&first, &path, &[("nombre", "12"), ("source", "Enquête")]).await;
        let conflict = coordinator.submit(&second, &path, &[("nombre", "15"), ("source", "Relevé")]).await;
        assert_eq!(conflict.status, 409);
        for shown in ["15", "12", "Enquête", "Relevé"] {
            assert!(conflict.html.contains(shown), "{shown}: {}", conflict.text());
        }
        let settled = coordinator.submit(&conflict, &path, &[]).await;
        assert!(settled.says("En 2026 : 15 (jeunes)"), "{}", settled.text());
        // The same value from a form that is older still is that value.
        let again = steering.submit(&first, &path, &[("nombre", "15"), ("source", "Relevé")]).await;
        assert_eq!(again.status, 200, "{}", again.text());
    }
}
