//! What is said of a promise besides its answers: by telephone, the same as another, who can help; whom to ring; the wall of a room.

use ::commitments::{
    Answer, AskForNews, CarryOver, News, Origin, OriginKind, Progress, RecordCommitment, Said, SameAs,
};
use directory::OrganisationId;
use kit_base::Problem;
use uuid::Uuid;

use super::{answer_link, day, promise};
use crate::support::{Hand, TestHouse};

async fn promised(house: &TestHouse, organisation: OrganisationId, what: &str) -> ::commitments::CommitmentId {
    let origin = Origin {
        kind: OriginKind::Session,
        id: Uuid::from_u128(6),
        title: "Atelier d’essai".to_owned(),
        date: day("2026-11-20"),
        path: "/seminaires".to_owned(),
        territory: "region:76".parse().unwrap(),
    };
    let command = RecordCommitment {
        origin,
        organisation,
        person_label: None,
        what: what.to_owned(),
        due: day("2026-12-01"),
        not_before: None,
        decision: None,
    };
    house.act(&command).await
}

#[tokio::test]
async fn what_was_said_by_telephone_is_written_down_as_such_by_those_who_coordinate_alone() {
    for house in TestHouse::each().await {
        let (commitment, organisation) = promise(&house).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/engagements/{commitment}");
        let page = coordinator.get(&format!("{path}?dit=phone")).await;
        assert!(page.form(&format!("{path}/repondre")).contains(&("dit".to_owned(), "phone".to_owned())));
        let said = [("reponse", "done"), ("dit", "phone"), ("dit-par", "la conseillère")];
        let answered = coordinator.submit(&page, &format!("{path}/repondre"), &said).await;
        assert!(answered.says("dite par téléphone (la conseillère)"), "{}", answered.text());

        // What belongs to a telephone call alone is not lost without a word.
        let unused = [("reponse", "done"), ("dit", "meeting"), ("dit-par", "la conseillère")];
        let refused = coordinator.submit(&answered, &format!("{path}/repondre"), &unused).await;
        assert!(refused.status == 422 && refused.says("Cette précision ne sert"), "{}", refused.text());

        // A member answers for their own organisation: there is nothing to report.
        let member = house.signed_in(Hand::Member(organisation)).await;
        let page = member.get(&path).await;
        assert!(!page.says("Comment vous l’avez su"));
        let sent = [("reponse", "given-up"), ("dit", "phone")];
        assert_eq!(member.submit(&page, &format!("{path}/repondre"), &sent).await.status, 403);
    }
}

#[tokio::test]
async fn a_promise_noted_twice_becomes_one_and_can_be_two_again() {
    for house in TestHouse::each().await {
        let (stands, organisation) = promise(&house).await;
        let twin = promised(&house, organisation, "Recenser les partenaires du territoire").await;
        house.act(&AskForNews { commitment: twin, asked_by: "Pilotage (exemple)".to_owned() }).await;
        let link = answer_link(&house, &house.post().await.pop().unwrap());
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/engagements/{twin}");
        let page = coordinator.get(&path).await;
        let merged = coordinator.submit(&page, &format!("{path}/pareil"), &[("pareil", &stands.to_string())]).await;
        assert_eq!(merged.path, format!("/engagements/{stands}"));
        assert!(merged.says("Notée aussi") && merged.says("du territoire"), "{}", merged.text());

        // It leads to the other, waits for nothing, and is asked about no more.
        let page = coordinator.get(&path).await;
        assert!(page.says("La même qu’une autre") && page.links().contains(&format!("/engagements/{stands}")));
        assert!(!page.html.contains(&format!("{path}/repondre")) && !page.html.contains(&format!("{path}/demander")));
        assert_eq!(house.visitor().get(&link).await.status, 410);
        let answer =
            Answer { commitment: twin, news: News { progress: Progress::Done, sentence: None }, said: Said::Directly };
        let steering = Hand::Steering("region:76").principal();
        assert!(matches!(house.app.carry_out(&steering, &answer).await, Err(Problem::Refused(_))));
        assert!(!coordinator.get("/fil/projection").await.says("du territoire"));

        // No chains, no circles.
        let circle = SameAs { commitment: stands, same_as: twin };
        assert!(matches!(house.app.carry_out(&steering, &circle).await, Err(Problem::Invalid(_))));
        let third = promised(&house, organisation, "Encore la même").await;
        let chain = SameAs { commitment: stands, same_as: third };
        assert!(matches!(house.app.carry_out(&steering, &chain).await, Err(Problem::Invalid(_))));
        let itself = SameAs { commitment: third, same_as: third };
        assert!(matches!(house.app.carry_out(&steering, &itself).await, Err(Problem::Invalid(_))));

        let apart = coordinator.submit(&page, &format!("{path}/separer"), &[]).await;
        assert!(apart.says("Sans nouvelle") && apart.html.contains(&format!("{path}/repondre")), "{}", apart.text());
    }
}

