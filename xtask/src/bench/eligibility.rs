//! `cargo xtask bench eligibility`: the engine beside OpenFisca on the same persons, a plain copy, and its budgets.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::document::Document;
use super::table::{Budget, Table};
use super::{binary_to_measure, show};
use crate::programs;
use crate::workspace::Workspace;

/// What the whole budget is written for.
const MILLION: usize = 1_000_000;
/// Sizes among which the time is to grow as the persons do.
const SIZES: [usize; 4] = [MILLION / 4, MILLION / 2, MILLION, 2 * MILLION];
/// Each measurement is the median of so many runs.
const RUNS: usize = 5;
/// The golden persons, so many times over, are what OpenFisca and we both evaluate.
const GOLDEN_COPIES: usize = 20;
/// Twice the persons may take so much more than twice as long.
const LINEAR_WITHIN: f64 = 1.15;
/// Where the figures are committed.
const DOCUMENT: Document = Document {
    path: "docs/benchmarks/eligibility.md",
    title: "The eligibility engine, measured",
    command: "cargo xtask bench eligibility",
    method: "Each figure of ours is the median of 5 runs. \"Evaluation\" is everything between columns in memory and a \
             verdict for each person and scheme; reading files and making persons up are not in it.",
    source: "xtask/src/bench/eligibility.rs",
};
/// The versions that the peer's script names.
const OPENFISCA: [&str; 6] = [
    "Openfisca-France==176.0.7",
    "Openfisca-Core==44.7.0",
    "OpenFisca-France-Local[excel-reader]==6.17.11",
    "numpy<2",
    "pandas",
    "pyyaml",
];

/// Measures `binary`, or the release build of this checkout, and writes the figures down. Fails when one is over its budget.
pub(crate) fn run(workspace: &Workspace, binary: Option<PathBuf>, install: bool) -> Result<ExitCode> {
    let data = workspace.reference().context("the reference files are missing")?.to_path_buf();
    let bench = Bench { binary: binary_to_measure(workspace, binary)?, data };
    let python = openfisca(workspace, &bench.binary, install)?;
    let mut table = Table::default();
    measure_sizes(&bench, &mut table)?;
    measure_twice(&bench, &mut table)?;
    measure_peer(&bench, &python, &mut table)?;
    DOCUMENT.write(workspace, &table)?;
    Ok(show(&table))
}

struct Bench {
    binary: PathBuf,
    data: PathBuf,
}

/// The figures that one run prints, by `line: name`.
type Figures = BTreeMap<String, f64>;

impl Bench {
    fn benefits(&self) -> PathBuf {
        self.data.join("tests-only/aides-jeunes/benefits/javascript")
    }

    /// Several runs, and of each figure the median.
    fn medians(&self, benefits: &Path, more: &[&str]) -> Result<Figures> {
        let runs: Vec<Figures> = (0..RUNS).map(|_| self.once(benefits, more)).collect::<Result<_>>()?;
        let names = runs.first().context("no run")?.keys();
        Ok(names
            .map(|name| {
                let mut values: Vec<f64> = runs.iter().filter_map(|run| run.get(name).copied()).collect();
                values.sort_unstable_by(f64::total_cmp);
                (name.clone(), values.get(values.len() / 2).copied().unwrap_or(f64::NAN))
            })
            .collect())
    }

    fn once(&self, benefits: &Path, more: &[&str]) -> Result<Figures> {
        let mut command = Command::new(&self.binary);
        command.args(["eligibility", "bench", "--on", "2026-09-15"]);
        command.arg("--benefits").arg(benefits);
        command.arg("--institutions").arg(self.data.join("tests-only/aides-jeunes/institutions"));
        command.arg("--communes").arg(self.data.join("golden-eligibility/communes_reference.tsv"));
        let output = programs::ask(command.args(more)).context("the bench of the binary failed")?;
        Ok(figures(&output))
    }
}

/// `evaluation: wall_seconds=0.1 cpu_seconds=0.2` gives `evaluation: wall_seconds` and `evaluation: cpu_seconds`.
fn figures(output: &str) -> Figures {
    let of_line = |line: &str| {
        let (what, pairs) = line.split_once(": ").unwrap_or(("", line));
        let pairs = pairs.split(' ').filter_map(|pair| pair.split_once('='));
        let named = pairs.filter_map(|(name, value)| Some((format!("{what}: {name}"), value.parse().ok()?)));
        named.collect::<Vec<_>>()
    };
    output.lines().flat_map(of_line).collect()
}

fn figure(figures: &Figures, name: &str) -> Result<f64> {
    figures.get(name).copied().with_context(|| format!("the bench printed no {name}"))
}

