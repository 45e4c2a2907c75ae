//! Writes the tables of this crate from the files of the sources:
//! `cargo run -p territories --example derive-territories -- path/to/territory-cog2026 path/to/countries`

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use deunicode::deunicode;
use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// EPCI that merged after the source was made: code, name, and the codes that they replace.
const MERGERS: [(&str, &str, [&str; 2]); 2] = [
    ("994579670", "CC du Lévézou", ["241200765", "241200658"]),
    ("992367730", "CA Thionville Fensch Agglomération", ["245701222", "245701362"]),
];

fn main() -> Outcome<()> {
    let mut folders = std::env::args().skip(1).map(PathBuf::from);
    let france = folders.next().ok_or("first argument: the folder of communes.json, epci.json, …")?;
    let countries = folders.next().ok_or("second argument: the folder of iso-countries-fr.json and -en.json")?;

    let regions = list(&france.join("regions.json"))?;
    write("regions.tsv", regions.iter().map(|region| row(region, &["code", "nom"])))?;
    let departements = list(&france.join("departements.json"))?;
    write("departements.tsv", departements.iter().map(|departement| row(departement, &["code", "nom", "region"])))?;
    let epci = list(&france.join("epci.json"))?;
    write("epci.tsv", epci_rows(&epci))?;
    let communes = list(&france.join("communes.json"))?;
    write("communes.tsv", commune_rows(&communes, &epci_by_commune(&epci)))?;
    write("pays.tsv", country_rows(&countries)?)
}

fn epci_rows(epci: &[Value]) -> impl Iterator<Item = String> {
    let merged = |code: &str| MERGERS.iter().any(|(_, _, before)| before.contains(&code));
    let kept = epci.iter().filter(move |epci| !merged(&text(epci, "code"))).map(|epci| row(epci, &["code", "nom"]));
    kept.chain(MERGERS.iter().map(|(code, name, _)| format!("{code}\t{name}")))
}

fn epci_by_commune(epci: &[Value]) -> BTreeMap<String, String> {
    let mut epci_by_commune = BTreeMap::new();
    for epci in epci {
        let before = text(epci, "code");
        let merger = MERGERS.iter().find(|(_, _, merged)| merged.contains(&before.as_str()));
        let code = merger.map_or(before.clone(), |(code, _, _)| (*code).to_owned());
        for member in epci.get("membres").and_then(Value::as_array).into_iter().flatten() {
            epci_by_commune.insert(text(member, "code"), code.clone());
        }
    }
    epci_by_commune
}

/// Communes of today only: neither delegated nor associated communes, nor the arrondissements of Paris, Lyon and Marseille.
fn commune_rows(communes: &[Value], epci_by_commune: &BTreeMap<String, String>) -> impl Iterator<Item = String> {
    communes.iter().filter(|commune| text(commune, "type") == "commune-actuelle").map(|commune| {
        let epci = epci_by_commune.get(&text(commune, "code")).cloned().unwrap_or_default();
        let population = commune.get("population").map(Value::to_string).unwrap_or_default();
        let postal_codes = commune.get("codesPostaux").map(postal_codes).unwrap_or_default();
        format!("{}\t{epci}\t{population}\t{postal_codes}", row(commune, &["code", "nom", "departement"]))
    })
}

fn postal_codes(listed: &Value) -> String {
    let mut codes: Vec<&str> = listed.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    codes.sort_unstable();
    codes.join(" ")
}

/// Code, French name, English name, then further names by which it is looked for.
fn country_rows(folder: &Path) -> Outcome<Vec<String>> {
    let french: Value = serde_json::from_str(&fs::read_to_string(folder.join("iso-countries-fr.json"))?)?;
    let english: Value = serde_json::from_str(&fs::read_to_string(folder.join("iso-countries-en.json"))?)?;
    let names = french.get("countries").and_then(Value::as_object).ok_or("no countries")?;
    let rows = names.iter().map(|(code, name)| {
        let all = english_names(english.get("countries").and_then(|countries| countries.get(code)));
        [code.as_str(), name.as_str().unwrap_or_default()].into_iter().chain(all).collect::<Vec<_>>().join("\t")
    });
    Ok(rows.collect())
}

/// The source has one name or several, of which the first is shown: unless another one is the same with its accents.
fn english_names(names: Option<&Value>) -> Vec<&str> {
    let mut names: Vec<&str> = match names {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        Some(name) => name.as_str().into_iter().collect(),
        None => Vec::new(),
    };
    let accented =
        names.iter().position(|name| !name.is_ascii() && names.first().is_some_and(|first| deunicode(name) == *first));
    if let Some(position) = accented {
        names.swap(0, position);
        names.remove(position);
    }
    names
}

fn list(path: &Path) -> Outcome<Vec<Value>> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

fn row(entry: &Value, columns: &[&str]) -> String {
    columns.iter().map(|column| text(entry, column)).collect::<Vec<_>>().join("\t")
}

fn text(entry: &Value, column: &str) -> String {
    entry.get(column).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// One line an entry, sorted by code.
fn write(file: &str, rows: impl IntoIterator<Item = String>) -> Outcome<()> {
    let mut rows: Vec<String> = rows.into_iter().collect();
    rows.sort_unstable();
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(file), rows.join("\n") + "\n")?;
    Ok(())
}
