//! Persons of the national simulator: a CSV file, a closed world. An empty cell takes the default of the simulator.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;

use chrono::NaiveDate;

use crate::communes::{Communes, part};
use crate::facts::{Attribute, Kind, Part, Place, TerritoryCode, Value};
use crate::population::{Column, ColumnBuilder, PERSONS_MAX, Population, Problem, Problems};

/// What was read.
#[derive(Debug)]
pub struct ReadPersons {
    /// The persons.
    pub population: Population,
    /// What was taken as it is but is worth a look: words that no list has, communes that the table has not.
    pub notes: Problems,
}

/// Columns that make the residence, in this order.
const RESIDENCE: [&str; 5] = ["depcom", "departement", "region", "epci", "code_postal"];

/// Columns with the attribute that each gives, and the text that stands for an empty cell.
const COLUMNS: [(&str, Attribute, &str); 20] = [
    ("date_naissance", Attribute::BirthDate, ""),
    ("activite", Attribute::Activity, ""),
    ("contrat_alternance", Attribute::WorkStudyContract, ""),
    ("scolarite", Attribute::Education, ""),
    ("annee_etude", Attribute::StudyYear, ""),
    ("mention_baccalaureat", Attribute::BaccalaureateHonours, ""),
    ("groupe_specialites_formation", Attribute::TrainingGroup, ""),
    ("stagiaire", Attribute::Intern, "False"),
    ("service_civique", Attribute::CivicService, "False"),
    ("handicap", Attribute::Disabled, "False"),
    ("taux_incapacite", Attribute::DisabilityRate, "0"),
    ("boursier", Attribute::ScholarshipHolder, "False"),
    ("regime_securite_sociale", Attribute::SocialSecurityScheme, ""),
    ("nbptr", Attribute::TaxPartsYearBeforeLast, "1"),
    ("rfr", Attribute::TaxIncomeYearBeforeLast, "0"),
    ("rsa", Attribute::MinimumIncome, "0"),
    ("enfants", Attribute::ChildrenBirthDates, ""),
    ("statut_occupation_logement", Attribute::HousingStatus, ""),
    ("difficultes_acces_ou_frais_logement", Attribute::HousingDifficulty, "False"),
    ("agence_travail_temporaire", Attribute::TemporaryWorker, "False"),
];

/// The simulator's words for which the engine has its own.
const WORDS: [(Attribute, &str, &str); 13] = [
    (Attribute::Activity, "etudiant", "student"),
    (Attribute::Activity, "chomeur", "jobseeker"),
    (Attribute::Activity, "inactif", "inactive"),
    (Attribute::Activity, "salarie", "employee"),
    (Attribute::Activity, "independant", "self_employed"),
    (Attribute::Activity, "retraite", "retired"),
    (Attribute::WorkStudyContract, "apprenti", "apprentice"),
    (Attribute::WorkStudyContract, "professionnalisation", "professionalisation"),
    (Attribute::Education, "enseignement_superieur", "higher_education"),
    (Attribute::Education, "lycee", "upper_secondary"),
    (Attribute::Education, "college", "lower_secondary"),
    (Attribute::Education, "grande_ecole_du_numerique", "digital_school"),
    (Attribute::Education, "inconnue", "unknown"),
];

/// The engine's word for the simulator's; one that the engine has no other word for stays.
pub(super) fn word(attribute: Attribute, text: &str) -> &str {
    WORDS.into_iter().find(|(of, theirs, _)| *of == attribute && *theirs == text).map_or(text, |(_, _, ours)| ours)
}

