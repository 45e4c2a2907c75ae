//! What a promise is, and how the answers about it make its state. No I/O.

use std::collections::HashSet;
use std::fmt;

use chrono::{Duration, NaiveDate};
use kit_base::limits::ANSWER_LINK_DAYS;
use kit_base::{EmailAddress, FieldError, Instant, Message, Problem, Territory};
use kit_i18n::{Translator, key};
use kit_ui::{Badge, Tone};
use uuid::Uuid;

kit_base::id! {
    /// A promise of an organisation.
    pub struct CommitmentId;
}

kit_base::id! {
    /// Something that was decided together.
    pub struct DecisionId;
}

kit_base::id! {
    /// One answer about a commitment.
    pub struct NewsId;
}

kit_base::id! {
    /// A signed link by which one organisation answers one question.
    pub struct AnswerLinkId;
}

kit_base::id! {
    /// An offer to help with a promise.
    pub struct HelpId;
}

/// Organisations that offer to help with the same promise.
pub const HELP_PER_COMMITMENT_MAX: usize = 10;
/// Promises that repeat the same one.
pub const REPEATED_MAX: u64 = 20;

kit_base::codes! {
    /// What kind of gathering a decision or a promise comes from.
    pub enum OriginKind {
        /// A session of a seminar.
        Session = "session",
        /// A meeting of a collective.
        Meeting = "meeting",
    }
}

impl OriginKind {
    /// Key of the word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Session => key!("commitments-origin-session"),
            Self::Meeting => key!("commitments-origin-meeting"),
        }
    }
}

/// Where a decision or a promise comes from: enough to tell of it without knowing the room it was made in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What kind of gathering.
    pub kind: OriginKind,
    /// Its id in its own room.
    pub id: Uuid,
    /// Its title on that day.
    pub title: String,
    /// The day.
    pub date: NaiveDate,
    /// Where it can be read, as a path of this house.
    pub path: String,
    /// The region or the département it gathered.
    pub territory: Territory,
}

kit_base::codes! {
    /// How a promise stands. Nobody is ever called late: until somebody answers there is simply no news.
    pub enum Status {
        /// Nobody answered yet.
        NoNews = "no-news",
        /// Under way, for a new date.
        InProgress = "in-progress",
        /// Kept.
        Done = "done",
        /// Waits for something or somebody.
        Blocked = "blocked",
        /// The organisation says it will not manage.
        GivenUp = "given-up",
        /// It repeats another promise, which stands for both.
        SameAs = "same-as",
    }
}

impl Status {
    /// Key of the word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::NoNews => key!("commitments-status-no-news"),
            Self::InProgress => key!("commitments-status-in-progress"),
            Self::Done => key!("commitments-status-done"),
            Self::Blocked => key!("commitments-status-blocked"),
            Self::GivenUp => key!("commitments-status-given-up"),
            Self::SameAs => key!("commitments-status-same-as"),
        }
    }

    /// Whether something is still awaited from the organisation.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::GivenUp | Self::SameAs)
    }

    fn tone(self) -> Tone {
        match self {
            Self::NoNews | Self::GivenUp | Self::SameAs => Tone::Neutral,
            Self::InProgress => Tone::Info,
            Self::Done => Tone::Success,
            Self::Blocked => Tone::Warning,
        }
    }
}

/// The state in a word. Never red: a promise that was not kept is news, not a fault.
pub fn status_badge(t: &Translator, status: Status) -> Badge {
    Badge::new(status.tone(), t.text(status.label()))
}

kit_base::codes! {
    /// The four answers.
    pub enum AnswerState {
        /// Done.
        Done = "done",
        /// Under way, new date.
        InProgress = "in-progress",
        /// Blocked by something or somebody.
        Blocked = "blocked",
        /// We won't manage.
        GivenUp = "given-up",
    }
}

impl AnswerState {
    /// Key of the words that the organisation itself would say.
    pub fn label(self) -> &'static str {
        match self {
            Self::Done => key!("commitments-answer-done"),
            Self::InProgress => key!("commitments-answer-in-progress"),
            Self::Blocked => key!("commitments-answer-blocked"),
            Self::GivenUp => key!("commitments-answer-given-up"),
        }
    }
}

impl From<AnswerState> for Status {
    fn from(state: AnswerState) -> Self {
        match state {
            AnswerState::Done => Self::Done,
            AnswerState::InProgress => Self::InProgress,
            AnswerState::Blocked => Self::Blocked,
            AnswerState::GivenUp => Self::GivenUp,
        }
    }
}

