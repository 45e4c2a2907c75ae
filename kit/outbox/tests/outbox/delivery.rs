//! Nothing lost, nothing twice, nothing kept longer than needed.

use std::sync::Arc;

use chrono::Duration;
use kit_outbox::{ATTEMPTS_MAX, KEPT_DAYS};
use uuid::Uuid;

use crate::house::{Mood, address, each_house, item, letter, worker};

#[tokio::test]
async fn a_mail_that_was_refused_is_tried_again_later_until_it_leaves() {
    for house in each_house().await {
        house.send(&letter("ana", "Votre code")).await;
        house.ask(&item("bob", None, 1, "Question")).await;
        house.post.next([Mood::Refuse; 4]);
        assert_eq!(house.deliver().await, (0, 0, 2), "{}", house.database.address);
        assert_eq!(house.deliver().await, (0, 0, 0), "not at once");
        house.pass(Duration::minutes(1));
        assert_eq!(house.deliver().await, (0, 0, 2), "{}", house.database.address);
        house.pass(Duration::minutes(3));
        assert_eq!(house.deliver().await, (1, 1, 0), "{}", house.database.address);
        assert_eq!(house.counts().await, (0, 0, 0));
    }
}

#[tokio::test]
async fn after_too_many_tries_a_mail_stays_as_failed_until_somebody_asks_for_more() {
    for house in each_house().await {
        house.send(&letter("ana", "Votre code")).await;
        house.ask(&item("bob", None, 1, "Question")).await;
        house.post.next([Mood::Refuse; 2 * ATTEMPTS_MAX as usize]);
        for _ in 0..ATTEMPTS_MAX {
            assert_eq!(house.deliver().await, (0, 0, 2), "{}", house.database.address);
            house.pass(Duration::days(2));
        }
        assert_eq!(house.deliver().await, (0, 0, 0));
        assert_eq!(house.counts().await, (0, 0, 2), "{}", house.database.address);

        house.ask(&item("bob", None, 2, "Autre")).await;
        assert_eq!(kit_outbox::retry_failed(&house.store, house.clock.now()).await.unwrap(), 2);
        assert_eq!(house.deliver().await, (1, 1, 0), "{}", house.database.address);
        let mails = house.post.mails();
        assert!(mails[1].text.contains("Question") && mails[1].text.contains("Autre"));
        assert_eq!(house.counts().await, (0, 0, 0));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_side_by_side_deliver_each_mail_once() {
    for house in each_house().await {
        let mut expected = Vec::new();
        for number in 0..20 {
            house.send(&letter("ana", &format!("Lettre {number}"))).await;
            expected.push(format!("Lettre {number}"));
            house.ask(&item(&format!("bob{number}"), Some("B"), 1, "Question")).await;
            house.ask(&item(&format!("bob{number}"), Some("B"), 2, "Question")).await;
            expected.push("basket".to_owned());
        }
        let other_node = worker(&house.database.open().await.unwrap(), &house.clock, &house.post);
        let workers = [house.outbox.clone(), other_node.clone(), other_node, house.outbox.clone()];
        let rounds = workers.map(|worker| tokio::spawn(async move { worker.deliver_due().await }));
        let mut sent = 0;
        for round in rounds {
            let delivered = round.await.unwrap().unwrap();
            sent += delivered.letters + delivered.baskets;
        }
        // A worker that found the others busy may have gone home early.
        let (letters, baskets, _) = house.deliver().await;
        assert_eq!(sent + letters + baskets, 40, "{}", house.database.address);
        let mut subjects = house.post.subjects();
        subjects.sort();
        expected.sort();
        assert_eq!(subjects, expected, "{}", house.database.address);
        let to: std::collections::BTreeSet<_> =
            house.post.mails().into_iter().map(|mail| mail.to.to_string()).collect();
        assert_eq!(to.len(), 21);
    }
}

#[tokio::test]
async fn a_worker_that_dies_after_the_acceptance_leaves_a_claim_that_expires() {
    for house in each_house().await {
        house.send(&letter("ana", "Votre code")).await;
        house.ask(&item("bob", None, 1, "Question")).await;
        // First the letter, then the basket.
        for _ in 0..2 {
            house.post.next([Mood::TakeAndHang]);
            tokio::select! {
                _ = house.outbox.deliver_due() => panic!("the worker was to hang"),
                () = house.post.taken.notified() => {} // and is dropped here, as if killed
            }
            house.pass(Duration::seconds(1));
        }
        house.ask(&item("bob", None, 2, "Plus tard")).await;
        assert_eq!(house.deliver().await, (0, 0, 0), "claimed: {}", house.database.address);
        house.pass(Duration::minutes(6));
        assert_eq!(house.deliver().await, (1, 1, 0), "{}", house.database.address);
        let ids: Vec<_> = house.post.mails().into_iter().map(|mail| mail.id).collect();
        assert_eq!((ids[0], ids[1]), (ids[2], ids[3]), "the same Message-ID");
        assert_ne!(ids[0], ids[1]);
        assert!(!house.post.mails()[3].text.contains("Plus tard"), "the same Message-ID, the same content");
        assert_eq!(house.counts().await, (0, 1, 0));
    }
}

#[tokio::test]
async fn the_words_of_a_mail_are_erased_once_it_left_and_its_trace_later() {
    for house in each_house().await {
        house.send(&letter("ana", "Sujet-secret")).await;
        house.ask(&item("ana", None, 1, "Phrase-secr\u{e8}te")).await;
        let before = house.rows_as_text().await;
        assert!(before.contains("secret-token") && before.contains("Sujet-secret") && before.contains("Phrase-secr"));
        assert_eq!(house.deliver().await, (1, 1, 0));
        assert_eq!(house.rows_as_text().await, "", "{}", house.database.address);

        house.pass(Duration::days(KEPT_DAYS));
        house.outbox.forget_old().await.unwrap();
        assert_eq!(traces(&house).await, 3, "{}", house.database.address);
        house.pass(Duration::seconds(1));
        house.outbox.forget_old().await.unwrap();
        assert_eq!(traces(&house).await, 0, "{}", house.database.address);
    }
}

#[tokio::test]
async fn a_forgotten_address_leaves_no_trace_and_gets_nothing() {
    for house in each_house().await {
        house.ask(&item("ana", None, 1, "Premi\u{e8}re")).await;
        assert_eq!(house.deliver().await, (0, 1, 0));
        house.ask(&item("ana", None, 2, "Seconde")).await;
        house.send(&letter("ana", "Votre code")).await;
        let ana = &address("ana");
        house.store.write(|tx| async move { kit_outbox::forget(&tx, ana).await }).await.unwrap();
        house.pass(Duration::days(20));
        assert_eq!(house.deliver().await, (0, 0, 0), "{}", house.database.address);
        assert_eq!(traces(&house).await, 0, "{}", house.database.address);
    }
}

#[tokio::test]
async fn a_command_that_failed_sends_nothing() {
    for house in each_house().await {
        let (now, letter, asked) = (house.now(), &letter("ana", "Votre code"), &item("ana", None, 1, "Question"));
        let outcome: Result<(), _> = house
            .store
            .write(|tx| async move {
                kit_outbox::send_at_once(&tx, now, letter).await?;
                kit_outbox::ask(&tx, now, asked).await?;
                Err(kit_base::Problem::Forbidden)
            })
            .await;
        assert!(outcome.is_err());
        assert_eq!(house.deliver().await, (0, 0, 0), "{}", house.database.address);
    }
}

#[tokio::test]
async fn the_loop_delivers_when_woken_and_stops_when_told() {
    for house in each_house().await {
        let stop = Arc::new(tokio::sync::Notify::new());
        let waker = house.outbox.waker();
        let running = {
            let (outbox, stop) = (house.outbox.clone(), Arc::clone(&stop));
            tokio::spawn(async move { outbox.run(async move { stop.notified().await }).await })
        };
        house.post.next([Mood::TakeAndHang]);
        house.send(&letter("ana", "Premi\u{e8}re")).await;
        waker.wake();
        house.post.taken.notified().await;
        running.abort();
        let _ = running.await;

        house.send(&letter("ana", "Seconde")).await;
        let outbox = house.outbox.clone();
        let stopped = Arc::clone(&stop);
        let running = tokio::spawn(async move { outbox.run(async move { stopped.notified().await }).await });
        waker.wake();
        while house.post.subjects().len() < 2 {
            tokio::task::yield_now().await;
        }
        stop.notify_one();
        running.await.unwrap();
        assert_eq!(house.post.subjects(), ["Premi\u{e8}re", "Seconde"], "{}", house.database.address);
    }
}

/// Rows that still name somebody.
async fn traces(house: &crate::house::House) -> i64 {
    use sea_orm::{ConnectionTrait, Statement};
    let sql = "SELECT (SELECT COUNT(*) FROM outbox_letter) + (SELECT COUNT(*) FROM outbox_request) \
               + (SELECT COUNT(*) FROM outbox_basket) AS traces";
    house
        .store
        .write(|tx| async move {
            let row = tx.query_one_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
            Ok(row.unwrap().try_get::<i64>("", "traces")?)
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn a_link_that_is_none_refuses_the_whole_command() {
    for house in each_house().await {
        let mut asked = item("ana", None, 1, "Question");
        asked.action.url = "javascript:alert(1)".to_owned();
        let (now, asked) = (house.now(), &asked);
        let outcome = house.store.write(|tx| async move { kit_outbox::ask(&tx, now, asked).await }).await;
        assert!(outcome.is_err(), "{}", house.database.address);
        house.withdraw(Uuid::from_u128(1)).await;
        assert_eq!(house.counts().await, (0, 0, 0));
    }
}
