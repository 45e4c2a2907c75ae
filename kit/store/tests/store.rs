//! The promises of the store, on both databases.
#![expect(clippy::unwrap_used, reason = "what cannot go on stops the test")]

use kit_base::{Clock, Instant, Problem};
use kit_store::testing::TestDatabase;
use kit_store::{Actor, Entry, MIGRATIONS, Migration, Store};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue, ConnectionTrait, Statement};
use serde_json::json;

const WORKSHOP: Migration = Migration {
    name: "test/0001-workshop",
    sql: "CREATE TABLE workshop (id {id} PRIMARY KEY, version {small} NOT NULL, title TEXT NOT NULL, places {integer} NOT NULL){strict};
          CREATE TABLE seat (id {id} PRIMARY KEY, workshop_id {id} NOT NULL REFERENCES workshop (id)){strict};",
};

mod workshop {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "workshop")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i32,
        pub title: String,
        pub places: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

mod seat {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seat")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub workshop_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

fn now() -> Instant {
    Clock::machine().now()
}

async fn ready(database: &TestDatabase) -> Store {
    let store = database.open().await.unwrap();
    store.migrate(&[MIGRATIONS, &[WORKSHOP]].concat(), now()).await.unwrap();
    store
}

async fn open_workshop(store: &Store, places: i64) -> Uuid {
    let id = Uuid::new_v4();
    store
        .write(|tx| async move {
            let row = workshop::ActiveModel {
                id: ActiveValue::Set(id),
                version: ActiveValue::Set(1),
                title: ActiveValue::Set("Atelier".to_owned()),
                places: ActiveValue::Set(places),
            };
            workshop::Entity::insert(row).exec(&tx).await?;
            Ok(())
        })
        .await
        .unwrap();
    id
}

async fn take_seat(store: &Store, workshop_id: Uuid) -> Result<(), Problem> {
    store
        .write(|tx| async move {
            let workshop = tx.hold::<workshop::Entity>(workshop_id).await?;
            let taken = seat::Entity::find().filter(seat::Column::WorkshopId.eq(workshop_id)).count(&tx).await?;
            if i64::try_from(taken).unwrap() >= workshop.places {
                return Err(Problem::Forbidden);
            }
            let row =
                seat::ActiveModel { id: ActiveValue::Set(Uuid::new_v4()), workshop_id: ActiveValue::Set(workshop_id) };
            seat::Entity::insert(row).exec(&tx).await?;
            store.journal(&tx, &entry("seat.take", workshop_id)).await?;
            Ok(())
        })
        .await
}

fn entry(command: &'static str, subject: Uuid) -> Entry {
    Entry {
        at: now(),
        actor: Actor::Visitor,
        role: "-".to_owned(),
        command,
        subject_kind: "workshop",
        subject_id: Some(subject),
        territory: None,
        discreet: false,
        values: json!({ "before": null, "after": { "seat": 1 } }),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_people_get_exactly_ten_places() {
    for database in TestDatabase::each().await.unwrap() {
        let store = ready(&database).await;
        let workshop_id = open_workshop(&store, 10).await;
        let tries = (0..200).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { take_seat(&store, workshop_id).await })
        });
        let mut served = 0;
        let mut refused = 0;
        for outcome in futures::future::join_all(tries).await {
            match outcome.unwrap() {
                Ok(()) => served += 1,
                Err(Problem::Forbidden) => refused += 1,
                Err(other) => panic!("{}: {other:?}", database.address),
            }
        }
        assert_eq!((served, refused), (10, 190), "{}", database.address);
        let kept = store.read().count(seat::Entity::find()).await.unwrap();
        assert_eq!(kept, 10, "{}", database.address);
        let journal = store.verify_journal().await.unwrap();
        assert_eq!((journal.entries, journal.broken), (10, None), "{}", database.address);
    }
}

#[tokio::test]
async fn writes_that_lock_each_other_are_started_again() {
    for database in TestDatabase::each().await.unwrap() {
        let store = ready(&database).await;
        let (left, right) = (open_workshop(&store, 1).await, open_workshop(&store, 1).await);
        // Both hold their first row before either asks for the other's; only the first attempts wait for each other.
        let meeting = std::sync::Arc::new(tokio::sync::Barrier::new(2));
        let cross = |first: Uuid, second: Uuid| {
            let (store, meeting) = (store.clone(), std::sync::Arc::clone(&meeting));
            async move {
                let store = &store;
                let meeting = &meeting;
                let first_attempt = &std::sync::atomic::AtomicBool::new(store.engine() == kit_store::Engine::Postgres);
                store
                    .write(|tx| async move {
                        tx.hold::<workshop::Entity>(first).await?;
                        if first_attempt.swap(false, std::sync::atomic::Ordering::SeqCst) {
                            meeting.wait().await;
                        }
                        tx.hold::<workshop::Entity>(second).await?;
                        Ok(())
                    })
                    .await
            }
        };
        let (one, other) = tokio::join!(cross(left, right), cross(right, left));
        assert!(one.is_ok() && other.is_ok(), "{}: {one:?} {other:?}", database.address);
    }
}

