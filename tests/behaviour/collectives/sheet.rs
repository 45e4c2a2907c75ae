//! The sheet of a collective: kept, sent, and corrected by a link.

use collectives::commands::EndMembership;
use directory::OrganisationId;
use kit_outbox::OutgoingMail;

use crate::support::{Browser, Hand, TestHouse};

fn link_in(house: &TestHouse, mail: &OutgoingMail) -> String {
    let start = format!("{}/f/", house.origin);
    let link =
        mail.text.split_whitespace().find(|word| word.starts_with(&start)).expect("the mail holds a signed link");
    link.trim_start_matches(&house.origin).to_owned()
}

/// The collective of the Aude, where nobody leads: this organisation stands in.
async fn kept(house: &TestHouse) -> (Browser, OrganisationId) {
    house.furnish().await;
    house.post().await;
    let stand_in = house.organisation("Pilotage d’essai (exemple)", "region:76").await;
    let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
    let form = coordinator.get("/collectifs/11/fiche/modifier").await;
    let typed = [("besoins", "Un hébergement\r\nUn car"), ("interim", &stand_in.to_string())];
    let saved = coordinator.submit(&form, "/collectifs/11/fiche/modifier", &typed).await;
    assert!(saved.says("Un hébergement") && saved.says("Vu et corrigé le 24 novembre 2026"), "{}", saved.text());
    (coordinator, stand_in)
}

async fn sent(house: &TestHouse, coordinator: &Browser) -> String {
    let page = coordinator.get("/collectifs/11/fiche").await;
    let sent = coordinator.submit(&page, "/collectifs/11/fiche/envoyer", &[]).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    house.wait(chrono::Duration::days(15));
    link_in(house, &house.post().await.pop().expect("a mail asks"))
}

#[tokio::test]
async fn the_sheet_goes_out_filled_and_comes_back_corrected_without_an_account() {
    for house in TestHouse::each().await {
        let (coordinator, _) = kept(&house).await;
        let link = sent(&house, &coordinator).await;
        let visitor = house.visitor();
        let form = visitor.get(&link).await;
        // Filled: the texts, and the members.
        assert!(form.html.contains("Un hébergement\nUn car") && form.says("Mission locale d’essai"), "{}", form.text());
        let typed = [("aide", "Une préparation commune"), ("membres", "Le foyer rural est parti")];
        let corrected = visitor.submit(&form, &link, &typed).await;
        assert!(corrected.says("la fiche est relue"), "{}", corrected.text());

        let public = house.visitor().get("/collectifs/11/fiche").await;
        assert!(
            public.says("Une préparation commune") && public.says("Vu et corrigé le 9 décembre 2026"),
            "{}",
            public.text()
        );
        assert!(!public.says("Le foyer rural est parti"), "what is said of the members is for who keeps them");
        assert!(coordinator.get("/collectifs/11/fiche").await.says("Le foyer rural est parti"));

        // From the page that was read before: a conflict, which shows both and loses neither.
        let key = uuid::Uuid::new_v4().to_string();
        let stale = visitor.submit(&form, &link, &[("aide", "Autre chose"), ("cle", &key)]).await;
        assert!(stale.status == 409 && stale.html.contains("Autre chose"), "{}", stale.text());
        assert!(stale.says("Une préparation commune"));
    }
}

#[tokio::test]
async fn the_newest_link_alone_works_and_not_for_ever() {
    for house in TestHouse::each().await {
        let (coordinator, _) = kept(&house).await;
        let first = sent(&house, &coordinator).await;
        let second = sent(&house, &coordinator).await;
        assert_eq!(house.visitor().get(&first).await.status, 410);
        assert_eq!(house.visitor().get(&second).await.status, 200);
        assert_eq!(house.visitor().get("/f/inventé").await.status, 404);
        house.wait(chrono::Duration::days(60));
        assert_eq!(house.visitor().get(&second).await.status, 410);
    }
}

#[tokio::test]
async fn a_sheet_that_nobody_can_read_over_is_not_sent_into_the_void() {
    for house in TestHouse::each().await {
        house.furnish().await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get("/collectifs/11/fiche").await;
        assert!(page.says("Pas encore relu"), "{}", page.text());
        let refused = coordinator.submit(&page, "/collectifs/11/fiche/envoyer", &[]).await;
        assert!(refused.status == 409 && refused.says("personne n’assure l’intérim"), "{}", refused.text());
        let confirmed = coordinator.submit(&page, "/collectifs/11/fiche/confirmer", &[]).await;
        assert!(confirmed.says("Vu et corrigé le 24 novembre 2026"), "{}", confirmed.text());
    }
}

#[tokio::test]
async fn a_vacancy_is_a_state_with_who_stands_in() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let stand_in = house.organisation("Pilotage d’essai (exemple)", "region:76").await.to_string();
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        house.act(&EndMembership { membership: rooms.membership, until: "2026-06-30".parse().unwrap() }).await;
        let form = coordinator.get("/collectifs/11/membres/nouveau").await;
        let typed = [
            ("organisation", rooms.organisation.to_string()),
            ("role", "animating".to_owned()),
            ("depuis", "2026-07-01".to_owned()),
        ];
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let joined = coordinator.submit(&form, "/collectifs/11/membres/nouveau", &typed).await;
        let ending = joined.links().into_iter().find(|link| link.ends_with("/fin")).unwrap();
        let page = coordinator.get(&ending).await;
        coordinator.submit(&page, &ending, &[("jusqu", "2026-10-31")]).await;
        let form = coordinator.get("/collectifs/11/fiche/modifier").await;
        coordinator.submit(&form, "/collectifs/11/fiche/modifier", &[("interim", &stand_in)]).await;
        for page in ["/collectifs/11", "/collectifs/11/fiche"] {
            let shown = house.visitor().get(page).await;
            assert!(shown.says("animation vacante depuis le 1er novembre 2026"), "{page}: {}", shown.text());
            assert!(shown.says("Pilotage d’essai"), "{page}: {}", shown.text());
        }
    }
}
