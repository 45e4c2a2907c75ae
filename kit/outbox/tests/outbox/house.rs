//! A house with an outbox, a clock that stands, and a transport that does as it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use chrono::{Duration, NaiveDate};
use kit_base::{Clock, EmailAddress, Instant, Locale};
use kit_outbox::{
    Action, Basket, BasketItem, Delivery, KeptTransport, Letter, MIGRATIONS, Outbox, OutgoingMail, Section, Transport,
    TransportError,
};
use kit_store::Store;
use kit_store::testing::TestDatabase;
use uuid::Uuid;

/// A Monday of the school year, at nine in Paris.
pub const MONDAY: &str = "2026-10-05T07:00:00Z";

pub struct House {
    pub store: Store,
    pub clock: Clock,
    pub post: Post,
    pub outbox: Outbox,
    pub database: TestDatabase,
}

/// One house a database.
pub async fn each_house() -> Vec<House> {
    let mut houses = Vec::new();
    for database in TestDatabase::each().await.unwrap() {
        houses.push(house_on(database, MONDAY).await);
    }
    houses
}

pub async fn house_on(database: TestDatabase, start: &str) -> House {
    let store = database.open().await.unwrap();
    let clock = Clock::standing_at(start.parse().unwrap());
    store.migrate(MIGRATIONS, clock.now()).await.unwrap();
    let post = Post::default();
    let outbox = worker(&store, &clock, &post);
    House { store, clock, post, outbox, database }
}

pub fn worker(store: &Store, clock: &Clock, post: &Post) -> Outbox {
    settling_worker(store, clock, post, Duration::zero())
}

pub fn settling_worker(store: &Store, clock: &Clock, post: &Post, settling: Duration) -> Outbox {
    let transport = Arc::new(post.clone());
    Outbox::new(store.clone(), clock.clone(), transport, Arc::new(compose), Arc::new(is_holiday), settling)
}

fn compose(basket: &Basket) -> Letter {
    let section = |title: &str, items: &[kit_outbox::Item]| Section { title: title.to_owned(), items: items.to_vec() };
    let sections = vec![section("asked", &basket.requests), section("told", &basket.notices)];
    Letter { sections, ..Letter::new(basket.to.clone(), basket.locale, "basket") }
}

/// Two weeks of holidays in each zone, one zone after the other from 19 October 2026 on, and the summer of 2027 for all.
pub fn is_holiday(zone: &str, day: NaiveDate) -> bool {
    let within = |from: &str, to: &str| (from.parse().unwrap()..=to.parse().unwrap()).contains(&day);
    let summer = within("2027-07-04", "2027-08-31");
    summer
        || match zone {
            "A" => within("2026-10-19", "2026-11-01") || within("2027-02-13", "2027-02-28"),
            "B" => within("2026-11-02", "2026-11-15") || within("2027-02-20", "2027-03-07"),
            "C" => within("2026-11-16", "2026-11-29") || within("2027-03-01", "2027-03-14"),
            other => panic!("zone {other} is not asked about"),
        }
}

impl House {
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    pub fn pass(&self, by: Duration) {
        self.clock.advance(by);
    }

    pub async fn send(&self, letter: &Letter) {
        let now = self.now();
        self.store.write(|tx| async move { kit_outbox::send_at_once(&tx, now, letter).await }).await.unwrap();
    }

    pub async fn ask(&self, item: &BasketItem) {
        let now = self.now();
        self.store.write(|tx| async move { kit_outbox::ask(&tx, now, item).await }).await.unwrap();
    }

    pub async fn tell(&self, item: &BasketItem) {
        let now = self.now();
        self.store.write(|tx| async move { kit_outbox::tell_in_next_basket(&tx, now, item).await }).await.unwrap();
    }

    pub async fn withdraw(&self, about: Uuid) {
        self.store.write(|tx| async move { kit_outbox::withdraw(&tx, about).await }).await.unwrap();
    }

    /// Letters, baskets and failures of one round.
    pub async fn deliver(&self) -> (u64, u64, u64) {
        let delivered = self.outbox.deliver_due().await.unwrap();
        (delivered.letters, delivered.baskets, delivered.failed)
    }

    pub async fn counts(&self) -> (u64, u64, u64) {
        let counts = kit_outbox::counts(&self.store.read()).await.unwrap();
        (counts.waiting_mails, counts.waiting_items, counts.failed_mails)
    }

    /// Everything the tables hold, as text.
    pub async fn rows_as_text(&self) -> String {
        use sea_orm::{ConnectionTrait, Statement};
        let sql = "SELECT CAST(content AS TEXT) AS content FROM outbox_letter \
                   UNION ALL SELECT CAST(content AS TEXT) FROM outbox_request";
        self.store
            .write(|tx| async move {
                let rows = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
                let texts: Result<Vec<Option<String>>, _> = rows.iter().map(|row| row.try_get("", "content")).collect();
                Ok(texts?.into_iter().flatten().collect::<Vec<_>>().join("\n"))
            })
            .await
            .unwrap()
    }
}

pub fn address(name: &str) -> EmailAddress {
    format!("{name}@exemple.fr").parse().unwrap()
}

pub fn letter(to: &str, subject: &str) -> Letter {
    Letter {
        action: Some(Action { label: "Entrer".to_owned(), url: "https://escale.example/secret-token".to_owned() }),
        ..Letter::new(address(to), Locale::Fr, subject)
    }
}

pub fn item(to: &str, zone: Option<&str>, about: u128, sentence: &str) -> BasketItem {
    BasketItem {
        to: address(to),
        locale: Locale::Fr,
        zone: zone.map(str::to_owned),
        about: Uuid::from_u128(about),
        sentence: sentence.to_owned(),
        action: Action { label: "R\u{e9}pondre".to_owned(), url: "https://escale.example/secret-token".to_owned() },
    }
}

/// What the post does with the next mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Does not take it.
    Refuse,
    /// Takes it, and the worker never hears so.
    TakeAndHang,
}

/// A transport that keeps mails, and that refuses or hangs when told to.
#[derive(Clone, Default)]
pub struct Post {
    pub kept: KeptTransport,
    moods: Arc<Mutex<VecDeque<Mood>>>,
    pub taken: Arc<tokio::sync::Notify>,
}

impl Post {
    pub fn next(&self, moods: impl IntoIterator<Item = Mood>) {
        self.moods.lock().unwrap().extend(moods);
    }

    pub fn forget_moods(&self) {
        self.moods.lock().unwrap().clear();
    }

    /// Mails from the oldest to the newest.
    pub fn mails(&self) -> Vec<OutgoingMail> {
        let mut mails = self.kept.mails();
        mails.reverse();
        mails
    }

    pub fn subjects(&self) -> Vec<String> {
        self.mails().into_iter().map(|mail| mail.subject).collect()
    }
}

impl Transport for Post {
    fn deliver<'a>(&'a self, mail: &'a OutgoingMail) -> Delivery<'a> {
        Box::pin(async move {
            let mood = self.moods.lock().unwrap().pop_front();
            match mood {
                Some(Mood::Refuse) => Err(TransportError::NotTaken("451 try again later".into())),
                Some(Mood::TakeAndHang) => {
                    self.kept.deliver(mail).await?;
                    self.taken.notify_one();
                    std::future::pending().await
                }
                None => self.kept.deliver(mail).await,
            }
        })
    }
}
