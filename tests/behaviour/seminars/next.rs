//! `/seminaires/{slug}/suivant`

use ::seminars::commands::{CancelSession, CreatedSeminar, EditMinutes, OpenNextSeminar};
use commitments::{Answer, News, Progress, RecordCommitment, Said};
use kit_base::Problem;
use kit_policy::Principal;

use super::{create, day, open_registration, outline, register_for, title, workshop, workshop_with_places};
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
            house.app.carry_out(&steering(), &Answer { commitment, news, said: Said::Directly }).await.unwrap();
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

#[tokio::test]
async fn the_next_seminar_is_a_copy_of_the_last_one_without_anybody() {
    for house in TestHouse::each().await {
        let outline = open_registration(&house, Some(40)).await;
        let session = workshop_with_places(&house, outline.half_days[2].id, 12).await;
        house.act(&EditMinutes { session, version_read: 0, text: "Un texte du premier".to_owned() }).await;
        let gone = workshop(&house, outline.half_days[2].id).await;
        house.act(&CancelSession { session: gone }).await;
        register_for(&house, outline.id, "Fabrique d’essai", &["Coordination"]).await;
        let next = house
            .act(&OpenNextSeminar {
                previous: outline.id,
                title: title("Suite"),
                place: Some("commune:11069".parse().unwrap()),
                place_label: None,
                first_day: day("2027-11-18"),
                last_day: day("2027-11-20"),
            })
            .await;
        let copy = ::seminars::find(&house.app, &next.slug).await.unwrap().unwrap();
        let days: Vec<_> = copy.half_days.iter().map(|half_day| half_day.day.to_string()).collect();
        assert_eq!(days, ["2027-11-18", "2027-11-18", "2027-11-19", "2027-11-19", "2027-11-20", "2027-11-20"]);
        let sessions: Vec<_> = copy.half_days.iter().map(|half_day| half_day.sessions.len()).collect();
        assert_eq!(sessions, [0, 0, 1, 0, 0, 0]);
        let copied = &copy.half_days[2].sessions[0];
        assert_eq!((copied.title.as_str(), copied.id == session), ("Atelier limité", false));

        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let settings = steering.get(&format!("{}/inscriptions/reglages", next.path())).await;
        for (field, value) in [("places", "40"), ("ouverture", "2027-03-28"), ("fermeture", "2027-11-04")] {
            let stands = settings.attribute(&format!("input[name={field}]"), "value");
            assert_eq!(stands.as_deref(), Some(value), "{field}");
        }
        let list = steering.get(&format!("{}/inscriptions", next.path())).await;
        assert!(list.says("Aucune inscription") && !list.says("Fabrique"), "{}", list.text());
        let page = steering.get(&format!("{}/sessions/{}", next.path(), copied.id)).await;
        assert!(page.says("12") && !page.says("Un texte du premier"), "{}", page.text());
    }
}
