//! Opening the database, and the one door for writes.

use std::sync::Arc;
use std::time::Duration;

use kit_base::Problem;
use kit_base::limits::WRITE_ATTEMPTS_MAX;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

use crate::journal::JournalKey;
use crate::reader::Reader;
use crate::receipt;
use crate::tx::Tx;

/// Which database stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, shared by several nodes.
    Postgres,
}

/// What can go wrong below the commands.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is neither `sqlite://…` nor `postgres://…`.
    #[error("{0:?} is not a database address: sqlite://… or postgres://…")]
    Address(String),
    /// A migration could not be applied; nothing of it was kept.
    #[error("migration {name} failed")]
    Migration {
        /// Its name.
        name: &'static str,
        /// What the database said.
        #[source]
        source: DbErr,
    },
    /// The database said no.
    #[error(transparent)]
    Database(#[from] DbErr),
}

const READERS_SQLITE: u32 = 4;
const CONNECTIONS_POSTGRES: u32 = 16;
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(30);

/// The database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    engine: Engine,
    writer: DatabaseConnection,
    readers: DatabaseConnection,
    journal_key: Arc<JournalKey>,
}

impl Store {
    /// Opens (and, for SQLite, makes if absent) the database at `address`; `journal_key` seals the journal's chain and is
    /// kept outside of it.
    pub async fn open(address: &str, journal_key: JournalKey) -> Result<Self, StoreError> {
        let journal_key = Arc::new(journal_key);
        if address.starts_with("sqlite:") {
            let writer = Database::connect(sqlite_options(address, 1)).await?;
            let readers = Database::connect(sqlite_options(address, READERS_SQLITE)).await?;
            Ok(Self { engine: Engine::Sqlite, writer, readers, journal_key })
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let pool = Database::connect(options(address, CONNECTIONS_POSTGRES)).await?;
            Ok(Self { engine: Engine::Postgres, writer: pool.clone(), readers: pool, journal_key })
        } else {
            Err(StoreError::Address(address.to_owned()))
        }
    }

    /// Which database stands behind.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The key of the journal's chain.
    pub(crate) fn journal_key(&self) -> &JournalKey {
        &self.journal_key
    }

    /// Where reads go.
    pub(crate) fn connection(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// A way to read the last committed state.
    pub fn read(&self) -> Reader {
        Reader::new(self.readers.clone())
    }

    /// Carries out `work` in one transaction: all of it is kept, or nothing.
    ///
    /// On SQLite writes stand in one queue (`BEGIN IMMEDIATE`). On PostgreSQL they run side by side, so `work` first holds the
    /// row that carries the limit ([`Tx::hold`]); where the database finds two writes locked into each other, one of them
    /// is started again: `work` may run several times and must have no effect besides `tx`.
    pub async fn write<T, F>(&self, work: impl Fn(Tx) -> F + Send + Sync) -> Result<T, Problem>
    where
        T: Send,
        F: Future<Output = Result<T, Problem>> + Send,
    {
        let mut attempt = 1;
        loop {
            let tx = self.begin().await?;
            let outcome = match work(tx.clone()).await {
                Ok(value) => {
                    kit_base::fault::kill_point("after-command");
                    tx.commit().await.map(|()| value).map_err(Problem::from)
                }
                Err(problem) => {
                    tx.roll_back().await?;
                    Err(problem)
                }
            };
            match outcome {
                Err(problem) if attempt < WRITE_ATTEMPTS_MAX && may_succeed_next_time(&problem) => {
                    tracing::debug!(attempt, "write started again");
                    attempt += 1;
                }
                outcome => {
                    if outcome.is_ok() {
                        kit_base::fault::kill_point("after-commit");
                    }
                    return outcome;
                }
            }
        }
    }

    pub(crate) async fn begin(&self) -> Result<Tx, DbErr> {
        let options = TransactionOptions { sqlite_transaction_mode: self.immediate(), ..TransactionOptions::default() };
        Ok(Tx::new(self.writer.begin_with_options(options).await?))
    }

    fn immediate(&self) -> Option<SqliteTransactionMode> {
        (self.engine == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate)
    }
}

fn options(address: &str, connections_max: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(address);
    options
        .max_connections(connections_max)
        .acquire_timeout(WAIT_FOR_CONNECTION)
        .connect_timeout(WAIT_FOR_CONNECTION)
        .test_before_acquire(false)
        .sqlx_logging(false);
    options
}

fn sqlite_options(address: &str, connections_max: u32) -> ConnectOptions {
    let mut options = options(address, connections_max);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is erased (the words of a mail that left, with its signed link) is overwritten in the file too.
            .pragma("secure_delete", "ON")
            .busy_timeout(WAIT_FOR_CONNECTION)
    });
    options
}

/// Whether the same write, started again, may go through: the database could not order it (PostgreSQL 40001, 40P01; SQLite
/// busy), or the same form is being carried out at this very moment.
fn may_succeed_next_time(problem: &Problem) -> bool {
    let Problem::Internal(cause) = problem else { return false };
    let Some(error) = cause.downcast_ref::<DbErr>() else { return false };
    database_code(error).is_some_and(|code| ["40001", "40P01", "5", "517"].contains(&code.as_str()))
        || receipt::is_taken(error)
}

fn database_code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error else {
        return None;
    };
    match error.as_ref() {
        sea_orm::sqlx::Error::Database(error) => error.code().map(std::borrow::Cow::into_owned),
        _ => None,
    }
}