#[tokio::test]
async fn an_edit_of_a_stale_version_changes_nothing_and_names_the_current_one() {
    for database in TestDatabase::each().await.unwrap() {
        let store = ready(&database).await;
        let id = open_workshop(&store, 1).await;
        let store = &store;
        let rename = async |title: &'static str, version: i32| {
            store
                .write(|tx| async move {
                    let update = workshop::Entity::update_many().col_expr(workshop::Column::Title, title.into());
                    tx.update_version::<workshop::Entity, _>(id, workshop::Column::Version, version, update).await
                })
                .await
        };
        rename("Premier", 1).await.unwrap();
        let conflict = rename("Second", 1).await.unwrap_err();
        assert!(matches!(conflict, Problem::Conflict { current: 2 }), "{conflict:?}");
        let row = store.read().one(workshop::Entity::find_by_id(id)).await.unwrap().unwrap();
        assert_eq!((row.title.as_str(), row.version), ("Premier", 2));
    }
}

#[tokio::test]
async fn a_failed_write_leaves_nothing() {
    for database in TestDatabase::each().await.unwrap() {
        let store = ready(&database).await;
        let id = open_workshop(&store, 1).await;
        let outcome: Result<(), Problem> = store
            .write(|tx| async move {
                workshop::Entity::delete_by_id(id).exec(&tx).await?;
                Err(Problem::Forbidden)
            })
            .await;
        assert!(outcome.is_err());
        assert!(store.read().one(workshop::Entity::find_by_id(id)).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn the_same_form_twice_is_carried_out_once() {
    for database in TestDatabase::each().await.unwrap() {
        let store = ready(&database).await;
        let key = Uuid::new_v4();
        let store = &store;
        let submit = async || {
            store
                .write(|tx| async move {
                    if let Some(receipt) = tx.claim_form(key, "visitor", "workshop.open", now()).await? {
                        return Ok((receipt.outcome, false));
                    }
                    tx.complete_form(key, "/ateliers/1").await?;
                    Ok(("/ateliers/1".to_owned(), true))
                })
                .await
        };
        let (one, other) = tokio::join!(submit(), submit());
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!((one.0.as_str(), other.0.as_str()), ("/ateliers/1", "/ateliers/1"), "{}", database.address);
        assert_eq!([one.1, other.1].iter().filter(|fresh| **fresh).count(), 1, "{}", database.address);
    }
}

#[tokio::test]
async fn migrations_are_applied_once_even_by_two_processes() {
    for database in TestDatabase::each().await.unwrap() {
        let (one, other) = (database.open().await.unwrap(), database.open().await.unwrap());
        let (a, b) = tokio::join!(one.migrate(MIGRATIONS, now()), other.migrate(MIGRATIONS, now()));
        assert_eq!(a.unwrap() + b.unwrap(), MIGRATIONS.len(), "{}", database.address);
    }
}

#[tokio::test]
async fn the_journal_shows_every_tampering_and_survives_erasure() {
    for database in TestDatabase::each().await.unwrap() {
        let store = ready(&database).await;
        let store = &store;
        let subject = Uuid::new_v4();
        for command in ["workshop.open", "workshop.rename", "workshop.close"] {
            store.write(|tx| async move { store.journal(&tx, &entry(command, subject)).await }).await.unwrap();
        }
        assert_eq!(store.verify_journal().await.unwrap().broken, None);

        let erased = store.write(|tx| async move { tx.erase_journal_values("workshop", subject).await }).await.unwrap();
        let after_erasure = store.verify_journal().await.unwrap();
        assert_eq!((erased, after_erasure.erased, after_erasure.broken), (3, 3, None));

        for (tampering, sequence) in [
            ("UPDATE journal_entry SET role = 'administrator' WHERE sequence = 2", 2),
            ("DELETE FROM journal_entry WHERE sequence = 3", 2),
        ] {
            store
                .write(|tx| async move {
                    tx.execute_raw(Statement::from_string(tx.get_database_backend(), tampering)).await?;
                    Ok(())
                })
                .await
                .unwrap();
            assert_eq!(store.verify_journal().await.unwrap().broken.unwrap().sequence, sequence, "{tampering}");
        }
    }
}

#[tokio::test]
async fn another_key_does_not_verify() {
    let database = TestDatabase::sqlite().unwrap();
    let store = &ready(&database).await;
    store.write(|tx| async move { store.journal(&tx, &entry("workshop.open", Uuid::new_v4())).await }).await.unwrap();
    let stranger = Store::open(&database.address, kit_store::JournalKey::generate()).await.unwrap();
    assert_eq!(stranger.verify_journal().await.unwrap().broken.unwrap().sequence, 1);
}
