//! The two kinds of mail of rule 19.

use chrono::Duration;
use kit_base::Locale;
use kit_outbox::BasketItem;
use uuid::Uuid;

use crate::house::{Mood, each_house, item, letter, settling_worker};

#[tokio::test]
async fn what_a_person_asked_for_goes_at_once_even_in_holidays() {
    for house in each_house().await {
        house.pass(Duration::days(15)); // 20 October: holidays in zone A
        house.ask(&item("ana", Some("A"), 1, "Un mot ?")).await;
        house.send(&letter("ana", "Votre code")).await;
        assert_eq!(house.deliver().await, (1, 0, 0), "{}", house.database.address);
        assert_eq!(house.post.subjects(), ["Votre code"]);
    }
}

#[tokio::test]
async fn a_basket_carries_all_that_waits_for_an_address_and_nothing_of_others() {
    for house in each_house().await {
        house.ask(&item("ana", Some("A"), 1, "Premier")).await;
        house.pass(Duration::seconds(1));
        house.ask(&item("ana", Some("A"), 2, "Deuxi\u{e8}me")).await;
        house.tell(&item("ana", None, 1, "Nouvelle")).await;
        house.ask(&item("bob", Some("B"), 1, "Pour Bob")).await;
        assert_eq!(house.deliver().await, (0, 2, 0), "{}", house.database.address);
        let mails = house.post.mails();
        assert_eq!(mails[0].to.as_str(), "ana@exemple.fr");
        let places: Vec<_> =
            ["asked", "Premier", "Deuxi\u{e8}me", "told", "Nouvelle"].map(|word| mails[0].text.find(word)).to_vec();
        assert!(places.is_sorted() && places[0].is_some(), "{}", mails[0].text);
        assert!(!mails[0].text.contains("Bob") && mails[1].text.contains("Pour Bob"));
        assert_eq!(house.deliver().await, (0, 0, 0));
    }
}

#[tokio::test]
async fn the_next_basket_waits_for_fourteen_days() {
    for house in each_house().await {
        house.ask(&item("ana", None, 1, "Premier")).await;
        assert_eq!(house.deliver().await, (0, 1, 0));
        house.ask(&item("ana", None, 2, "Deuxi\u{e8}me")).await;
        house.pass(Duration::days(14) - Duration::microseconds(1));
        assert_eq!(house.deliver().await, (0, 0, 0), "{}", house.database.address);
        house.pass(Duration::microseconds(1));
        assert_eq!(house.deliver().await, (0, 1, 0), "{}", house.database.address);
        assert!(!house.post.mails()[1].text.contains("Premier"));
    }
}

#[tokio::test]
async fn no_basket_in_the_holidays_of_the_zone_but_on_the_first_day_after() {
    for house in each_house().await {
        house.pass(Duration::days(14)); // 19 October
        house.ask(&item("ana", Some("A"), 1, "Pour A")).await;
        house.ask(&item("bob", Some("B"), 1, "Pour B")).await;
        house.ask(&item("lou", None, 1, "Sans zone")).await;
        assert_eq!(house.deliver().await, (0, 2, 0), "{}", house.database.address);
        house.pass("2026-11-01T22:59:59Z".parse::<kit_base::Instant>().unwrap() - house.now());
        assert_eq!(house.deliver().await, (0, 0, 0), "still Sunday in Paris");
        house.pass(Duration::seconds(1));
        assert_eq!(house.deliver().await, (0, 1, 0), "Monday in Paris");
        assert!(house.post.mails()[2].text.contains("Pour A"));
    }
}

#[tokio::test]
async fn an_answered_request_is_asked_of_nobody_and_the_news_of_it_still_goes() {
    for house in each_house().await {
        house.ask(&item("ana", None, 1, "Question")).await;
        house.ask(&item("bob", None, 1, "Question")).await;
        house.tell(&item("bob", None, 1, "Quelqu'un a r\u{e9}pondu")).await;
        house.withdraw(Uuid::from_u128(1)).await;
        assert_eq!(house.deliver().await, (0, 1, 0), "{}", house.database.address);
        let mails = house.post.mails();
        assert!(mails[0].text.contains("a r\u{e9}pondu") && !mails[0].text.contains("Question"));
    }
}

