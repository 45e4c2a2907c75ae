//! The charter of a collective: who signed it, and until when.

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_charter_is_recorded_signed_by_one_more_and_expires() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        assert!(house.visitor().get("/collectifs/11").await.says("Aucune charte connue"));
        let form = coordinator.get("/collectifs/11/charte").await;
        let mut fields = form.form("/collectifs/11/charte");
        let typed = [("signee", "2026-01-15"), ("expire", "2026-12-31"), ("adresse", "https://exemple.fr/charte.pdf")];
        for (name, value) in typed {
            fields.retain(|(field, _)| field != name);
            fields.push((name.to_owned(), value.to_owned()));
        }
        fields.push(("membre".to_owned(), rooms.organisation.to_string()));
        let page = coordinator.post("/collectifs/11/charte", &fields).await;
        assert!(page.says("Signée le 15 janvier 2026, jusqu’au 31 décembre 2026"), "{}", page.text());
        assert!(page.says("Signataires : Mission locale d’essai"), "{}", page.text());

        let more = house.organisation("Foyer d’essai (exemple)", "departement:11").await.to_string();
        let form = coordinator.get("/collectifs/11/charte").await;
        let typed = [("signataire", more.as_str()), ("signe-le", "2026-03-01")];
        let page = coordinator.submit(&form, "/collectifs/11/charte/signataires", &typed).await;
        assert!(page.says("Foyer d’essai"), "{}", page.text());
        let key = uuid::Uuid::new_v4().to_string();
        let twice = [typed[0], typed[1], ("cle", key.as_str())];
        let refused = coordinator.submit(&form, "/collectifs/11/charte/signataires", &twice).await;
        assert!(refused.status == 422 && refused.says("l’a déjà signée"), "{}", refused.text());

        house.wait(chrono::Duration::days(60));
        let page = house.visitor().get("/collectifs/11").await;
        assert!(page.says("échue depuis le 31 décembre 2026"), "{}", page.text());
    }
}

#[tokio::test]
async fn a_charter_does_not_end_before_it_was_signed_nor_lead_anywhere() {
    for house in TestHouse::each().await {
        house.furnish().await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = coordinator.get("/collectifs/11/charte").await;
        let wrong = [("signee", "2026-01-15"), ("expire", "2025-12-31"), ("adresse", "javascript:alert(1)")];
        let refused = coordinator.submit(&form, "/collectifs/11/charte", &wrong).await;
        assert!(refused.status == 422 && refused.says("prend fin avant"), "{}", refused.text());
        assert!(
            refused.says("Écrivez une adresse complète") && refused.html.contains("2026-01-15"),
            "{}",
            refused.text()
        );
    }
}
