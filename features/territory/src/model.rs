//! How territories are called and looked for.

use chrono_tz::Tz;
use kit_base::{Locale, Territory, TerritoryKind};
use kit_i18n::{Translator, key};
use kit_ui::{Choice, Content, Field};
use territories::atlas;

/// What a territory is called in a reader's language; its kind and code where the atlas does not know it.
pub fn name(territory: Territory, locale: Locale) -> String {
    atlas().get(territory).map_or_else(|| territory.to_string(), |place| place.name_in(locale).to_owned())
}

/// Whether the atlas knows it.
pub fn exists(territory: Territory) -> bool {
    atlas().get(territory).is_some()
}

/// `Aude (11)`, `Carcassonne (11069)`.
pub fn name_and_code(territory: Territory, locale: Locale) -> String {
    format!("{} ({})", name(territory, locale), territory.code())
}

/// A link to the territory's page, by its name.
pub fn link(territory: Territory, locale: Locale) -> Content {
    let name = Content::from(name(territory, locale));
    Content::Html(format!(r#"<a href="{}">{name}</a>"#, territory.path()))
}

/// The région of a département.
pub fn region_of(departement: Territory) -> Option<Territory> {
    atlas().region_of(departement)
}

/// Links to the territories of France in which this one lies, nearest first; nothing for a country.
pub(crate) fn holders(territory: Territory, locale: Locale) -> Content {
    let links: Vec<String> = atlas()
        .within(territory)
        .into_iter()
        .filter(|holder| holder.kind() != TerritoryKind::Pays)
        .map(|holder| link(holder, locale).to_string())
        .collect();
    Content::Html(links.join(", "))
}

/// The postal codes of a commune, each leading to the communes that share it; a dash for what has none.
pub(crate) fn postal_codes(t: &Translator, place: Territory) -> Content {
    let codes = atlas().get(place).into_iter().flat_map(|place| place.postal_codes());
    let link = |code| format!(r#"<a href="/territoires?q={code}&amp;type=commune">{code}</a>"#);
    let links: Vec<String> = codes.map(link).collect();
    if links.is_empty() { t.text("territory-no-postal-code").into() } else { Content::Html(links.join(", ")) }
}

/// The year of the official geographical code, to be shown without grouping.
pub(crate) fn vintage() -> String {
    atlas().vintage().to_string()
}

/// The key of the word for a kind of territory.
pub fn kind_label(kind: TerritoryKind) -> &'static str {
    match kind {
        TerritoryKind::Region => key!("territory-kind-region"),
        TerritoryKind::Departement => key!("territory-kind-departement"),
        TerritoryKind::Epci => key!("territory-kind-epci"),
        TerritoryKind::Commune => key!("territory-kind-commune"),
        TerritoryKind::Pays => key!("territory-kind-pays"),
        TerritoryKind::Partenaire => key!("territory-kind-partenaire"),
    }
}

/// The départements of a région, or all of them, for a select: sent as `departement:11`, shown as `Aude (11)`, by code.
pub fn departement_choices(region: Option<Territory>) -> Vec<Choice> {
    let departements = match region {
        Some(region) => atlas().children(region, TerritoryKind::Departement),
        None => atlas().departements().map(|place| place.territory()).collect(),
    };
    let choice = |departement: Territory| Choice::new(departement.to_string(), name_and_code(departement, Locale::Fr));
    departements.into_iter().map(choice).collect()
}

/// The régions, and the collectivities that stand for one, for a select: sent as `region:76`, shown as `Occitanie (76)`, by code.
pub fn region_choices() -> Vec<Choice> {
    let choice = |region: Territory| Choice::new(region.to_string(), name_and_code(region, Locale::Fr));
    atlas().regions().map(|place| choice(place.territory())).collect()
}

/// The time zone whose calendar holds in a territory; that of Paris where none is known.
pub fn time_zone(territory: Territory) -> Tz {
    atlas().time_zone(territory).unwrap_or(Tz::Europe__Paris)
}

/// The select of a filter bar that narrows a list down to a département, filled with the one in force.
pub fn departement_filter(t: &Translator, field: &str, in_force: Option<Territory>) -> Field {
    let value = in_force.map(|departement| departement.to_string()).unwrap_or_default();
    Field::select(t, field, t.text("territory-departement"), departement_choices(None)).value(value)
}

/// A name as it is compared and looked for: lower case, without accents, words apart by one space, nothing but ASCII letters
/// and figures. Folding twice changes nothing more.
///
/// ```
/// assert_eq!(territory::fold("Saint-Étienne-d’Albagnan"), "saint etienne d albagnan");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        for plain in deunicode::deunicode_char(c).unwrap_or(" ").chars() {
            if plain.is_ascii_alphanumeric() {
                folded.push(plain.to_ascii_lowercase());
            } else if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folding_forgets_case_accents_and_punctuation() {
        assert_eq!(fold("  L’Œuvre – ÉVÊCHÉ (n° 2) "), "l oeuvre eveche ndeg 2");
        assert_eq!(fold("Hérault"), fold("HERAULT"));
        assert_eq!(fold(" – "), "");
    }

    #[test]
    fn the_choices_of_a_region_are_its_departements() {
        let occitanie = Territory::new(TerritoryKind::Region, "76").unwrap();
        let choices = departement_choices(Some(occitanie));
        assert_eq!(choices.len(), 13);
        assert!(choices.contains(&Choice::new("departement:11", "Aude (11)")));
        assert!(departement_choices(None).len() > 100);
    }

    #[test]
    fn the_day_changes_when_it_does_there() {
        let la_reunion = Territory::new(TerritoryKind::Departement, "974").unwrap();
        assert_eq!(time_zone(la_reunion), Tz::Indian__Reunion);
        assert_eq!(time_zone(Territory::new(TerritoryKind::Partenaire, "sousse").unwrap()), Tz::Europe__Paris);
    }

    #[test]
    fn what_the_atlas_does_not_know_is_called_by_its_code() {
        let partner = Territory::new(TerritoryKind::Partenaire, "sousse").unwrap();
        assert_eq!(name(partner, Locale::Fr), "partenaire:sousse");
    }

    proptest! {
        #[test]
        fn a_folded_name_is_plain_and_stays_as_it_is(text in ".{0,60}") {
            let folded = fold(&text);
            prop_assert!(folded.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' '));
            prop_assert!(!folded.contains("  ") && folded.trim() == folded);
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}
