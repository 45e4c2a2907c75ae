//! What holds whoever asks and by whichever door.

use ::commitments::{
    Answer, AskForNews, DisownAnswer, News, Origin, OriginKind, Progress, RecordCommitment, RecordDecision, Said,
};
use kit_base::Problem;
use uuid::Uuid;

use super::{answer_link, asked_for_news, day, promise};
use crate::support::{Hand, TestHouse};

fn workshop() -> Origin {
    Origin {
        kind: OriginKind::Session,
        id: Uuid::from_u128(6),
        title: "Atelier d’essai".to_owned(),
        date: day("2026-11-20"),
        path: "/seminaires".to_owned(),
        territory: "region:76".parse().unwrap(),
    }
}

async fn record(house: &TestHouse, due: &str, not_before: Option<&str>) -> Result<(), Problem> {
    let organisation = house.organisation("Association d’essai (exemple)", "departement:11").await;
    let command = RecordCommitment {
        origin: workshop(),
        organisation,
        person_label: None,
        what: "Essayer".to_owned(),
        due: day(due),
        not_before: not_before.map(day),
        decision: None,
    };
    house.app.carry_out(&escale::demo::the_house(), &command).await.map(|_| ())
}

#[tokio::test]
async fn a_promise_ends_neither_before_it_was_made_nor_before_it_may_begin() {
    for house in TestHouse::each().await {
        assert!(record(&house, "2026-11-20", None).await.is_ok());
        assert!(matches!(record(&house, "2026-11-19", None).await, Err(Problem::Invalid(_))));
        assert!(matches!(record(&house, "2026-12-01", Some("2026-12-02")).await, Err(Problem::Invalid(_))));
    }
}

#[tokio::test]
async fn a_decision_of_another_region_is_not_carried_out_here() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Association d’essai (exemple)", "departement:11").await;
        for (territory, fits) in
            [("region:76", true), ("departement:11", true), ("region:53", false), ("departement:31", false)]
        {
            let decision = RecordDecision {
                origin: workshop(),
                text: "Décider".to_owned(),
                territory: territory.parse().unwrap(),
            };
            let decision = house.act(&decision).await;
            let command = RecordCommitment {
                origin: workshop(),
                organisation,
                person_label: Some("le service jeunesse".to_owned()),
                what: "Essayer".to_owned(),
                due: day("2026-12-01"),
                not_before: None,
                decision: Some(decision),
            };
            let outcome = house.app.carry_out(&escale::demo::the_house(), &command).await;
            assert_eq!(outcome.is_ok(), fits, "{territory}");
        }
        // The decision of the region stands on the thread of the département.
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get("/fil").await;
        assert!(page.says("Décision") && page.says("Décider"), "{}", page.text());
    }
}

#[tokio::test]
async fn nobody_is_asked_without_an_address_or_after_it_is_done() {
    for house in TestHouse::each().await {
        let organisation = house.organisation_without_address("Sans adresse (exemple)", "departement:11").await;
        let commitment = house
            .act(&RecordCommitment {
                origin: workshop(),
                organisation,
                person_label: None,
                what: "Essayer".to_owned(),
                due: day("2026-12-01"),
                not_before: None,
                decision: None,
            })
            .await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/engagements/{commitment}");
        let page = coordinator.get(&path).await;
        assert!(page.says("n’a pas d’adresse électronique") && !page.html.contains("/demander"), "{}", page.text());
        assert!(page.links().contains(&format!("/acteurs/{organisation}")), "the way to its record is not shown");
        // Its address was taken away while the page was open.
        let fields = page.form(&format!("{path}/repondre"));
        let refused = coordinator.post(&format!("{path}/demander"), &fields).await;
        assert_eq!(refused.status, 409);
        let answered = coordinator.submit(&page, &format!("{path}/repondre"), &[("reponse", "done")]).await;
        assert_eq!(answered.status, 200, "{}", answered.text());
        assert!(answered.says("par une personne connectée"), "{}", answered.text());
        assert!(!answered.html.contains("/demander"));
    }
}

#[tokio::test]
async fn an_answer_withdraws_the_question_that_waits() {
    for house in TestHouse::each().await {
        let (commitment, organisation) = promise(&house).await;
        house.act(&AskForNews { commitment, asked_by: "Exemple".to_owned() }).await;
        let member = house.signed_in(Hand::Member(organisation)).await;
        let path = format!("/engagements/{commitment}");
        let page = member.get(&path).await;
        assert!(!page.html.contains("/demander"), "a member does not ask their own organisation");
        let typed = [("reponse", "blocked"), ("bloque-par", "le <b>budget</b>")];
        let answered = member.submit(&page, &format!("{path}/repondre"), &typed).await;
        assert!(answered.says("le <b>budget</b>"), "{}", answered.text());
        assert!(house.post().await.is_empty(), "a question was sent about what was answered");
    }
}

