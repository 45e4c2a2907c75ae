//! The golden matrix and the files it was made from, read from the reference data.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use eligibility::population::Population;
use eligibility::simulator::{Institutions, read_benefits, read_persons};
use eligibility::{Communes, Rulebook};

/// Everything of the golden matrix.
pub struct Golden {
    pub rulebook: Rulebook,
    pub population: Population,
    /// A row a person, a cell a benefit, in the order of the rulebook; amounts in euros.
    pub matrix: Vec<Vec<f64>>,
}

/// Read once for all tests.
pub static GOLDEN: LazyLock<Golden> = LazyLock::new(Golden::read);

pub fn reference_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 15).unwrap()
}

fn data_folder() -> PathBuf {
    reference::folder().unwrap_or_else(|| panic!("the reference files are missing: set {}", reference::VARIABLE))
}

fn golden_folder() -> PathBuf {
    data_folder().join("golden-eligibility")
}

pub fn simulator_folder() -> PathBuf {
    data_folder().join("tests-only/aides-jeunes")
}

/// The `.yml` files of a folder, in the order of their names: the name without its ending, and the bytes.
pub fn yaml_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yml"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .collect()
}

pub fn borrowed(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
}

pub fn unzipped(file: &str) -> Vec<u8> {
    let bytes = std::fs::read(golden_folder().join(file)).unwrap();
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut text).unwrap();
    text
}

pub fn communes() -> Communes {
    Communes::read(std::fs::read(golden_folder().join("communes_reference.tsv")).unwrap().as_slice()).unwrap()
}

pub fn rulebook() -> Rulebook {
    let institutions = yaml_files(&simulator_folder().join("institutions"));
    let institutions = Institutions::read(borrowed(&institutions)).unwrap();
    read_benefits(borrowed(&yaml_files(&simulator_folder().join("benefits/javascript"))), &institutions).unwrap()
}

impl Golden {
    fn read() -> Self {
        let rulebook = rulebook();
        let persons = unzipped("population_1000.csv.gz");
        let read = read_persons(persons.as_slice(), &communes(), reference_date(), &rulebook.attributes()).unwrap();
        assert!(read.notes.is_empty(), "{}", read.notes);
        let matrix = matrix(&rulebook, &read.population);
        Self { rulebook, population: read.population, matrix }
    }
}

fn matrix(rulebook: &Rulebook, population: &Population) -> Vec<Vec<f64>> {
    let bytes = unzipped("eligibility_prod_1000.wide.csv.gz");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headers = reader.headers().unwrap().clone();
    let columns: Vec<usize> = rulebook
        .schemes()
        .iter()
        .map(|scheme| headers.iter().position(|header| header == scheme.id).unwrap())
        .collect();
    assert_eq!(columns.len(), headers.len() - 1);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), population.persons());
    rows.iter()
        .enumerate()
        .map(|(person, row)| {
            assert_eq!(row[0], population.identifier(person));
            columns.iter().map(|column| row[*column].parse().unwrap()).collect()
        })
        .collect()
}

/// Numbers that look random and are the same at each run (SplitMix64).
pub struct Draws(pub u64);

impl Draws {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}
