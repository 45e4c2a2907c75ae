//! A person who answers little by little: nothing unknown becomes a yes, and few questions settle everything.

use std::thread;

use eligibility::{Assessment, Attribute, Facts, Known, Questionnaire, Verdict};

use crate::support::{Draws, GOLDEN, reference_date};

/// Subsets of answers tried on each person.
const SUBSETS: usize = 20;

/// Columns of a golden person that the files mention for the residence alone: commune, département, région, EPCI, postal code.
const RESIDENCE_COLUMNS: usize = 5;

/// The attributes that a person answers: the day of the application is known.
fn answers() -> Vec<Attribute> {
    let asked = GOLDEN.rulebook.attributes();
    asked.into_iter().filter(|attribute| *attribute != Attribute::ApplicationDate).collect()
}

fn golden_verdicts(person: usize) -> Vec<Verdict> {
    let verdict = |cell: &f64| if *cell > 0.0 { Verdict::Eligible } else { Verdict::NotEligible };
    GOLDEN.matrix[person].iter().map(verdict).collect()
}

fn verdicts(facts: &Facts) -> Vec<Verdict> {
    Assessment::new(&GOLDEN.rulebook, facts).verdicts().collect()
}

/// Asks until nothing is left to ask, and gives back what was asked.
fn interview(questionnaire: &Questionnaire<'_>, facts: &mut Facts, whole: &Facts) -> Vec<Attribute> {
    let mut asked = Vec::new();
    while let Some(question) = questionnaire.next(facts, &[]) {
        assert!(!asked.contains(&question.attribute), "{} was asked twice", question.attribute);
        asked.push(question.attribute);
        facts.set(question.attribute, whole.value(question.attribute).unwrap().clone());
    }
    asked
}

/// Each person on one of two threads.
fn for_each_person(check: impl Fn(usize) + Sync) {
    let check = &check;
    thread::scope(|scope| {
        for parity in 0..2 {
            scope.spawn(move || (parity..GOLDEN.population.persons()).step_by(2).for_each(check));
        }
    });
}

#[test]
fn hidden_answers_leave_it_open_and_revealing_them_ends_at_the_golden_cell() {
    let questionnaire = Questionnaire::new(&GOLDEN.rulebook);
    let answers = answers();
    for_each_person(|person| {
        let whole = GOLDEN.population.facts(person);
        let expected = golden_verdicts(person);
        let mut draws = Draws(person as u64);
        for _ in 0..SUBSETS {
            let hidden = draws.next();
            let mut facts = whole.clone();
            for (place, attribute) in answers.iter().enumerate() {
                if hidden >> place & 1 == 1 {
                    facts.forget(*attribute);
                }
            }
            for (found, expected) in verdicts(&facts).iter().zip(&expected) {
                assert!(*found == Verdict::ToBeChecked || found == expected, "person {person}");
            }
            interview(&questionnaire, &mut facts, &whole);
            assert_eq!(verdicts(&facts), expected, "person {person}");
            flip_what_was_not_asked(&facts, &answers, &expected, &mut draws);
        }
    });
}

/// Whatever somebody else would have answered to what was not asked: no verdict moves.
fn flip_what_was_not_asked(facts: &Facts, answers: &[Attribute], expected: &[Verdict], draws: &mut Draws) {
    let other = GOLDEN.population.person(draws.below(GOLDEN.population.persons()));
    let mut flipped = facts.clone();
    for attribute in answers.iter().filter(|attribute| facts.value(**attribute).is_none()) {
        flipped.set(*attribute, other.value(*attribute).unwrap().clone());
    }
    assert_eq!(verdicts(&flipped), expected);
}

#[test]
fn one_answer_that_was_not_asked_moves_no_verdict() {
    let questionnaire = Questionnaire::new(&GOLDEN.rulebook);
    let answers = answers();
    for_each_person(|person| {
        let whole = GOLDEN.population.facts(person);
        let mut facts = Facts::new().with(Attribute::ApplicationDate, reference_date());
        interview(&questionnaire, &mut facts, &whole);
        let expected = golden_verdicts(person);
        let mut draws = Draws(person as u64);
        for attribute in answers.iter().filter(|attribute| facts.value(**attribute).is_none()) {
            let other = GOLDEN.population.person(draws.below(GOLDEN.population.persons()));
            let flipped = facts.clone().with(*attribute, other.value(*attribute).unwrap().clone());
            assert_eq!(verdicts(&flipped), expected, "person {person}, {attribute}");
        }
    });
}

#[test]
fn half_of_the_attributes_settle_every_verdict() {
    let questionnaire = Questionnaire::new(&GOLDEN.rulebook);
    let mut counts: Vec<usize> = (0..GOLDEN.population.persons())
        .map(|person| {
            let mut facts = Facts::new().with(Attribute::ApplicationDate, reference_date());
            interview(&questionnaire, &mut facts, &GOLDEN.population.facts(person)).len()
        })
        .collect();
    counts.sort_unstable();
    let quartile = |quarter: usize| counts[quarter * (counts.len() - 1) / 4];
    let questions = answers().len();
    let mentioned = questions - 1 + RESIDENCE_COLUMNS;
    println!(
        "questions until every verdict is settled: median {}, quartiles {} and {}, at most {}; the files mention {mentioned} \
         attributes of a person, which {questions} questions would ask",
        quartile(2),
        quartile(1),
        quartile(3),
        quartile(4),
    );
    assert!(2 * quartile(2) <= mentioned);
}

#[test]
fn questions_come_in_the_same_order_every_time() {
    let whole = GOLDEN.population.facts(7);
    let order = || {
        let mut facts = Facts::new().with(Attribute::ApplicationDate, reference_date());
        interview(&Questionnaire::new(&GOLDEN.rulebook), &mut facts, &whole)
    };
    assert_eq!(order(), order());
    assert_eq!(order().first(), Some(&Attribute::Residence), "most schemes hang on where one lives");
}

#[test]
fn what_somebody_declines_to_say_is_not_asked_again() {
    let questionnaire = Questionnaire::new(&GOLDEN.rulebook);
    let whole = GOLDEN.population.facts(3);
    let declined = [Attribute::BirthDate, Attribute::MinimumIncome];
    let mut facts = Facts::new().with(Attribute::ApplicationDate, reference_date());
    while let Some(question) = questionnaire.next(&facts, &declined) {
        assert!(!declined.contains(&question.attribute));
        facts.set(question.attribute, whole.value(question.attribute).unwrap().clone());
    }
    assert!(verdicts(&facts).contains(&Verdict::ToBeChecked), "some schemes stay open without an age");
}
