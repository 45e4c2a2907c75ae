//! What people rely on: codes that are not mixed up, what lies within what, and finding a place by its name.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeSet;

use kit_base::{Locale, Territory, TerritoryKind};
use proptest::prelude::*;
use school_holidays::Zone;
use territories::{Place, RESULTS_COUNT_MAX, atlas};

fn territory(text: &str) -> Territory {
    text.parse().unwrap()
}

fn texts(territories: &[Territory]) -> Vec<String> {
    territories.iter().map(Territory::to_string).collect()
}

fn found(query: &str, kinds: &[TerritoryKind]) -> Vec<String> {
    atlas().search(query, kinds, 10).iter().map(|place| place.territory().to_string()).collect()
}

fn of_kind(kind: TerritoryKind) -> impl Iterator<Item = &'static Place> {
    atlas().places().iter().filter(move |place| place.territory().kind() == kind)
}

#[test]
fn departement_11_is_the_aude_and_region_11_is_ile_de_france() {
    assert_eq!(atlas().get(territory("departement:11")).unwrap().name(), "Aude");
    assert_eq!(atlas().get(territory("region:11")).unwrap().name(), "Île-de-France");
    assert!(!atlas().contains(territory("region:11"), territory("departement:11")));
    assert!(atlas().get(territory("departement:99")).is_none());
    assert!(atlas().get(territory("partenaire:jenine")).is_none());
}

/// The rule of the count: every code of a région that also is one of a département, the 8 overseas collectivities that the
/// source lists as both among them. Without these it is each of the 18 régions.
#[test]
fn twenty_six_codes_are_both_a_region_and_a_departement() {
    let codes = |kind| of_kind(kind).map(|place| place.territory().code().to_owned()).collect::<BTreeSet<String>>();
    let departements = codes(TerritoryKind::Departement);
    let both: Vec<String> = codes(TerritoryKind::Region).intersection(&departements).cloned().collect();
    assert_eq!(both.len(), 26);
    assert_eq!(both.iter().filter(|code| code.len() == 2).count(), 18);
}

#[test]
fn counts_are_those_of_the_source_after_two_mergers_of_epci() {
    assert_eq!(atlas().vintage(), 2026);
    assert_eq!(atlas().regions().count(), 26);
    assert_eq!(atlas().departements().count(), 109);
    assert_eq!(of_kind(TerritoryKind::Epci).count(), 1_253);
    assert_eq!(of_kind(TerritoryKind::Commune).count(), 34_969);
    assert_eq!(atlas().countries().count(), 250);
    assert_eq!(atlas().children(territory("epci:994579670"), TerritoryKind::Commune).len(), 19);
    assert_eq!(atlas().children(territory("epci:992367730"), TerritoryKind::Commune).len(), 23);
    assert!(atlas().get(territory("epci:241200765")).is_none());
}

#[test]
fn every_commune_has_one_departement_and_every_departement_one_region() {
    for place in of_kind(TerritoryKind::Commune) {
        let departement = atlas().departement_of(place.territory()).unwrap();
        assert!(place.territory().code().starts_with(departement.code()), "{place:?}");
        let holders = atlas().within(place.territory());
        assert_eq!(holders.iter().filter(|holder| holder.kind() == TerritoryKind::Departement).count(), 1, "{place:?}");
        assert_eq!(holders.last().map(Territory::to_string), Some("pays:FR".to_owned()));
    }
    for departement in atlas().departements() {
        let region = atlas().region_of(departement.territory()).unwrap();
        assert!(atlas().get(region).is_some());
    }
}

#[test]
fn every_epci_has_members_and_each_member_knows_it() {
    let mut members_count = 0;
    for epci in of_kind(TerritoryKind::Epci) {
        let members = atlas().children(epci.territory(), TerritoryKind::Commune);
        assert!(!members.is_empty(), "{epci:?}");
        assert!(members.iter().all(|member| atlas().contains(epci.territory(), *member)));
        members_count += members.len();
    }
    assert_eq!(members_count, 34_871);
}

