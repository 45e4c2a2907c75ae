//! What contains what, for permissions.

use kit_base::{Territory, TerritoryKind};
use kit_policy::Geography;
use territories::atlas;

/// The geography of France for roles: a role on a région reaches its départements, a role on a département what lies in it.
///
/// - An EPCI lies in a département, or in a région, only when it lies there **wholly**: a coordinator of one département
///   gets nothing on an EPCI shared with another, nor the other way round.
/// - A commune lies in its EPCI, its département and its région. [`Geography::contained`] leaves communes and EPCI out: rows are
///   owned by régions and départements (a seat is not an owner), and a filter of 4,400 communes would be paid for by every list.
/// - Countries contain nothing: a role is held on the installation, never on a country.
#[derive(Debug, Clone, Copy, Default)]
pub struct AtlasGeography;

impl Geography for AtlasGeography {
    fn exists(&self, territory: Territory) -> bool {
        atlas().get(territory).is_some()
    }

    fn containing(&self, territory: Territory) -> Vec<Territory> {
        let atlas = atlas();
        let holders = atlas.within(territory);
        holders
            .iter()
            .copied()
            .filter(|holder| match (territory.kind(), holder.kind()) {
                (TerritoryKind::Epci, kind @ (TerritoryKind::Departement | TerritoryKind::Region)) => {
                    holders.iter().filter(|other| other.kind() == kind).count() == 1
                }
                (_, TerritoryKind::Epci | TerritoryKind::Departement | TerritoryKind::Region) => true,
                (_, TerritoryKind::Commune | TerritoryKind::Pays | TerritoryKind::Partenaire) => false,
            })
            .collect()
    }

    fn contained(&self, territory: Territory) -> Vec<Territory> {
        match territory.kind() {
            TerritoryKind::Region => atlas().children(territory, TerritoryKind::Departement),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn territory(text: &str) -> Territory {
        text.parse().unwrap()
    }

    #[test]
    fn a_role_on_a_region_reaches_its_departements_and_a_departement_its_communes() {
        let (occitanie, aude, carcassonne) =
            (territory("region:76"), territory("departement:11"), territory("commune:11069"));
        assert_eq!(AtlasGeography.containing(aude), [occitanie]);
        assert!(AtlasGeography.contained(occitanie).contains(&aude));
        let holders = AtlasGeography.containing(carcassonne);
        assert!(holders.contains(&aude) && holders.contains(&occitanie));
        assert!(holders.iter().all(|holder| holder.kind() != TerritoryKind::Pays));
    }

    #[test]
    fn the_same_code_under_another_kind_is_another_place() {
        let (ile_de_france, aude) = (territory("region:11"), territory("departement:11"));
        assert!(!AtlasGeography.containing(aude).contains(&ile_de_france));
        assert!(!AtlasGeography.contained(ile_de_france).contains(&aude));
    }

    #[test]
    fn a_role_on_an_epci_gives_nothing_on_a_departement() {
        for epci in atlas().places().iter().map(|place| place.territory()).filter(|t| t.kind() == TerritoryKind::Epci) {
            assert!(AtlasGeography.contained(epci).is_empty(), "{epci}");
        }
    }

    #[test]
    fn an_epci_over_two_departements_belongs_to_neither_but_to_their_common_region() {
        let (mut shared, mut over_regions) = (0, 0);
        for epci in atlas().places().iter().map(|place| place.territory()).filter(|t| t.kind() == TerritoryKind::Epci) {
            let of_kind = |kind| atlas().within(epci).into_iter().filter(move |holder| holder.kind() == kind).count();
            let (departements, regions) = (of_kind(TerritoryKind::Departement), of_kind(TerritoryKind::Region));
            let holders = AtlasGeography.containing(epci);
            let held_by = |kind| holders.iter().any(|holder| holder.kind() == kind);
            assert_eq!(held_by(TerritoryKind::Departement), departements == 1, "{epci}");
            assert_eq!(held_by(TerritoryKind::Region), regions == 1, "{epci}");
            shared += usize::from(departements > 1);
            over_regions += usize::from(regions > 1);
        }
        // The atlas counts them so; see data/territories/README.md.
        assert_eq!((shared, over_regions), (89, 26));
    }

    #[test]
    fn both_directions_agree_on_everything_that_can_own_a_row() {
        let owners: Vec<Territory> = atlas()
            .places()
            .iter()
            .map(|place| place.territory())
            .filter(|place| matches!(place.kind(), TerritoryKind::Region | TerritoryKind::Departement))
            .collect();
        let mut downward: Vec<_> = owners
            .iter()
            .flat_map(|outer| AtlasGeography.contained(*outer).into_iter().map(move |inner| (*outer, inner)))
            .collect();
        let mut upward: Vec<_> = owners
            .iter()
            .flat_map(|inner| AtlasGeography.containing(*inner).into_iter().map(move |outer| (outer, *inner)))
            .collect();
        downward.sort_unstable();
        upward.sort_unstable();
        assert_eq!(downward, upward);
        assert!(downward.len() > 100);
    }
}