kit_base::codes! {
    /// How an answer came.
    pub enum Channel {
        /// By a signed link, without an account.
        Link = "link",
        /// By somebody who had signed in, for their organisation or on its behalf.
        Person = "person",
        /// By telephone, to somebody who wrote it down.
        Phone = "phone",
        /// In a meeting, where it was written down.
        Meeting = "meeting",
    }
}

/// How the organisation said what is written down as its answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Said {
    /// It answers itself, by a link or signed in; or somebody answers on its behalf without saying how they know.
    #[default]
    Directly,
    /// By telephone, to whoever coordinates; with the function of who said it, where that is worth knowing.
    ByPhone(Option<String>),
    /// In a meeting.
    AtMeeting,
}

impl Said {
    /// Whether only those who record promises may write such an answer down.
    pub(crate) fn is_reported(&self) -> bool {
        *self != Self::Directly
    }

    /// The channel, for an answer that came by a link or not.
    pub(crate) fn channel(&self, is_by_link: bool) -> Channel {
        match self {
            Self::Directly if is_by_link => Channel::Link,
            Self::Directly => Channel::Person,
            Self::ByPhone(_) => Channel::Phone,
            Self::AtMeeting => Channel::Meeting,
        }
    }

    /// The function of who said it.
    pub(crate) fn by(&self) -> Option<String> {
        match self {
            Self::ByPhone(by) => by.clone(),
            Self::Directly | Self::AtMeeting => None,
        }
    }
}

/// What is answered about a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// Which of the four answers, with what it needs.
    pub progress: Progress,
    /// One sentence, where there is more to say.
    pub sentence: Option<String>,
}

/// One of the four answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Done.
    Done,
    /// Under way.
    InProgress {
        /// The date it is now promised for.
        new_date: NaiveDate,
    },
    /// It cannot go on.
    Blocked {
        /// What or who it waits for.
        by: String,
    },
    /// The organisation won't manage.
    GivenUp,
}

impl Progress {
    /// Which of the four.
    pub fn state(&self) -> AnswerState {
        match self {
            Self::Done => AnswerState::Done,
            Self::InProgress { .. } => AnswerState::InProgress,
            Self::Blocked { .. } => AnswerState::Blocked,
            Self::GivenUp => AnswerState::GivenUp,
        }
    }

    /// The new date, where there is one.
    pub fn new_date(&self) -> Option<NaiveDate> {
        match self {
            Self::InProgress { new_date } => Some(*new_date),
            Self::Done | Self::Blocked { .. } | Self::GivenUp => None,
        }
    }

    /// What or who it is blocked by.
    pub fn blocked_by(&self) -> Option<&str> {
        match self {
            Self::Blocked { by } => Some(by),
            Self::Done | Self::InProgress { .. } | Self::GivenUp => None,
        }
    }
}

impl News {
    /// Refuses a new date that lies behind `today`.
    pub fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        match self.progress.new_date() {
            Some(date) if date < today => {
                Err(Problem::field("nouvelle-date", Message::new("commitments-answer-date-past")))
            }
            _ => Ok(()),
        }
    }
}

/// Refuses a promise that ends before it was made or before it may begin.
pub fn check_dates(made: NaiveDate, due: NaiveDate, not_before: Option<NaiveDate>) -> Result<(), Problem> {
    let mut errors = Vec::new();
    if due < made {
        errors.push(FieldError { field: "echeance", message: Message::new("commitments-due-before-origin") });
    }
    if not_before.is_some_and(|not_before| not_before > due) {
        errors.push(FieldError { field: "pas-avant", message: Message::new("commitments-not-before-after-due") });
    }
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}

/// An answer that was recorded, as far as the state of the promise depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedNews {
    /// Its place among the answers about the same promise, from 1: two answers may come at the same instant.
    pub number: i32,
    /// Which answer.
    pub progress: Progress,
    /// Taken back by whoever gave it.
    pub is_undone: bool,
    /// The organisation said that it was not theirs.
    pub is_disowned: bool,
}

impl RecordedNews {
    /// Whether it still says something.
    pub fn counts(&self) -> bool {
        !self.is_undone && !self.is_disowned
    }
}

/// How a promise stands, as its answers make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The word.
    pub status: Status,
    /// The date it is promised for now.
    pub due: NaiveDate,
    /// What or who it is blocked by.
    pub note: Option<String>,
}

