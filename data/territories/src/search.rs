//! Search by name: folded names stand one after the other in one text a kind, largest population first, and a search runs
//! through that text. The first hits are the best, so that it can stop as soon as it has enough.

use std::cmp::Reverse;

use deunicode::deunicode_char;
use kit_base::TerritoryKind;
use kit_base::limits::SEARCH_CHARACTERS_MAX;
use memchr::memmem;

use crate::atlas::PlaceNumber;
use crate::place::Place;

/// Places that a search gives at most, whatever is asked.
pub const RESULTS_COUNT_MAX: usize = 100;

pub(crate) struct NameIndex {
    /// One a kind that has places.
    kinds: Vec<KindNames>,
}

struct KindNames {
    kind: TerritoryKind,
    /// Folded names, each between two line feeds.
    text: String,
    /// Where each name begins in `text`, and whose it is; in the order of the text.
    owners: Vec<Owner>,
}

#[derive(Clone, Copy)]
struct Owner {
    start: u32,
    place: PlaceNumber,
    population: Option<u32>,
}

/// Where in a name the query may stand, best first.
#[derive(Clone, Copy)]
enum Match {
    Whole,
    Beginning,
    BeginningOfWord,
}

/// What to do of an apostrophe: people write "L'Herm", "l herm" and "lherm".
#[derive(Clone, Copy)]
enum Apostrophe {
    Dropped,
    Space,
}

impl NameIndex {
    pub(crate) fn new(places: &[Place]) -> Self {
        let kinds = TerritoryKind::ALL.iter().map(|kind| KindNames::new(*kind, places));
        Self { kinds: kinds.filter(|names| !names.owners.is_empty()).collect() }
    }

    /// Numbers of the places found, best first; those found by a code already, in their order, follow the exact names.
    pub(crate) fn search(
        &self,
        query: &str,
        kinds: &[TerritoryKind],
        count_max: usize,
        by_code: Vec<PlaceNumber>,
    ) -> Vec<PlaceNumber> {
        let count_max = count_max.min(RESULTS_COUNT_MAX);
        if query.chars().nth(SEARCH_CHARACTERS_MAX).is_some() {
            return Vec::new();
        }
        let folded = foldings(query);
        let mut found: Vec<PlaceNumber> = Vec::new();
        for how in [Match::Whole, Match::Beginning, Match::BeginningOfWord] {
            let mut hits: Vec<Owner> = Vec::new();
            for names in self.kinds.iter().filter(|names| kinds.contains(&names.kind)) {
                for query in &folded {
                    names.find(query, how, count_max, &found, &mut hits);
                }
            }
            hits.sort_unstable_by_key(|hit| (Reverse(hit.population), hit.place));
            hits.dedup_by_key(|hit| hit.place);
            found.extend(hits.iter().map(|hit| hit.place));
            if let Match::Whole = how {
                for number in &by_code {
                    if !found.contains(number) {
                        found.push(*number);
                    }
                }
            }
            if found.len() >= count_max {
                break;
            }
        }
        found.truncate(count_max);
        found
    }
}

impl KindNames {
    fn new(kind: TerritoryKind, places: &[Place]) -> Self {
        let mut of_kind: Vec<(PlaceNumber, &Place)> =
            (0..).zip(places).filter(|(_, place)| place.territory.kind() == kind).collect();
        of_kind.sort_unstable_by_key(|(number, place)| (Reverse(place.population), *number));
        let mut names = Self { kind, text: "\n".to_owned(), owners: Vec::with_capacity(of_kind.len()) };
        for (number, place) in of_kind {
            for name in place.names() {
                for folded in foldings(name) {
                    names.push(number, place, &folded);
                }
            }
        }
        names
    }

    fn push(&mut self, place: PlaceNumber, facts: &Place, folded: &str) {
        let Ok(start) = u32::try_from(self.text.len()) else { return };
        self.owners.push(Owner { start, place, population: facts.population });
        self.text.push_str(folded);
        self.text.push('\n');
    }

