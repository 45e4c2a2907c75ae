//! A population in columns, against one person after the other.

use eligibility::columns::{BLOCK, Counts, Dense, Plan, Sparse};
use eligibility::population::Population;
use eligibility::{Assessment, Attribute, Facts, Kleene, Known, Part, TerritoryKind, Value, Verdict, verdict};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{facts, rulebook, sketch};
use crate::support::GOLDEN;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn columns_say_what_the_obvious_evaluator_says(
        schemes in vec(vec(sketch(), 0..3), 1..6),
        people in vec(facts(), 1..60),
        threads in 1usize..4,
    ) {
        let rulebook = rulebook(&schemes);
        let population = Population::of_facts(&people);
        let plan = Plan::new(&rulebook, &population);
        let found = Dense::joined(plan.run(threads, || Dense::new(&plan)));
        for (person, facts) in people.iter().enumerate() {
            for (place, scheme) in rulebook.schemes().iter().enumerate() {
                prop_assert_eq!(found.verdict(person, place), verdict(&rulebook, scheme, facts));
            }
        }
    }

    #[test]
    fn an_assessment_and_its_reasons_say_so_too(schemes in vec(vec(sketch(), 0..3), 1..6), facts in facts()) {
        let rulebook = rulebook(&schemes);
        let assessment = Assessment::new(&rulebook, &facts);
        for explanation in assessment.explain_all() {
            let expected = verdict(&rulebook, explanation.scheme, &facts);
            prop_assert_eq!(explanation.verdict, expected);
            prop_assert_eq!(assessment.verdict(explanation.scheme), expected);
            let rules = explanation.findings.iter().filter(|finding| finding.depth == 0);
            prop_assert_eq!(Verdict::from(Kleene::all(rules.map(|finding| finding.truth))), expected);
        }
    }

    #[test]
    fn learning_more_never_turns_a_verdict_round(
        schemes in vec(vec(sketch(), 0..3), 1..6),
        whole in facts(),
        hidden in any::<u64>(),
    ) {
        let rulebook = rulebook(&schemes);
        let mut less = whole.clone();
        for (place, attribute) in Attribute::ALL.into_iter().enumerate() {
            // With fewer than one tax part a quotient would be more than the income: no household has.
            if hidden >> (place % 64) & 1 == 1 && attribute != Attribute::TaxPartsYearBeforeLast && attribute != Attribute::TaxPartsLastYear {
                less.forget(attribute);
            }
        }
        for scheme in rulebook.schemes() {
            let before = verdict(&rulebook, scheme, &less);
            let after = verdict(&rulebook, scheme, &whole);
            prop_assert!(before == Verdict::ToBeChecked || before == after);
        }
    }
}

/// A population that is longer than a block and no whole number of blocks, made of golden persons.
fn golden_again(persons: usize) -> Vec<Facts> {
    (0..persons).map(|person| GOLDEN.population.facts(person % GOLDEN.population.persons())).collect()
}

#[test]
fn dense_sparse_and_counts_agree_across_blocks() {
    let people = golden_again(2 * BLOCK + 37);
    let population = Population::of_facts(&people);
    let plan = Plan::new(&GOLDEN.rulebook, &population);
    let dense = Dense::joined(plan.run(2, || Dense::new(&plan)));
    let sparse = Sparse::joined(plan.run(3, || Sparse::new(plan.schemes())));
    let groups: Vec<u16> = (0..people.len()).map(|person| (person % 7) as u16).collect();
    let counts = Counts::joined(plan.run(2, || Counts::new(plan.schemes(), 7, &groups))).unwrap();
    for scheme in 0..plan.schemes() {
        let eligible: Vec<u32> = (0..people.len() as u32)
            .filter(|person| GOLDEN.matrix[*person as usize % GOLDEN.matrix.len()][scheme] > 0.0)
            .collect();
        assert_eq!(sparse.eligible(scheme), eligible);
        for person in 0..people.len() {
            let expected = eligible.binary_search(&(person as u32)).is_ok();
            assert_eq!(dense.verdict(person, scheme) == Verdict::Eligible, expected);
        }
        for group in 0..7u16 {
            let expected = eligible.iter().filter(|person| groups[**person as usize] == group).count();
            assert_eq!(counts.count(scheme, group.into()), expected as u64);
        }
    }
}

#[test]
fn counts_by_departement_are_those_of_the_golden_matrix() {
    let (departements, departement_of) = GOLDEN.population.by_territory(TerritoryKind::Departement);
    assert_eq!(departements.len(), 98);
    let plan = Plan::new(&GOLDEN.rulebook, &GOLDEN.population);
    let counts = plan.run(2, || Counts::new(plan.schemes(), departements.len(), &departement_of));
    let counts = Counts::joined(counts).unwrap();
    for (place, departement) in departements.iter().enumerate() {
        let lives_there = |person: &usize| match GOLDEN.population.person(*person).value(Attribute::Residence) {
            Some(Value::Place(home)) => home.departement == Part::Code(departement.clone()),
            _ => false,
        };
        let people: Vec<usize> = (0..GOLDEN.population.persons()).filter(lives_there).collect();
        for scheme in 0..plan.schemes() {
            let expected = people.iter().filter(|person| GOLDEN.matrix[**person][scheme] > 0.0).count();
            assert_eq!(counts.count(scheme, place), expected as u64, "{departement}");
        }
    }
}

#[test]
fn nobody_and_no_scheme_are_no_trouble() {
    let nobody = Population::of_facts(&[]);
    let plan = Plan::new(&GOLDEN.rulebook, &nobody);
    let found = Dense::joined(plan.run(4, || Dense::new(&plan)));
    assert_eq!(found.verdict(0, 0), Verdict::NotEligible);
    let empty = rulebook(&[]);
    let plan = Plan::new(&empty, &GOLDEN.population);
    assert_eq!(plan.schemes(), 0);
    assert_eq!(plan.run(2, || Sparse::new(0)).len(), 1);
}

#[test]
fn a_person_in_place_and_a_copy_are_the_same() {
    for person in [0, 500, 999] {
        let copy = GOLDEN.population.facts(person);
        for attribute in Attribute::ALL {
            assert_eq!(copy.value(attribute), GOLDEN.population.person(person).value(attribute));
        }
    }
}
