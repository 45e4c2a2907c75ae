//! The thread: decisions and promises, whoever took them; owner, date, answers without an account.

mod commands;
mod form;
mod model;
mod store;
mod view;

pub use commands::{
    Answer, AskForNews, DisownAnswer, HandOver, RecordCommitment, RecordDecision, RevokeLink, UndoAnswer,
};
pub use form::{parse_record, record_fields};
pub use model::{
    AnswerLinkId, CommitmentId, DecisionId, News, NewsId, Origin, OriginKind, Progress, Status, status_badge,
};
pub use view::{CommitmentView, DecisionView, decisions_taken_at, hold, origins, taken_at, view};
