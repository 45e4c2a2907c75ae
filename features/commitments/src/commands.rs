//! One verb a file.

mod answer;
mod ask_for_news;
mod carry_over;
mod disown_answer;
mod hand_over;
mod make_sample_link;
mod offer_help;
mod record_commitment;
mod record_decision;
mod revoke_link;
mod same_as;
mod undo_answer;

use directory::OrganisationId;
use kit_base::{EmailAddress, Instant, Locale, Message, Problem, Territory};
use kit_outbox::{Action, BasketItem};
use kit_store::Tx;
use kit_web::{Act, TokenDigest, new_token};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use uuid::Uuid;

pub use answer::Answer;
pub use ask_for_news::AskForNews;
pub use carry_over::CarryOver;
pub use disown_answer::DisownAnswer;
pub use hand_over::HandOver;
pub(crate) use make_sample_link::MakeSampleLink;
pub use offer_help::{OfferHelp, WithdrawHelp};
pub use record_commitment::RecordCommitment;
pub use record_decision::RecordDecision;
pub use revoke_link::RevokeLink;
pub use same_as::{SameAs, Separate};
pub use undo_answer::UndoAnswer;

use crate::model::{AnswerLinkId, CommitmentId, NewsId, link_expires_at};
use crate::store::{LIVING_LINKS_MAX, answer_link, links_of};

/// A link about to be made.
pub(crate) struct NewLink {
    pub(crate) commitment: CommitmentId,
    pub(crate) organisation: OrganisationId,
    pub(crate) address: EmailAddress,
    pub(crate) handed_over_from: Option<AnswerLinkId>,
    pub(crate) tells_of: Option<NewsId>,
}

impl NewLink {
    /// Writes the link and gives its token, which is kept nowhere: it stands in the mail alone.
    async fn make(self, tx: &Tx, now: Instant) -> Result<(AnswerLinkId, String), Problem> {
        let links = links_of(self.commitment).all(tx).await?;
        let may_answer = |link: &&answer_link::Model| link.is_living(now) && link.tells_of.is_none();
        if self.tells_of.is_none() && links.iter().filter(may_answer).count() >= LIVING_LINKS_MAX {
            return Err(Problem::Refused(Message::new("commitments-too-many-links").with("max", LIVING_LINKS_MAX)));
        }
        let token = new_token();
        Ok((self.write(tx, now, &token).await?, token))
    }

    /// Writes the link that this token opens.
    pub(crate) async fn write(self, tx: &Tx, now: Instant, token: &str) -> Result<AnswerLinkId, Problem> {
        let id = AnswerLinkId::new(now);
        let row = answer_link::ActiveModel {
            id: Set(id),
            commitment_id: Set(self.commitment),
            organisation_id: Set(self.organisation),
            address: Set(self.address),
            digest: Set(TokenDigest::of(token).bytes()),
            created_at: Set(now),
            expires_at: Set(link_expires_at(now)),
            revoked_at: Set(None),
            handed_over_from: Set(self.handed_over_from),
            tells_of: Set(self.tells_of),
        };
        answer_link::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(id)
    }
}

/// One piece of a basket, written in the language of organisations: French for now.
struct Word<'a> {
    to: EmailAddress,
    /// Where the organisation is, for its school holidays.
    territory: Territory,
    about: Uuid,
    sentence: &'a Message,
    button: &'a Message,
    /// A path of this house.
    path: String,
}

const LANGUAGE_OF_ORGANISATIONS: Locale = Locale::Fr;

impl Word<'_> {
    fn item(self, act: &Act<'_>) -> BasketItem {
        let t = act.premises().words.translator(LANGUAGE_OF_ORGANISATIONS);
        BasketItem {
            to: self.to,
            locale: LANGUAGE_OF_ORGANISATIONS,
            zone: territories::atlas().school_zone(self.territory).map(|zone| zone.to_string()),
            about: self.about,
            sentence: t.message(self.sentence),
            action: Action { label: t.message(self.button), url: act.premises().public_url.link(&self.path) },
        }
    }
}

/// A day written out for a mail.
fn day_in_mail(act: &Act<'_>, day: chrono::NaiveDate) -> String {
    act.premises().words.translator(LANGUAGE_OF_ORGANISATIONS).date(day)
}
