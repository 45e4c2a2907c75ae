//! The communes of the day, with what each lies within.

use std::collections::HashMap;
use std::io::Read;

use crate::facts::{Part, Place, TerritoryCode, TerritoryKind};
use crate::population::{Problem, Problems};
use crate::rules::Gazetteer;

/// France has 35,000 communes; a table ten times as long is another table.
const COMMUNES_MAX: u64 = 350_000;

/// A commune and its postal codes.
#[derive(Debug, Clone)]
pub struct Commune {
    /// What it lies within; its postal code is unknown where it has several.
    pub place: Place,
    /// Its postal codes.
    pub postal_codes: Vec<String>,
    /// Its inhabitants, 0 where the table does not say.
    pub inhabitants: u32,
}

/// Communes by INSEE code. Paris, Lyon and Marseille are one commune each, never an arrondissement.
#[derive(Debug, Clone, Default)]
pub struct Communes {
    by_code: HashMap<String, Commune>,
}

impl Communes {
    /// Reads a table with tabulations and the columns `code`, `departement`, `region`, `epci`, `codes_postaux` (separated
    /// by `|`), and `population` if it is there.
    ///
    /// # Errors
    /// The first line that cannot be read, or the column that is missing.
    pub fn read(input: impl Read) -> Result<Self, Problems> {
        let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').flexible(false).quoting(false).from_reader(input);
        let headers = reader.headers().map_err(Problem::of_csv)?.clone();
        let find = |name: &str| headers.iter().position(|header| header.trim_start_matches('\u{feff}') == name);
        let place = |name: &str| find(name).ok_or_else(|| Problem::of_column(name, "the column is missing".to_owned()));
        let population = find("population");
        let columns =
            [place("code")?, place("departement")?, place("region")?, place("epci")?, place("codes_postaux")?];
        let mut by_code = HashMap::new();
        for record in reader.records() {
            let record = record.map_err(Problem::of_csv)?;
            let [code, departement, region, epci, postal_codes] =
                columns.map(|column| record.get(column).unwrap_or_default().trim());
            if code.is_empty() || by_code.len() as u64 >= COMMUNES_MAX {
                let line = record.position().map_or(0, csv::Position::line);
                return Err(Problem::at(line, "code", "an empty code, or a table too long".to_owned()).into());
            }
            let inhabitants = population.and_then(|column| record.get(column)?.trim().parse().ok()).unwrap_or(0);
            by_code.insert(code.to_owned(), commune([code, departement, region, epci], postal_codes, inhabitants));
        }
        Ok(Self { by_code })
    }

    /// The commune of that INSEE code.
    pub fn get(&self, code: &str) -> Option<&Commune> {
        self.by_code.get(code)
    }

    /// All communes, in the order of their codes.
    pub fn in_order(&self) -> Vec<&Commune> {
        let mut communes: Vec<(&String, &Commune)> = self.by_code.iter().collect();
        communes.sort_unstable_by_key(|(code, _)| *code);
        communes.into_iter().map(|(_, commune)| commune).collect()
    }

    /// Everything that a commune is or lies within; countries and zones are not listed, hence not checked.
    pub fn gazetteer(&self) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for commune in self.by_code.values() {
            for kind in TerritoryKind::ALL.into_iter().filter(|kind| *kind != TerritoryKind::Country) {
                if let Some(Part::Code(code)) = commune.place.part(kind) {
                    gazetteer.add(TerritoryCode::new(kind, code.clone()));
                }
            }
            gazetteer
                .extend(commune.postal_codes.iter().map(|code| TerritoryCode::new(TerritoryKind::PostalCode, code)));
        }
        gazetteer
    }
}

fn commune([code, departement, region, epci]: [&str; 4], postal_codes: &str, inhabitants: u32) -> Commune {
    let postal_codes: Vec<String> =
        postal_codes.split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    let postal_code = match postal_codes.as_slice() {
        [] => Part::Absent,
        [only] => Part::Code(only.clone()),
        _ => Part::Unknown,
    };
    let place = Place {
        country: Part::Code("FR".to_owned()),
        region: part(region),
        departement: part(departement),
        epci: part(epci),
        commune: part(code),
        postal_code,
        zones: std::collections::BTreeMap::new(),
    };
    Commune { place, postal_codes, inhabitants }
}

/// A cell that is empty says that there is none.
pub(crate) fn part(cell: &str) -> Part {
    if cell.is_empty() { Part::Absent } else { Part::Code(cell.to_owned()) }
}
