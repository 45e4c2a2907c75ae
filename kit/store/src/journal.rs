//! The journal: who did what, when, under which role, in a chain that shows tampering.
//!
//! Each entry's mac is an HMAC-SHA256 over the entry and the mac before it, with a key that is kept outside the database. The values
//! before and after stand beside the entry and only their salted digest is in the chain: erasing them leaves the chain
//! whole. What the chain cannot show is that its last entries were cut off together with the head; `verify` prints the
//! head so that it can be noted elsewhere.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use kit_base::{Instant, Problem, Territory};
use rand::Rng;
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Engine, Reader, Store, Tx};

/// Bytes of a key and of a salt.
const SECRET_BYTES: usize = 32;
/// Entries read at a time while verifying.
const VERIFY_ROWS: i64 = 1_000;

/// The key of the chain. Never in the database, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct JournalKey([u8; SECRET_BYTES]);

impl JournalKey {
    /// A key from its bytes.
    pub fn from_bytes(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes)
    }

    /// A fresh key.
    pub fn generate() -> Self {
        Self(random_bytes())
    }

    /// The bytes, to be kept in a file that only the service can read.
    pub fn as_bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    fn mac(&self, message: &[u8]) -> Vec<u8> {
        // An HMAC takes a key of any length: this cannot fail.
        Hmac::<Sha256>::new_from_slice(&self.0)
            .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
            .unwrap_or_default()
    }
}

impl fmt::Debug for JournalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JournalKey(…)")
    }
}

fn random_bytes() -> [u8; SECRET_BYTES] {
    let mut bytes = [0; SECRET_BYTES];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who is not signed in.
    Visitor,
    /// Somebody who is.
    Person(Uuid),
    /// Whoever holds a signed link.
    AnswerLink(Uuid),
    /// The house itself: a job, the demo, the command line.
    House,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visitor => f.write_str("visitor"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::AnswerLink(id) => write!(f, "answer-link:{id}"),
            Self::House => f.write_str("house"),
        }
    }
}

/// What is written when a command is carried out.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: Actor,
    /// Under which role, as `role@place`; `-` when none was needed.
    pub role: String,
    /// Which command.
    pub command: &'static str,
    /// On what kind of thing.
    pub subject_kind: &'static str,
    /// On which one.
    pub subject_id: Option<Uuid>,
    /// Where.
    pub territory: Option<Territory>,
    /// Left out of listings.
    pub discreet: bool,
    /// What stood before and what stands now.
    pub values: serde_json::Value,
}

/// An entry as it is listed.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its number in the chain.
    pub sequence: i64,
    /// When.
    pub at: Instant,
    /// Who, as written by [`Actor`].
    pub actor: String,
    /// Under which role.
    pub role: String,
    /// Which command.
    pub command: String,
    /// On what kind of thing.
    pub subject_kind: String,
    /// On which one.
    pub subject_id: Option<Uuid>,
    /// What changed, unless it was erased.
    pub values: Option<String>,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Entries that were read.
    pub entries: i64,
    /// Entries whose values were erased.
    pub erased: i64,
    /// The first entry that does not fit, and why.
    pub broken: Option<Break>,
    /// The last mac, in hexadecimal: noted elsewhere, it shows a cut end.
    pub head: String,
}

/// Where a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The number of the first entry that does not fit.
    pub sequence: i64,
    /// What does not fit.
    pub reason: &'static str,
}

impl Store {
    /// Adds an entry at the end of the chain, inside the write that it tells of. Called last in a write: from here on other
    /// writes wait for this one.
    pub async fn journal(&self, tx: &Tx, entry: &Entry) -> Result<i64, Problem> {
        let (last, previous_mac) = hold_head(tx, self.engine()).await?;
        let sequence = last + 1;
        let salt = random_bytes();
        let content = entry.values.to_string();
        let values_digest = digest_of(&salt, &content);
        let mac = self.journal_key().mac(&sealed_bytes(&previous_mac, sequence, &Sealed::from(entry), &values_digest));
        insert(tx, sequence, entry, values_digest, mac.clone()).await?;
        run(
            tx,
            "INSERT INTO journal_values (sequence, salt, content) VALUES ($1, $2, $3)",
            [sequence.into(), salt.to_vec().into(), content.into()],
        )
        .await?;
        run(tx, "UPDATE journal_head SET sequence = $1, mac = $2 WHERE id = 1", [sequence.into(), mac.into()]).await?;
        Ok(sequence)
    }

