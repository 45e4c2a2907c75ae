//! The file that comes back, whatever was done to it: rows moved, sorted, typed over, deleted. What a row is, its hidden key says, or its
//! words; a row that is gone says nothing. No I/O.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use commitments::AnswerState;
use kit_base::Message;
use kit_base::limits::{MINUTES_CHARACTERS_MAX, SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_exchange::{Cell, ReadRow, ReadSheet};
use uuid::Uuid;

use super::returned::{AnswerLine, Changes, PresenceLine, PromiseLine, digest_of};
use super::{PEOPLE_MAX, PRESENCES_MAX};

/// The words of a file, in one language: names of sheets, titles of columns, answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileWords {
    pub(crate) presences: String,
    pub(crate) promises: String,
    pub(crate) new_promises: String,
    pub(crate) decisions: String,
    pub(crate) closing: String,
    pub(crate) key: String,
    pub(crate) organisation: String,
    pub(crate) people: String,
    pub(crate) what: String,
    pub(crate) due: String,
    pub(crate) answer: String,
    pub(crate) new_date: String,
    pub(crate) blocked_by: String,
    pub(crate) sentence: String,
    pub(crate) not_before: String,
    pub(crate) decision: String,
    pub(crate) next_day: String,
    pub(crate) minutes: String,
    pub(crate) answers: Vec<(AnswerState, String)>,
}

/// What the house knows, to read the file against.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// The open promises, with the version that stands.
    pub(crate) promises: HashMap<Uuid, i32>,
    /// Organisations by their folded names; `None` where several bear it.
    pub(crate) organisations: HashMap<String, Option<Uuid>>,
    /// The day of the meeting: nothing is promised for an earlier one.
    pub(crate) day: Option<NaiveDate>,
    /// Today: no new date lies before it.
    pub(crate) today: Option<NaiveDate>,
    /// The minutes and the next day that stand, which a file does not overwrite.
    pub(crate) minutes: Option<String>,
    pub(crate) next_day: Option<NaiveDate>,
    /// The digests of the lines that were brought back already.
    pub(crate) recorded: HashSet<Vec<u8>>,
}

/// A row, or a sheet, that was not understood: nothing of it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NotUnderstood {
    pub(crate) sheet: String,
    /// As the person sees it; 0 for the whole sheet.
    pub(crate) line: u32,
    pub(crate) why: Message,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) changes: Changes,
    pub(crate) not_understood: Vec<NotUnderstood>,
}

/// Reads the sheets of a file that was made in any of these languages.
pub(crate) fn read(sheets: &[ReadSheet], languages: &[FileWords], known: &Known, fold: fn(&str) -> String) -> Reading {
    let mut reader = Reader { known, fold, reading: Reading::default() };
    let mut is_ours = false;
    for sheet in sheets {
        let name = fold(&sheet.name);
        let known_as = |words: &FileWords| Part::ALL.into_iter().find(|part| name == fold(part.sheet(words)));
        // "Decisions" is also "Décisions" without its accent: the language in which the name is exactly this comes first.
        let named = languages.iter().filter_map(|words| Some((known_as(words)?, words)));
        let found = named.min_by_key(|(part, words)| part.sheet(words) != sheet.name);
        if let Some((part, words)) = found {
            is_ours = true;
            match part {
                Part::Presences => reader.presences(sheet, words),
                Part::Promises => reader.answers(sheet, words),
                Part::NewPromises => reader.new_promises(sheet, words),
                Part::Decisions => reader.decisions(sheet, words),
                Part::Closing => reader.closing(sheet, words),
            }
        }
    }
    if !is_ours {
        reader.refuse("", 0, Message::new("meetings-return-not-ours"));
    }
    reader.reading
}

/// A sheet of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Presences,
    Promises,
    NewPromises,
    Decisions,
    Closing,
}

impl Part {
    const ALL: [Self; 5] = [Self::Presences, Self::Promises, Self::NewPromises, Self::Decisions, Self::Closing];

    fn sheet(self, words: &FileWords) -> &str {
        match self {
            Self::Presences => &words.presences,
            Self::Promises => &words.promises,
            Self::NewPromises => &words.new_promises,
            Self::Decisions => &words.decisions,
            Self::Closing => &words.closing,
        }
    }
}

struct Reader<'a> {
    known: &'a Known,
    fold: fn(&str) -> String,
    reading: Reading,
}

/// Where the columns of a sheet stand now.
struct Columns<'a> {
    sheet: &'a ReadSheet,
}

impl Columns<'_> {
    fn cell<'r>(&self, row: &'r ReadRow, title: &str) -> &'r Cell {
        self.sheet.column(title).map_or(&Cell::Empty, |place| row.cell(place))
    }

    fn text(&self, row: &ReadRow, title: &str) -> String {
        self.cell(row, title).text()
    }
}

