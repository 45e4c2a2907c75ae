//! `/r/{token}`: answers without an account.

use chrono::Duration;
use kit_base::limits::ANSWER_LINK_DAYS;

use super::{answer_link, asked_for_news};
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn the_contact_answers_from_the_mail_and_may_take_it_back() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let contact = house.visitor();
        let question = contact.get(&asked.link).await;
        assert_eq!(question.status, 200);
        assert!(question.says("Recenser les partenaires"), "{}", question.text());

        let typed = [("reponse", "in-progress"), ("nouvelle-date", "2026-12-15"), ("phrase", "Il manque deux fiches.")];
        let answered = contact.submit(&question, &asked.link, &typed).await;
        assert_eq!((answered.status, answered.path.as_str()), (200, asked.link.as_str()));
        assert!(answered.says("15 décembre 2026") && answered.says("Il manque deux fiches."), "{}", answered.text());

        let officer = house.signed_in(Hand::Steering("region:76")).await;
        let page = officer.get(&format!("/engagements/{}", asked.commitment)).await;
        assert!(page.says("15 décembre 2026") && page.says("Il manque deux fiches."), "{}", page.text());

        let undone = contact.submit(&answered, &format!("{}/annuler", asked.link), &[]).await;
        assert_eq!(undone.status, 200, "{}", undone.text());
        let page = officer.get("/fil").await;
        assert!(page.says("Sans nouvelle"), "{}", page.text());
    }
}

#[tokio::test]
async fn looking_changes_nothing() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let before = house.app.store.verify_journal().await.unwrap().entries;
        for _ in 0..3 {
            assert_eq!(house.visitor().get(&asked.link).await.status, 200);
        }
        assert_eq!(house.app.store.verify_journal().await.unwrap().entries, before);
    }
}

#[tokio::test]
async fn the_link_works_sixty_days_and_not_after_it_was_withdrawn() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        house.wait(Duration::days(ANSWER_LINK_DAYS) - Duration::minutes(1));
        assert_eq!(house.visitor().get(&asked.link).await.status, 200);
        house.wait(Duration::minutes(2));
        assert_eq!(house.visitor().get(&asked.link).await.status, 410);
    }
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get(&format!("/engagements/{}", asked.commitment)).await;
        let action = page
            .html
            .split("action=\"")
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .find(|action| action.contains("retirer"))
            .expect("a link can be withdrawn");
        let withdrawn = coordinator.submit(&page, &action, &[]).await;
        assert_eq!(withdrawn.status, 200, "{}", withdrawn.text());
        assert_eq!(house.visitor().get(&asked.link).await.status, 410);
        assert_eq!(house.visitor().get("/r/un-lien-qui-n-existe-pas").await.status, 404);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_kept() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let contact = house.visitor();
        let question = contact.get(&asked.link).await;
        let long = "x".repeat(501);
        let wrong: [(&[(&str, &str)], &str); 8] = [
            (&[], "reponse"),
            (&[("reponse", "in-progress")], "nouvelle-date"),
            (&[("reponse", "in-progress"), ("nouvelle-date", "demain")], "nouvelle-date"),
            (&[("reponse", "in-progress"), ("nouvelle-date", "2026-11-01")], "nouvelle-date"),
            (&[("reponse", "blocked")], "bloque-par"),
            (&[("reponse", "done"), ("phrase", &long)], "phrase"),
            (&[("reponse", "done"), ("nouvelle-date", "2026-12-15")], "nouvelle-date"),
            (&[("reponse", "given-up"), ("bloque-par", "un partenaire")], "bloque-par"),
        ];
        for (typed, field) in wrong {
            let answer = contact.submit(&question, &asked.link, typed).await;
            assert_eq!(answer.status, 422, "{typed:?}");
            assert!(answer.html.contains(&format!("champ-{field}-erreur")), "{typed:?}: {}", answer.text());
            assert!(answer.html.contains(&format!("#champ-{field}")), "{typed:?} is not summed up at the top");
        }
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        assert!(officer.get("/fil").await.says("Sans nouvelle"));
    }
}

#[tokio::test]
async fn the_owner_is_told_in_the_next_mail_and_may_say_that_it_was_not_them() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let somebody = house.visitor();
        let question = somebody.get(&asked.link).await;
        somebody.submit(&question, &asked.link, &[("reponse", "given-up")]).await;
        assert!(house.post().await.is_empty(), "a second mail within a fortnight");

        house.wait(Duration::days(14));
        let mails = house.post().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        let owner = house.visitor();
        let link = answer_link(&house, &mails[0]);
        let page = owner.get(&link).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let disowned = owner.submit(&page, &link, &[]).await;
        assert_eq!(disowned.status, 200, "{}", disowned.text());

        let officer = house.signed_in(Hand::Steering("region:76")).await;
        assert!(officer.get("/fil").await.says("Sans nouvelle"));
        assert_eq!(somebody.get(&asked.link).await.status, 410, "the link that was misused still works");
    }
}

#[tokio::test]
async fn it_is_handed_to_a_colleague_who_gets_a_link_of_their_own() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let contact = house.visitor();
        let question = contact.get(&asked.link).await;
        let action = format!("{}/transmettre", asked.link);
        let refused = contact.submit(&question, &action, &[("adresse", "pas une adresse")]).await;
        assert_eq!(refused.status, 422);
        let done = contact.submit(&question, &action, &[("adresse", "collegue@organisation.example")]).await;
        assert_eq!(done.status, 200, "{}", done.text());

        let mails = house.post().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to.as_str(), "collegue@organisation.example");
        let theirs = answer_link(&house, &mails[0]);
        assert_ne!(theirs, asked.link);
        for link in [&theirs, &asked.link] {
            assert_eq!(house.visitor().get(link).await.status, 200);
        }
    }
}

#[tokio::test]
async fn the_same_answer_sent_twice_is_recorded_once() {
    for house in TestHouse::each().await {
        let asked = asked_for_news(&house).await;
        let contact = house.visitor();
        let question = contact.get(&asked.link).await;
        contact.submit(&question, &asked.link, &[("reponse", "done")]).await;
        let entries = house.app.store.verify_journal().await.unwrap().entries;
        let again = contact.submit(&question, &asked.link, &[("reponse", "done")]).await;
        assert_eq!(again.status, 200);
        assert_eq!(house.app.store.verify_journal().await.unwrap().entries, entries);
    }
}
