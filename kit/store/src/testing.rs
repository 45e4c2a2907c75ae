//! Fresh databases for tests: SQLite always, PostgreSQL where `ESCALE_TEST_POSTGRES` names a server.

use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

use crate::{JournalKey, Store, StoreError};

/// The variable that names a PostgreSQL server on which databases may be made, e.g. `postgres://escale@127.0.0.1:5433/postgres`.
pub const POSTGRES: &str = "ESCALE_TEST_POSTGRES";

/// An empty database that goes away with this value (SQLite) or with its server (PostgreSQL).
#[derive(Debug)]
pub struct TestDatabase {
    /// `sqlite://…` or `postgres://…`.
    pub address: String,
    /// The same key each time it is opened.
    pub key: JournalKey,
    _folder: Option<TempDir>,
}

impl TestDatabase {
    /// An empty SQLite database in a folder of its own.
    pub fn sqlite() -> std::io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let address = format!("sqlite://{}", folder.path().join("escale.db").display());
        Ok(Self { address, key: JournalKey::generate(), _folder: Some(folder) })
    }

    /// An empty database on the test server, if there is one.
    pub async fn postgres() -> Result<Option<Self>, StoreError> {
        let Some(server) = postgres_server() else { return Ok(None) };
        let name = format!("escale_{}", uuid::Uuid::new_v4().simple());
        Database::connect(&server).await?.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
        let base = server.rsplit_once('/').map_or(server.as_str(), |(base, _)| base);
        Ok(Some(Self { address: format!("{base}/{name}"), key: JournalKey::generate(), _folder: None }))
    }

    /// One of each kind that this machine has.
    pub async fn each() -> Result<Vec<Self>, Box<dyn std::error::Error>> {
        let mut databases = vec![Self::sqlite()?];
        databases.extend(Self::postgres().await?);
        Ok(databases)
    }

    /// Opens it.
    pub async fn open(&self) -> Result<Store, StoreError> {
        Store::open(&self.address, self.key.clone()).await
    }
}

#[expect(clippy::disallowed_methods, reason = "the test runner names the server from outside")]
fn postgres_server() -> Option<String> {
    std::env::var(POSTGRES).ok()
}