    /// Adds up to `count_max` places that are neither in `known` nor in `hits` yet.
    fn find(&self, query: &str, how: Match, count_max: usize, known: &[PlaceNumber], hits: &mut Vec<Owner>) {
        let needle = match how {
            Match::Whole => format!("\n{query}\n"),
            Match::Beginning => format!("\n{query}"),
            Match::BeginningOfWord => format!(" {query}"),
        };
        let limit = hits.len() + count_max;
        for offset in memmem::find_iter(self.text.as_bytes(), needle.as_bytes()) {
            if hits.len() >= limit {
                return;
            }
            let Some(owner) = self.owner(offset + 1) else { continue };
            if !known.contains(&owner.place) && hits.iter().all(|hit| hit.place != owner.place) {
                hits.push(owner);
            }
        }
    }

    /// Whose name stands at a place in the text.
    fn owner(&self, offset: usize) -> Option<Owner> {
        let begun_count =
            self.owners.partition_point(|owner| usize::try_from(owner.start).is_ok_and(|start| start <= offset));
        self.owners.get(begun_count.checked_sub(1)?).copied()
    }
}

/// The ways to write a name without case, accents, ligatures and signs: one, or two if it has an apostrophe; none if nothing
/// is left of it.
fn foldings(name: &str) -> Vec<String> {
    let mut foldings = vec![fold(name, Apostrophe::Dropped)];
    if name.contains(is_apostrophe) {
        foldings.push(fold(name, Apostrophe::Space));
    }
    foldings.retain(|folded| !folded.is_empty());
    foldings.dedup();
    foldings
}

/// Small ASCII letters and digits in words with one space between; `st` and `ste` are written out unless they are the last
/// word, which somebody may still be typing.
fn fold(name: &str, apostrophe: Apostrophe) -> String {
    let mut folded = String::with_capacity(name.len() + 8);
    let mut word_start = 0;
    for character in name.chars() {
        if is_apostrophe(character) && matches!(apostrophe, Apostrophe::Dropped) {
            continue;
        }
        let plain = if character.is_ascii() { None } else { Some(deunicode_char(character).unwrap_or(" ")) };
        let mut buffer = [0; 4];
        for letter in plain.unwrap_or(character.encode_utf8(&mut buffer)).chars() {
            if letter.is_ascii_alphanumeric() {
                if folded.ends_with(' ') {
                    word_start = write_out_saint(&mut folded, word_start);
                }
                folded.push(letter.to_ascii_lowercase());
            } else if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Called when a word begins after a space: replaces the word before it if it is short for saint. Gives the new word's start.
fn write_out_saint(folded: &mut String, word_start: usize) -> usize {
    let written_out = match folded.get(word_start..) {
        Some("st ") => "saint ",
        Some("ste ") => "sainte ",
        _ => return folded.len(),
    };
    folded.truncate(word_start);
    folded.push_str(written_out);
    folded.len()
}

/// The place of each among all names in alphabetical order, by number; of the same name, by number.
pub(crate) fn alphabetical_ranks(places: &[Place]) -> Vec<u32> {
    let mut by_name: Vec<(String, usize)> =
        places.iter().map(|place| fold(place.name(), Apostrophe::Space)).zip(0..).collect();
    by_name.sort_unstable();
    let mut ranks = vec![0; places.len()];
    for (rank, (_, number)) in (0..).zip(by_name) {
        if let Some(of_place) = ranks.get_mut(number) {
            *of_place = rank;
        }
    }
    ranks
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '`' | '\u{00B4}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_folds_to_plain_words() {
        assert_eq!(foldings("Saint-Étienne"), ["saint etienne"]);
        assert_eq!(foldings("  St Étienne"), ["saint etienne"]);
        assert_eq!(foldings("L\u{2019}Haÿ-les-Roses"), ["lhay les roses", "l hay les roses"]);
        assert_eq!(foldings("Œuilly"), foldings("oeuilly"));
        assert_eq!(foldings("Bors (Canton de Charente-Sud)"), ["bors canton de charente sud"]);
        assert_eq!(foldings("e\u{301}tampes"), ["etampes"]);
        assert_eq!(foldings("ste st"), ["sainte st"]);
        assert!(foldings(" -'- ").is_empty());
    }
}
