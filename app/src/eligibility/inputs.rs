//! Reads what the commands are given.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;

use anyhow::{Context, bail};
use eligibility::population::Population;
use eligibility::rules::{self, Gazetteer};
use eligibility::simulator::{Institutions, read_benefits, read_persons};
use eligibility::{Communes, Rulebook};

use super::{CheckArguments, RulesArguments};

/// Files of a folder beyond this number are a mistake.
const FILES_MAX: usize = 20_000;

/// A file of rules beyond this size is refused before it is read.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Rules, and the communes they were read with.
pub struct Rules {
    pub rulebook: Rulebook,
    pub communes: Communes,
}

impl Rules {
    pub fn read(arguments: &RulesArguments) -> anyhow::Result<Self> {
        let communes = communes(&arguments.communes)?;
        let rulebook = match (&arguments.rules, &arguments.benefits, &arguments.institutions) {
            (Some(folder), ..) => own_rules(folder, &communes.gazetteer())?,
            (None, Some(benefits), Some(institutions)) => simulator_rules(benefits, institutions)?,
            _ => bail!("expected --benefits with --institutions, or --rules"),
        };
        if rulebook.schemes().is_empty() {
            bail!("no file ending in .yml was found");
        }
        Ok(Self { rulebook, communes })
    }

    /// Reads persons; what is worth a note is logged.
    pub fn population(&self, path: &Path, arguments: &RulesArguments) -> anyhow::Result<Population> {
        let file = BufReader::new(File::open(path).with_context(|| format!("{}", path.display()))?);
        let input: Box<dyn Read> = if path.extension().is_some_and(|ending| ending == "gz") {
            Box::new(flate2::read::MultiGzDecoder::new(file))
        } else {
            Box::new(file)
        };
        let read = read_persons(input, &self.communes, arguments.on, &self.rulebook.attributes())
            .with_context(|| format!("{} cannot be read; nobody was evaluated", path.display()))?;
        if !read.notes.is_empty() {
            tracing::warn!("{}: worth a look:\n{}", path.display(), read.notes);
        }
        Ok(read.population)
    }
}

/// Reads rules in Escale's own language, and says how many there are.
pub fn check(arguments: &CheckArguments) -> anyhow::Result<String> {
    let gazetteer = match &arguments.communes {
        Some(path) => communes(path)?.gazetteer(),
        None => Gazetteer::default(),
    };
    let rulebook = own_rules(&arguments.rules, &gazetteer)?;
    Ok(format!(
        "Règles lues : {} dispositif(s), {} conditions distinctes.",
        rulebook.schemes().len(),
        rulebook.predicates().len()
    ))
}

fn communes(path: &Path) -> anyhow::Result<Communes> {
    let file = File::open(path).with_context(|| format!("{}", path.display()))?;
    Communes::read(BufReader::new(file)).with_context(|| format!("{} cannot be read", path.display()))
}

fn own_rules(folder: &Path, gazetteer: &Gazetteer) -> anyhow::Result<Rulebook> {
    let files = yaml_files(folder)?;
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    rules::read(files, gazetteer).map_err(|errors| listed(folder, &errors))
}

fn simulator_rules(benefits: &Path, institutions: &Path) -> anyhow::Result<Rulebook> {
    let files = yaml_files(institutions)?;
    let institutions = Institutions::read(without_ending(&files)).map_err(|errors| listed(institutions, &errors))?;
    let files = yaml_files(benefits)?;
    read_benefits(without_ending(&files), &institutions).map_err(|errors| listed(benefits, &errors))
}

fn listed(folder: &Path, errors: &[impl std::fmt::Display]) -> anyhow::Error {
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    anyhow::anyhow!("{}:\n{}", folder.display(), errors.join("\n"))
}

/// The `.yml` files of a folder, in the order of their names.
fn yaml_files(folder: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "yml") {
            continue;
        }
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{}: a name that is not UTF-8", path.display()))?;
        if fs::metadata(&path)?.len() > FILE_BYTES_MAX || files.len() >= FILES_MAX {
            bail!("{}: too large, or one file too many", path.display());
        }
        files.insert(name.to_owned(), fs::read(&path).with_context(|| format!("{}", path.display()))?);
    }
    Ok(files)
}

/// Files by their name without `.yml`, still in the order of the whole names: that of the columns.
fn without_ending(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.strip_suffix(".yml").unwrap_or(name), bytes.as_slice()))
}

/// As many as there are processors.
pub fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
