//! The file that is taken where there is no network: what it holds, in which words, and what it is read against when it comes back.

use std::collections::HashMap;

use commitments::{AnswerState, CommitmentView};
use directory::OrganisationSummary;
use kit_base::clock::day_in;
use kit_base::{Locale, Problem};
use kit_exchange::{Cell, Column, Sheet};
use kit_i18n::{Translator, key};
use kit_web::Visit;

use crate::model::AGENDA_PROMISES_MAX;
use crate::model::reading::{FileWords, Known};
use crate::store::{meeting, members_on, presences_of, returned_of};

/// Lines left free for who came from elsewhere, for decisions and for promises.
const BLANK_ROWS: u32 = 15;

/// What stands before a meeting: its members, and what is still promised, the nearest date first.
pub(crate) struct Before {
    pub(crate) members: Vec<OrganisationSummary>,
    pub(crate) promises: Vec<CommitmentView>,
}

impl Before {
    pub(crate) async fn of(visit: &Visit, row: &meeting::Model) -> Result<Self, Problem> {
        let mut promises = commitments::open_in(visit, row.territory).await?;
        promises.truncate(AGENDA_PROMISES_MAX);
        Ok(Self { members: members_on(visit, row).await?, promises })
    }
}

impl FileWords {
    /// In the words of this language. The mirrored language of the tests writes French files: a file is data.
    pub(crate) fn of(t: &Translator) -> Self {
        let text = |key: &str| t.text(key).to_string();
        let answer = |state: &AnswerState| (*state, text(answer_word(*state)));
        Self {
            presences: text("meetings-sheet-presences"),
            promises: text("meetings-sheet-promises"),
            new_promises: text("meetings-sheet-new-promises"),
            decisions: text("meetings-sheet-decisions"),
            closing: text("meetings-sheet-closing"),
            key: text("meetings-column-key"),
            organisation: text("meetings-column-organisation"),
            people: text("meetings-column-people"),
            what: text("meetings-column-what"),
            due: text("meetings-column-due"),
            answer: text("meetings-column-answer"),
            new_date: text("meetings-column-new-date"),
            blocked_by: text("meetings-column-blocked-by"),
            sentence: text("meetings-column-sentence"),
            not_before: text("meetings-column-not-before"),
            decision: text("meetings-column-decision"),
            next_day: text("meetings-column-next-day"),
            minutes: text("meetings-column-minutes"),
            answers: AnswerState::ALL.iter().map(answer).collect(),
        }
    }

    /// Those of every language that a file may have been made in.
    pub(crate) fn of_every_language(visit: &Visit) -> Vec<Self> {
        [Locale::Fr, Locale::En].map(|locale| Self::of(&visit.house().words.translator(locale))).to_vec()
    }

    /// Those in which this visitor takes a file along.
    pub(crate) fn for_reader(visit: &Visit) -> Self {
        let locale = match visit.locale() {
            Locale::En => Locale::En,
            Locale::Fr | Locale::Mirror => Locale::Fr,
        };
        Self::of(&visit.house().words.translator(locale))
    }
}

fn answer_word(state: AnswerState) -> &'static str {
    match state {
        AnswerState::Done => key!("meetings-answer-done"),
        AnswerState::InProgress => key!("meetings-answer-in-progress"),
        AnswerState::Blocked => key!("meetings-answer-blocked"),
        AnswerState::GivenUp => key!("meetings-answer-given-up"),
    }
}

/// The sheets of the file, in the order in which a meeting goes.
pub(crate) fn sheets(words: &FileWords, before: &Before) -> Vec<Sheet> {
    vec![presences(words, before), promises(words, before), decisions(words), new_promises(words), closing(words)]
}

fn presences(words: &FileWords, before: &Before) -> Sheet {
    let columns = vec![Column::new(&words.organisation, 60), Column::new(&words.people, 24)];
    let rows = before.members.iter().map(|member| vec![member.display_name().into(), Cell::Empty]).collect();
    Sheet { blank_rows: BLANK_ROWS, ..Sheet::new(&words.presences, columns, rows) }
}

fn promises(words: &FileWords, before: &Before) -> Sheet {
    let answers = words.answers.iter().map(|(_, word)| word.clone()).collect();
    let columns = vec![
        Column::new(&words.organisation, 32),
        Column::new(&words.what, 48),
        Column::new(&words.due, 12),
        Column::new(&words.answer, 18).choices(answers),
        Column::new(&words.new_date, 14),
        Column::new(&words.blocked_by, 24),
        Column::new(&words.sentence, 36),
        Column::key(&words.key),
    ];
    let row = |promise: &CommitmentView| {
        vec![
            promise.organisation_name.as_str().into(),
            promise.what.as_str().into(),
            promise.due.into(),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            format!("{}/{}", promise.id, promise.version).into(),
        ]
    };
    Sheet::new(&words.promises, columns, before.promises.iter().map(row).collect())
}

fn decisions(words: &FileWords) -> Sheet {
    let columns = vec![Column::new(&words.decision, 100)];
    Sheet { blank_rows: BLANK_ROWS, ..Sheet::new(&words.decisions, columns, Vec::new()) }
}

fn new_promises(words: &FileWords) -> Sheet {
    let columns = vec![
        Column::new(&words.organisation, 36),
        Column::new(&words.what, 60),
        Column::new(&words.due, 14),
        Column::new(&words.not_before, 14),
    ];
    Sheet { blank_rows: BLANK_ROWS, ..Sheet::new(&words.new_promises, columns, Vec::new()) }
}

fn closing(words: &FileWords) -> Sheet {
    let columns = vec![Column::new(&words.next_day, 20), Column::new(&words.minutes, 90)];
    Sheet { blank_rows: 1, ..Sheet::new(&words.closing, columns, Vec::new()) }
}

/// What the house knows, to read a file against.
pub(crate) async fn known(visit: &Visit, row: &meeting::Model) -> Result<Known, Problem> {
    let before = Before::of(visit, row).await?;
    let promises = commitments::open_in(visit, row.territory).await?;
    let mut organisations: HashMap<String, Option<uuid::Uuid>> = HashMap::new();
    let region = territory::region_of(row.territory).unwrap_or(row.territory);
    let mut named = directory::named_within(visit, region).await?;
    named.extend(before.members);
    for organisation in named {
        let id = organisation.id.0;
        for name in [organisation.name.clone(), organisation.display_name()] {
            let entry = organisations.entry(territory::fold(&name)).or_insert(Some(id));
            if *entry != Some(id) {
                *entry = None;
            }
        }
    }
    for present in visit.read().all(presences_of(row.id)).await? {
        organisations.entry(territory::fold(&present.organisation_name)).or_insert(Some(present.organisation_id.0));
    }
    let recorded = visit.read().all(returned_of(row.id)).await?;
    Ok(Known {
        promises: promises.iter().map(|promise| (promise.id.0, promise.version)).collect(),
        organisations,
        day: Some(row.day),
        today: Some(day_in(territory::time_zone(row.territory), visit.now())),
        minutes: row.minutes.clone(),
        next_day: row.next_day,
        recorded: recorded.into_iter().map(|line| line.digest).collect(),
    })
}
