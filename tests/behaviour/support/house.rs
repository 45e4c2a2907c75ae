//! The whole application, listening on a port of its own, with a clock that the test moves.

use std::sync::Arc;

use accounts::commands::{CreatePerson, GrantRole, OpenSession};
use chrono::{Duration, TimeZone, Utc};
use directory::commands::CreateOrganisation;
use directory::{OrganisationId, OrganisationKind};
use escale::assembly::{Outside, assemble, migrations};
use kit_base::{Clock, Locale, Territory, Visibility};
use kit_outbox::{KeptTransport, Outbox, OutgoingMail};
use kit_policy::{HeldRole, Place, Principal, Role};
use kit_store::testing::TestDatabase;
use kit_web::{App, Secret};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use tokio::net::TcpListener;

use super::Browser;

/// The application on one database.
pub(crate) struct TestHouse {
    pub(crate) app: App,
    pub(crate) clock: Clock,
    pub(crate) origin: String,
    database: TestDatabase,
    mails: KeptTransport,
    outbox: Outbox,
}

/// A connection that looks on.
pub(crate) struct Written(DatabaseConnection);

impl Written {
    /// A number that changes with each write of another connection (<https://www.sqlite.org/pragma.html#pragma_data_version>).
    pub(crate) async fn now(&self) -> i32 {
        let statement = Statement::from_string(self.0.get_database_backend(), "PRAGMA data_version");
        self.0.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }
}

/// Whose hand is on the keyboard.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Hand {
    Administrator,
    Steering(&'static str),
    Coordinator(&'static str),
    Counsellor(&'static str),
    Reader(&'static str),
    Member(OrganisationId),
}

impl Hand {
    fn held(self) -> HeldRole {
        let (role, place) = match self {
            Self::Administrator => (Role::Administrator, Place::Installation),
            Self::Steering(at) => (Role::RegionalSteering, Place::Territory(at.parse().unwrap())),
            Self::Coordinator(at) => (Role::Coordinator, Place::Territory(at.parse().unwrap())),
            Self::Counsellor(at) => (Role::Counsellor, Place::Territory(at.parse().unwrap())),
            Self::Reader(at) => (Role::Reader, Place::Territory(at.parse().unwrap())),
            Self::Member(organisation) => (Role::Member, Place::Organisation(organisation.0)),
        };
        HeldRole { role, place }
    }

    /// Somebody with this role, for a command that no browser sends.
    pub(crate) fn principal(self) -> Principal {
        Principal::Person { id: uuid::Uuid::from_u128(7), roles: vec![self.held()] }
    }
}

impl TestHouse {
    /// An empty house on each database that this machine has.
    pub(crate) async fn each() -> Vec<Self> {
        let mut houses = Vec::new();
        for database in TestDatabase::each().await.unwrap() {
            houses.push(Self::open(database, false).await);
        }
        houses
    }

    /// The demo's house, on SQLite.
    pub(crate) async fn demo() -> Self {
        let house = Self::open(TestDatabase::sqlite().unwrap(), true).await;
        escale::demo::load(&house.app).await.unwrap();
        house
    }

    async fn open(database: TestDatabase, is_demo: bool) -> Self {
        // A Tuesday in term time in every zone.
        let clock = Clock::standing_at(Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).unwrap());
        let store = database.open().await.unwrap();
        store.migrate(&migrations(), clock.now()).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let mails = KeptTransport::default();
        let assembled = assemble(Outside {
            store,
            clock: clock.clone(),
            public_url: origin.parse().unwrap(),
            secret: Secret::from_bytes([7; 32]),
            transport: Some(Arc::new(mails.clone())),
            settling: Duration::zero(),
            is_demo,
        })
        .unwrap();
        let extra = if is_demo { escale::demo::routes(mails.clone()) } else { axum::Router::new() };
        let router = kit_web::router(&assembled.app, extra);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { app: assembled.app, clock, origin, database, mails, outbox: assembled.outbox.unwrap() }
    }

    /// Somebody who is not signed in.
    pub(crate) fn visitor(&self) -> Browser {
        Browser::new(&self.origin)
    }

    /// Somebody who is.
    pub(crate) async fn signed_in(&self, hand: Hand) -> Browser {
        let role = hand.held();
        let person = self.person(&format!("{}-{}@test.example", role.role, uuid::Uuid::new_v4().simple())).await;
        self.act(&GrantRole { person, role }).await;
        let token = self.act(&OpenSession::for_demo(person)).await;
        Browser::with_session(&self.origin, &token)
    }

    /// Somebody with an address, and no role.
    pub(crate) async fn person(&self, email: &str) -> accounts::PersonId {
        let create = CreatePerson { name: "Exemple".to_owned(), email: email.parse().unwrap(), locale: Locale::Fr };
        self.act(&create).await
    }

    /// Carries out a command as the house itself.
    pub(crate) async fn act<C: kit_web::Command>(&self, command: &C) -> C::Output {
        self.app.carry_out(&escale::demo::the_house(), command).await.unwrap()
    }

    /// An example organisation with a contact address.
    pub(crate) async fn organisation(&self, name: &str, territory: &str) -> OrganisationId {
        self.directory_entry(name, territory, Some("contact@organisation.example")).await
    }

    /// The same, which nobody can write to.
    pub(crate) async fn organisation_without_address(&self, name: &str, territory: &str) -> OrganisationId {
        self.directory_entry(name, territory, None).await
    }

    async fn directory_entry(&self, name: &str, territory: &str, address: Option<&str>) -> OrganisationId {
        let territory: Territory = territory.parse().unwrap();
        self.act(&CreateOrganisation {
            name: name.to_owned(),
            kind: OrganisationKind::ALL[0],
            seat: None,
            territory,
            contact_email: address.map(|address| address.parse().unwrap()),
            website: None,
            source: None,
            is_example: true,
            visibility: Visibility::Public,
        })
        .await
    }

    /// The mails that leave now, oldest first.
    pub(crate) async fn post(&self) -> Vec<OutgoingMail> {
        self.mails.clear();
        self.outbox.deliver_due().await.unwrap();
        let mut mails = self.mails.mails();
        mails.reverse();
        mails
    }

    /// Tells whether something was written: on SQLite alone.
    pub(crate) async fn written(&self) -> Written {
        let mut options = ConnectOptions::new(&self.database.address);
        options.max_connections(1);
        Written(Database::connect(options).await.unwrap())
    }

    /// The bytes of the database, all in one file: on SQLite alone.
    pub(crate) async fn file(&self) -> Vec<u8> {
        let connection = Database::connect(&self.database.address).await.unwrap();
        connection.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        std::fs::read(self.database.address.trim_start_matches("sqlite://")).unwrap()
    }

    /// Time goes by.
    pub(crate) fn wait(&self, by: Duration) {
        self.clock.advance(by);
    }
}
