//! `eligibility evaluate`: a matrix of persons and schemes.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use eligibility::columns::{Dense, Plan};
use eligibility::population::Population;
use eligibility::{Cents, Rulebook, Scheme, Verdict, worth};

use super::EvaluateArguments;
use super::inputs::{Rules, threads};

pub fn run(arguments: &EvaluateArguments) -> anyhow::Result<String> {
    let rules = Rules::read(&arguments.rules)?;
    let population = rules.population(&arguments.population, &arguments.rules)?;
    let plan = Plan::new(&rules.rulebook, &population);
    let found = Dense::joined(plan.run(threads(), || Dense::new(&plan)));
    write(&arguments.out, &rules.rulebook, &population, &found)
        .with_context(|| format!("{} cannot be written", arguments.out.display()))?;
    Ok(format!(
        "{} personnes × {} dispositifs : {}",
        population.persons(),
        rules.rulebook.schemes().len(),
        arguments.out.display()
    ))
}

/// Writes beside the file and puts it in place when it is whole.
fn write(path: &Path, rulebook: &Rulebook, population: &Population, found: &Dense) -> anyhow::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    let written = write_matrix(beside, rulebook, population, found).and_then(|()| Ok(fs::rename(beside, path)?));
    if written.is_err() {
        // What is left of a failed attempt is of no use, and its own failure says nothing new.
        drop(fs::remove_file(beside));
    }
    written
}

fn write_matrix(path: &Path, rulebook: &Rulebook, population: &Population, found: &Dense) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    write_text(&mut file, "person_id")?;
    for scheme in rulebook.schemes() {
        file.write_all(b",")?;
        write_text(&mut file, &scheme.id)?;
    }
    let same_for_all: Vec<Option<String>> = rulebook.schemes().iter().map(same_for_all).collect();
    for person in 0..population.persons() {
        file.write_all(b"\n")?;
        write_text(&mut file, &population.identifier(person))?;
        for (place, (scheme, amount)) in rulebook.schemes().iter().zip(&same_for_all).enumerate() {
            match (found.verdict(person, place), amount) {
                (Verdict::NotEligible, _) => file.write_all(b",0")?,
                (Verdict::ToBeChecked, _) => file.write_all(b",")?,
                (Verdict::Eligible, Some(amount)) => write!(file, ",{amount}")?,
                (Verdict::Eligible, None) => {
                    let worth = worth(rulebook, scheme, &population.person(person));
                    write!(file, ",{}", worth.map_or_else(|| "1".to_owned(), |worth| euros(worth.low)))?;
                }
            }
        }
    }
    file.write_all(b"\n")?;
    file.flush()?;
    Ok(())
}

/// What everybody who is eligible gets: a fixed amount, or 1 where there is none. Nothing where it depends on the person.
fn same_for_all(scheme: &Scheme) -> Option<String> {
    match scheme.amounts.as_slice() {
        [] => Some("1".to_owned()),
        [amount] if amount.is_fixed() => Some(euros(amount.low)),
        _ => None,
    }
}

/// Euros with the cents there are: `200`, `16.8`.
fn euros(cents: Cents) -> String {
    let (euros, cents) = (cents / 100, cents % 100);
    match cents {
        0 => euros.to_string(),
        cents if cents % 10 == 0 => format!("{euros}.{}", cents / 10),
        cents => format!("{euros}.{cents:02}"),
    }
}

/// A text as CSV has it, in quotes where it needs them.
fn write_text(file: &mut impl Write, text: &str) -> std::io::Result<()> {
    if text.contains([',', '"', '\n', '\r']) {
        write!(file, "\"{}\"", text.replace('"', "\"\""))
    } else {
        file.write_all(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_show_the_cents_there_are() {
        assert_eq!([20_000, 1_680, 1_605, 0].map(euros), ["200", "16.8", "16.05", "0"]);
    }

    #[test]
    fn a_text_that_would_break_the_table_is_quoted() {
        let mut bytes = Vec::new();
        write_text(&mut bytes, "a,\"b\"").unwrap();
        assert_eq!(bytes, b"\"a,\"\"b\"\"\"");
    }
}
