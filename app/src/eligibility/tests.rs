//! The commands on the golden files, as somebody at a terminal calls them.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Parser;

use super::{EligibilityVerb, carry_out};

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    verb: EligibilityVerb,
}

fn data() -> PathBuf {
    reference::folder().unwrap_or_else(|| panic!("the reference files are missing: set {}", reference::VARIABLE))
}

fn golden(file: &str) -> PathBuf {
    data().join("golden-eligibility").join(file)
}

/// Calls a command on the simulator's benefits, with more arguments.
fn call(verb: &str, more: &[&Path]) -> anyhow::Result<String> {
    let simulator = data().join("tests-only/aides-jeunes");
    let (benefits, institutions) = (simulator.join("benefits/javascript"), simulator.join("institutions"));
    let communes = golden("communes_reference.tsv");
    let given: [&Path; 10] = [
        Path::new("eligibility"),
        Path::new(verb),
        Path::new("--on=2026-09-15"),
        Path::new("--benefits"),
        &benefits,
        Path::new("--institutions"),
        &institutions,
        Path::new("--communes"),
        &communes,
        Path::new("--population"),
    ];
    carry_out(&Line::try_parse_from(given.into_iter().chain(more.iter().copied())).unwrap().verb)
}

fn unzipped(path: &Path) -> String {
    let mut text = String::new();
    let file = std::fs::File::open(path).unwrap();
    flate2::read::MultiGzDecoder::new(file).read_to_string(&mut text).unwrap();
    text
}

/// Lines and cells; headers may stand in quotes.
fn cells(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"')).collect()).collect()
}

#[test]
fn evaluate_writes_the_golden_matrix() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("matrix.csv");
    let said = call("evaluate", &[&golden("population_1000.csv.gz"), Path::new("--out"), &out]).unwrap();
    assert!(said.starts_with("1000 personnes × 431 dispositifs"), "{said}");
    let (ours, theirs) =
        (std::fs::read_to_string(&out).unwrap(), unzipped(&golden("eligibility_prod_1000.wide.csv.gz")));
    let (ours, theirs) = (cells(&ours), cells(&theirs));
    assert_eq!(ours.first(), theirs.first());
    assert_eq!(ours.len(), theirs.len());
    for (our, their) in ours.iter().zip(&theirs).skip(1) {
        assert_eq!(our.first(), their.first());
        let numbers = |row: &[&str]| row.iter().map(|cell| cell.parse::<f64>().unwrap()).collect::<Vec<_>>();
        assert_eq!(numbers(our), numbers(their));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn explain_gives_every_reason() {
    let person = golden("population_1000.csv.gz");
    let scheme = Path::new("--scheme=bretagne-jeune-international");
    let said = call("explain", &[&person, Path::new("--person=42"), scheme]).unwrap();
    assert!(said.contains("family quotient a year <= 25000 ["), "{said}");
    assert!(said.contains("residence in region 53 ["), "{said}");
    assert!(said.ends_with("1 non"), "{said}");
    let every = call("explain", &[&person, Path::new("--person=42")]).unwrap();
    assert_eq!(every.lines().filter(|line| line.contains(" — ") && !line.starts_with(' ')).count(), 431);
    assert!(call("explain", &[&person, Path::new("--person=nobody")]).is_err());
}

#[test]
fn bench_ends_with_the_figures_of_the_evaluation() {
    let said = call("bench", &[&golden("population_1000.csv.gz")]).unwrap();
    let last = said.lines().last().unwrap();
    assert!(last.starts_with("cpu_seconds=") && last.contains(" pairs_per_cpu_second=") && last.contains(" peak_mb="));
}

#[test]
fn a_population_with_a_wrong_cell_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (wrong, out) = (folder.path().join("wrong.csv"), folder.path().join("matrix.csv"));
    let text = unzipped(&golden("population_1000.csv.gz"));
    std::fs::write(&wrong, text.replacen("1996-09-21", "21/09/1996", 1)).unwrap();
    let error = format!("{:#}", call("evaluate", &[&wrong, Path::new("--out"), &out]).unwrap_err());
    assert!(error.contains("line 2, column `date_naissance`: `21/09/1996` is no day"), "{error}");
    assert!(!out.exists());
}

#[test]
fn the_example_rules_are_read() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../engines/eligibility/examples/rules");
    let line = [Path::new("eligibility"), Path::new("check"), Path::new("--rules"), &rules];
    let said = carry_out(&Line::try_parse_from(line).unwrap().verb).unwrap();
    assert!(said.starts_with("Règles lues : 1 dispositif(s)"), "{said}");
}
