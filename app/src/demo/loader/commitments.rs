//! What was decided and promised at the example seminar, and answered since.

use commitments::{Answer, CommitmentId, DecisionId, News, Origin, Progress, RecordCommitment, RecordDecision, Said};
use directory::OrganisationId;
use kit_policy::Principal;

use super::data::{AnswerData, CommitmentData, Commitments, ProgressData};
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// Records the decisions, the promises and the answers.
pub(super) async fn load(
    steps: &mut Steps<'_>,
    data: &Commitments,
    sessions: &Named<Origin>,
    organisations: &Named<OrganisationId>,
    people: &Named<Principal>,
) -> anyhow::Result<Named<CommitmentId>> {
    let decisions = load_decisions(steps, data, sessions).await?;
    let mut named = Named::new("commitment");
    for commitment in &data.commitment {
        let command = RecordCommitment {
            origin: sessions.get(&commitment.session)?.clone(),
            organisation: *organisations.get(&commitment.organisation)?,
            person_label: commitment.person_label.clone(),
            what: commitment.what.clone(),
            due: steps.day(commitment.due_days)?,
            not_before: commitment.not_before_days.map(|days| steps.day(days)).transpose()?,
            decision: decision_of(commitment, &decisions)?,
        };
        let id = steps.carry_out(&the_house(), &command, CommitmentId).await?;
        named.name(&commitment.key, id)?;
        if let Some(answer) = &commitment.answer {
            load_answer(steps, id, answer, people).await?;
        }
    }
    Ok(named)
}

async fn load_decisions(
    steps: &mut Steps<'_>,
    data: &Commitments,
    sessions: &Named<Origin>,
) -> anyhow::Result<Named<DecisionId>> {
    let mut named = Named::new("decision");
    for decision in &data.decision {
        let origin = sessions.get(&decision.session)?.clone();
        let command = RecordDecision { territory: origin.territory, origin, text: decision.text.clone() };
        let id = steps.carry_out(&the_house(), &command, DecisionId).await?;
        named.name(&decision.key, id)?;
    }
    Ok(named)
}

fn decision_of(commitment: &CommitmentData, decisions: &Named<DecisionId>) -> anyhow::Result<Option<DecisionId>> {
    commitment.decision.as_deref().map(|key| decisions.get(key).copied()).transpose()
}

/// The administrator never answers in the place of an organisation: somebody who may writes the answer down.
async fn load_answer(
    steps: &mut Steps<'_>,
    commitment: CommitmentId,
    answer: &AnswerData,
    people: &Named<Principal>,
) -> anyhow::Result<()> {
    let progress = match &answer.progress {
        ProgressData::Done => Progress::Done,
        ProgressData::InProgress { new_date_days } => Progress::InProgress { new_date: steps.day(*new_date_days)? },
        ProgressData::Blocked { blocked_by } => Progress::Blocked { by: blocked_by.clone() },
        ProgressData::GivenUp => Progress::GivenUp,
    };
    let command =
        Answer { commitment, news: News { progress, sentence: answer.sentence.clone() }, said: Said::Directly };
    steps.carry_out_only(people.get(&answer.by)?, &command).await
}
