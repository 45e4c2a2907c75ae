//! A commune asked for in a line of text, without JavaScript: its name, its INSEE code, both, or its postal code.

use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Locale, Message, Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_ui::Field;
use kit_web::Fields;
use territories::{Place, RESULTS_COUNT_MAX, atlas};

use crate::model::{fold, name_and_code};

/// Communes offered when a name fits several.
const CANDIDATES_COUNT_MAX: usize = 12;

/// The field that asks for a commune. Fill it with [`name_and_code`].
pub fn commune_field(t: &Translator, field: &str, label: impl Into<String>) -> Field {
    Field::text(t, field, label).maxlength(TITLE_CHARACTERS_MAX).hint(t.text("territory-commune-hint"))
}

/// Reads a commune that must be there.
pub fn commune(fields: &mut Fields<'_>, field: &'static str) -> Option<Territory> {
    let text = fields.text(field, TITLE_CHARACTERS_MAX)?;
    read(&text).map_or_else(|message| fields.refuse(field, message), Some)
}

/// Reads a commune that may be left out: `Some(None)` when it was.
pub fn optional_commune(fields: &mut Fields<'_>, field: &'static str) -> Option<Option<Territory>> {
    let Some(text) = fields.optional_text(field, TITLE_CHARACTERS_MAX)? else { return Some(None) };
    match read(&text) {
        Ok(commune) => Some(Some(commune)),
        Err(message) => fields.refuse(field, message),
    }
}

/// `Carcassonne (11069)`, `11069`, a postal code, or a name, if it says one commune only.
fn read(text: &str) -> Result<Territory, Message> {
    if let Some(commune) = by_code_in_brackets(text) {
        return Ok(commune);
    }
    let found = atlas().search(text, &[TerritoryKind::Commune], RESULTS_COUNT_MAX);
    if let [only] = found.as_slice()
        && is_a_code_of(only, text)
    {
        return Ok(only.territory());
    }
    let asked = without_abbreviations(text);
    let same_name: Vec<_> = found.iter().filter(|place| without_abbreviations(place.name()) == asked).collect();
    if let [only] = same_name.as_slice() {
        return Ok(only.territory());
    }
    let candidates = if same_name.is_empty() { found.iter().collect() } else { same_name };
    if candidates.is_empty() {
        return Err(Message::new("territory-commune-unknown"));
    }
    let names: Vec<String> = candidates
        .into_iter()
        .take(CANDIDATES_COUNT_MAX)
        .map(|place| name_and_code(place.territory(), Locale::Fr))
        .collect();
    Err(Message::new("territory-commune-ambiguous").with("candidates", names.join(", ")))
}

/// As candidates are shown: what stands in brackets is always an INSEE code.
fn by_code_in_brackets(text: &str) -> Option<Territory> {
    let (_, code) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let commune = Territory::new(TerritoryKind::Commune, &code.trim().to_ascii_uppercase()).ok()?;
    atlas().get(commune).map(|_| commune)
}

/// Many postal codes are the INSEE code of another commune: a number is taken for one commune only if it can mean no other.
fn is_a_code_of(commune: &Place, text: &str) -> bool {
    let code = text.trim();
    commune.territory().code().eq_ignore_ascii_case(code) || commune.postal_codes().any(|postal| postal == code)
}

/// The folded name with `st` and `ste` written out, as INSEE does.
fn without_abbreviations(name: &str) -> String {
    let written_out = |word: &str| match word {
        "st" => "saint".to_owned(),
        "ste" => "sainte".to_owned(),
        word => word.to_owned(),
    };
    fold(name).split(' ').map(written_out).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Result<String, Message> {
        read(text).map(|commune| commune.code().to_owned())
    }

    #[test]
    fn a_commune_is_read_from_its_code_its_name_or_both() {
        for text in ["11069", " Carcassonne (11069) ", "carcassonne", "CARCASSONNE", "n'importe quoi (11069)"] {
            assert_eq!(code(text), Ok("11069".to_owned()), "{text}");
        }
        assert_eq!(code("2a004"), Ok("2A004".to_owned()));
        assert_eq!(code("St Etienne"), Ok("42218".to_owned()));
    }

    #[test]
    fn a_number_is_taken_for_a_commune_only_if_it_can_mean_no_other() {
        assert_eq!(code("35000"), Ok("35238".to_owned()));
        // 11000 is the postal code of two; 01400 that of eleven, and the INSEE code of Seillonnaz.
        for ambiguous in ["11000", "01400"] {
            let message = read(ambiguous).unwrap_err();
            assert_eq!(message.key, "territory-commune-ambiguous", "{ambiguous}");
            for candidate in message.arguments[0].1.split(", ") {
                assert!(read(candidate).is_ok(), "{candidate}");
            }
        }
        assert!(read("01400").unwrap_err().arguments[0].1.starts_with("Seillonnaz (01400), Châtillon-sur-Chalaronne"));
        assert_eq!(code("Seillonnaz (01400)"), Ok("01400".to_owned()));
        assert_eq!(code("99999"), Err(Message::new("territory-commune-unknown")));
    }

    #[test]
    fn a_name_that_several_communes_bear_gives_them_to_choose_from() {
        let message = read("Saint-Denis").unwrap_err();
        assert_eq!(message.key, "territory-commune-ambiguous");
        let candidates = &message.arguments[0].1;
        assert!(
            candidates.contains("Saint-Denis (93066)") && candidates.contains("Saint-Denis (97411)"),
            "{candidates}"
        );
        for candidate in candidates.split(", ") {
            assert!(read(candidate).is_ok(), "{candidate}");
        }
    }

    #[test]
    fn the_beginning_of_a_name_is_offered_and_not_taken() {
        let message = read("Carcasson").unwrap_err();
        assert!(message.arguments[0].1.contains("Carcassonne (11069)"));
        assert_eq!(read("Nulle-Part-sur-Rien").unwrap_err(), Message::new("territory-commune-unknown"));
    }
}