#[test]
fn eighty_nine_epci_lie_over_several_departements_and_twenty_six_over_several_regions() {
    let over_several = |kind| {
        let lies_over_several =
            |epci: &&Place| atlas().within(epci.territory()).iter().filter(|holder| holder.kind() == kind).count() > 1;
        of_kind(TerritoryKind::Epci).filter(lies_over_several).count()
    };
    assert_eq!(over_several(TerritoryKind::Departement), 89);
    assert_eq!(over_several(TerritoryKind::Region), 26);
}

#[test]
fn a_commune_of_an_epci_that_lies_over_two_departements_lies_in_its_own_only() {
    // Redon Agglomération lies over three départements of two régions.
    let redon = atlas().search("Redon", &[TerritoryKind::Commune], 1)[0].territory();
    let epci = atlas().within(redon)[0];
    assert_eq!(
        texts(&atlas().within(epci)),
        ["departement:35", "departement:44", "departement:56", "region:52", "region:53", "pays:FR"]
    );
    assert_eq!(texts(&atlas().within(redon)), [epci.to_string().as_str(), "departement:35", "region:53", "pays:FR"]);
    assert!(!atlas().contains(territory("departement:44"), redon));
    assert!(atlas().contains(territory("departement:44"), epci));
    assert!(atlas().children(territory("region:52"), TerritoryKind::Epci).contains(&epci));
    assert!(!atlas().children(territory("departement:44"), TerritoryKind::Commune).contains(&redon));
}

#[test]
fn children_go_down_by_kind() {
    let occitanie = territory("region:76");
    let departements = atlas().children(occitanie, TerritoryKind::Departement);
    assert_eq!(
        departements.iter().map(Territory::code).collect::<Vec<_>>().join(" "),
        "09 11 12 30 31 32 34 46 48 65 66 81 82"
    );
    let communes = atlas().children(occitanie, TerritoryKind::Commune).len();
    let sum: usize = departements.iter().map(|d| atlas().children(*d, TerritoryKind::Commune).len()).sum();
    assert_eq!(communes, sum);
    assert_eq!(atlas().children(territory("pays:FR"), TerritoryKind::Region).len(), 26);
    assert!(atlas().children(territory("commune:31555"), TerritoryKind::Epci).is_empty());
    assert!(atlas().children(territory("pays:PS"), TerritoryKind::Region).is_empty());
    assert!(atlas().contains(occitanie, occitanie));
}

#[test]
fn populations_add_up() {
    let population = |text| atlas().get(territory(text)).unwrap().population();
    assert_eq!(population("commune:31555"), Some(514_819));
    let members = atlas().children(territory("region:76"), TerritoryKind::Commune);
    let sum: u32 = members.iter().filter_map(|commune| atlas().get(*commune).unwrap().population()).sum();
    assert_eq!(population("region:76"), Some(sum));
    assert_eq!(population("commune:55050"), Some(0));
    assert_eq!(population("commune:98412"), None);
    assert_eq!(population("pays:FR"), None);
}

#[test]
fn a_country_has_a_name_in_each_language_of_the_interface() {
    let name = |text, locale| atlas().get(territory(text)).unwrap().name_in(locale);
    assert_eq!(name("pays:DE", Locale::Fr), "Allemagne");
    assert_eq!(name("pays:DE", Locale::En), "Germany");
    assert_eq!(name("pays:CI", Locale::En), "Côte d'Ivoire");
    assert_eq!(name("departement:11", Locale::En), "Aude");
    assert!(atlas().countries().all(|country| Locale::ALL.iter().all(|locale| !country.name_in(*locale).is_empty())));
}

