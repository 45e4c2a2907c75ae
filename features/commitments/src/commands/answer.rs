//! Saying where one is with what was promised.

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::json;

use super::{NewLink, Word};
use crate::model::{AnswerLinkId, AnswerState, CommitmentId, News, NewsId, Said};
use crate::store::{ANSWERS_PER_LINK_MAX, commitment, hold_link_of, news, news_of, settle, today};

/// Records an answer, by a link or by somebody signed in, for the organisation or on its behalf.
#[derive(Debug, Clone)]
pub struct Answer {
    /// About what.
    pub commitment: CommitmentId,
    /// The answer.
    pub news: News,
    /// How the organisation said it.
    pub said: Said,
}

impl Command for Answer {
    type Output = NewsId;
    const NAME: &'static str = "commitment.answer";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.answer", &row.resource())?;
        if self.said.is_reported() {
            act.permit("commitment.record", &row.resource())?;
        }
        if row.same_as_id.is_some() {
            return Err(Problem::Refused(Message::new("commitments-same-answer-other")));
        }
        let link = hold_link_of(&act.tx, act.principal, act.now).await?;
        self.news.check(today(act.now))?;
        let id = self.write(act, link.as_ref().map(|link| link.id)).await?;
        let after = settle(&act.tx, &row).await?;
        kit_outbox::withdraw(&act.tx, row.id.0).await?;
        if link.is_some() {
            self.tell_the_organisation(act, &row, id).await?;
        }
        let values = json!({
            "before": { "status": row.status.code(), "due": row.current_due },
            "after": { "status": after.status.code(), "due": after.due, "news": id.0 },
        });
        Ok(permit.done(id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}

impl Answer {
    async fn write(&self, act: &Act<'_>, link: Option<AnswerLinkId>) -> Result<NewsId, Problem> {
        let earlier = news_of(self.commitment).all(&act.tx).await?;
        let by_this_link = earlier.iter().filter(|news| link.is_some() && news.link_id == link).count();
        if by_this_link >= ANSWERS_PER_LINK_MAX {
            return Err(Problem::Refused(
                Message::new("commitments-too-many-answers").with("max", ANSWERS_PER_LINK_MAX),
            ));
        }
        let id = NewsId::new(act.now);
        let row = news::ActiveModel {
            id: Set(id),
            commitment_id: Set(self.commitment),
            number: Set(earlier.last().map_or(0, |last| last.number).saturating_add(1)),
            state: Set(self.news.progress.state()),
            new_date: Set(self.news.progress.new_date()),
            blocked_by: Set(self.news.progress.blocked_by().map(str::to_owned)),
            sentence: Set(self.news.sentence.clone()),
            at: Set(act.now),
            channel: Set(self.said.channel(link.is_some())),
            said_by: Set(self.said.by()),
            link_id: Set(link),
            person_id: Set(act.principal.person_id()),
            undone_at: Set(None),
            disowned_at: Set(None),
        };
        news::Entity::insert(row).exec_without_returning(&act.tx).await?;
        Ok(id)
    }

    /// Whoever holds a link may not be whom it was meant for: the organisation's own address learns of the answer in its
    /// next basket, and can say that it was not theirs.
    async fn tell_the_organisation(&self, act: &Act<'_>, row: &commitment::Model, news: NewsId) -> Result<(), Problem> {
        let organisation = directory::find_in(&act.tx, row.organisation_id).await?;
        let Some(to) = organisation.and_then(|organisation| organisation.contact_email) else { return Ok(()) };
        let link = NewLink {
            commitment: row.id,
            organisation: row.organisation_id,
            address: to.clone(),
            handed_over_from: None,
            tells_of: Some(news),
        };
        let (_, token) = link.make(&act.tx, act.now).await?;
        let sentence = Message::new(told(self.news.progress.state())).with("what", &row.what);
        let word = Word {
            to,
            territory: row.territory,
            about: news.0,
            sentence: &sentence,
            button: &Message::new("commitments-mail-disown"),
            path: format!("/r/{token}/pas-moi"),
        };
        kit_outbox::tell_in_next_basket(&act.tx, act.now, &word.item(act)).await
    }
}

fn told(state: AnswerState) -> &'static str {
    match state {
        AnswerState::Done => kit_i18n::key!("commitments-mail-told-done"),
        AnswerState::InProgress => kit_i18n::key!("commitments-mail-told-in-progress"),
        AnswerState::Blocked => kit_i18n::key!("commitments-mail-told-blocked"),
        AnswerState::GivenUp => kit_i18n::key!("commitments-mail-told-given-up"),
    }
}