    /// Recomputes the chain from its first entry to its head.
    pub async fn verify_journal(&self) -> Result<Verification, Problem> {
        let reader = self.read();
        let mut mac = Vec::new();
        let mut found = Verification { entries: 0, erased: 0, broken: None, head: String::new() };
        loop {
            let rows = reader.journal_rows_after(found.entries, VERIFY_ROWS).await?;
            let is_last = rows.len() < usize::try_from(VERIFY_ROWS).unwrap_or(usize::MAX);
            for row in &rows {
                let kept = Kept::read(row)?;
                let expected = found.entries + 1;
                found.broken = self.fault_of(&kept, expected, &mac).map(|reason| Break { sequence: expected, reason });
                if found.broken.is_some() {
                    return Ok(found);
                }
                found.entries = expected;
                found.erased += i64::from(kept.values.is_none());
                mac = kept.mac;
            }
            if is_last {
                break;
            }
        }
        let (head_sequence, head_mac) = reader.journal_head().await?;
        if head_sequence != found.entries || head_mac != mac {
            found.broken = Some(Break { sequence: found.entries + 1, reason: "the head does not fit the last entry" });
        }
        found.head = hexadecimal(&mac);
        Ok(found)
    }

    fn fault_of(&self, kept: &Kept, expected_sequence: i64, previous_mac: &[u8]) -> Option<&'static str> {
        if kept.sequence != expected_sequence {
            return Some("an entry is missing");
        }
        let sealed = sealed_bytes(previous_mac, kept.sequence, &kept.sealed, &kept.values_digest);
        if self.journal_key().mac(&sealed) != kept.mac {
            return Some("the entry was changed, or the key is another");
        }
        match &kept.values {
            Some((salt, content)) if digest_of(salt, content) != kept.values_digest => Some("the values were changed"),
            _ => None,
        }
    }
}

impl Tx {
    /// Erases the values beside every entry about this thing; the chain still holds. Tells how many.
    pub async fn erase_journal_values(&self, subject_kind: &str, subject_id: Uuid) -> Result<u64, Problem> {
        let done = self
            .execute_raw(Statement::from_sql_and_values(
                self.get_database_backend(),
                "DELETE FROM journal_values WHERE sequence IN \
                 (SELECT sequence FROM journal_entry WHERE subject_kind = $1 AND subject_id = $2)",
                [subject_kind.into(), subject_id.into()],
            ))
            .await?;
        Ok(done.rows_affected())
    }
}

impl Reader {
    /// Entries before `before` (or the newest), newest first, without those about discreet things.
    pub async fn journal_page(&self, before: Option<i64>, rows: u64) -> Result<Vec<Listed>, Problem> {
        let sql = "SELECT e.sequence, e.at, e.actor, e.role, e.command, e.subject_kind, e.subject_id, v.content \
                   FROM journal_entry e LEFT JOIN journal_values v ON v.sequence = e.sequence \
                   WHERE e.sequence < $1 AND NOT e.discreet ORDER BY e.sequence DESC LIMIT $2";
        let limit = i64::try_from(rows).unwrap_or(i64::MAX);
        self.rows(sql, [before.unwrap_or(i64::MAX).into(), limit.into()]).await?.iter().map(listed).collect()
    }

    async fn journal_rows_after(&self, sequence: i64, rows: i64) -> Result<Vec<QueryResult>, Problem> {
        let sql = "SELECT e.sequence, e.at, e.actor, e.role, e.command, e.subject_kind, e.subject_id, e.territory, e.discreet, \
                   e.values_digest, e.mac, v.salt, v.content \
                   FROM journal_entry e LEFT JOIN journal_values v ON v.sequence = e.sequence \
                   WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2";
        self.rows(sql, [sequence.into(), rows.into()]).await
    }

    async fn journal_head(&self) -> Result<(i64, Vec<u8>), Problem> {
        let rows = self.rows("SELECT sequence, mac FROM journal_head WHERE id = 1", []).await?;
        let row = rows.first().ok_or_else(|| Problem::internal("the journal has no head"))?;
        Ok((row.try_get("", "sequence")?, row.try_get("", "mac")?))
    }
}

