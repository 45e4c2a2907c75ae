//! Tables, written once in SQL for both databases. Migrations only add; removal waits for the next release.

use std::collections::HashSet;

use kit_base::Instant;
use sea_orm::{ConnectionTrait, Statement};

use crate::{Engine, Store, StoreError};

/// A step that adds tables or columns, applied once.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// `<crate>/<number>-<what it adds>`; applied in the order of the list it stands in.
    pub name: &'static str,
    /// SQL in which `{id}`, `{instant}`, `{date}`, `{time}`, `{json}`, `{boolean}`, `{integer}`, `{small}`, `{bytes}`, `{strict}` stand for
    /// the engine's words.
    pub sql: &'static str,
}

const LEDGER: &str =
    "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, at {instant} NOT NULL){strict}";

impl Migration {
    fn sql_for(&self, engine: Engine) -> String {
        in_words_of(engine, self.sql)
    }
}

/// Types as each engine names them. SQLite tables are `STRICT`: instants, dates, times and JSON are text there.
fn in_words_of(engine: Engine, sql: &str) -> String {
    let words: [(&str, &str, &str); 11] = [
        ("{id}", "BLOB", "uuid"),
        ("{instant}", "TEXT", "timestamptz"),
        ("{date}", "TEXT", "date"),
        ("{time}", "TEXT", "time"),
        ("{json}", "TEXT", "jsonb"),
        ("{boolean}", "INTEGER", "boolean"),
        ("{integer}", "INTEGER", "bigint"),
        ("{small}", "INTEGER", "integer"),
        ("{bytes}", "BLOB", "bytea"),
        ("{empty_bytes}", "x''", "''::bytea"),
        ("{strict}", " STRICT", ""),
    ];
    words.iter().fold(sql.to_owned(), |sql, (placeholder, sqlite, postgres)| {
        let word = match engine {
            Engine::Sqlite => sqlite,
            Engine::Postgres => postgres,
        };
        sql.replace(placeholder, word)
    })
}

impl Store {
    /// Applies what is missing of `migrations`, in order, in one transaction; tells how many were applied.
    /// Two processes that start together apply each step once.
    pub async fn migrate(&self, migrations: &[Migration], now: Instant) -> Result<usize, StoreError> {
        let tx = self.begin().await?;
        if self.engine() == Engine::Postgres {
            // Any fixed number: it names "Escale migrates" among the advisory locks of this database.
            tx.execute_unprepared("SELECT pg_advisory_xact_lock(6042019)").await?;
        }
        tx.execute_unprepared(&in_words_of(self.engine(), LEDGER)).await?;
        let applied = applied(&tx).await?;
        let missing: Vec<_> = migrations.iter().filter(|migration| !applied.contains(migration.name)).collect();
        for migration in &missing {
            tx.execute_unprepared(&migration.sql_for(self.engine()))
                .await
                .map_err(|source| StoreError::Migration { name: migration.name, source })?;
            tx.execute_raw(Statement::from_sql_and_values(
                tx.get_database_backend(),
                "INSERT INTO schema_migration (name, at) VALUES ($1, $2)",
                [migration.name.into(), now.into()],
            ))
            .await?;
        }
        tx.commit().await?;
        Ok(missing.len())
    }
}

impl Store {
    /// The steps that are not applied yet; nothing is written.
    pub async fn missing(&self, migrations: &[Migration]) -> Result<Vec<&'static str>, StoreError> {
        let connection = self.connection();
        let has_ledger = match self.engine() {
            Engine::Sqlite => "SELECT count(*) AS tables FROM sqlite_master WHERE name = 'schema_migration'",
            Engine::Postgres => {
                "SELECT count(*) AS tables FROM pg_tables WHERE tablename = 'schema_migration' AND schemaname = current_schema()"
            }
        };
        let statement = |sql| Statement::from_string(connection.get_database_backend(), sql);
        let found = connection.query_one_raw(statement(has_ledger)).await?;
        let has_ledger =
            found.map(|row| row.try_get::<i64>("", "tables")).transpose()?.is_some_and(|tables| tables > 0);
        let applied = if has_ledger { applied(connection).await? } else { HashSet::new() };
        let names = migrations.iter().map(|migration| migration.name);
        Ok(names.filter(|name| !applied.contains(*name)).collect())
    }
}

async fn applied(tx: &impl ConnectionTrait) -> Result<HashSet<String>, StoreError> {
    let rows = tx
        .query_all_raw(Statement::from_string(tx.get_database_backend(), "SELECT name FROM schema_migration"))
        .await?;
    rows.iter().map(|row| Ok(row.try_get::<String>("", "name")?)).collect()
}