fn measure_sizes(bench: &Bench, table: &mut Table) -> Result<()> {
    let mut processor = Vec::new();
    for persons in SIZES {
        let found = bench.medians(&bench.benefits(), &["--persons", &persons.to_string()])?;
        let spent = figure(&found, "evaluation: cpu_seconds")?;
        processor.push(spent);
        let label = format!("{persons} persons × 431");
        if persons == MILLION {
            let wall = figure(&found, "evaluation: wall_seconds")?;
            table.add(format!("{label}, wall"), wall, Budget::below(0.5, "s"));
            table.add(format!("{label}, peak memory"), figure(&found, ": peak_mb")?, Budget::below(400.0, "MB"));
            let pairs = figure(&found, ": pairs_per_cpu_second")? / 1e6;
            table.add("million pairs a processor second", pairs, Budget::none(""));
            let copy = spent / figure(&found, "copy: cpu_seconds")?;
            table.add("as long as a plain copy of the same bytes, times", copy, Budget::none(""));
            let one = figure(&found, "one person with all reasons: milliseconds")?;
            table.add("one person with all reasons", one, Budget::below(0.2, "ms"));
        }
        table.add(format!("{label}, processor"), spent, Budget::none("s"));
    }
    for (pair, sizes) in processor.windows(2).zip(SIZES.windows(2)) {
        let ([half, whole], [few, many]) = (pair, sizes) else { continue };
        let growth = whole / half / 2.0;
        table.add(format!("{many} beside twice {few}, times"), growth, Budget::below(LINEAR_WITHIN, ""));
    }
    Ok(())
}

fn measure_twice(bench: &Bench, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    for entry in fs::read_dir(bench.benefits())? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).context("a name that is not UTF-8")?;
        fs::copy(&path, folder.path().join(format!("{name}.yml")))?;
        fs::copy(&path, folder.path().join(format!("{name}-again.yml")))?;
    }
    let million = MILLION.to_string();
    let more = ["--persons", million.as_str()];
    let once = figure(&bench.medians(&bench.benefits(), &more)?, "evaluation: cpu_seconds")?;
    let twice = figure(&bench.medians(folder.path(), &more)?, "evaluation: cpu_seconds")?;
    table.add("each benefit listed twice, times as long", twice / once, Budget::below(1.3, ""));
    Ok(())
}

/// Both evaluate the golden persons, many times over; the ratio is that of pairs in a processor second.
fn measure_peer(bench: &Bench, python: &Path, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let population = folder.path().join("population.csv");
    let persons = golden_again(&bench.data, python, &population)?;
    let script = bench.data.parent().context("the data stand in a folder")?.join("bench/openfisca_eval.py");
    let answer = programs::ask(Command::new(python).arg(script).arg(&population)).context("OpenFisca failed")?;
    let answer: Value = serde_json::from_str(answer.lines().last().unwrap_or_default())?;
    let theirs = answer.get("pairs_per_cpu_s").and_then(Value::as_f64).context("OpenFisca printed no figure")?;
    let path = population.to_str().context("a path that is not UTF-8")?;
    let found = bench.medians(&bench.benefits(), &["--population", path])?;
    let ours = figure(&found, ": pairs_per_cpu_second")?;
    table.add(
        format!("OpenFisca, {persons} persons × 404, million pairs a processor second"),
        theirs / 1e6,
        Budget::none(""),
    );
    table.add(format!("ours, {persons} persons × 431, million pairs a processor second"), ours / 1e6, Budget::none(""));
    table.add("processor time of OpenFisca for a pair, times ours", ours / theirs, Budget::none(""));
    Ok(())
}

/// Writes the golden persons several times over, each with an identifier of its own; Python unpacks them.
fn golden_again(data: &Path, python: &Path, path: &Path) -> Result<usize> {
    let golden = data.join("golden-eligibility/population_1000.csv.gz");
    let unpack = "import gzip, sys; sys.stdout.write(gzip.open(sys.argv[1], 'rt').read())";
    let text = programs::ask(Command::new(python).args(["-c", unpack]).arg(golden)).context("Python failed")?;
    let (header, rows) = text.split_once('\n').context("the golden population is empty")?;
    let rows: Vec<&str> = rows.lines().filter_map(|row| row.split_once(',')).map(|(_, cells)| cells).collect();
    ensure!(!rows.is_empty(), "the golden population is empty");
    let mut again = format!("{header}\n");
    let persons = rows.len() * GOLDEN_COPIES;
    for (person, cells) in rows.iter().cycle().take(persons).enumerate() {
        again.push_str(&format!("{person},{cells}\n"));
    }
    fs::write(path, again)?;
    Ok(persons)
}

/// The Python that has OpenFisca, beside the build.
fn openfisca(workspace: &Workspace, binary: &Path, install: bool) -> Result<PathBuf> {
    let folder = binary.ancestors().nth(2).context("the binary stands in a folder")?.join("openfisca");
    let python = folder.join("bin/python");
    if install && !python.is_file() {
        programs::run(workspace.command("python3").args(["-m", "venv"]).arg(&folder))?;
        programs::run(workspace.command(&python).args(["-m", "pip", "install", "--quiet"]).args(OPENFISCA))?;
    }
    ensure!(python.is_file(), "OpenFisca is not there: call again with --install");
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_named_after_their_line() {
        let found = figures(
            "persons=3 schemes=2\nevaluation: wall_seconds=0.5 cpu_seconds=0.75\ncpu_seconds=1 peak_mb=unknown",
        );
        assert_eq!(figure(&found, "evaluation: cpu_seconds").unwrap(), 0.75);
        assert_eq!(figure(&found, ": cpu_seconds").unwrap(), 1.0);
        assert!(figure(&found, ": peak_mb").is_err());
    }
}
