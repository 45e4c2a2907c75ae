//! The form that records a promise: shown by whoever holds the gathering, read here.

use kit_base::limits::{SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Message, Problem};
use kit_i18n::key;
use kit_ui::{Choice, Field};
use kit_web::{Fields, Form, Submission, Visit};

use crate::commands::RecordCommitment;
use crate::model::{AnswerState, Channel, News, Origin, Progress, Said};

/// The fields of a promise, filled with what stands in `form`: organisation, person, what, date, not before, decision.
/// The last is left out where there is no decision to choose.
pub fn record_fields(
    visit: &Visit,
    form: &Form,
    organisation_choices: Vec<Choice>,
    decision_choices: Vec<Choice>,
) -> Vec<Field> {
    let t = visit.t();
    let mut fields = vec![
        Field::select(t, "organisation", t.text("commitments-field-organisation"), organisation_choices)
            .purpose(t.text("commitments-field-organisation-purpose")),
        Field::text(t, "quoi", t.text("commitments-field-what"))
            .hint(t.text("commitments-field-what-hint"))
            .maxlength(SENTENCE_CHARACTERS_MAX),
        Field::date(t, "echeance", t.text("commitments-field-due")),
        Field::date(t, "pas-avant", t.text("commitments-field-not-before"))
            .hint(t.text("commitments-field-not-before-hint"))
            .purpose(t.text("commitments-field-not-before-purpose"))
            .optional(),
        Field::text(t, "personne", t.text("commitments-field-person"))
            .hint(t.text("commitments-field-person-hint"))
            .purpose(t.text("commitments-field-person-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
    ];
    if !decision_choices.is_empty() {
        let decision = Field::select(t, "decision", t.text("commitments-field-decision"), decision_choices)
            .purpose(t.text("commitments-field-decision-purpose"))
            .optional();
        fields.push(decision);
    }
    fields.into_iter().map(|field| form.fill(field)).collect()
}

/// Reads what [`record_fields`] asked for.
pub fn parse_record(submission: &Submission, origin: Origin) -> Result<RecordCommitment, Problem> {
    let mut fields = submission.fields();
    let organisation = fields.code("organisation");
    let what = fields.text("quoi", SENTENCE_CHARACTERS_MAX);
    let due = fields.date("echeance");
    let not_before = fields.optional_date("pas-avant");
    let person_label = fields.optional_text("personne", TITLE_CHARACTERS_MAX);
    let decision = fields.optional_code("decision");
    fields.complete(|| {
        Some(RecordCommitment {
            origin,
            organisation: organisation?,
            person_label: person_label?,
            what: what?,
            due: due?,
            not_before: not_before?,
            decision: decision?,
        })
    })
}

/// The fields of an answer. Without a script all are shown; only those that the chosen answer needs must be filled.
pub(crate) fn answer_fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let choices = AnswerState::ALL.iter().map(|state| Choice::new(state.code(), t.text(state.label()))).collect();
    let fields = [
        Field::radios(t, "reponse", t.text("commitments-answer-question"), choices),
        Field::date(t, "nouvelle-date", t.text("commitments-answer-new-date"))
            .hint(t.text("commitments-answer-new-date-hint"))
            .only_for("reponse", &[AnswerState::InProgress.code()]),
        Field::text(t, "bloque-par", t.text("commitments-answer-blocked-by"))
            .hint(t.text("commitments-answer-blocked-by-hint"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .only_for("reponse", &[AnswerState::Blocked.code()]),
        Field::text(t, "phrase", t.text("commitments-answer-sentence"))
            .purpose(t.text("commitments-answer-sentence-purpose"))
            .maxlength(SENTENCE_CHARACTERS_MAX)
            .optional(),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

/// Reads what [`answer_fields`] asked for.
pub(crate) fn parse_answer(submission: &Submission) -> Result<News, Problem> {
    let mut fields = submission.fields();
    let news = read_news(&mut fields);
    fields.complete(|| news)
}

/// Reads what [`answer_fields`] and [`said_fields`] asked for.
pub(crate) fn parse_reported(submission: &Submission) -> Result<(News, Said), Problem> {
    let mut fields = submission.fields();
    let (news, said) = (read_news(&mut fields), read_said(&mut fields));
    fields.complete(|| news.zip(said))
}

fn read_news(fields: &mut Fields<'_>) -> Option<News> {
    let state = fields.code("reponse");
    let sentence = fields.optional_text("phrase", SENTENCE_CHARACTERS_MAX);
    let new_date = fields.optional_date("nouvelle-date");
    let blocked_by = fields.optional_text("bloque-par", TITLE_CHARACTERS_MAX);
    // What was typed for another answer than the one that was chosen would be lost without a word.
    if matches!(new_date, Some(Some(_))) && state.is_some_and(|state| state != AnswerState::InProgress) {
        fields.refuse::<()>("nouvelle-date", Message::new("commitments-answer-date-unused"));
    }
    if matches!(blocked_by, Some(Some(_))) && state.is_some_and(|state| state != AnswerState::Blocked) {
        fields.refuse::<()>("bloque-par", Message::new("commitments-answer-blocked-by-unused"));
    }
    let progress = match state {
        Some(AnswerState::Done) => Some(Progress::Done),
        Some(AnswerState::GivenUp) => Some(Progress::GivenUp),
        Some(AnswerState::InProgress) => match new_date {
            Some(None) => fields.refuse("nouvelle-date", Message::new("commitments-answer-date-missing")),
            date => date.flatten().map(|new_date| Progress::InProgress { new_date }),
        },
        Some(AnswerState::Blocked) => match blocked_by {
            Some(None) => fields.refuse("bloque-par", Message::new("commitments-answer-blocked-by-missing")),
            by => by.flatten().map(|by| Progress::Blocked { by }),
        },
        None => None,
    };
    Some(News { progress: progress?, sentence: sentence? })
}

/// How whoever writes an answer down came to know it; for those who record promises.
pub(crate) fn said_fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let choices = [Channel::Phone, Channel::Meeting, Channel::Person];
    let choices = choices.iter().map(|channel| Choice::new(channel.code(), t.text(said_label(*channel)))).collect();
    let fields = [
        Field::radios(t, "dit", t.text("commitments-said"), choices)
            .purpose(t.text("commitments-said-purpose"))
            .optional(),
        Field::text(t, "dit-par", t.text("commitments-said-by"))
            .hint(t.text("commitments-said-by-hint"))
            .purpose(t.text("commitments-said-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .only_for("dit", &[Channel::Phone.code()])
            .optional(),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

fn said_label(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => key!("commitments-said-by-phone"),
        Channel::Meeting => key!("commitments-said-at-meeting"),
        Channel::Person | Channel::Link => key!("commitments-said-otherwise"),
    }
}

fn read_said(fields: &mut Fields<'_>) -> Option<Said> {
    let channel = fields.optional_code("dit");
    let by = fields.optional_text("dit-par", TITLE_CHARACTERS_MAX);
    if matches!(by, Some(Some(_))) && channel != Some(Some(Channel::Phone)) {
        fields.refuse::<()>("dit-par", Message::new("commitments-said-by-unused"));
    }
    Some(match channel? {
        Some(Channel::Phone) => Said::ByPhone(by?),
        Some(Channel::Meeting) => Said::AtMeeting,
        Some(Channel::Person | Channel::Link) | None => Said::Directly,
    })
}
