//! `/seminaires/{slug}/suivant`

use ::seminars::commands::{CreatedSeminar, OpenNextSeminar};
use commitments::{Answer, News, Progress, RecordCommitment};
use kit_base::Problem;
use kit_policy::Principal;

use super::{create, day, outline, title, workshop};
use crate::support::{Hand, TestHouse};

/// The administrator answers for nobody.
fn steering() -> Principal {
    Hand::Steering("region:76").principal()
}

/// Two promises of the Aude, the second of which is kept, and one of its neighbour.
async fn promise_in_first_session(house: &TestHouse, created: &CreatedSeminar) {
    let origin = outline(house, created).await.half_days[0].sessions[0].origin.clone();
    for (name, territory, what, is_kept) in [
        ("Zone d’essai (exemple)", "departement:11", "Tenir un forum", false),
        ("Atelier (exemple)", "departement:11", "Prêter un minibus", true),
        ("Rive (exemple)", "departement:31", "Ouvrir un accueil", false),
    ] {
        let command = RecordCommitment {
            origin: origin.clone(),
            organisation: house.organisation(name, territory).await,
            person_label: None,
            what: what.to_owned(),
            due: day("2027-10-01"),
            not_before: None,
            decision: None,
        };
        let commitment = house.act(&command).await;
        if is_kept {
            let news = News { progress: Progress::Done, sentence: None };
            house.app.carry_out(&steering(), &Answer { commitment, news }).await.unwrap();
        }
    }
}

#[tokio::test]
async fn the_next_seminar_begins_with_what_was_promised_for_those_who_may_know() {
    for house in TestHouse::each().await {
        let (created, outline) = create(&house, "Rencontre d’été").await;
        workshop(&house, outline.half_days[0].id).await;
        promise_in_first_session(&house, &created).await;
        let next = OpenNextSeminar {
            previous: outline.id,
            title: title("Rencontre d’automne"),
            place: None,
            place_label: None,
            first_day: day("2027-11-24"),
            last_day: day("2027-11-24"),
        };
        let too_early = OpenNextSeminar { first_day: day("2027-06-25"), last_day: day("2027-06-25"), ..next.clone() };
        let too_early = house.app.carry_out(&steering(), &too_early).await;
        assert!(matches!(too_early, Err(Problem::Invalid(_))), "{too_early:?}");
        let opened = house.app.carry_out(&steering(), &next).await.unwrap();
        let again = house.app.carry_out(&steering(), &next).await;
        assert!(matches!(again, Err(Problem::Refused(_))), "{again:?}");

        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let again = steering.get(&format!("{}/suivant", created.path())).await.html;
        assert!(again.contains(&opened.path()) && !again.contains("premier-jour"), "{again}");

        let public = house.visitor().get(&opened.path()).await.html;
        assert!(!public.contains("promesses") && public.contains(&created.path()), "{public}");
        let steered = steering.get(&opened.path()).await.html;
        let place = |text: &str| steered.find(text).unwrap_or_else(|| panic!("{text} is not in {steered}"));
        assert!(place("Ouvrir un accueil") < place("Tenir un forum"), "owners are not in order: {steered}");
        assert!(place("Tenir un forum") < place("Prêter un minibus"), "what was kept is not told last: {steered}");
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let coordinated = coordinator.get(&opened.path()).await.html;
        assert!(coordinated.contains("Tenir un forum") && !coordinated.contains("Ouvrir un accueil"), "{coordinated}");
    }
}