#[test]
fn a_name_is_found_however_it_is_typed() {
    use TerritoryKind::{Commune, Departement, Epci, Pays, Region};
    for query in ["saint etienne", "Saint-Étienne", "ST ETIENNE", "  saint   étienne "] {
        assert_eq!(found(query, &[Commune])[0], "commune:42218", "{query}");
    }
    for query in ["lherm", "l'herm", "L\u{2019}HERM"] {
        let communes = found(query, &[Commune]);
        assert!(
            communes.contains(&"commune:31299".to_owned()) && communes.contains(&"commune:09138".to_owned()),
            "{query}"
        );
    }
    assert_eq!(found("abergement clem", &[Commune]), ["commune:01001"]);
    assert_eq!(found("l hay les roses", &[Commune]), ["commune:94038"]);
    assert_eq!(found("saint gildas des bois", &[Epci]), ["epci:200000438"]);
    assert_eq!(found("coeur de sologne", &[Epci]), found("cœur de Sologne", &[Epci]));
    assert_eq!(found("russia", &[Pays]), ["pays:RU"]);
    assert_eq!(found("occ", TerritoryKind::ALL)[0], "region:76");
    assert_eq!(found("11", &[Region, Departement]), ["region:11", "departement:11"]);
    assert_eq!(found("2a", &[Departement]), ["departement:2A"]);
}

#[test]
fn a_postal_code_finds_each_of_its_communes() {
    use TerritoryKind::{Commune, Departement};
    let names = |code: &str| {
        let communes = atlas().communes_of_postal_code(code);
        communes.into_iter().map(|commune| atlas().get(commune).unwrap().name()).collect::<Vec<_>>()
    };
    assert_eq!(names("11000"), ["Carcassonne", "Berriac"]);
    assert_eq!(atlas().communes_of_postal_code("51300").len(), 46);
    assert_eq!(found("11000", TerritoryKind::ALL), ["commune:11069", "commune:11037"]);
    assert_eq!(found("35000", &[Commune]), ["commune:35238"]);
    assert!(found("11000", &[Departement]).is_empty());
    for none in ["", "1100", "110000", "99999", "11 000", "2a004"] {
        assert!(atlas().communes_of_postal_code(none).is_empty(), "{none}");
    }
    // Both an INSEE code and a postal code: the commune of this INSEE code first, then those of the postal code.
    let both = found("01400", &[Commune]);
    assert_eq!(both[0], "commune:01400");
    assert!(both.contains(&"commune:01093".to_owned()), "{both:?}");
}

#[test]
fn postal_codes_are_those_of_the_source() {
    let codes: BTreeSet<&str> = of_kind(TerritoryKind::Commune).flat_map(Place::postal_codes).collect();
    assert_eq!(codes.len(), 6_310);
    assert!(codes.iter().all(|code| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit())));
    let codes_of = |text| atlas().get(territory(text)).unwrap().postal_codes().collect::<Vec<_>>();
    assert_eq!(codes_of("commune:31555"), ["31000", "31100", "31200", "31300", "31400", "31500"]);
    assert!(codes_of("commune:98412").is_empty() && codes_of("departement:11").is_empty());
}

#[test]
fn the_best_comes_first() {
    use TerritoryKind::{Commune, Departement};
    let names =
        |query, kinds: &[_]| atlas().search(query, kinds, 4).iter().map(|place| place.name()).collect::<Vec<_>>();
    // The exact name before larger places whose name goes on, then the beginning of the name before that of a word.
    assert_eq!(names("aix", &[Commune])[..2], ["Aix", "Aix-en-Provence"]);
    assert_eq!(names("toulo", &[Commune])[..2], ["Toulouse", "Toulon"]);
    assert_eq!(names("garonne", &[Departement]), ["Haute-Garonne", "Lot-et-Garonne", "Tarn-et-Garonne"]);
    assert_eq!(found("paris", TerritoryKind::ALL)[..2], ["departement:75", "commune:75056"]);
}