/// Reads persons. `on` is the day of the application for all. `needed` are the attributes that the rules ask about:
/// a column that is missing and needed is an error, one that is not needed is left.
///
/// Beside the simulator's columns, one named after an [`Attribute`] is read as open world: an empty cell is unknown.
///
/// # Errors
/// Cells that cannot be read, by line and column, and columns that are missing. No person is left out: there are no persons then.
pub fn read_persons(
    input: impl Read,
    communes: &Communes,
    on: NaiveDate,
    needed: &BTreeSet<Attribute>,
) -> Result<ReadPersons, Problems> {
    let mut reader = csv::ReaderBuilder::new().from_reader(input);
    let headers = reader.headers().map_err(Problem::of_csv)?.clone();
    let headers: Vec<&str> = headers.iter().map(|header| header.trim_start_matches('\u{feff}').trim()).collect();
    let mut table = Table::new(&headers, communes, needed)?;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(Problem::of_csv)? {
        let line = record.position().map_or(0, csv::Position::line);
        if table.identifiers.len() >= PERSONS_MAX {
            return Err(Problem::at(line, "", format!("expected {PERSONS_MAX} persons at most")).into());
        }
        table.add(&record, line);
    }
    table.finish(on)
}

/// The columns while they are read.
struct Table<'a> {
    communes: &'a Communes,
    identifier: usize,
    identifiers: Vec<Box<str>>,
    seen: HashMap<Box<str>, u64>,
    residence: Option<Residence>,
    cells: Vec<Cells>,
    errors: Problems,
    notes: Problems,
}

/// A column of which each cell is a value of its own.
struct Cells {
    header: String,
    place: usize,
    attribute: Attribute,
    /// What an empty cell stands for; nothing where it is unknown.
    default: Option<&'static str>,
    builder: ColumnBuilder,
    /// What is wrong, or worth a note, by the place of the distinct value.
    refused: BTreeMap<u32, String>,
    noted: BTreeMap<u32, String>,
}

/// The columns that make the residence together.
struct Residence {
    places: [Option<usize>; 5],
    builder: ColumnBuilder,
    noted: BTreeMap<u32, String>,
    key: String,
}

impl<'a> Table<'a> {
    fn new(headers: &[&str], communes: &'a Communes, needed: &BTreeSet<Attribute>) -> Result<Self, Problems> {
        let place = |name: &str| headers.iter().position(|header| *header == name);
        let mut problems = Problems::default();
        for (position, header) in headers.iter().enumerate() {
            if headers.iter().take(position).any(|earlier| earlier == header) {
                problems.add(Problem::of_column(header, "the column is there twice".to_owned()));
            }
        }
        let identifier = place("person_id").unwrap_or_else(|| {
            problems.add(Problem::of_column("person_id", "the column is missing".to_owned()));
            0
        });
        let residence = Residence::new(place);
        if residence.is_none() && needed.contains(&Attribute::Residence) {
            problems.add(Problem::of_column("depcom", "the column is missing, and rules ask for it".to_owned()));
        }
        let mut cells = Vec::new();
        for (header, attribute, default) in COLUMNS {
            match place(header) {
                Some(place) => cells.push(Cells::new(header, place, attribute, Some(default))),
                None if needed.contains(&attribute) && place(attribute.name()).is_none() => {
                    problems.add(Problem::of_column(header, "the column is missing, and rules ask for it".to_owned()));
                }
                None => {}
            }
        }
        for attribute in Attribute::ALL {
            if let Some(place) = place(attribute.name()) {
                cells.push(Cells::new(attribute.name(), place, attribute, None));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            communes,
            identifier,
            identifiers: Vec::new(),
            seen: HashMap::new(),
            residence,
            cells,
            errors: Problems::default(),
            notes: Problems::default(),
        })
    }

    fn add(&mut self, record: &csv::StringRecord, line: u64) {
        let identifier = record.get(self.identifier).unwrap_or_default().trim();
        if identifier.is_empty() {
            self.errors.add(Problem::at(line, "person_id", "empty: expected an identifier".to_owned()));
        } else if let Some(earlier) = self.seen.insert(identifier.into(), line) {
            self.errors.add(Problem::at(line, "person_id", format!("`{identifier}` is already on line {earlier}")));
        }
        self.identifiers.push(identifier.into());
        if let Some(residence) = &mut self.residence {
            residence.add(record, line, self.communes, &mut self.notes);
        }
        for cells in &mut self.cells {
            cells.add(record, line, &mut self.errors, &mut self.notes);
        }
    }