#[tokio::test]
async fn a_newer_request_about_the_same_thing_replaces_the_older() {
    for house in each_house().await {
        house.ask(&item("ana", None, 1, "Ancien")).await;
        house.ask(&BasketItem { locale: Locale::En, ..item("ana", None, 1, "Newer") }).await;
        assert_eq!(house.deliver().await, (0, 1, 0), "{}", house.database.address);
        let mail = &house.post.mails()[0];
        assert!(mail.text.contains("Newer") && !mail.text.contains("Ancien"));
        assert_eq!(mail.locale, Locale::En);
    }
}

#[tokio::test]
async fn a_request_replaced_while_its_basket_was_failing_is_not_lost() {
    for house in each_house().await {
        house.ask(&item("ana", None, 1, "Ancien")).await;
        house.ask(&item("ana", None, 2, "Autre")).await;
        house.post.next([Mood::Refuse]);
        assert_eq!(house.deliver().await, (0, 0, 1));
        house.ask(&item("ana", None, 1, "Nouveau")).await;
        house.pass(Duration::minutes(1));
        assert_eq!(house.deliver().await, (0, 1, 0), "{}", house.database.address);
        house.pass(Duration::days(14));
        assert_eq!(house.deliver().await, (0, 1, 0), "{}", house.database.address);
        let mails = house.post.mails();
        assert!(mails[0].text.contains("Autre") && !mails[0].text.contains("Ancien"));
        assert!(mails[1].text.contains("Nouveau") && !mails[1].text.contains("Autre"));
    }
}

#[tokio::test]
async fn a_failing_basket_neither_leaves_in_holidays_nor_asks_what_was_answered() {
    for house in each_house().await {
        house.pass(Duration::days(13)); // Sunday 18 October, the day before the holidays of zone A
        house.ask(&item("ana", Some("A"), 1, "R\u{e9}pondue")).await;
        house.ask(&item("ana", Some("A"), 2, "Ouverte")).await;
        house.ask(&item("bob", Some("A"), 1, "R\u{e9}pondue")).await;
        house.post.next([Mood::Refuse, Mood::Refuse]);
        assert_eq!(house.deliver().await, (0, 0, 2));
        house.withdraw(Uuid::from_u128(1)).await;
        for _ in 0..14 {
            house.pass(Duration::days(1));
            assert_eq!(house.deliver().await, (0, 0, 0), "{} {}", house.database.address, house.now());
        }
        house.pass(Duration::days(1));
        assert_eq!(house.deliver().await, (0, 1, 0), "{}", house.database.address);
        let mails = house.post.mails();
        assert!(mails[0].text.contains("Ouverte") && !mails[0].text.contains("pondue"));
        assert_eq!(house.counts().await, (0, 0, 0));
        house.ask(&item("bob", Some("A"), 3, "Suivante")).await;
        assert_eq!(house.deliver().await, (0, 1, 0), "a basket that was emptied does not count");
    }
}

#[tokio::test]
async fn what_is_asked_in_one_sitting_leaves_in_one_basket() {
    for house in each_house().await {
        let outbox = settling_worker(&house.store, &house.clock, &house.post, Duration::minutes(15));
        house.ask(&item("ana", None, 1, "Premier")).await;
        house.pass(Duration::minutes(10));
        house.ask(&item("ana", None, 2, "Deuxième")).await;
        assert_eq!(outbox.deliver_due().await.unwrap().baskets, 0, "the first question left alone");
        house.pass(Duration::minutes(5));
        assert_eq!(outbox.deliver_due().await.unwrap().baskets, 1);
        let mails = house.post.mails();
        assert!(mails.len() == 1 && mails[0].text.contains("Premier") && mails[0].text.contains("Deuxième"));
        house.pass(Duration::minutes(15));
        assert_eq!(outbox.deliver_due().await.unwrap().baskets, 0, "the second question left alone");
    }
}
