//! `/v/{token}`: a value that an organisation is asked for, and gives without an account.

use kit_outbox::OutgoingMail;

use crate::support::{Browser, Hand, Rooms, TestHouse};

struct Asked {
    rooms: Rooms,
    coordinator: Browser,
    /// The page of the value.
    page: String,
    /// The path of the signed link.
    link: String,
}

fn link_in(house: &TestHouse, mail: &OutgoingMail) -> String {
    let start = format!("{}/v/", house.origin);
    let link =
        mail.text.split_whitespace().find(|word| word.starts_with(&start)).expect("the mail holds a signed link");
    link.trim_start_matches(&house.origin).to_owned()
}

async fn asked(house: &TestHouse) -> Asked {
    let rooms = house.furnish().await;
    house.post().await;
    let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
    let page = format!("/indicateurs/{}/valeurs/11/2026", rooms.indicator);
    let view = coordinator.get(&page).await;
    let sent =
        coordinator.submit(&view, &format!("{page}/demander"), &[("qui", &rooms.organisation.to_string())]).await;
    assert!(sent.says("sans réponse pour l’instant"), "{}", sent.text());
    // One mail in a fortnight: the question of the workshop went just before.
    house.wait(chrono::Duration::days(15));
    let link = link_in(house, &house.post().await.pop().expect("a mail asks"));
    Asked { rooms, coordinator, page, link }
}

#[tokio::test]
async fn a_value_that_is_asked_for_is_given_without_an_account_and_can_be_corrected() {
    for house in TestHouse::each().await {
        let asked = asked(&house).await;
        let visitor = house.visitor();
        let form = visitor.get(&asked.link).await;
        assert!(form.says("Jeunes partis") && form.says("Aude") && form.says("2026"), "{}", form.text());
        let given = visitor.submit(&form, &asked.link, &[("nombre", "1 240"), ("source", "Relevé d’essai")]).await;
        assert!(given.says("ce nombre est enregistré"), "{}", given.text());
        let page = house.visitor().get(&asked.page).await;
        assert!(
            page.says("1 240") && page.says("Relevé d’essai") && page.says("Mission locale d’essai"),
            "{}",
            page.text()
        );
        assert!(asked.coordinator.get(&asked.page).await.says("a répondu"));

        let again = visitor.get(&asked.link).await;
        let corrected = visitor.submit(&again, &asked.link, &[("nombre", "1241")]).await;
        assert_eq!(corrected.status, 200, "{}", corrected.text());
        // From the page that was read before the correction: a conflict, which shows both and loses neither.
        let key = uuid::Uuid::new_v4().to_string();
        let stale = visitor.submit(&again, &asked.link, &[("nombre", "7"), ("cle", &key)]).await;
        assert!(
            stale.status == 409 && stale.html.contains("value=\"7\"") && stale.html.contains("1241"),
            "{}",
            stale.text()
        );
    }
}

#[tokio::test]
async fn what_is_no_number_is_told_beside_the_field_and_kept() {
    for house in TestHouse::each().await {
        let asked = asked(&house).await;
        let visitor = house.visitor();
        let form = visitor.get(&asked.link).await;
        for (typed, said) in [("beaucoup", "nombre entier"), ("-3", "négatif"), ("99999999999", "trop grand")] {
            let refused = visitor.submit(&form, &asked.link, &[("nombre", typed), ("source", "Gardée")]).await;
            assert!(refused.status == 422 && refused.says(said), "{typed}: {}", refused.text());
            assert!(refused.html.contains(&format!("value=\"{typed}\"")) && refused.html.contains("Gardée"), "{typed}");
        }
        assert!(!house.visitor().get(&asked.page).await.says("Gardée"));
    }
}

#[tokio::test]
async fn a_year_that_is_settled_takes_no_value_by_a_link_either() {
    for house in TestHouse::each().await {
        let asked = asked(&house).await;
        let visitor = house.visitor();
        let form = visitor.get(&asked.link).await;
        let lock = plan::commands::LockPeriod { plan: asked.rooms.plan, year: 2026 };
        house.act(&lock).await;
        let refused = visitor.submit(&form, &asked.link, &[("nombre", "12"), ("source", "Relevé")]).await;
        assert!(refused.status == 409 && refused.says("sont arrêtées"), "{}", refused.text());
        let shown = visitor.get(&asked.link).await;
        assert!(shown.says("sont arrêtées") && !shown.html.contains("name=\"nombre\""), "{}", shown.text());
        // Nor is anybody asked any more.
        let page = asked.coordinator.get(&asked.page).await;
        assert!(!page.html.contains("/demander"), "{}", page.text());
    }
}

#[tokio::test]
async fn asking_again_leaves_one_link_and_a_link_opens_nothing_else() {
    for house in TestHouse::each().await {
        let asked = asked(&house).await;
        let view = asked.coordinator.get(&asked.page).await;
        let organisation = asked.rooms.organisation.to_string();
        asked.coordinator.submit(&view, &format!("{}/demander", asked.page), &[("qui", &organisation)]).await;
        assert_eq!(house.visitor().get(&asked.link).await.status, 410);
        assert_eq!(house.visitor().get("/v/inventé").await.status, 404);
        let commitments = asked.link.replace("/v/", "/r/");
        assert_eq!(house.visitor().get(&commitments).await.status, 404);

        let silent = house.organisation_without_address("Sans adresse (exemple)", "departement:11").await.to_string();
        let key = uuid::Uuid::new_v4().to_string();
        let typed = [("qui", silent.as_str()), ("cle", key.as_str())];
        let refused = asked.coordinator.submit(&view, &format!("{}/demander", asked.page), &typed).await;
        assert!(refused.status == 422 && refused.says("n’a pas d’adresse"), "{}", refused.text());
    }
}

#[tokio::test]
async fn a_link_is_over_after_its_days() {
    for house in TestHouse::each().await {
        let asked = asked(&house).await;
        house.wait(chrono::Duration::days(60));
        assert_eq!(house.visitor().get(&asked.link).await.status, 410);
    }
}