impl Reader<'_> {
    fn refuse(&mut self, sheet: &str, line: u32, why: Message) {
        self.reading.not_understood.push(NotUnderstood { sheet: sheet.to_owned(), line, why });
    }

    /// The columns that a sheet cannot do without; whoever deleted one is told so once.
    fn columns<'s>(&mut self, sheet: &'s ReadSheet, needed: &[&str]) -> Option<Columns<'s>> {
        if sheet.rows.is_empty() {
            return None;
        }
        match needed.iter().find(|title| sheet.column(title).is_none()) {
            Some(title) => {
                self.refuse(&sheet.name, 0, Message::new("meetings-return-column-gone").with("column", title));
                None
            }
            None => Some(Columns { sheet }),
        }
    }

    fn organisation(&self, name: &str) -> Result<Uuid, Message> {
        match self.known.organisations.get(&(self.fold)(name)) {
            Some(Some(id)) => Ok(*id),
            Some(None) => Err(Message::new("meetings-return-organisation-ambiguous").with("name", name)),
            None => Err(Message::new("meetings-return-organisation-unknown").with("name", name)),
        }
    }

    fn presences(&mut self, sheet: &ReadSheet, words: &FileWords) {
        let Some(columns) = self.columns(sheet, &[&words.organisation, &words.people]) else { return };
        for row in &sheet.rows {
            let (name, people) = (columns.text(row, &words.organisation), columns.text(row, &words.people));
            if people.is_empty() || name.is_empty() {
                continue;
            }
            let line = self.presence(&name, &people);
            match line {
                Ok(None) => {}
                Ok(Some(line)) => self.put_presence(line),
                Err(why) => self.refuse(&sheet.name, row.line, why),
            }
        }
    }

    fn presence(&self, name: &str, people: &str) -> Result<Option<PresenceLine>, Message> {
        let people: i32 = match people.parse() {
            Ok(count) => count,
            // A cross, as people tick lists.
            Err(_) if (self.fold)(people) == "x" => 1,
            Err(_) => return Err(Message::new("meetings-return-people").with("max", PEOPLE_MAX)),
        };
        match people {
            0 => Ok(None),
            1..=PEOPLE_MAX => Ok(Some(PresenceLine { organisation: self.organisation(name)?, people })),
            _ => Err(Message::new("meetings-return-people").with("max", PEOPLE_MAX)),
        }
    }

    /// The same organisation on two lines counts once, with the larger number.
    fn put_presence(&mut self, line: PresenceLine) {
        let presences = &mut self.reading.changes.presences;
        if let Some(known) = presences.iter_mut().find(|known| known.organisation == line.organisation) {
            known.people = known.people.max(line.people);
        } else if presences.len() < PRESENCES_MAX {
            presences.push(line);
        }
    }

    fn answers(&mut self, sheet: &ReadSheet, words: &FileWords) {
        let Some(columns) = self.columns(sheet, &[&words.key, &words.answer]) else { return };
        for row in &sheet.rows {
            let answer = columns.text(row, &words.answer);
            if answer.is_empty() {
                continue;
            }
            let read = self.answer(&columns, row, words, &answer);
            // What this very file recorded the first time is no fault of it the second.
            match read.and_then(
                |line| if self.is_recorded(&line) { Ok(None) } else { self.check(&line).map(|()| Some(line)) },
            ) {
                Ok(line) => self.reading.changes.answers.extend(line),
                Err(why) => self.refuse(&sheet.name, row.line, why),
            }
        }
    }

    fn answer(
        &self,
        columns: &Columns<'_>,
        row: &ReadRow,
        words: &FileWords,
        answer: &str,
    ) -> Result<AnswerLine, Message> {
        let key = columns.text(row, &words.key);
        let (commitment, version) = key
            .split_once('/')
            .and_then(|(id, version)| Some((id.parse::<Uuid>().ok()?, version.parse::<i32>().ok()?)))
            .ok_or_else(|| Message::new("meetings-return-key-gone"))?;
        let folded = (self.fold)(answer);
        let state = words.answers.iter().find(|(_, word)| (self.fold)(word) == folded).map(|(state, _)| *state);
        let state = state.ok_or_else(|| Message::new("meetings-return-answer").with("answer", answer))?;
        let text = |title: &str, max| self.short(columns.text(row, title), max);
        let date = columns.cell(row, &words.new_date);
        let new_date = match state {
            AnswerState::InProgress => Some(date.date().ok_or_else(|| Message::new("meetings-return-new-date"))?),
            AnswerState::Done | AnswerState::Blocked | AnswerState::GivenUp => None,
        };
        let blocked_by = text(&words.blocked_by, TITLE_CHARACTERS_MAX)?;
        if state == AnswerState::Blocked && blocked_by.is_none() {
            return Err(Message::new("meetings-return-blocked-by"));
        }
        Ok(AnswerLine {
            commitment,
            version,
            state: state.code().to_owned(),
            new_date,
            blocked_by: blocked_by.filter(|_| state == AnswerState::Blocked),
            sentence: text(&words.sentence, SENTENCE_CHARACTERS_MAX)?,
        })
    }

    fn is_recorded(&self, line: &AnswerLine) -> bool {
        self.known.recorded.contains(&digest_of("answer", line))
    }

    /// Whether an answer can still be given: once, on time, and where no newer one came since the file was made.
    fn check(&self, line: &AnswerLine) -> Result<(), Message> {
        match self.known.promises.get(&line.commitment) {
            None => return Err(Message::new("meetings-return-promise-closed")),
            Some(stands) if *stands != line.version => return Err(Message::new("meetings-return-newer-answer")),
            Some(_) => {}
        }
        if self.reading.changes.answers.iter().any(|known| known.commitment == line.commitment) {
            return Err(Message::new("meetings-return-twice"));
        }
        let is_over = |day: NaiveDate| self.known.today.is_some_and(|today| day < today);
        if line.new_date.is_some_and(is_over) {
            return Err(Message::new("meetings-return-new-date-past"));
        }
        Ok(())
    }

    fn new_promises(&mut self, sheet: &ReadSheet, words: &FileWords) {
        let Some(columns) = self.columns(sheet, &[&words.organisation, &words.what, &words.due]) else { return };
        for row in &sheet.rows {
            match self.new_promise(&columns, row, words) {
                Ok(line) if self.reading.changes.promises.contains(&line) => {}
                Ok(line) => self.reading.changes.promises.push(line),
                Err(why) => self.refuse(&sheet.name, row.line, why),
            }
        }
    }

    fn new_promise(&self, columns: &Columns<'_>, row: &ReadRow, words: &FileWords) -> Result<PromiseLine, Message> {
        let organisation = columns.text(row, &words.organisation);
        if organisation.is_empty() {
            return Err(Message::new("meetings-return-who"));
        }
        let organisation = self.organisation(&organisation)?;
        let what = self.short(columns.text(row, &words.what), SENTENCE_CHARACTERS_MAX)?;
        let what = what.ok_or_else(|| Message::new("meetings-return-what"))?;
        let due = columns.cell(row, &words.due).date().ok_or_else(|| Message::new("meetings-return-due"))?;
        if self.known.day.is_some_and(|day| due < day) {
            return Err(Message::new("meetings-return-due-past"));
        }
        let not_before = columns.cell(row, &words.not_before);
        let not_before = match (not_before.is_blank(), not_before.date()) {
            (true, _) => None,
            (false, Some(day)) if day <= due => Some(day),
            (false, _) => return Err(Message::new("meetings-return-not-before")),
        };
        Ok(PromiseLine { organisation, what, due, not_before })
    }

    fn decisions(&mut self, sheet: &ReadSheet, words: &FileWords) {
        let Some(columns) = self.columns(sheet, &[&words.decision]) else { return };
        for row in &sheet.rows {
            match self.short(columns.text(row, &words.decision), SENTENCE_CHARACTERS_MAX) {
                Ok(Some(text)) if !self.reading.changes.decisions.contains(&text) => {
                    self.reading.changes.decisions.push(text);
                }
                Ok(_) => {}
                Err(why) => self.refuse(&sheet.name, row.line, why),
            }
        }
    }

    /// The next day and the minutes, in the first row that holds them. What stands already is not overwritten.
    fn closing(&mut self, sheet: &ReadSheet, words: &FileWords) {
        let columns = Columns { sheet };
        for row in &sheet.rows {
            let day = columns.cell(row, &words.next_day);
            match (day.is_blank(), day.date(), self.known.next_day) {
                (true, _, _) => {}
                (false, None, _) => self.refuse(&sheet.name, row.line, Message::new("meetings-return-next-day")),
                (false, Some(day), None) => self.reading.changes.next_day = Some(day),
                (false, Some(day), Some(stands)) if day == stands => {}
                (false, Some(_), Some(_)) => {
                    self.refuse(&sheet.name, row.line, Message::new("meetings-return-next-day-stands"));
                }
            }
            let text = columns.text(row, &words.minutes);
            let stands = self.known.minutes.as_deref().map(|text| (self.fold)(text));
            match (text.is_empty(), stands) {
                (true, _) => {}
                (false, _) if text.chars().count() > MINUTES_CHARACTERS_MAX => {
                    let why = Message::new("meetings-return-too-long").with("max", MINUTES_CHARACTERS_MAX);
                    self.refuse(&sheet.name, row.line, why);
                }
                (false, None) => self.reading.changes.minutes = Some(text),
                (false, Some(stands)) if stands == (self.fold)(&text) => {}
                (false, Some(_)) => self.refuse(&sheet.name, row.line, Message::new("meetings-return-minutes-stand")),
            }
        }
    }

    /// A text of a cell, on one line.
    fn short(&self, text: String, characters_max: usize) -> Result<Option<String>, Message> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > characters_max {
            return Err(Message::new("meetings-return-too-long").with("max", characters_max));
        }
        Ok((!text.is_empty()).then_some(text))
    }
}

#[cfg(test)]
mod tests;
