//! The small map of the départements of a région.

use kit_base::{Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_ui::{Column, Content, Map, MapArea, Table};
use territories::atlas;

use crate::model::{link, name, name_and_code};

/// The départements of a région as areas of a map, by code, each leading where `href` says; `here` is hatched. Empty where there is no
/// outline: of Mayotte and the overseas collectivities.
pub fn departement_areas(
    t: &Translator,
    region: Territory,
    here: Option<Territory>,
    href: impl Fn(Territory) -> String,
) -> Vec<MapArea> {
    let area = |departement: Territory| {
        let shape = atlas().shape(departement)?;
        Some(MapArea {
            name: name_and_code(departement, t.locale()),
            short_name: departement.code().to_owned(),
            path: shape.path.to_owned(),
            frame: shape.frame,
            name_at: shape.name_at,
            href: Some(href(departement)),
            is_here: here == Some(departement),
        })
    };
    atlas().children(region, TerritoryKind::Departement).into_iter().filter_map(area).collect()
}

/// The départements of a région, each leading to its page; `None` where there is nothing to draw.
pub(crate) fn of_region(t: &Translator, region: Territory) -> Option<Map> {
    let areas = departement_areas(t, region, None, |departement| departement.path());
    if areas.is_empty() {
        return None;
    }
    let departements = atlas().children(region, TerritoryKind::Departement);
    let count = departements.len();
    let sentence = t.text("territory-map-sentence").arg("region", name(region, t.locale())).arg("count", count);
    let title = t.text("territory-map-title").arg("region", name(region, t.locale()));
    Some(Map::new("carte", title, sentence, areas, table(t, &departements)))
}

fn table(t: &Translator, departements: &[Territory]) -> Table {
    let columns = vec![
        Column::new(t.text("territory-departement")),
        Column::new(t.text("territory-code")),
        Column::numeric(t.text("territory-population")),
    ];
    let table = Table::new("departements", t.text("territory-kind-departement"), columns, "").caption_unseen();
    departements.iter().fold(table, |table, departement| {
        let population = atlas().get(*departement).and_then(|place| place.population());
        let population: Content = match population {
            Some(inhabitants) => t.number(i64::from(inhabitants)).into(),
            None => t.text("territory-unknown").into(),
        };
        table.row(vec![link(*departement, t.locale()), departement.code().into(), population])
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kit_base::Locale;
    use kit_i18n::Words;

    use super::*;

    fn territory(text: &str) -> Territory {
        text.parse().unwrap()
    }

    fn translator() -> Translator {
        Arc::new(Words::new(&[crate::FEATURE.words, kit_ui::WORDS]).unwrap()).translator(Locale::Fr)
    }

    #[test]
    fn the_map_of_a_region_leads_to_each_of_its_departements_and_the_table_names_them() {
        let map = of_region(&translator(), territory("region:76")).unwrap();
        assert_eq!((map.areas.len(), map.table.rows.len()), (13, 13));
        let aude = map.areas.iter().find(|area| area.short_name == "11").unwrap();
        assert_eq!(aude.name, "Aude (11)");
        assert_eq!(aude.href.as_deref(), Some("/territoires/departement/11"));
        assert!(map.sentence.contains("Occitanie") && map.sentence.contains("13"), "{}", map.sentence);
    }

    #[test]
    fn where_there_is_no_outline_there_is_no_map() {
        assert!(of_region(&translator(), territory("region:06")).is_none(), "Mayotte");
        assert_eq!(of_region(&translator(), territory("region:04")).map(|map| map.areas.len()), Some(1), "La Réunion");
        assert!(of_region(&translator(), territory("departement:11")).is_none());
    }

    #[test]
    fn the_departement_that_a_page_is_about_is_the_only_one_marked() {
        let aude = territory("departement:11");
        let areas = departement_areas(&translator(), territory("region:76"), Some(aude), |place| place.path());
        let here: Vec<&str> = areas.iter().filter(|area| area.is_here).map(|area| area.short_name.as_str()).collect();
        assert_eq!(here, ["11"]);
    }
}