#[tokio::test]
async fn two_who_say_it_of_the_same_two_the_other_way_round_leave_one_open() {
    for house in TestHouse::each().await {
        let (one, organisation) = promise(&house).await;
        let other = promised(&house, organisation, "La même").await;
        let steering = Hand::Steering("region:76").principal();
        let (left, right) = (SameAs { commitment: one, same_as: other }, SameAs { commitment: other, same_as: one });
        let (left, right) =
            futures::join!(house.app.carry_out(&steering, &left), house.app.carry_out(&steering, &right));
        assert!(left.is_ok() != right.is_ok(), "{left:?} {right:?}");
    }
}

#[tokio::test]
async fn another_organisation_can_help_once_and_take_it_back() {
    for house in TestHouse::each().await {
        let (commitment, owner) = promise(&house).await;
        let helper = house.organisation("Relais d’essai (exemple)", "departement:11").await.to_string();
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/engagements/{commitment}");
        let offers = format!("{path}/aides");
        let page = coordinator.get(&path).await;
        let offered = coordinator.submit(&page, &offers, &[("aide-de", &helper), ("aide-phrase", "Un fichier")]).await;
        assert!(offered.says("Relais d’essai") && offered.says("Un fichier"), "{}", offered.text());
        let twice = coordinator.submit(&offered, &offers, &[("aide-de", &helper)]).await;
        assert!(twice.status == 422 && twice.says("a déjà proposé son aide"), "{}", twice.text());
        let own = coordinator.submit(&offered, &offers, &[("aide-de", &owner.to_string())]).await;
        assert_eq!(own.status, 422);
        let withdraw = offered.attribute("form[action*='/aides/']", "action").unwrap();
        let withdrawn = coordinator.submit(&offered, &withdraw, &[]).await;
        assert!(withdrawn.says("Personne ne l’a encore proposé"), "{}", withdrawn.text());
        assert_eq!(coordinator.submit(&offered, &withdraw, &[("cle", &Uuid::new_v4().to_string())]).await.status, 404);
    }
}

#[tokio::test]
async fn an_open_promise_is_carried_over_once_and_keeps_its_date_and_state() {
    for house in TestHouse::each().await {
        let (commitment, _) = promise(&house).await;
        let to = Origin {
            kind: OriginKind::Meeting,
            id: Uuid::from_u128(9),
            title: "Réunion de rentrée".to_owned(),
            date: day("2027-01-14"),
            path: "/collectifs/11".to_owned(),
            territory: "departement:11".parse().unwrap(),
        };
        let carry = CarryOver { commitment, to };
        house.act(&carry).await;
        house.act(&carry).await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let page = steering.get(&format!("/engagements/{commitment}")).await;
        assert_eq!(page.text().matches("Réunion de rentrée").count(), 1, "{}", page.text());
        assert!(page.says("Sans nouvelle") && page.says("1er décembre 2026"));
        let done =
            Answer { commitment, news: News { progress: Progress::Done, sentence: None }, said: Said::AtMeeting };
        house.app.carry_out(&Hand::Steering("region:76").principal(), &done).await.unwrap();
        assert!(matches!(house.app.carry_out(&escale::demo::the_house(), &carry).await, Err(Problem::Refused(_))));
    }
}

#[tokio::test]
async fn whom_to_ring_is_for_the_steering_and_nobody_is_called_late() {
    for house in TestHouse::each().await {
        let (commitment, organisation) = promise(&house).await;
        house.contact(organisation, "Accueil").await;
        let answered = promised(&house, organisation, "Déjà faite").await;
        let done = Answer {
            commitment: answered,
            news: News { progress: Progress::Done, sentence: None },
            said: Said::ByPhone(None),
        };
        house.app.carry_out(&Hand::Steering("region:76").principal(), &done).await.unwrap();
        house.wait(chrono::Duration::days(60));
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let list = steering.get("/fil/appels").await;
        assert!(list.says("Accueil") && list.says("04 65 71 00 99") && list.says("Recenser les partenaires"));
        assert!(!list.says("Déjà faite"));
        assert!(list.links().contains(&format!("/engagements/{commitment}?dit=phone#repondre")), "{:?}", list.links());
        assert!(!steering.get("/fil").await.text().to_lowercase().contains("retard"));
        for hand in [Hand::Coordinator("departement:11"), Hand::Member(organisation), Hand::Reader("region:76")] {
            let browser = house.signed_in(hand).await;
            assert_eq!(browser.get("/fil/appels").await.status, 403, "{hand:?}");
            assert!(!browser.get("/fil").await.links().contains(&"/fil/appels".to_owned()), "{hand:?}");
        }
        assert!(!house.signed_in(Hand::Steering("region:53")).await.get("/fil/appels").await.says("Recenser"));
        assert_eq!(house.visitor().get("/fil/appels").await.status, 401);
    }
}

#[tokio::test]
async fn a_wall_shows_what_was_promised_without_who_nor_whether_there_is_news() {
    for house in TestHouse::each().await {
        promise(&house).await;
        house.wait(chrono::Duration::days(60));
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let wall = steering.get("/fil/projection").await;
        assert!(wall.says("Recenser les partenaires") && wall.says("décembre 2026"), "{}", wall.text());
        for untold in ["Mission locale d’essai", "Sans nouvelle", "1er décembre"] {
            assert!(!wall.says(untold), "{untold}");
        }
        assert!(!steering.get("/fil/projection?departement=departement%3A31").await.says("Recenser"));
        assert_eq!(house.visitor().get("/fil/projection").await.status, 401);
    }
}
