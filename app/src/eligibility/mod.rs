//! `escale eligibility …`: rules and populations from files, without a house around them.

mod bench;
mod evaluate;
mod explain;
mod inputs;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

/// What can be done with rules.
#[derive(Debug, Subcommand)]
pub enum EligibilityVerb {
    /// Evaluates a population: a line a person, a column a scheme with its amount, 1, 0, or nothing where it is open.
    Evaluate(EvaluateArguments),
    /// Says of one person what each scheme answers, and why.
    Explain(ExplainArguments),
    /// Measures the evaluation of a made-up or given population.
    Bench(BenchArguments),
    /// Reads rule files and says what is wrong with them.
    Check(CheckArguments),
}

/// Where the rules are.
#[derive(Debug, Args)]
struct RulesArguments {
    /// A folder of the national simulator's benefits.
    #[arg(long, requires = "institutions", required_unless_present = "rules")]
    benefits: Option<PathBuf>,
    /// The folder of the institutions that give them.
    #[arg(long)]
    institutions: Option<PathBuf>,
    /// A folder of rules in Escale's own language, instead of benefits.
    #[arg(long, conflicts_with = "benefits")]
    rules: Option<PathBuf>,
    /// The table of communes.
    #[arg(long)]
    communes: PathBuf,
    /// The day of the application, for everybody.
    #[arg(long)]
    on: NaiveDate,
}

#[derive(Debug, Args)]
pub struct EvaluateArguments {
    #[command(flatten)]
    rules: RulesArguments,
    /// The persons, CSV; compressed if it ends in `.gz`.
    #[arg(long)]
    population: PathBuf,
    /// The file to write. One that is there is replaced.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Args)]
pub struct ExplainArguments {
    #[command(flatten)]
    rules: RulesArguments,
    /// The persons, CSV; compressed if it ends in `.gz`.
    #[arg(long)]
    population: PathBuf,
    /// The person, by `person_id`.
    #[arg(long)]
    person: String,
    /// One scheme only, by its identifier.
    #[arg(long)]
    scheme: Option<String>,
}

#[derive(Debug, Args)]
pub struct BenchArguments {
    #[command(flatten)]
    rules: RulesArguments,
    /// How many persons to make up.
    #[arg(long, required_unless_present = "population")]
    persons: Option<usize>,
    /// The persons, CSV, instead of made-up ones.
    #[arg(long, conflicts_with = "persons")]
    population: Option<PathBuf>,
    /// Makes other persons up.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads; as many as there are processors if left out.
    #[arg(long)]
    threads: Option<usize>,
}

#[derive(Debug, Args)]
pub struct CheckArguments {
    /// A folder of rules in Escale's own language.
    #[arg(long)]
    rules: PathBuf,
    /// The table of communes: territories that rules may name. Without it, codes of territories are not checked.
    #[arg(long)]
    communes: Option<PathBuf>,
}

/// Does what was asked, and gives back what to say.
pub fn carry_out(verb: &EligibilityVerb) -> anyhow::Result<String> {
    match verb {
        EligibilityVerb::Evaluate(arguments) => evaluate::run(arguments),
        EligibilityVerb::Explain(arguments) => explain::run(arguments),
        EligibilityVerb::Bench(arguments) => bench::run(arguments),
        EligibilityVerb::Check(arguments) => inputs::check(arguments),
    }
}
