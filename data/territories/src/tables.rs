//! Reads the embedded tables. They are part of the program: a line that cannot be read is left out, and tests count the lines.

use std::sync::LazyLock;

use chrono_tz::Tz;
use kit_base::{Territory, TerritoryKind};
use school_holidays::Zone;

use crate::place::Place;

const REGIONS: &str = include_str!("../regions.tsv");
const DEPARTEMENTS: &str = include_str!("../departements.tsv");
const EPCI: &str = include_str!("../epci.tsv");
const COMMUNES: &str = include_str!("../communes.tsv");
const COUNTRIES: &str = include_str!("../pays.tsv");
const ACADEMIES: &str = include_str!("../academies.tsv");
const TIME_ZONES: &str = include_str!("../time-zones.tsv");

/// A place, and the places that its line names as holding it.
pub(crate) struct Line {
    pub(crate) place: Place,
    pub(crate) held_by: [Option<Territory>; 2],
}

/// Every place, in the order of [`Territory`]: kinds in their order, codes sorted, as the files are.
pub(crate) fn lines() -> impl Iterator<Item = Line> {
    let regions = REGIONS.lines().filter_map(region);
    let departements = DEPARTEMENTS.lines().filter_map(departement);
    let epci = EPCI.lines().filter_map(epci);
    let communes = COMMUNES.lines().filter_map(commune);
    let countries = COUNTRIES.lines().filter_map(country);
    regions.chain(departements).chain(epci).chain(communes).chain(countries)
}

/// France, which holds every région.
pub(crate) fn france() -> Option<Territory> {
    Territory::new(TerritoryKind::Pays, "FR").ok()
}

fn region(line: &'static str) -> Option<Line> {
    let (code, name) = line.split_once('\t')?;
    Some(Line { place: place(TerritoryKind::Region, code, name)?, held_by: [france(), None] })
}

fn departement(line: &'static str) -> Option<Line> {
    let mut columns = line.split('\t');
    let place = place(TerritoryKind::Departement, columns.next()?, columns.next()?)?;
    Some(Line { place, held_by: [Territory::new(TerritoryKind::Region, columns.next()?).ok(), None] })
}

fn epci(line: &'static str) -> Option<Line> {
    let (code, name) = line.split_once('\t')?;
    Some(Line { place: place(TerritoryKind::Epci, code, name)?, held_by: [None, None] })
}

fn commune(line: &'static str) -> Option<Line> {
    let mut columns = line.split('\t');
    let mut place = place(TerritoryKind::Commune, columns.next()?, columns.next()?)?;
    let departement = Territory::new(TerritoryKind::Departement, columns.next()?).ok();
    let epci = Territory::new(TerritoryKind::Epci, columns.next()?).ok();
    place.population = columns.next()?.parse().ok();
    place.postal_codes = columns.next()?;
    Some(Line { place, held_by: [departement, epci] })
}

fn country(line: &'static str) -> Option<Line> {
    let (code, names) = line.split_once('\t')?;
    let (name, other_names) = names.split_once('\t')?;
    Some(Line { place: Place { other_names, ..place(TerritoryKind::Pays, code, name)? }, held_by: [None, None] })
}

fn place(kind: TerritoryKind, code: &str, name: &'static str) -> Option<Place> {
    let territory = Territory::new(kind, code).ok()?;
    Some(Place { territory, name, other_names: "", population: None, postal_codes: "" })
}

/// School zone of each département of metropolitan France without Corsica, sorted.
pub(crate) fn school_zones() -> &'static [(Territory, Zone)] {
    static ZONES: LazyLock<Vec<(Territory, Zone)>> = LazyLock::new(|| {
        let read = |line: &str| {
            let mut columns = line.split('\t');
            let departement = Territory::new(TerritoryKind::Departement, columns.next()?).ok()?;
            Some((departement, columns.next()?.parse().ok()?))
        };
        ACADEMIES.lines().filter_map(read).collect()
    });
    &ZONES
}

/// Time zones of countries and of what lies elsewhere than the country that holds it, sorted.
pub(crate) fn time_zones() -> &'static [(Territory, Tz)] {
    static ZONES: LazyLock<Vec<(Territory, Tz)>> = LazyLock::new(|| {
        let read = |line: &str| {
            let mut columns = line.split('\t');
            let territory = Territory::new(columns.next()?.parse().ok()?, columns.next()?).ok()?;
            Some((territory, columns.next()?.parse().ok()?))
        };
        TIME_ZONES.lines().filter_map(read).collect()
    });
    &ZONES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_left_out_and_all_are_sorted() {
        let written: usize = [REGIONS, DEPARTEMENTS, EPCI, COMMUNES, COUNTRIES].map(|t| t.lines().count()).iter().sum();
        let read: Vec<Territory> = lines().map(|line| line.place.territory).collect();
        assert_eq!(written, read.len());
        assert!(read.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(ACADEMIES.lines().count(), school_zones().len());
        assert!(school_zones().windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(TIME_ZONES.lines().count(), time_zones().len());
        assert!(time_zones().windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn every_commune_names_a_departement() {
        let communes: Vec<Line> = COMMUNES.lines().filter_map(commune).collect();
        assert_eq!(communes.len(), 34_969);
        assert!(communes.iter().all(|line| line.held_by[0].is_some()));
        assert_eq!(communes.iter().filter(|line| line.held_by[1].is_none()).count(), 98);
        assert_eq!(communes.iter().filter(|line| line.place.population.is_none()).count(), 6);
        assert_eq!(communes.iter().filter(|line| line.place.postal_codes().next().is_none()).count(), 5);
    }
}
