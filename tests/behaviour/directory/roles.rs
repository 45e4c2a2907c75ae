//! `/acteurs/{id}/roles/…`: roles in programmes, and until when they are valid.

use directory::Period;

use crate::support::{Hand, TestHouse};

fn until(day: &str) -> Period {
    Period { from: None, until: Some(day.parse().unwrap()) }
}

#[tokio::test]
async fn a_role_says_until_when_it_is_valid_and_that_it_expired() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Structure accréditée (exemple)", "departement:11").await;
        let path = directory::path(organisation);
        // Today is the last day.
        house.role(organisation, "Corps européen de solidarité", until("2026-11-24")).await;
        let visitor = house.visitor();
        let page = visitor.get(&path).await;
        assert!(page.says("Corps européen de solidarité") && page.says("Structure d’envoi"), "{}", page.text());
        assert!(page.says("2024-ESSAI-01") && page.says("jusqu’au"), "{}", page.text());
        assert!(!page.says("Expiré"), "{}", page.text());
        house.wait(chrono::Duration::days(1));
        assert!(visitor.get(&path).await.says("Expiré"));
        assert!(visitor.get(&format!("{path}?langue=en")).await.says("Expired"));
    }
}

#[tokio::test]
async fn a_role_is_entered_and_corrected_and_two_who_correct_it_lose_nothing() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure à rôles (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/roles/nouveau");
        let typed = [("programme", "JSI"), ("role", "lead"), ("depuis", "2026-01-01"), ("jusqu", "2027-12-31")];
        let page = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
        assert!(page.says("JSI Chef de file"), "{}", page.text());
        let edit =
            page.links().into_iter().find(|link| link.contains("/roles/") && link.ends_with("/modifier")).unwrap();
        let (first, second) = (coordinator.get(&edit).await, coordinator.get(&edit).await);
        assert!(first.html.contains("value=\"2027-12-31\""), "{}", first.html);
        assert_eq!(coordinator.submit(&first, &edit, &[("numero", "2026-JSI-7")]).await.status, 200);
        let conflict = coordinator.submit(&second, &edit, &[("numero", "2026-JSI-8")]).await;
        assert_eq!(conflict.status, 409);
        assert!(conflict.says("2026-JSI-7") && conflict.html.contains("2026-JSI-8"), "{}", conflict.text());
        let off =
            coordinator.get(&edit).await.links().into_iter().find(|link| link.contains("/retirer/role/")).unwrap();
        assert_eq!(coordinator.submit(&coordinator.get(&off).await, &off, &[]).await.status, 200);
        assert!(!house.visitor().get(&path).await.says("JSI"));
        assert_eq!(coordinator.get(&edit).await.status, 404);
        assert_eq!(coordinator.get(&off).await.status, 404);
    }
}

#[tokio::test]
async fn an_accreditation_that_ends_before_it_begins_and_texts_too_long_are_refused_beside_their_fields() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure pressée (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/roles/nouveau");
        let long = "p".repeat(101);
        for (field, value) in
            [("jusqu", "2025-12-31"), ("programme", ""), ("programme", &long), ("role", "chef"), ("numero", &long)]
        {
            let mut typed = vec![("programme", "Erasmus+"), ("role", "hosting"), ("depuis", "2026-01-01")];
            typed.retain(|(name, _)| *name != field);
            typed.push((field, value));
            let refused = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
            assert_eq!(refused.status, 422, "{field}: {}", refused.text());
            assert!(refused.html.contains(&format!("champ-{field}-erreur")), "{field}: {}", refused.text());
            assert!(refused.html.contains("value=\"2026-01-01\""), "what was typed is lost");
        }
        assert!(!house.visitor().get(&path).await.says("Rôles dans les programmes"));
    }
}
