//! EPCI that lie over several départements or régions: which part lies where.

use std::collections::BTreeMap;

use kit_base::{Territory, TerritoryKind};
use territories::atlas;

/// What of an EPCI lies in one of the places it lies over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) epci: Territory,
    pub(crate) communes_here: i64,
    /// Here and elsewhere.
    pub(crate) communes: i64,
    /// The other places of the same kind that it lies over, by code.
    pub(crate) elsewhere: Vec<Territory>,
}

/// The départements, or régions, in which a territory lies, by code.
pub(crate) fn holders(territory: Territory, kind: TerritoryKind) -> Vec<Territory> {
    atlas().within(territory).into_iter().filter(|holder| holder.kind() == kind).collect()
}

/// Whether this is an EPCI over several départements, or régions.
pub(crate) fn lies_elsewhere_too(territory: Territory, kind: TerritoryKind) -> bool {
    territory.kind() == TerritoryKind::Epci && holders(territory, kind).len() > 1
}

/// The communes of an EPCI, by name, under each département they lie in, by code.
pub(crate) fn by_departement(epci: Territory) -> BTreeMap<Territory, Vec<Territory>> {
    let mut communes: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for commune in atlas().children_by_name(epci, TerritoryKind::Commune) {
        if let Some(departement) = atlas().departement_of(commune) {
            communes.entry(departement).or_default().push(commune);
        }
    }
    communes
}

/// The EPCI that lie in this département, or région, in part, by code; none for other kinds.
pub(crate) fn shared_epci(place: Territory) -> Vec<Part> {
    if !matches!(place.kind(), TerritoryKind::Departement | TerritoryKind::Region) {
        return Vec::new();
    }
    let communes_here = atlas().children(place, TerritoryKind::Commune);
    let epci = atlas().children(place, TerritoryKind::Epci).into_iter();
    epci.filter(|epci| lies_elsewhere_too(*epci, place.kind())).map(|epci| part(epci, place, &communes_here)).collect()
}

/// `communes_here`: those of `place`, by code.
fn part(epci: Territory, place: Territory, communes_here: &[Territory]) -> Part {
    let communes = atlas().children(epci, TerritoryKind::Commune);
    let here = communes.iter().filter(|commune| communes_here.binary_search(commune).is_ok()).count();
    let mut elsewhere = holders(epci, place.kind());
    elsewhere.retain(|holder| *holder != place);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Part { epci, communes_here: number(here), communes: number(communes.len()), elsewhere }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn territory(text: &str) -> Territory {
        text.parse().unwrap()
    }

    fn of_kind(kind: TerritoryKind) -> impl Iterator<Item = Territory> {
        atlas().places().iter().map(|place| place.territory()).filter(move |place| place.kind() == kind)
    }

    #[test]
    fn what_lies_in_each_departement_makes_up_the_whole() {
        let mut over_several = 0;
        for epci in of_kind(TerritoryKind::Epci) {
            let parts = by_departement(epci);
            let all: usize = parts.values().map(Vec::len).sum();
            assert_eq!(all, atlas().children(epci, TerritoryKind::Commune).len(), "{epci}");
            assert_eq!(parts.keys().copied().collect::<Vec<_>>(), holders(epci, TerritoryKind::Departement), "{epci}");
            over_several += usize::from(parts.len() > 1);
        }
        assert_eq!(over_several, 89);
    }

    #[test]
    fn both_sides_tell_the_same() {
        for kind in [TerritoryKind::Departement, TerritoryKind::Region] {
            let mut seen = BTreeMap::new();
            for place in of_kind(kind) {
                for part in shared_epci(place) {
                    assert!(part.communes_here > 0 && part.communes_here < part.communes, "{part:?}");
                    assert!(!part.elsewhere.is_empty() && !part.elsewhere.contains(&place), "{part:?}");
                    for other in &part.elsewhere {
                        assert!(shared_epci(*other).iter().any(|there| there.epci == part.epci), "{part:?}");
                    }
                    *seen.entry((part.epci, part.communes)).or_insert(0) += part.communes_here;
                }
            }
            assert!(seen.iter().all(|((_, communes), here)| communes == here));
            assert_eq!(seen.len(), if kind == TerritoryKind::Departement { 89 } else { 26 });
        }
    }

    #[test]
    fn redon_lies_over_three_departements_of_two_regions() {
        let redon = territory("epci:243500741");
        let codes = |parts: Vec<Territory>| parts.iter().map(|place| place.code().to_owned()).collect::<Vec<_>>();
        assert_eq!(codes(by_departement(redon).into_keys().collect()), ["35", "44", "56"]);
        let there = shared_epci(territory("departement:44")).into_iter().find(|part| part.epci == redon).unwrap();
        assert_eq!(codes(there.elsewhere), ["35", "56"]);
        assert!(shared_epci(redon).is_empty() && shared_epci(territory("pays:FR")).is_empty());
        assert!(!lies_elsewhere_too(territory("commune:11069"), TerritoryKind::Departement));
    }
}