#[tokio::test]
async fn a_link_undoes_only_its_own_answers_and_disowns_only_what_it_tells_of() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let contact = house.visitor();
        let question = contact.get(&asked.link).await;
        let action = format!("{}/transmettre", asked.link);
        contact.submit(&question, &action, &[("adresse", "collegue@organisation.example")]).await;
        let theirs = answer_link(&house, &house.post().await.pop().unwrap());
        let answered = contact.submit(&question, &asked.link, &[("reponse", "done")]).await;
        let form = answered.form(&format!("{}/annuler", asked.link));
        let news = form.iter().find(|(name, _)| name == "reponse").unwrap().1.clone();

        let colleague = house.visitor();
        let page = colleague.get(&theirs).await;
        assert!(!page.html.contains("/annuler"));
        let mut stolen = page.form(&theirs);
        stolen.retain(|(name, _)| name != "reponse");
        stolen.push(("reponse".to_owned(), news.clone()));
        assert_eq!(colleague.post(&format!("{theirs}/annuler"), &stolen).await.status, 403);
        assert_eq!(colleague.get(&format!("{theirs}/pas-moi")).await.status, 404);
        assert_eq!(colleague.post(&format!("{theirs}/pas-moi"), &stolen).await.status, 404);
        let as_house = DisownAnswer { news: news.parse().unwrap() };
        let outcome = house.app.carry_out(&escale::demo::the_house(), &as_house).await;
        assert!(matches!(outcome, Err(Problem::Forbidden)), "{outcome:?}");
    }
}

#[tokio::test]
async fn the_administrator_does_not_answer_for_an_organisation_and_a_reader_neither_answers_nor_asks() {
    for house in TestHouse::each().await {
        let (commitment, _) = promise(&house).await;
        let command =
            Answer { commitment, news: News { progress: Progress::Done, sentence: None }, said: Said::Directly };
        let outcome = house.app.carry_out(&escale::demo::the_house(), &command).await;
        assert!(matches!(outcome, Err(Problem::Forbidden)), "{outcome:?}");
        let path = format!("/engagements/{commitment}");
        for hand in [Hand::Reader("departement:11"), Hand::Counsellor("departement:11")] {
            let browser = house.signed_in(hand).await;
            let page = browser.get(&path).await;
            assert!(!page.html.contains("/repondre") && !page.html.contains("/demander"), "{hand:?}");
        }
    }
}

#[tokio::test]
async fn disowning_takes_the_handed_over_links_along_and_keeps_the_owner_s() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let somebody = house.visitor();
        let question = somebody.get(&asked.link).await;
        let action = format!("{}/transmettre", asked.link);
        somebody.submit(&question, &action, &[("adresse", "autre@ailleurs.example")]).await;
        let handed_over = answer_link(&house, &house.post().await.pop().unwrap());
        somebody.submit(&question, &asked.link, &[("reponse", "given-up")]).await;
        house.wait(chrono::Duration::days(14));
        let told = answer_link(&house, &house.post().await.pop().unwrap());
        let owner = house.visitor();
        let page = owner.get(&told).await;
        let after = owner.submit(&page, &told, &[]).await;
        assert_eq!(after.status, 200, "{}", after.text());
        for link in [&asked.link, &handed_over] {
            assert_eq!(owner.get(link).await.status, 410);
        }
        let again = owner.submit(&page, &told, &[]).await;
        assert_eq!(again.status, 200);
        let answered = owner.submit(&after, &after.path, &[("reponse", "done")]).await;
        assert_eq!(answered.status, 200, "{}", answered.text());
        assert!(answered.says("Fait"));
    }
}

#[tokio::test]
async fn a_question_is_handed_over_five_times_at_most_and_a_link_takes_twenty_answers() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let contact = house.visitor();
        let action = format!("{}/transmettre", asked.link);
        for number in 1..=6 {
            let page = contact.get(&asked.link).await;
            let address = format!("collegue{number}@organisation.example");
            let outcome = contact.submit(&page, &action, &[("adresse", &address)]).await;
            assert_eq!(outcome.status, if number <= 5 { 200 } else { 409 }, "{number}: {}", outcome.text());
        }
        for number in 1..=21 {
            let page = contact.get(&asked.link).await;
            let outcome = contact.submit(&page, &asked.link, &[("reponse", "done")]).await;
            assert_eq!(outcome.status, if number <= 20 { 200 } else { 409 }, "{number}: {}", outcome.text());
        }
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/engagements/{}", asked.commitment);
        let page = coordinator.get(&path).await;
        let answered = coordinator.submit(&page, &format!("{path}/repondre"), &[("reponse", "given-up")]).await;
        assert_eq!(answered.status, 200, "{}", answered.text());
    }
}

#[tokio::test]
async fn the_list_is_narrowed_down_and_paged() {
    for house in TestHouse::each().await {
        for _ in 0..13 {
            promise(&house).await;
            record(&house, "2026-12-01", None).await.unwrap();
            house.wait(chrono::Duration::milliseconds(2));
        }
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let first = coordinator.get("/fil").await;
        assert!(first.says("26 engagements"), "{}", first.text());
        assert_eq!(first.html.matches("class=\"thread\"").count(), 25);
        let next = first.links().into_iter().find(|link| link.contains("apres=")).unwrap();
        assert_eq!(coordinator.get(&next).await.html.matches("class=\"thread\"").count(), 1);
        for (query, count) in [
            ("q=recenser", "13 engagements"),
            ("q=MISSION%20locale%20RECENSER", "13 engagements"),
            ("q=%25", "26 engagements"),
            ("q=introuvable", "Aucun engagement ne correspond"),
            ("etat=done", "Aucun engagement ne correspond"),
            ("etat=no-news&departement=departement%3A11", "26 engagements"),
            ("departement=departement%3A31", "Aucun engagement ne correspond"),
        ] {
            let page = coordinator.get(&format!("/fil?{query}")).await;
            assert!(page.says(count), "{query}: {}", page.text());
        }
    }
}
