//! The thread: decisions and promises, whoever took them; owner, date, answers without an account.

mod api;
mod commands;
mod form;
mod model;
mod pages;
mod panels;
mod samples;
mod store;
mod thread;
mod view;

use kit_store::Migration;
use kit_web::{Audience, CommandDescription, Feature, NavigationEntry};

pub use commands::{
    Answer, AskForNews, CarryOver, DisownAnswer, HandOver, OfferHelp, RecordCommitment, RecordDecision, RevokeLink,
    SameAs, Separate, UndoAnswer, WithdrawHelp,
};
pub use form::{parse_record, record_fields};
pub use model::{
    AnswerLinkId, AnswerState, CommitmentId, DecisionId, HelpId, News, NewsId, Origin, OriginKind, Progress, Said,
    Status, status_badge,
};
pub use samples::make_sample_links;
pub use view::{
    CommitmentView, DecisionView, decisions_taken_at, hold, open_in, open_in_tx, origins, taken_at, view, views_of,
};

/// The room of the thread.
pub const FEATURE: Feature = Feature {
    name: "commitments",
    words: kit_i18n::Source {
        owner: "commitments",
        fr: include_str!("../i18n/fr.ftl"),
        en: include_str!("../i18n/en.ftl"),
    },
    migrations: &[
        Migration {
            name: "commitments/0001-decisions-and-commitments",
            sql: include_str!("../migrations/0001-decisions-and-commitments.sql"),
        },
        Migration {
            name: "commitments/0002-said-same-help-carried",
            sql: include_str!("../migrations/0002-said-same-help-carried.sql"),
        },
    ],
    navigation: &[NavigationEntry { label: "commitments-nav", href: "/fil", audience: Audience::SignedIn, order: 20 }],
    routes: pages::routes,
    commands: &[
        CommandDescription { name: "decision.record", action: "decision.record" },
        CommandDescription { name: "commitment.record", action: "commitment.record" },
        CommandDescription { name: "commitment.ask", action: "commitment.ask" },
        CommandDescription { name: "commitment.answer", action: "commitment.answer" },
        CommandDescription { name: "commitment.hand-over", action: "commitment.hand-over" },
        CommandDescription { name: "commitment.undo-answer", action: "commitment.undo-answer" },
        CommandDescription { name: "commitment.disown-answer", action: "commitment.disown-answer" },
        CommandDescription { name: "commitment.same-as", action: "commitment.record" },
        CommandDescription { name: "commitment.separate", action: "commitment.record" },
        CommandDescription { name: "commitment.offer-help", action: "commitment.record" },
        CommandDescription { name: "commitment.withdraw-help", action: "commitment.record" },
        CommandDescription { name: "commitment.carry-over", action: "commitment.record" },
        CommandDescription { name: "answer-link.revoke", action: "answer-link.revoke" },
        CommandDescription { name: "answer-link.make-sample", action: "commitment.ask" },
    ],
    reading_actions: &["commitment.read", "commitment.list", "commitment.call-list"],
    panels: panels::PANELS,
    lists: &[api::COMMITMENTS],
    beads: Some(thread::BEADS),
    identify: None,
    samples: samples::samples,
};
