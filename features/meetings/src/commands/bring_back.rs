//! What was written down where there was no network is recorded: all of it, or nothing.

use commitments::{Answer, AnswerState, CommitmentId, News, Progress, RecordCommitment, RecordDecision, Said};
use directory::OrganisationId;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::{Presence, RecordPresence, WriteMinutes, check_held};
use crate::letters::LANGUAGE;
use crate::model::MeetingId;
use crate::model::returned::{AnswerLine, Changes, PromiseLine};
use crate::store::{meeting, presences_of, returned_among, returned_line};

/// Records what a file says, as it was confirmed. Each line is permitted and journalled as the command it is; what was recorded from an earlier file is
/// left alone.
#[derive(Debug, Clone)]
pub struct BringBack {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// What the person confirmed.
    pub changes: Changes,
}

impl Command for BringBack {
    type Output = MeetingId;
    const NAME: &'static str = "meeting.bring-back";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        // Held: whoever brings the same file back at the same moment comes second, and finds it recorded.
        let row = act.tx.hold::<meeting::Entity>(self.meeting).await?;
        let permit = act.permit("meeting.hold", &row.resource())?;
        check_held(&row)?;
        let known = returned_among(row.id, self.changes.digests()).all(&act.tx).await?;
        let changes = self.changes.clone().without_known(|digest| known.iter().any(|line| line.digest == digest));
        self.presences(act, &row, &changes).await?;
        for line in &changes.answers {
            answer(act, line).await?;
        }
        let origin = row.origin(&act.premises().words.translator(LANGUAGE));
        for text in &changes.decisions {
            let command = RecordDecision { origin: origin.clone(), text: text.clone(), territory: row.territory };
            act.carry_out(&command).await?;
        }
        for line in &changes.promises {
            act.carry_out(&promise(line, &origin)).await?;
        }
        self.closing(act, &row, &changes).await?;
        remember(act, &row, &changes).await?;
        let after = json!({
            "answers": changes.answers.len(),
            "decisions": changes.decisions.len(),
            "promises": changes.promises.len(),
            "presences": changes.presences.len(),
        });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(row.id, Record::of("meeting", row.id.0, Some(row.territory), values)))
    }
}

impl BringBack {
    /// Those that the file names join those that are known already: a row that was deleted says nothing.
    async fn presences(&self, act: &Act<'_>, row: &meeting::Model, changes: &Changes) -> Result<(), Problem> {
        if changes.presences.is_empty() {
            return Ok(());
        }
        let known = presences_of(row.id).all(&act.tx).await?;
        let named = changes
            .presences
            .iter()
            .map(|line| Presence { organisation: OrganisationId(line.organisation), people: line.people });
        let mut present: Vec<Presence> = named.collect();
        for line in known {
            if !present.iter().any(|present| present.organisation == line.organisation_id) {
                present.push(Presence { organisation: line.organisation_id, people: line.people });
            }
        }
        act.carry_out(&RecordPresence { meeting: row.id, present }).await?;
        Ok(())
    }

    /// Minutes that stand are not overwritten.
    async fn closing(&self, act: &Act<'_>, row: &meeting::Model, changes: &Changes) -> Result<(), Problem> {
        let minutes = row.minutes.clone().or_else(|| changes.minutes.clone());
        let next_day = row.next_day.or(changes.next_day);
        if minutes == row.minutes && next_day == row.next_day {
            return Ok(());
        }
        let command = WriteMinutes { meeting: row.id, version_read: row.version, minutes, next_day };
        act.carry_out(&command).await?;
        Ok(())
    }
}

/// Said in the meeting; refused where a newer answer came meanwhile.
async fn answer(act: &Act<'_>, line: &AnswerLine) -> Result<(), Problem> {
    let commitment = CommitmentId(line.commitment);
    let stands = commitments::hold(&act.tx, commitment).await?;
    if stands.version != line.version {
        return Err(Problem::Refused(Message::new("meetings-return-meanwhile").with("what", stands.what)));
    }
    let progress = match (line.state.parse(), line.new_date, &line.blocked_by) {
        (Ok(AnswerState::Done), ..) => Progress::Done,
        (Ok(AnswerState::GivenUp), ..) => Progress::GivenUp,
        (Ok(AnswerState::InProgress), Some(new_date), _) => Progress::InProgress { new_date },
        (Ok(AnswerState::Blocked), _, Some(by)) => Progress::Blocked { by: by.clone() },
        _ => return Err(Problem::Unreadable),
    };
    let news = News { progress, sentence: line.sentence.clone() };
    act.carry_out(&Answer { commitment, news, said: Said::AtMeeting }).await?;
    Ok(())
}

fn promise(line: &PromiseLine, origin: &commitments::Origin) -> RecordCommitment {
    RecordCommitment {
        origin: origin.clone(),
        organisation: OrganisationId(line.organisation),
        person_label: None,
        what: line.what.clone(),
        due: line.due,
        not_before: line.not_before,
        decision: None,
    }
}

async fn remember(act: &Act<'_>, row: &meeting::Model, changes: &Changes) -> Result<(), Problem> {
    let line = |digest| returned_line::ActiveModel { meeting_id: Set(row.id), digest: Set(digest), at: Set(act.now) };
    let rows: Vec<_> = changes.digests().into_iter().map(line).collect();
    if !rows.is_empty() {
        returned_line::Entity::insert_many(rows).exec_without_returning(&act.tx).await?;
    }
    Ok(())
}
