//! `cargo xtask test | check | bench`: what a person, and the machine that tests every change, run.

mod bench;
mod console;
mod install;
mod postgres;
mod programs;
mod report;
mod stages;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The house's own commands")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything that can be tested here; the last lines name what could not.
    Test {
        /// What is missing is an error. Implied where the variable CI is set.
        #[arg(long)]
        all: bool,
        /// First fetch what is missing: PostgreSQL, Chromium, Node, the packages of tests/e2e, cargo-deny.
        #[arg(long)]
        install: bool,
    },
    /// Formatting, lints and unit tests: a minute before a commit.
    Check,
    /// Builds the release binary and holds its figures against the budgets: those of its pages, if nothing else is named.
    Bench {
        #[command(subcommand)]
        what: Option<Bench>,
        /// Measure this binary instead of building one, to compare with an older one.
        #[arg(long, global = true)]
        binary: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum Bench {
    /// The pages of the demo.
    Pages,
    /// The eligibility engine, beside OpenFisca and a plain copy; writes docs/benchmarks/eligibility.md.
    Eligibility {
        /// First install OpenFisca, in a folder of its own beside the build.
        #[arg(long)]
        install: bool,
    },
}

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let workspace = Workspace::find()?;
    match arguments.task {
        Task::Test { all, install } => Ok(stages::test(&workspace, all || workspace::in_ci(), install)),
        Task::Check => Ok(stages::check(&workspace)),
        Task::Bench { what: None | Some(Bench::Pages), binary } => bench::pages(&workspace, binary),
        Task::Bench { what: Some(Bench::Eligibility { install }), binary } => {
            bench::eligibility(&workspace, binary, install)
        }
    }
}
