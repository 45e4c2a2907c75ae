use kit_exchange::{read_xlsx, write_xlsx};
use proptest::prelude::*;

use super::*;

fn fold(text: &str) -> String {
    territory::fold(text)
}

fn words() -> FileWords {
    let text = str::to_owned;
    FileWords {
        presences: text("Présences"),
        promises: text("Promesses ouvertes"),
        new_promises: text("Nouvelles promesses"),
        decisions: text("Décisions"),
        closing: text("Suite"),
        key: text("Clé"),
        organisation: text("Organisation"),
        people: text("Personnes"),
        what: text("Quoi"),
        due: text("Pour le"),
        answer: text("Réponse"),
        new_date: text("Nouvelle date"),
        blocked_by: text("Bloqué par"),
        sentence: text("Phrase"),
        not_before: text("Pas avant"),
        decision: text("Décision"),
        next_day: text("Prochaine réunion"),
        minutes: text("Compte rendu"),
        answers: vec![
            (AnswerState::Done, text("Fait")),
            (AnswerState::InProgress, text("En cours")),
            (AnswerState::Blocked, text("Bloqué")),
            (AnswerState::GivenUp, text("Abandonné")),
        ],
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn known() -> Known {
    Known {
        promises: (1..=6).map(|number| (id(number), 1)).collect(),
        organisations: HashMap::from([
            (fold("Mission locale"), Some(id(101))),
            (fold("Foyer rural"), Some(id(102))),
            (fold("Relais"), None),
        ]),
        day: Some(day("2027-01-14")),
        today: Some(day("2027-01-15")),
        minutes: None,
        next_day: None,
        recorded: HashSet::new(),
    }
}

fn sheet(name: &str, header: &[&str], rows: &[&[&str]]) -> ReadSheet {
    let row = |(place, cells): (usize, &&[&str])| ReadRow {
        line: u32::try_from(place).unwrap() + 2,
        cells: cells.iter().map(|text| Cell::from(*text)).collect(),
    };
    ReadSheet {
        name: name.to_owned(),
        header: header.iter().map(|title| (*title).to_owned()).collect(),
        rows: rows.iter().enumerate().map(row).collect(),
    }
}

fn keys(reading: &Reading) -> Vec<&'static str> {
    reading.not_understood.iter().map(|it| it.why.key).collect()
}

const ANSWERS: [&str; 5] = ["Quoi", "Réponse", "Nouvelle date", "Bloqué par", "Clé"];

#[test]
fn each_fault_is_told_with_its_line_and_the_other_lines_are_read() {
    let key = |number: u128, version: i32| format!("{}/{version}", id(number));
    let keys_of: Vec<String> =
        vec![key(1, 1), key(2, 1), key(3, 1), key(4, 2), key(9, 1), key(5, 1), key(6, 1), key(1, 1)];
    let rows: Vec<Vec<&str>> = vec![
        vec!["", "fait", "", "", &keys_of[0]],
        vec!["", "EN COURS", "20/02/2027", "", &keys_of[1]],
        vec!["", "en cours", "bientôt", "", &keys_of[2]],
        vec!["", "Fait", "", "", &keys_of[3]],
        vec!["", "Fait", "", "", &keys_of[4]],
        vec!["", "bloqué", "", "", &keys_of[5]],
        vec!["", "en cours", "2027-01-14", "", &keys_of[6]],
        vec!["", "Abandonné", "", "", &keys_of[7]],
        vec!["", "peut-être", "", "", &keys_of[6]],
        vec!["", "Fait", "", "", "effacée"],
        vec!["", "", "", "", &keys_of[6]],
    ];
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let reading = read(&[sheet("Promesses ouvertes", &ANSWERS, &rows)], &[words()], &known(), fold);
    assert_eq!(
        keys(&reading),
        [
            "meetings-return-new-date",
            "meetings-return-newer-answer",
            "meetings-return-promise-closed",
            "meetings-return-blocked-by",
            "meetings-return-new-date-past",
            "meetings-return-twice",
            "meetings-return-answer",
            "meetings-return-key-gone",
        ]
    );
    assert_eq!(reading.not_understood[0].line, 4);
    let states: Vec<&str> = reading.changes.answers.iter().map(|line| line.state.as_str()).collect();
    assert_eq!(states, ["done", "in-progress"]);
    assert_eq!(reading.changes.answers[1].new_date, Some(day("2027-02-20")));
}

#[test]
fn promises_need_who_what_and_when_and_organisations_are_those_that_are_known() {
    let header = ["Organisation", "Quoi", "Pour le", "Pas avant"];
    let rows: [&[&str]; 7] = [
        &["mission  LOCALE", "Appeler", "12/02/2027", ""],
        &["Mission locale", "Appeler", "12/02/2027", ""],
        &["Relais", "Appeler", "12/02/2027", ""],
        &["Inconnue", "Appeler", "12/02/2027", ""],
        &["Foyer rural", "", "12/02/2027", ""],
        &["Foyer rural", "Écrire", "12/01/2027", ""],
        &["", "Écrire", "12/02/2027", ""],
    ];
    let reading = read(&[sheet("Nouvelles promesses", &header, &rows)], &[words()], &known(), fold);
    assert_eq!(reading.changes.promises.len(), 1, "the same promise twice is one");
    assert_eq!(
        keys(&reading),
        [
            "meetings-return-organisation-ambiguous",
            "meetings-return-organisation-unknown",
            "meetings-return-what",
            "meetings-return-due-past",
            "meetings-return-who",
        ]
    );
}

#[test]
fn what_stands_is_not_overwritten_and_a_foreign_file_is_told_from_ours() {
    let stands = Known { minutes: Some("Tenue.".to_owned()), next_day: Some(day("2027-02-11")), ..known() };
    let closing = |rows: &[&[&str]]| sheet("Suite", &["Prochaine réunion", "Compte rendu"], rows);
    let again = read(&[closing(&[&["11/02/2027", "tenue."]])], &[words()], &stands, fold);
    assert!(again.changes.is_empty() && again.not_understood.is_empty());
    let other = read(&[closing(&[&["12/02/2027", "Autre"]])], &[words()], &stands, fold);
    assert_eq!(keys(&other), ["meetings-return-next-day-stands", "meetings-return-minutes-stand"]);
    let foreign = read(&[sheet("Feuille1", &["A"], &[&["b"]])], &[words()], &known(), fold);
    assert_eq!(keys(&foreign), ["meetings-return-not-ours"]);
    let cut = read(&[sheet("Décisions", &["Autre"], &[&["b"]])], &[words()], &known(), fold);
    assert_eq!(keys(&cut), ["meetings-return-column-gone"]);
}

#[test]
fn the_name_of_a_sheet_tells_its_language_before_its_accents_are_taken_off() {
    let english = FileWords { decisions: "Decisions".to_owned(), decision: "Decision taken".to_owned(), ..words() };
    let sheet = sheet("Decisions", &["Decision taken"], &[&["Meet in Limoux"]]);
    let reading = read(&[sheet], &[words(), english], &known(), fold);
    assert_eq!(reading.changes.decisions, ["Meet in Limoux"]);
}

#[test]
fn what_this_file_recorded_is_no_fault_of_it_when_it_comes_again() {
    let key = format!("{}/1", id(1));
    let file = [sheet("Promesses ouvertes", &ANSWERS, &[&["", "Fait", "", "", &key]])];
    let first = read(&file, &[words()], &known(), fold);
    assert_eq!(first.changes.answers.len(), 1);
    let recorded = first.changes.digests().into_iter().collect();
    // Answered, the promise waits for nothing any more.
    let after = Known { promises: HashMap::new(), recorded, ..known() };
    let second = read(&file, &[words()], &after, fold);
    assert!(second.changes.is_empty() && second.not_understood.is_empty(), "{second:?}");
}

#[test]
fn people_are_counted_or_ticked() {
    let rows: [&[&str]; 6] = [
        &["Mission locale", "2"],
        &["Mission locale", "3"],
        &["Foyer rural", "x"],
        &["Foyer rural", ""],
        &["Foyer rural", "beaucoup"],
        &["Foyer rural", "100"],
    ];
    let reading = read(&[sheet("Présences", &["Organisation", "Personnes"], &rows)], &[words()], &known(), fold);
    let people: Vec<i32> = reading.changes.presences.iter().map(|line| line.people).collect();
    assert_eq!(people, [3, 1]);
    assert_eq!(keys(&reading), ["meetings-return-people", "meetings-return-people"]);
}

/// What somebody writes on the line of a promise, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Nothing,
    Done,
    GivenUp,
    Moved(u32),
}