/// The situation of a promise first made for `first_due`: the last answer that counts gives the state, the last new date
/// that counts gives the date.
pub fn situation(first_due: NaiveDate, news: &[RecordedNews]) -> Situation {
    let counting = || news.iter().filter(|news| news.counts());
    let last = counting().max_by_key(|news| news.number);
    let last_dated = counting().filter(|news| news.progress.new_date().is_some()).max_by_key(|news| news.number);
    Situation {
        status: last.map_or(Status::NoNews, |news| news.progress.state().into()),
        due: last_dated.and_then(|news| news.progress.new_date()).unwrap_or(first_due),
        note: last.and_then(|news| news.progress.blocked_by()).map(str::to_owned),
    }
}

/// When a link made now stops working.
pub fn link_expires_at(now: Instant) -> Instant {
    now + Duration::days(ANSWER_LINK_DAYS)
}

/// A link and every link that came from it by being handed over, among `links` given as (link, handed over from).
pub fn with_descendants(link: AnswerLinkId, links: &[(AnswerLinkId, Option<AnswerLinkId>)]) -> HashSet<AnswerLinkId> {
    let mut found = HashSet::from([link]);
    loop {
        let is_next = |(id, from): &&(AnswerLinkId, Option<AnswerLinkId>)| {
            !found.contains(id) && from.is_some_and(|from| found.contains(&from))
        };
        let next: Vec<_> = links.iter().filter(is_next).map(|(id, _)| *id).collect();
        if next.is_empty() {
            return found;
        }
        found.extend(next);
    }
}

/// An address as it is shown to people who need not know it whole: `c…@exemple.fr`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskedAddress(String);

impl MaskedAddress {
    /// The first character and the domain.
    pub fn of(address: &EmailAddress) -> Self {
        let (local, domain) = address.as_str().rsplit_once('@').unwrap_or_default();
        let first: String = local.chars().take(1).collect();
        Self(format!("{first}…@{domain}"))
    }
}