#[test]
fn a_query_without_sense_finds_nothing() {
    for query in ["", "   ", "--", "xqzwk", "\u{0}", &"a".repeat(101), &"saint ".repeat(50)] {
        assert!(found(query, TerritoryKind::ALL).is_empty(), "{query:?}");
    }
    assert!(found("toulouse", &[]).is_empty());
    assert!(atlas().search("toulouse", TerritoryKind::ALL, 0).is_empty());
    assert_eq!(atlas().search("saint", TerritoryKind::ALL, usize::MAX).len(), RESULTS_COUNT_MAX);
}

#[test]
fn school_zones_follow_the_academies() {
    let zone = |text| atlas().school_zone(territory(text));
    assert_eq!(zone("region:76"), Some(Zone::C));
    assert_eq!(zone("region:53"), Some(Zone::B));
    assert_eq!(zone("region:84"), Some(Zone::A));
    assert_eq!(zone("departement:48"), Some(Zone::C));
    assert_eq!(zone("commune:31555"), Some(Zone::C));
    for without in
        ["region:94", "departement:2A", "departement:974", "commune:97411", "pays:FR", "pays:PS", "partenaire:jenine"]
    {
        assert_eq!(zone(without), None, "{without}");
    }
    let zoned = |zone| atlas().departements().filter(|d| atlas().school_zone(d.territory()) == Some(zone)).count();
    assert_eq!(Zone::ALL.map(zoned), [32, 41, 21]);
    let mainland = atlas().regions().filter(|region| atlas().school_zone(region.territory()).is_some()).count();
    assert_eq!(mainland, 12);
}

#[test]
fn time_zones_are_those_of_the_place() {
    let zone = |text| atlas().time_zone(territory(text)).map(|zone| zone.name());
    assert_eq!(zone("commune:31555"), Some("Europe/Paris"));
    assert_eq!(zone("region:94"), Some("Europe/Paris"));
    assert_eq!(zone("region:04"), Some("Indian/Reunion"));
    assert_eq!(zone("commune:97411"), Some("Indian/Reunion"));
    assert_eq!(zone("departement:987"), Some("Pacific/Tahiti"));
    assert_eq!(zone("commune:98731"), Some("Pacific/Marquesas"));
    assert_eq!(zone("pays:PS"), Some("Asia/Hebron"));
    assert_eq!(zone("pays:AQ"), None);
    assert_eq!(zone("partenaire:jenine"), None);
    for place in atlas().departements().filter(|place| place.territory().code() >= "97") {
        let zone = atlas().time_zone(place.territory());
        assert!(zone.is_some_and(|zone| zone.name() != "Europe/Paris"), "{place:?}");
    }
}

proptest! {
    #[test]
    fn a_place_is_found_by_its_own_name(number in 0..atlas().places().len()) {
        let place = &atlas().places()[number];
        let kinds = [place.territory().kind()];
        for locale in Locale::ALL {
            let hits = atlas().search(place.name_in(locale), &kinds, RESULTS_COUNT_MAX);
            prop_assert!(hits.iter().any(|hit| hit.territory() == place.territory()), "{place:?}");
        }
    }

    #[test]
    fn a_place_is_found_by_its_code(number in 0..atlas().places().len()) {
        let territory = atlas().places()[number].territory();
        let hits = atlas().search(&territory.code().to_lowercase(), &[territory.kind()], 1);
        prop_assert!(hits.iter().any(|hit| hit.territory() == territory));
    }

    #[test]
    fn any_text_is_searched_without_harm(query in "(?s).{0,120}", count_max in 0..300_usize) {
        let hits = atlas().search(&query, TerritoryKind::ALL, count_max);
        prop_assert!(hits.len() <= count_max.min(RESULTS_COUNT_MAX));
        let distinct: BTreeSet<Territory> = hits.iter().map(|hit| hit.territory()).collect();
        prop_assert_eq!(distinct.len(), hits.len());
    }
}