fn written() -> impl Strategy<Value = Written> {
    prop_oneof![
        Just(Written::Nothing),
        Just(Written::Done),
        Just(Written::GivenUp),
        (1..300_u32).prop_map(Written::Moved),
    ]
}

/// Slow and obvious: looks at each promise in turn, and says what was written on the lines that are left.
fn obvious(lines: &[(Uuid, Written)]) -> Vec<(Uuid, &'static str, Option<NaiveDate>)> {
    let mut expected = Vec::new();
    for (commitment, written) in lines {
        match written {
            Written::Nothing => {}
            Written::Done => expected.push((*commitment, "done", None)),
            Written::GivenUp => expected.push((*commitment, "given-up", None)),
            Written::Moved(days) => {
                expected.push((
                    *commitment,
                    "in-progress",
                    Some(day("2027-01-15") + chrono::Days::new(u64::from(*days))),
                ));
            }
        }
    }
    expected.sort();
    expected
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Rows moved, sorted, deleted, columns moved, visible words typed over: what was said is what is read.
    #[test]
    fn whatever_is_done_to_a_file_what_was_written_on_a_line_is_said_of_its_promise(
        lines in prop::collection::vec((1..=6_u128, written(), "[a-z ]{0,12}"), 0..6),
        order in Just(vec![0_usize, 1, 2, 3, 4]).prop_shuffle(),
        blank_before in 0..3_usize,
        shouts in any::<bool>(),
    ) {
        let mut seen = HashSet::new();
        let lines: Vec<_> = lines.into_iter().filter(|(number, ..)| seen.insert(*number)).collect();
        let words = words();
        let titles = [&words.what, &words.answer, &words.new_date, &words.sentence, &words.key];
        let loud = |text: &str| if shouts { text.to_uppercase() } else { text.to_owned() };
        let columns = order.iter().map(|place| kit_exchange::Column::new(loud(titles[*place]), 12)).collect();
        let row = |(number, written, typed): &(u128, Written, String)| {
            let (answer, date) = match written {
                Written::Nothing => ("", Cell::Empty),
                Written::Done => ("fait", Cell::Empty),
                Written::GivenUp => ("Abandonné ", Cell::Empty),
                Written::Moved(days) => ("en cours", Cell::Date(day("2027-01-15") + chrono::Days::new(u64::from(*days)))),
            };
            let cells = [Cell::from(typed.as_str()), Cell::from(loud(answer)), date, Cell::Empty, Cell::from(format!("{}/1", id(*number)))];
            order.iter().map(|place| cells[*place].clone()).collect::<Vec<_>>()
        };
        let mut rows: Vec<Vec<Cell>> = vec![vec![Cell::Empty; 5]; blank_before];
        rows.extend(lines.iter().map(row));
        let written = write_xlsx(&[kit_exchange::Sheet::new("Promesses ouvertes", columns, rows)]).unwrap();
        let reading = read(&read_xlsx(&written).unwrap(), &[words], &known(), fold);
        prop_assert!(reading.not_understood.is_empty(), "{:?}", reading.not_understood);
        let mut said: Vec<_> = reading.changes.answers.iter().map(|line| {
            let state = ["done", "given-up", "in-progress"].into_iter().find(|state| *state == line.state).unwrap();
            (line.commitment, state, line.new_date)
        }).collect();
        said.sort();
        let expected: Vec<(Uuid, Written)> = lines.iter().map(|(number, written, _)| (id(*number), *written)).collect();
        prop_assert_eq!(said, obvious(&expected));
        // Read against what was recorded, nothing is left to say.
        let digests = reading.changes.digests();
        prop_assert!(reading.changes.clone().without_known(|digest| digests.iter().any(|known| known == digest)).is_empty());
    }

    #[test]
    fn no_cells_make_the_reader_panic(
        name in prop::sample::select(vec!["Présences", "Promesses ouvertes", "Nouvelles promesses", "Décisions", "Suite"]),
        header in prop::collection::vec(prop::sample::select(vec!["Organisation", "Personnes", "Clé", "Réponse", "Quoi", "Pour le", "Décision", "Compte rendu", ""]), 0..6),
        cells in prop::collection::vec(prop::collection::vec("\\PC{0,20}", 0..6), 0..6),
    ) {
        let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        read(&[sheet(name, &header, &rows)], &[words()], &known(), fold);
    }
}
