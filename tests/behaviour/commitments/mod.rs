//! The thread of promises, and answers without an account.

mod answer;
mod beside;
mod rules;
mod thread;

use ::commitments::{AskForNews, CommitmentId, Origin, OriginKind, RecordCommitment};
use chrono::NaiveDate;
use directory::OrganisationId;
use kit_outbox::OutgoingMail;
use uuid::Uuid;

use crate::support::TestHouse;

/// A promise whose owner was asked for news.
pub(crate) struct Asked {
    pub(crate) commitment: CommitmentId,
    /// The path of the signed link in the mail.
    pub(crate) link: String,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An example organisation of the Aude promises something for 1 December 2026.
pub(crate) async fn promise(house: &TestHouse) -> (CommitmentId, OrganisationId) {
    let organisation = house.organisation("Mission locale d’essai (exemple)", "departement:11").await;
    let commitment = house
        .act(&RecordCommitment {
            origin: Origin {
                kind: OriginKind::Session,
                id: Uuid::from_u128(6),
                title: "Atelier d’essai".to_owned(),
                date: day("2026-11-20"),
                path: "/seminaires".to_owned(),
                territory: "region:76".parse().unwrap(),
            },
            organisation,
            person_label: None,
            what: "Recenser les partenaires".to_owned(),
            due: day("2026-12-01"),
            not_before: None,
            decision: None,
        })
        .await;
    (commitment, organisation)
}

/// The same, and a mail asked where it stands.
pub(crate) async fn asked_for_news(house: &TestHouse) -> Asked {
    let (commitment, _) = promise(house).await;
    house.act(&AskForNews { commitment, asked_by: "Pilotage régional (exemple)".to_owned() }).await;
    let mail = house.post().await.pop().expect("a mail asks");
    Asked { commitment, link: answer_link(house, &mail) }
}

/// The path of the first signed link in a mail.
pub(crate) fn answer_link(house: &TestHouse, mail: &OutgoingMail) -> String {
    let start = format!("{}/r/", house.origin);
    let link =
        mail.text.split_whitespace().find(|word| word.starts_with(&start)).expect("the mail holds a signed link");
    link.trim_start_matches(&house.origin).to_owned()
}