    fn finish(self, on: NaiveDate) -> Result<ReadPersons, Problems> {
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let mut population = Population::new(self.identifiers.len(), self.identifiers);
        population.set(Attribute::ApplicationDate, Column::same(Value::Day(on)));
        if let Some(residence) = self.residence {
            population.set(Attribute::Residence, residence.builder.finish());
        }
        for cells in self.cells {
            population.set(cells.attribute, cells.builder.finish());
        }
        Ok(ReadPersons { population, notes: self.notes })
    }
}

impl Cells {
    fn new(header: &str, place: usize, attribute: Attribute, default: Option<&'static str>) -> Self {
        Self {
            header: header.to_owned(),
            place,
            attribute,
            default,
            builder: ColumnBuilder::default(),
            refused: BTreeMap::new(),
            noted: BTreeMap::new(),
        }
    }

    fn add(&mut self, record: &csv::StringRecord, line: u64, errors: &mut Problems, notes: &mut Problems) {
        let cell = record.get(self.place).unwrap_or_default().trim();
        let (attribute, default) = (self.attribute, self.default);
        let mut refusal = None;
        let place = self.builder.push(cell, || match read_cell(attribute, cell, default) {
            Ok(value) => value,
            Err(message) => {
                refusal = Some(message);
                None
            }
        });
        if let Some(message) = refusal {
            self.refused.insert(place, message);
        } else if !self.noted.contains_key(&place) && !self.refused.contains_key(&place) && is_strange(attribute, cell)
        {
            self.noted.insert(place, format!("`{cell}` is in no list of {attribute}: taken as it is"));
        }
        if let Some(message) = self.refused.get(&place) {
            errors.add(Problem::at(line, &self.header, message.clone()));
        } else if let Some(message) = self.noted.get(&place) {
            notes.add(Problem::at(line, &self.header, message.clone()));
        }
    }
}

impl Residence {
    fn new(place: impl Fn(&str) -> Option<usize>) -> Option<Self> {
        let places = RESIDENCE.map(place);
        places.first().copied().flatten()?;
        Some(Self { places, builder: ColumnBuilder::default(), noted: BTreeMap::new(), key: String::new() })
    }

    fn add(&mut self, record: &csv::StringRecord, line: u64, communes: &Communes, notes: &mut Problems) {
        let cells = self.places.map(|place| place.and_then(|place| record.get(place)).map(str::trim));
        self.key.clear();
        for cell in cells {
            self.key.push_str(cell.unwrap_or_default());
            self.key.push('|');
        }
        let mut note = None;
        let place = self.builder.push(&self.key, || {
            let code = cells.first().copied().flatten().unwrap_or_default();
            if !code.is_empty() && communes.get(code).is_none() {
                note = Some(format!("`{code}` is no commune of the table: only the cells beside it are known"));
            }
            Some(Value::from(residence(cells, communes)))
        });
        if let Some(message) = note {
            self.noted.insert(place, message);
        }
        if let Some(message) = self.noted.get(&place) {
            notes.add(Problem::at(line, "depcom", message.clone()));
        }
    }
}

/// The residence, after the cells; what they leave empty is taken from the commune, and else there is none.
fn residence(cells: [Option<&str>; 5], communes: &Communes) -> Place {
    let [commune, departement, region, epci, postal_code] = cells;
    let known = communes.get(commune.unwrap_or_default()).map(|commune| &commune.place);
    let or_known = |cell: Option<&str>, part_of: fn(&Place) -> &Part| match (cell, known) {
        (None | Some(""), Some(place)) => part_of(place).clone(),
        (cell, _) => part(cell.unwrap_or_default()),
    };
    Place {
        country: Part::Code("FR".to_owned()),
        region: or_known(region, |place| &place.region),
        departement: or_known(departement, |place| &place.departement),
        epci: or_known(epci, |place| &place.epci),
        commune: part(commune.unwrap_or_default()),
        postal_code: or_known(postal_code, |place| &place.postal_code),
        zones: BTreeMap::new(),
    }
}