/// What of an entry the mac covers, besides the numbers and digests.
struct Sealed {
    at: Instant,
    actor: String,
    role: String,
    command: String,
    subject_kind: String,
    subject_id: Option<Uuid>,
    territory: Option<String>,
    discreet: bool,
}

impl From<&Entry> for Sealed {
    fn from(entry: &Entry) -> Self {
        Self {
            at: entry.at,
            actor: entry.actor.to_string(),
            role: entry.role.clone(),
            command: entry.command.to_owned(),
            subject_kind: entry.subject_kind.to_owned(),
            subject_id: entry.subject_id,
            territory: entry.territory.map(|territory| territory.to_string()),
            discreet: entry.discreet,
        }
    }
}

/// An entry as it was kept.
struct Kept {
    sequence: i64,
    sealed: Sealed,
    values_digest: Vec<u8>,
    mac: Vec<u8>,
    values: Option<(Vec<u8>, String)>,
}

impl Kept {
    fn read(row: &QueryResult) -> Result<Self, Problem> {
        let salt: Option<Vec<u8>> = row.try_get("", "salt")?;
        let content: Option<String> = row.try_get("", "content")?;
        Ok(Self {
            sequence: row.try_get("", "sequence")?,
            sealed: Sealed {
                at: row.try_get("", "at")?,
                actor: row.try_get("", "actor")?,
                role: row.try_get("", "role")?,
                command: row.try_get("", "command")?,
                subject_kind: row.try_get("", "subject_kind")?,
                subject_id: row.try_get("", "subject_id")?,
                territory: row.try_get("", "territory")?,
                discreet: row.try_get("", "discreet")?,
            },
            values_digest: row.try_get("", "values_digest")?,
            mac: row.try_get("", "mac")?,
            values: salt.zip(content),
        })
    }
}

/// The bytes under the mac: a JSON array, so that no field can run into the next.
fn sealed_bytes(previous_mac: &[u8], sequence: i64, sealed: &Sealed, values_digest: &[u8]) -> Vec<u8> {
    json!([
        hexadecimal(previous_mac),
        sequence,
        sealed.at.timestamp_micros(),
        sealed.actor,
        sealed.role,
        sealed.command,
        sealed.subject_kind,
        sealed.subject_id,
        sealed.territory,
        sealed.discreet,
        hexadecimal(values_digest),
    ])
    .to_string()
    .into_bytes()
}

fn digest_of(salt: &[u8], content: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(content).finalize().to_vec()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn hold_head(tx: &Tx, engine: Engine) -> Result<(i64, Vec<u8>), Problem> {
    let sql = match engine {
        Engine::Sqlite => "SELECT sequence, mac FROM journal_head WHERE id = 1",
        Engine::Postgres => "SELECT sequence, mac FROM journal_head WHERE id = 1 FOR UPDATE",
    };
    let row = tx
        .query_one_raw(Statement::from_string(tx.get_database_backend(), sql))
        .await?
        .ok_or_else(|| Problem::internal("the journal has no head"))?;
    Ok((row.try_get("", "sequence")?, row.try_get("", "mac")?))
}

async fn insert(tx: &Tx, sequence: i64, entry: &Entry, values_digest: Vec<u8>, mac: Vec<u8>) -> Result<(), Problem> {
    let sql = "INSERT INTO journal_entry \
               (sequence, at, actor, role, command, subject_kind, subject_id, territory, discreet, values_digest, mac) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    run(
        tx,
        sql,
        [
            sequence.into(),
            entry.at.into(),
            entry.actor.to_string().into(),
            entry.role.clone().into(),
            entry.command.into(),
            entry.subject_kind.into(),
            entry.subject_id.into(),
            entry.territory.map(|territory| territory.to_string()).into(),
            entry.discreet.into(),
            values_digest.into(),
            mac.into(),
        ],
    )
    .await
}

async fn run<const N: usize>(tx: &Tx, sql: &str, values: [Value; N]) -> Result<(), Problem> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}

fn listed(row: &QueryResult) -> Result<Listed, Problem> {
    Ok(Listed {
        sequence: row.try_get("", "sequence")?,
        at: row.try_get("", "at")?,
        actor: row.try_get("", "actor")?,
        role: row.try_get("", "role")?,
        command: row.try_get("", "command")?,
        subject_kind: row.try_get("", "subject_kind")?,
        subject_id: row.try_get("", "subject_id")?,
        values: row.try_get("", "content")?,
    })
}
