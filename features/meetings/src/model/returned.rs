//! What a file that was brought back says, as far as it was understood.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What is to be recorded. It travels with the form that confirms it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Who was there.
    pub presences: Vec<PresenceLine>,
    /// What was said about open promises.
    pub answers: Vec<AnswerLine>,
    /// What was decided.
    pub decisions: Vec<String>,
    /// What was promised.
    pub promises: Vec<PromiseLine>,
    /// The minutes.
    pub minutes: Option<String>,
    /// The day of the next meeting.
    pub next_day: Option<NaiveDate>,
}

/// An organisation that was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenceLine {
    /// Which one.
    pub organisation: Uuid,
    /// How many people of it.
    pub people: i32,
}

/// An answer about a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerLine {
    /// The promise.
    pub commitment: Uuid,
    /// The version that stood when the file was made.
    pub version: i32,
    /// The answer, as its code.
    pub state: String,
    /// The new date, where it is under way.
    pub new_date: Option<NaiveDate>,
    /// What it waits for, where it is blocked.
    pub blocked_by: Option<String>,
    /// A sentence.
    pub sentence: Option<String>,
}

/// A new promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseLine {
    /// Who promised.
    pub organisation: Uuid,
    /// What.
    pub what: String,
    /// By when.
    pub due: NaiveDate,
    /// Not before.
    pub not_before: Option<NaiveDate>,
}

impl Changes {
    /// Whether there is nothing to record.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes out the lines that were brought back already: `is_known` tells by their digest.
    pub(crate) fn without_known(mut self, is_known: impl Fn(&[u8]) -> bool) -> Self {
        self.answers.retain(|line| !is_known(&digest_of("answer", line)));
        self.decisions.retain(|line| !is_known(&digest_of("decision", line)));
        self.promises.retain(|line| !is_known(&digest_of("promise", line)));
        self
    }

    /// The digests of the lines that are recorded once, however often they come back. Who was there, the minutes and the next day are
    /// what they are: setting them twice is setting them once.
    pub(crate) fn digests(&self) -> Vec<Vec<u8>> {
        let answers = self.answers.iter().map(|line| digest_of("answer", line));
        let decisions = self.decisions.iter().map(|line| digest_of("decision", line));
        let promises = self.promises.iter().map(|line| digest_of("promise", line));
        answers.chain(decisions).chain(promises).collect()
    }
}

/// The version that stood is no part of what was said: the same answer in a newer file is the same answer.
pub(crate) fn digest_of(kind: &str, line: &impl Serialize) -> Vec<u8> {
    let mut value = serde_json::to_value(line).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.remove("version");
    }
    let mut digest = Sha256::new();
    digest.update(kind.as_bytes());
    digest.update([0]);
    digest.update(value.to_string().as_bytes());
    digest.finalize().to_vec()
}
