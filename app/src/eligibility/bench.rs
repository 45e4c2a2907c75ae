//! `eligibility bench`: how long an evaluation takes, from the inside.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use eligibility::columns::{Dense, Plan};
use eligibility::population::Population;
use eligibility::{Assessment, Attribute, Rulebook, generate};
use rustix::time::{ClockId, clock_gettime};

use super::BenchArguments;
use super::inputs::{Rules, threads};

/// Persons whose reasons are told one after the other.
const EXPLAINED: usize = 1_000;

/// How long something took.
#[derive(Clone, Copy)]
struct Spent {
    wall: Duration,
    processor: Duration,
}

impl Spent {
    fn during<T>(work: impl FnOnce() -> T) -> (T, Self) {
        let (wall, processor) = (Instant::now(), processor_time());
        let done = work();
        (done, Self { wall: wall.elapsed(), processor: processor_time().saturating_sub(processor) })
    }
}

pub fn run(arguments: &BenchArguments) -> anyhow::Result<String> {
    let (rules, load) = Spent::during(|| Rules::read(&arguments.rules));
    let rules = rules?;
    let (population, making) = Spent::during(|| match &arguments.population {
        Some(path) => rules.population(path, &arguments.rules),
        None => {
            Ok(generate(arguments.persons.unwrap_or_default(), &rules.communes, arguments.rules.on, arguments.seed))
        }
    });
    let population = population?;
    let threads = arguments.threads.unwrap_or_else(threads);
    let (bytes, evaluation) = Spent::during(|| evaluate(&rules.rulebook, &population, threads));
    let peak = peak_megabytes();
    let copy = copy(input_bytes(&population), bytes);
    let pairs = population.persons() * rules.rulebook.schemes().len();
    let mut text = String::new();
    writeln!(text, "persons={} schemes={} threads={threads}", population.persons(), rules.rulebook.schemes().len())?;
    for (what, spent) in [("load", load), ("generation", making), ("evaluation", evaluation), ("copy", copy)] {
        let Spent { wall, processor } = spent;
        writeln!(text, "{what}: wall_seconds={:.4} cpu_seconds={:.4}", wall.as_secs_f64(), processor.as_secs_f64())?;
    }
    if let Some(one) = explain(&rules.rulebook, &population) {
        writeln!(text, "one person with all reasons: milliseconds={:.4}", one.as_secs_f64() * 1000.0)?;
    }
    let seconds = evaluation.processor.as_secs_f64();
    write!(text, "cpu_seconds={seconds:.4} pairs_per_cpu_second={:.0} peak_mb={peak}", pairs as f64 / seconds)?;
    Ok(text)
}

/// Everything between the columns and every verdict. Gives back the bytes of the verdicts.
fn evaluate(rulebook: &Rulebook, population: &Population, threads: usize) -> usize {
    let plan = Plan::new(rulebook, population);
    black_box(Dense::joined(plan.run(threads, || Dense::new(&plan)))).bytes()
}

/// What an evaluation reads: who has which value.
fn input_bytes(population: &Population) -> usize {
    let columns = Attribute::ALL.into_iter().filter_map(|attribute| population.column(attribute));
    columns.map(eligibility::population::Column::index_bytes).sum()
}

/// Copies as many bytes as an evaluation reads, and writes as many as it writes: the least it could cost.
fn copy(read: usize, written: usize) -> Spent {
    let (source, results) = (black_box(vec![1_u8; read]), black_box(vec![1_u8; written]));
    let (_, spent) = Spent::during(|| (black_box(source.clone()), black_box(results.clone())));
    spent
}

/// The mean time for every reason of every scheme of one person; nothing where there is nobody.
fn explain(rulebook: &Rulebook, population: &Population) -> Option<Duration> {
    let explained = population.persons().min(EXPLAINED);
    let persons: Vec<_> = (0..explained).map(|person| population.facts(person)).collect();
    let (_, spent) = Spent::during(|| {
        for facts in &persons {
            black_box(Assessment::new(rulebook, facts).explain_all());
        }
    });
    spent.processor.checked_div(u32::try_from(explained).ok()?)
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or(0), time.tv_nsec.try_into().unwrap_or(0))
}

/// The most memory that this process held, as Linux counts; `unknown` elsewhere.
fn peak_megabytes() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes.map_or_else(|| "unknown".to_owned(), |kilobytes| kilobytes.div_ceil(1024).to_string())
}