/// A word that neither the engine nor the simulator lists.
fn is_strange(attribute: Attribute, cell: &str) -> bool {
    attribute.words().is_some_and(|words| !cell.is_empty() && !words.contains(&word(attribute, cell)))
}

/// The value of a cell. An empty one is what it stands for: the default, nothing at all for words, or unknown.
fn read_cell(attribute: Attribute, cell: &str, default: Option<&str>) -> Result<Option<Value>, String> {
    let cell = match (cell, default) {
        ("", None) => return Ok(None),
        ("", Some(default)) => default,
        (cell, _) => cell,
    };
    let value = match attribute.kind() {
        Kind::Word if cell.is_empty() => Value::Nothing,
        Kind::Word => Value::word(word(attribute, cell)),
        Kind::Day => Value::Day(day(cell)?),
        Kind::Number => Value::Number(number(attribute, cell)?),
        Kind::Flag => Value::Flag(flag(cell)?),
        Kind::Days => Value::Days(items(cell).map(day).collect::<Result<_, _>>()?),
        Kind::Numbers => Value::Numbers(items(cell).map(|item| number(attribute, item)).collect::<Result<_, _>>()?),
        Kind::Words => Value::words(items(cell)),
        Kind::Place => Value::from(place(cell)?),
        Kind::Counts | Kind::DatedWords => pairs(attribute, cell)?,
    };
    Ok(Some(value))
}

fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|item| !item.is_empty())
}

fn day(cell: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(cell, "%Y-%m-%d")
        .map_err(|error| format!("`{cell}` is no day ({error}): expected one like 2004-09-15"))
}

fn number(attribute: Attribute, cell: &str) -> Result<f64, String> {
    // The words that a float is also read from, `inf` and `nan`, are no numbers of a person.
    let number = cell.parse::<f64>().ok().filter(|number| number.is_finite());
    let number = number.ok_or_else(|| format!("`{cell}` is no number: expected one like 250.5, with a point"))?;
    if attribute == Attribute::TaxPartsYearBeforeLast && number < 0.0 {
        return Err(format!("`{cell}` parts: expected 0 or more"));
    }
    Ok(number)
}

fn flag(cell: &str) -> Result<bool, String> {
    match cell {
        "True" | "true" | "1" => Ok(true),
        "False" | "false" | "0" => Ok(false),
        _ => Err(format!("`{cell}` is neither True nor False")),
    }
}

fn place(cell: &str) -> Result<Place, String> {
    items(cell).try_fold(Place::default(), |place, item| {
        Ok(place.within(item.parse::<TerritoryCode>().map_err(|error| error.to_string())?))
    })
}

/// `word=2` or `word=2026-01-31`, separated by `|`.
fn pairs(attribute: Attribute, cell: &str) -> Result<Value, String> {
    let pairs: Result<Vec<(&str, &str)>, String> = items(cell)
        .map(|item| item.split_once('=').ok_or_else(|| format!("`{item}`: expected a word, `=` and a value")))
        .collect();
    let pairs = pairs?.into_iter();
    if attribute.kind() == Kind::DatedWords {
        let days: Result<_, String> = pairs.map(|(word, text)| Ok((word.to_owned(), day(text)?))).collect();
        return Ok(Value::DatedWords(days?));
    }
    let counts: Result<_, String> = pairs
        .map(|(word, text)| {
            Ok((word.to_owned(), text.parse::<u32>().map_err(|error| format!("`{text}` is no count: {error}"))?))
        })
        .collect();
    Ok(Value::Counts(counts?))
}
