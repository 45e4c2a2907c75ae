//! `/seminaires/{slug}/demi-journees/{id}/presence`, `…/emargement`, `/seminaires/{slug}/presence`

use super::{open_registration, register_for};
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn all_were_there_but_those_who_are_ticked() {
    for house in TestHouse::each().await {
        let outline = open_registration(&house, None).await;
        register_for(&house, outline.id, "Mission locale d’essai", &["Conseil", "Accueil"]).await;
        register_for(&house, outline.id, "Fabrique d’essai", &["Coordination"]).await;
        let half_day = format!("/seminaires/rencontre-2027/demi-journees/{}", outline.half_days[0].id);
        let path = format!("{half_day}/presence");
        let steering = house.signed_in(Hand::Steering("region:76")).await;

        let sheet = steering.get(&format!("{half_day}/emargement")).await;
        for expected in ["Conseil", "Accueil", "Coordination", "3 personnes attendues"] {
            assert!(sheet.says(expected), "{expected}: {}", sheet.text());
        }
        let page = steering.get(&path).await;
        let early = steering.submit(&page, &path, &[]).await;
        assert_eq!(early.status, 409, "attendance before the half-day: {}", early.text());

        house.wait(chrono::Duration::days(213));
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let (page, other) = (steering.get(&path).await, steering.get(&path).await);
        let absent = page.attribute("input[name=absent]", "value").expect("a box");
        let summary = steering.submit(&page, &path, &[("absent", &absent)]).await;
        assert_eq!((summary.status, summary.path.as_str()), (200, "/seminaires/rencontre-2027/presence"));
        assert!(summary.says("1 demi-journées sur 4") && summary.says("2 / 3"), "{}", summary.text());
        assert!(summary.says("pas saisi"), "{}", summary.text());

        // What is entered again replaces what stood; what was read too long ago does not.
        let stale = steering.submit(&other, &path, &[]).await;
        assert_eq!(stale.status, 409, "{}", stale.text());
        let again = steering.get(&path).await;
        assert_eq!(again.attribute("input[name=absent][checked]", "value").as_deref(), Some(absent.as_str()));
        let mut fields = again.form(&path);
        fields.retain(|(name, _)| name != "absent");
        let all = steering.post(&path, &fields).await;
        assert!(all.says("3 / 3"), "{}", all.text());
    }
}

#[tokio::test]
async fn somebody_who_was_not_expected_cannot_be_missing() {
    for house in TestHouse::each().await {
        let outline = open_registration(&house, None).await;
        register_for(&house, outline.id, "Mission locale d’essai", &["Conseil"]).await;
        house.wait(chrono::Duration::days(213));
        let path = format!("/seminaires/rencontre-2027/demi-journees/{}/presence", outline.half_days[0].id);
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let page = steering.get(&path).await;
        let stranger = uuid::Uuid::new_v4().to_string();
        for (absent, status) in [(stranger.as_str(), 409), ("quelqu’un", 400)] {
            assert_eq!(steering.submit(&page, &path, &[("absent", absent)]).await.status, status, "{absent}");
        }
        assert!(steering.get("/seminaires/rencontre-2027/presence").await.says("Aucune présence saisie"));
    }
}
