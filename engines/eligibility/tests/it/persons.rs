//! Populations as they come: missing columns, strange cells, other encodings.

use eligibility::population::Problems;
use eligibility::simulator::{ReadPersons, read_persons};
use eligibility::{Attribute, Known, Part, Place, Value};

use crate::support::{GOLDEN, communes, reference_date, unzipped};

fn read(text: &[u8]) -> Result<ReadPersons, Problems> {
    read_persons(text, &communes(), reference_date(), &GOLDEN.rulebook.attributes())
}

fn golden_text() -> String {
    String::from_utf8(unzipped("population_1000.csv.gz")).unwrap()
}

/// The first lines of the golden population, with one cell replaced.
fn with_cell(line: usize, column: &str, cell: &str) -> String {
    let text = golden_text();
    let mut lines: Vec<Vec<&str>> = text.lines().take(6).map(|line| line.split(',').collect()).collect();
    let place = lines[0].iter().position(|header| *header == column).unwrap();
    lines[line - 1][place] = cell;
    lines.iter().map(|cells| cells.join(",") + "\n").collect()
}

fn told(result: Result<ReadPersons, Problems>) -> Vec<String> {
    result.unwrap_err().told().iter().map(ToString::to_string).collect()
}

#[test]
fn a_cell_that_cannot_be_read_is_named_by_line_and_column() {
    for (column, cell, message) in [
        ("date_naissance", "15/09/2004", "`15/09/2004` is no day"),
        ("date_naissance", "2005-02-29", "is no day"),
        ("date_naissance", "", "is no day"),
        ("rfr", "12 000", "is no number"),
        ("rfr", "1,5", "cells: expected"),
        ("rsa", "NaN", "is no number"),
        ("rsa", "inf", "is no number"),
        ("boursier", "oui", "is neither True nor False"),
        ("enfants", "2020-01-01|hier", "`hier` is no day"),
        ("nbptr", "-1", "expected 0 or more"),
        ("person_id", "", "expected an identifier"),
        ("person_id", "0", "already on line 2"),
    ] {
        let found = told(read(with_cell(3, column, cell).as_bytes()));
        assert_eq!(found.len(), 1, "{column} {cell}: {found:?}");
        assert!(found[0].starts_with("line 3"), "{found:?}");
        assert!(found[0].contains(message), "{found:?}");
    }
}

#[test]
fn every_problem_is_counted_and_the_first_ones_are_told() {
    let text = golden_text().replace(",False,", ",nonsense,");
    let problems = read(text.as_bytes()).unwrap_err();
    assert!(problems.count() > 1_000);
    assert_eq!(problems.told().len(), 20);
    assert_eq!(problems.by_column().values().sum::<u64>(), problems.count());
    assert!(problems.to_string().contains("boursier: "), "{problems}");
}

#[test]
fn strange_words_and_communes_are_taken_as_they_are_and_noted() {
    let word = read(with_cell(4, "activite", "astronaute").as_bytes()).unwrap();
    assert_eq!(
        word.notes.told()[0].to_string(),
        "line 4, column `activite`: `astronaute` is in no list of activity: taken as it is"
    );
    assert_eq!(word.population.person(2).value(Attribute::Activity), Some(&Value::word("astronaute")));
    let commune = read(with_cell(4, "depcom", "99999").as_bytes()).unwrap();
    assert_eq!(commune.notes.count(), 1);
    assert!(commune.notes.told()[0].to_string().starts_with("line 4, column `depcom`: `99999` is no commune"));
    assert_eq!(commune.population.persons(), 5, "nobody is dropped");
}

#[test]
fn missing_columns_are_named_when_a_rule_asks_for_them() {
    let text = golden_text();
    let without = |column: &str| text.replacen(column, "something_else", 1);
    for column in ["date_naissance", "rfr", "enfants", "depcom", "person_id"] {
        let found = told(read(without(column).as_bytes()));
        assert!(
            found.iter().any(|problem| problem.contains(&format!("column `{column}`: the column is missing"))),
            "{found:?}"
        );
    }
    assert!(read(without("_interetBafa").as_bytes()).is_ok());
    let twice = text.replacen("rsa", "rfr", 1);
    assert!(told(read(twice.as_bytes())).iter().any(|problem| problem.contains("there twice")));
    assert!(read(b"").is_err());
}

#[test]
fn territories_that_are_not_given_come_from_the_commune() {
    let text = golden_text();
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            [&cells[..3], &cells[7..]].concat().join(",") + "\n"
        })
        .collect();
    let read = read(lines.concat().as_bytes()).unwrap();
    for person in 0..read.population.persons() {
        let (ours, theirs) = (read.population.person(person), GOLDEN.population.person(person));
        let residences = (ours.value(Attribute::Residence), theirs.value(Attribute::Residence));
        let (Some(Value::Place(found)), Some(Value::Place(golden))) = residences else {
            panic!("no residence");
        };
        // A commune of several postal codes does not say which.
        let postal_code = if found.postal_code == Part::Unknown { Part::Unknown } else { golden.postal_code.clone() };
        assert_eq!(**found, Place { postal_code, ..(**golden).clone() });
    }
}

#[test]
fn other_encodings_are_named() {
    let mut latin = with_cell(3, "activite", "retraite").into_bytes();
    let place = latin.windows(8).position(|window| window == b"retraite").unwrap();
    latin[place] = 0xe9;
    let found = told(read(&latin));
    assert!(found[0].contains("line 3") && found[0].contains("not UTF-8"), "{found:?}");
    let utf16: Vec<u8> = golden_text().encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(read(&utf16).is_err());
    let marked = format!("\u{feff}{}", golden_text());
    assert_eq!(read(marked.as_bytes()).unwrap().population.persons(), 1_000);
    let windows = golden_text().replace('\n', "\r\n");
    assert_eq!(read(windows.as_bytes()).unwrap().population.persons(), 1_000);
}

#[test]
fn a_column_of_the_engine_is_read_as_open_world() {
    let header = "person_id,destination,duration_days,departure_date,accompaniment,registrations,group_ages\n";
    let rows = "a,pays ES|zone eu,30,2026-10-01,school|sponsor,mission_locale=2026-01-10,15|17\nb,,,,,,\n";
    let needed = [Attribute::DurationDays].into();
    let read = read_persons((header.to_owned() + rows).as_bytes(), &communes(), reference_date(), &needed).unwrap();
    let facts = read.population.facts(0);
    assert_eq!(facts.value(Attribute::DurationDays), Some(&Value::Number(30.0)));
    assert_eq!(facts.value(Attribute::Accompaniment), Some(&Value::words(["school", "sponsor"])));
    assert_eq!(facts.value(Attribute::Destination).unwrap().to_string(), "pays ES, zone eu");
    let nobody = read.population.facts(1);
    assert_eq!(nobody.known().count(), 1, "the day of the application alone is known");
}