impl fmt::Display for MaskedAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// What can happen to a promise, in the order it happens. `Undo` and `Disown` name an answer by its place.
    #[derive(Debug, Clone)]
    enum Event {
        Answer(Progress),
        Undo(usize),
        Disown(usize),
    }

    fn event() -> impl Strategy<Value = Event> {
        let progress = prop_oneof![
            Just(Progress::Done),
            Just(Progress::GivenUp),
            (0..400_u64)
                .prop_map(|days| Progress::InProgress { new_date: day("2027-07-01") + chrono::Days::new(days) }),
            "[a-z]{1,8}".prop_map(|by| Progress::Blocked { by }),
        ];
        prop_oneof![
            3 => progress.prop_map(Event::Answer),
            1 => (0..12_usize).prop_map(Event::Undo),
            1 => (0..12_usize).prop_map(Event::Disown),
        ]
    }

    /// The rows that the commands would leave behind.
    fn rows(events: &[Event]) -> Vec<RecordedNews> {
        let mut rows: Vec<RecordedNews> = Vec::new();
        for event in events {
            match event {
                Event::Answer(progress) => rows.push(RecordedNews {
                    number: i32::try_from(rows.len()).unwrap() + 1,
                    progress: progress.clone(),
                    is_undone: false,
                    is_disowned: false,
                }),
                Event::Undo(place) => rows.get_mut(*place).into_iter().for_each(|row| row.is_undone = true),
                Event::Disown(place) => rows.get_mut(*place).into_iter().for_each(|row| row.is_disowned = true),
            }
        }
        rows
    }

    /// Slow and obvious: tells the whole story from the beginning, as if what was taken back had never been said.
    fn story(first_due: NaiveDate, events: &[Event]) -> Situation {
        let is_taken_back = |answer: usize| {
            events.iter().any(|event| matches!(event, Event::Undo(place) | Event::Disown(place) if *place == answer))
        };
        let mut situation = Situation { status: Status::NoNews, due: first_due, note: None };
        let answers = events.iter().filter_map(|event| match event {
            Event::Answer(progress) => Some(progress),
            Event::Undo(_) | Event::Disown(_) => None,
        });
        for (answer, progress) in answers.enumerate() {
            if is_taken_back(answer) {
                continue;
            }
            situation.note = None;
            match progress {
                Progress::Done => situation.status = Status::Done,
                Progress::GivenUp => situation.status = Status::GivenUp,
                Progress::InProgress { new_date } => {
                    situation.status = Status::InProgress;
                    situation.due = *new_date;
                }
                Progress::Blocked { by } => {
                    situation.status = Status::Blocked;
                    situation.note = Some(by.clone());
                }
            }
        }
        situation
    }

    /// Events that name only answers already given, as the commands make sure of.
    fn possible(events: Vec<Event>) -> Vec<Event> {
        let mut answers = 0;
        events
            .into_iter()
            .filter(|event| match event {
                Event::Answer(_) => {
                    answers += 1;
                    true
                }
                Event::Undo(place) | Event::Disown(place) => *place < answers,
            })
            .collect()
    }

    proptest! {
        #[test]
        fn the_situation_is_the_story_without_what_was_taken_back(events in prop::collection::vec(event(), 0..20)) {
            let events = possible(events);
            let first_due = day("2027-06-30");
            let mut rows = rows(&events);
            let told = story(first_due, &events);
            prop_assert_eq!(&situation(first_due, &rows), &told);
            // The order in which the database gives the rows does not matter.
            rows.reverse();
            prop_assert_eq!(&situation(first_due, &rows), &told);
        }

        #[test]
        fn taking_back_the_last_answer_gives_what_stood_before(
            events in prop::collection::vec(event(), 0..12),
            last in event(),
        ) {
            let first_due = day("2027-06-30");
            let before = rows(&possible(events));
            let stood = situation(first_due, &before);
            if let Event::Answer(progress) = last {
                let number = i32::try_from(before.len()).unwrap() + 1;
                let answer = RecordedNews { number, progress, is_undone: true, is_disowned: false };
                let after: Vec<_> = before.into_iter().chain([answer]).collect();
                prop_assert_eq!(situation(first_due, &after), stood);
            }
        }
    }

    #[test]
    fn nobody_is_late_without_an_answer() {
        let long_ago = day("2020-01-01");
        let stands = situation(long_ago, &[]);
        assert_eq!(stands, Situation { status: Status::NoNews, due: long_ago, note: None });
    }

    #[test]
    fn a_new_date_stays_when_the_promise_is_then_blocked() {
        let new_date = day("2027-10-01");
        let answer = |number, progress| RecordedNews { number, progress, is_undone: false, is_disowned: false };
        let news =
            [answer(1, Progress::InProgress { new_date }), answer(2, Progress::Blocked { by: "le budget".to_owned() })];
        let stands = situation(day("2027-06-30"), &news);
        assert_eq!(stands, Situation { status: Status::Blocked, due: new_date, note: Some("le budget".to_owned()) });
    }

    fn wrong_fields(outcome: Result<(), Problem>) -> Vec<&'static str> {
        match outcome {
            Ok(()) => Vec::new(),
            Err(Problem::Invalid(errors)) => errors.into_iter().map(|error| error.field).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_promise_ends_neither_before_it_was_made_nor_before_it_may_begin() {
        let made = day("2027-06-24");
        assert!(wrong_fields(check_dates(made, made, None)).is_empty());
        assert!(wrong_fields(check_dates(made, day("2027-09-01"), Some(day("2027-09-01")))).is_empty());
        assert_eq!(wrong_fields(check_dates(made, day("2027-06-23"), None)), ["echeance"]);
        let both = check_dates(made, day("2027-06-23"), Some(day("2027-06-24")));
        assert_eq!(wrong_fields(both), ["echeance", "pas-avant"]);
    }

    #[test]
    fn a_new_date_may_be_today_and_not_yesterday() {
        let today = day("2027-10-01");
        let news = |new_date| News { progress: Progress::InProgress { new_date }, sentence: None };
        assert!(wrong_fields(news(today).check(today)).is_empty());
        assert_eq!(wrong_fields(news(day("2027-09-30")).check(today)), ["nouvelle-date"]);
    }

    #[test]
    fn a_link_takes_with_it_those_that_came_from_it_and_no_other() {
        let link = |number| AnswerLinkId(Uuid::from_u128(number));
        // 9 → 4 → 2, 9 → 1, and 7 → 3 beside them.
        let from = |number, from: Option<u128>| (link(number), from.map(link));
        let links =
            [from(1, Some(9)), from(2, Some(4)), from(3, Some(7)), from(4, Some(9)), from(7, None), from(9, None)];
        assert_eq!(with_descendants(link(9), &links), HashSet::from([link(9), link(4), link(2), link(1)]));
        assert_eq!(with_descendants(link(2), &links), HashSet::from([link(2)]));
        // A ring, which cannot be made, would not hang.
        assert_eq!(with_descendants(link(1), &[from(1, Some(2)), from(2, Some(1))]), HashSet::from([link(1), link(2)]));
    }

    #[test]
    fn a_masked_address_shows_only_where_it_is() {
        let masked = |address: &str| MaskedAddress::of(&address.parse().unwrap()).to_string();
        assert_eq!(masked("contact@exemple.fr"), "c…@exemple.fr");
        assert_eq!(masked("a@exemple.fr"), "a…@exemple.fr");
    }
}
