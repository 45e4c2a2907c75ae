//! What the national simulator's own engine answers, cell by cell.

use eligibility::columns::{Dense, Plan};
use eligibility::{Assessment, Verdict};

use crate::support::GOLDEN;

#[test]
fn all_431_benefits_are_imported() {
    assert_eq!(GOLDEN.rulebook.schemes().len(), 431);
}

#[test]
fn one_person_after_the_other_every_cell_agrees() {
    let mut differences = Vec::new();
    let mut eligible = 0;
    for (person, row) in GOLDEN.matrix.iter().enumerate() {
        let facts = GOLDEN.population.facts(person);
        let assessment = Assessment::new(&GOLDEN.rulebook, &facts);
        for (scheme, expected) in GOLDEN.rulebook.schemes().iter().zip(row) {
            let verdict = assessment.verdict(scheme);
            let value = match (verdict, assessment.worth(scheme)) {
                (Verdict::Eligible, Some(worth)) => worth.low as f64 / 100.0,
                (Verdict::Eligible, None) => 1.0,
                (Verdict::NotEligible, _) => 0.0,
                (Verdict::ToBeChecked, _) => f64::NAN,
            };
            eligible += usize::from(verdict == Verdict::Eligible);
            if value != *expected {
                differences.push((person, &scheme.id, value, expected));
            }
        }
    }
    assert_eq!(differences, []);
    assert_eq!(eligible, 7_979);
}

#[test]
fn in_columns_every_cell_agrees() {
    let plan = Plan::new(&GOLDEN.rulebook, &GOLDEN.population);
    assert!(!plan.has_open_verdicts());
    for threads in [1, 2, 7] {
        let found = Dense::joined(plan.run(threads, || Dense::new(&plan)));
        for (person, row) in GOLDEN.matrix.iter().enumerate() {
            for (scheme, expected) in row.iter().enumerate() {
                assert_eq!(found.verdict(person, scheme) == Verdict::Eligible, *expected > 0.0, "{person} {scheme}");
            }
        }
    }
}
