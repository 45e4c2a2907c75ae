//! `cargo xtask bench`: the figures of the release binary, each beside its budget (design, section 7).

mod document;
mod eligibility;
mod load;
mod server;
mod table;
mod visitor;
mod weight;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};

use self::document::Document;
use self::server::Server;
use self::table::{Budget, Table};
use self::visitor::Visitor;
use crate::console;
use crate::workspace::Workspace;

/// A page for everybody, a long list, and a page that gathers the panels of several rooms.
const PAGES: [&str; 3] = ["/", "/acteurs", "/territoires/departement/11"];
/// Whose eyes they are seen with: the person whose pages hold the most.
const PERSON: &str = "regionale";
/// Before measuring: pools filled, statements prepared, caches as they are on a working day.
const WARM_UP_COUNT: u32 = 100;
/// The kernel counts processor time in hundredths of a second: over so many requests the error is below 0.02 ms.
const REQUEST_COUNT: u32 = 500;
/// The figure is the middle one of so many rounds: other programs of the machine disturb some of them.
const ROUNDS: usize = 5;

/// Where the figures are committed.
const DOCUMENT: Document = Document {
    path: "docs/benchmarks/pages.md",
    title: "The pages, measured",
    command: "cargo xtask bench",
    method: "The demo on SQLite, its pages read by the regional steering, whose pages hold the most. Processor time is that of \
             the whole program over 500 requests, one after the other, compressed as for browsers, the middle one of 5 rounds; the weight is that of the wire.",
    source: "xtask/src/bench/mod.rs",
};

pub(crate) use self::eligibility::run as eligibility;

/// Measures the pages of `binary`, or of the release build of this checkout, and writes the figures down. Fails when one is over
/// its budget.
pub(crate) fn pages(workspace: &Workspace, binary: Option<PathBuf>) -> Result<ExitCode> {
    let table = measure(&binary_to_measure(workspace, binary)?)?;
    DOCUMENT.write(workspace, &table)?;
    Ok(show(&table))
}

fn binary_to_measure(workspace: &Workspace, binary: Option<PathBuf>) -> Result<PathBuf> {
    match binary {
        Some(binary) => binary.canonicalize().context("there is no such binary"),
        None => workspace.build_escale(&["--release", "--package", "escale"]),
    }
}

fn show(table: &Table) -> ExitCode {
    console::line("");
    for line in table.lines() {
        console::line(line);
    }
    if table.is_within_budgets() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn measure(binary: &Path) -> Result<Table> {
    let folder = tempfile::Builder::new().prefix("escale-bench-").tempdir()?;
    let mut table = Table::default();

    let first = Server::start(binary, folder.path())?;
    table.add("first start of the demo", first.start_time().as_secs_f64(), Budget::below(10.0, "s"));
    first.stop()?;

    let server = Server::start(binary, folder.path())?;
    table.add("start on an existing database", server.start_time().as_secs_f64(), Budget::below(0.5, "s"));
    let visitor = Visitor::sign_in(server.address(), PERSON)?;
    measure_pages(&server, &visitor, &mut table)?;
    measure_load(&visitor, &mut table)?;
    server.stop()?;
    Ok(table)
}

fn measure_pages(server: &Server, visitor: &Visitor, table: &mut Table) -> Result<()> {
    for page in PAGES {
        repeat(visitor, page, WARM_UP_COUNT)?;
    }
    table.add("resident memory, warm", server.resident_memory_megabytes()?, Budget::below(150.0, "MB"));
    for page in PAGES {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let before = server.processor_time()?;
            repeat(visitor, page, REQUEST_COUNT)?;
            rounds.push(server.processor_time()?.saturating_sub(before) / REQUEST_COUNT);
        }
        rounds.sort_unstable();
        let spent = rounds.get(ROUNDS / 2).copied().unwrap_or_default();
        table.add(format!("processor a request, {page}"), milliseconds(spent), Budget::below(2.0, "ms"));
    }
    for page in PAGES {
        let weight = weight::of_page(visitor, page)?;
        table.add(format!("weight with CSS and JS, {page}"), weight.kilobytes(), Budget::below(60.0, "kB"));
    }
    Ok(())
}

fn measure_load(visitor: &Visitor, table: &mut Table) -> Result<()> {
    let latencies = load::run(visitor, &PAGES)?;
    table.add("half of the answers within", milliseconds(latencies.percentile(50)), Budget::none("ms"));
    table.add("p99 at 100 requests a second", milliseconds(latencies.percentile(99)), Budget::below(20.0, "ms"));
    Ok(())
}

/// One request after the other on one kept connection.
fn repeat(visitor: &Visitor, page: &str, count: u32) -> Result<()> {
    (0..count).try_for_each(|_| visitor.fetch(page).map(drop))
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
