//! Reads rule files into a rulebook. Everything that is wrong is said, with file, line and column.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;

use super::gazetteer::Gazetteer;
use super::language::{
    AmountText, Condition, CountingText, DateText, KindText, LANGUAGE_VERSION, PerText, RuleText, SchemeFile,
    SharedFile, SourceText, ValidText,
};
use super::lower::{Fault, Lowering, Surroundings, days_of};
use super::position::{At, Position};
use crate::facts::{TerritoryCode, TerritoryKind};
use crate::formula::{Check, Formula};
use crate::limits::{ERRORS_MAX, FILE_BYTES_MAX, NESTING_MAX};
use crate::money::{Amount, Cents, Counting, Per};
use crate::predicate::{Interval, Moment, Quantity, Test};
use crate::rulebook::{Rule, Rulebook, Scheme, SchemeKind};
use crate::source::Citation;

/// The file with what schemes share.
pub const SHARED_FILE: &str = "shared.yml";

/// Something wrong in a rule file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct RuleError {
    /// The file.
    pub file: String,
    /// Where in it, if it is at one place.
    pub position: Option<Position>,
    /// What is wrong and what was expected.
    pub message: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(formatter, "{}:{position}: {}", self.file, self.message),
            None => write!(formatter, "{}: {}", self.file, self.message),
        }
    }
}

/// The JSON Schema of a scheme's file.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(SchemeFile)
}

/// Reads rule files, each with its name and its bytes.
///
/// # Errors
/// All that is wrong in all of them, the first hundred at most; no rulebook then.
pub fn read<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    gazetteer: &Gazetteer,
) -> Result<Rulebook, Vec<RuleError>> {
    let mut errors = Vec::new();
    let (mut shared, mut schemes) = (SharedFile::default(), Vec::new());
    for (name, bytes) in files {
        if name == SHARED_FILE {
            match parse::<SharedFile>(name, bytes) {
                Ok(file) => shared = file,
                Err(error) => errors.push(error),
            }
        } else {
            match parse::<SchemeFile>(name, bytes) {
                Ok(file) => schemes.push((name, file)),
                Err(error) => errors.push(error),
            }
        }
    }
    let mut rulebook = Rulebook::new();
    let (zones, faults) = zones(&shared, gazetteer);
    errors.extend(in_file(SHARED_FILE, faults));
    let surroundings = Surroundings { gazetteer, zones: &zones, conditions: &shared.conditions };
    errors.extend(in_file(SHARED_FILE, check_shared(&shared, &surroundings)));
    let mut ids = BTreeSet::new();
    for (name, file) in &schemes {
        let mut lowering = lowering(&mut rulebook, &surroundings, &file.id.value);
        let scheme = lowering.scheme(name, file);
        if !ids.insert(&file.id.value) {
            lowering.fault(file.id.position, format!("`{}` is already the identifier of another file", file.id.value));
        }
        errors.extend(in_file(name, lowering.faults));
        rulebook.add(scheme);
    }
    errors.truncate(ERRORS_MAX);
    if errors.is_empty() { Ok(rulebook) } else { Err(errors) }
}

fn in_file(file: &str, faults: Vec<Fault>) -> impl Iterator<Item = RuleError> {
    faults.into_iter().map(move |(position, message)| RuleError {
        file: file.to_owned(),
        position: (position.line > 0).then_some(position),
        message,
    })
}

fn parse<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, RuleError> {
    let refusal = |position, message| RuleError { file: name.to_owned(), position, message };
    if bytes.len() > FILE_BYTES_MAX {
        return Err(refusal(None, format!("{} bytes: expected {FILE_BYTES_MAX} at most", bytes.len())));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        refusal(Some(position_after(before)), "a byte that is not UTF-8: expected a text in UTF-8".to_owned())
    })?;
    crate::yaml::from_str(text)
        .map_err(|error| refusal(error.position.map(|(line, column)| Position { line, column }), error.message))
}

fn position_after(bytes: &[u8]) -> Position {
    let line_start = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    let column = String::from_utf8_lossy(bytes.get(line_start..).unwrap_or_default()).chars().count();
    Position { line: lines as u64 + 1, column: column as u64 + 1 }
}

fn lowering<'a>(rulebook: &'a mut Rulebook, surroundings: &'a Surroundings<'a>, scheme: &'a str) -> Lowering<'a> {
    Lowering { rulebook, surroundings, scheme, faults: Vec::new(), lowered: 0, using: Vec::new() }
}

/// The zones, each spelled out, and what is wrong with them.
fn zones(shared: &SharedFile, gazetteer: &Gazetteer) -> (BTreeMap<String, BTreeSet<TerritoryCode>>, Vec<Fault>) {
    let mut faults = Vec::new();
    if shared.language.value != LANGUAGE_VERSION {
        faults.push((shared.language.position, wrong_version(shared.language.value)));
    }
    let mut zones = BTreeMap::new();
    for name in shared.zones.keys() {
        let mut spelling = Spelling { shared, gazetteer, path: Vec::new(), seen: BTreeSet::new(), faults: Vec::new() };
        let mut territories = BTreeSet::new();
        spelling.spell_out(name, &mut territories);
        faults.append(&mut spelling.faults);
        zones.insert(name.clone(), territories);
    }
    faults.sort();
    faults.dedup();
    (zones, faults)
}

/// Spells out a zone that may hold others.
struct Spelling<'a> {
    shared: &'a SharedFile,
    gazetteer: &'a Gazetteer,
    /// The zones that hold the one at hand.
    path: Vec<&'a str>,
    /// Those that were spelled out already.
    seen: BTreeSet<&'a str>,
    faults: Vec<Fault>,
}

impl<'a> Spelling<'a> {
    fn spell_out(&mut self, zone: &'a str, territories: &mut BTreeSet<TerritoryCode>) {
        let texts = self.shared.zones.get(zone).map_or(&[][..], |texts| texts.value.as_slice());
        self.seen.insert(zone);
        self.path.push(zone);
        for text in texts {
            match text.value.parse::<TerritoryCode>() {
                Ok(territory) => self.add(territory, text.position, territories),
                Err(error) => self.faults.push((text.position, error.to_string())),
            }
        }
        self.path.pop();
    }

    fn add(&mut self, territory: TerritoryCode, at: Position, territories: &mut BTreeSet<TerritoryCode>) {
        let inner = self.shared.zones.get_key_value(&territory.code);
        match inner.filter(|_| territory.kind == TerritoryKind::Zone) {
            Some((zone, _)) if self.path.contains(&zone.as_str()) => {
                self.faults.push((at, format!("zone `{zone}` is defined by itself")));
            }
            Some(_) if self.path.len() >= NESTING_MAX => {
                self.faults.push((at, format!("zones within one another: expected {NESTING_MAX} at most")));
            }
            Some((zone, _)) if self.seen.contains(zone.as_str()) => {}
            Some((zone, _)) => self.spell_out(zone, territories),
            None if self.gazetteer.admits(&territory) => {
                territories.insert(territory);
            }
            None => self.faults.push((at, format!("`{territory}` is not known: expected a territory of today"))),
        }
    }
}

/// What is wrong with shared conditions, whether a scheme uses them or not.
fn check_shared(shared: &SharedFile, surroundings: &Surroundings<'_>) -> Vec<Fault> {
    let mut rulebook = Rulebook::new();
    let mut lowering = lowering(&mut rulebook, surroundings, "");
    for (name, condition) in &shared.conditions {
        lowering.using.push(name);
        lowering.condition(condition);
        lowering.using.pop();
    }
    let mut faults = lowering.faults;
    faults.sort();
    faults.dedup();
    faults
}

fn wrong_version(version: u32) -> String {
    format!("language {version}: expected {LANGUAGE_VERSION}, the one this program reads")
}

impl<'a> Lowering<'a> {
    fn scheme(&mut self, name: &str, file: &'a SchemeFile) -> Scheme {
        if file.language.value != LANGUAGE_VERSION {
            self.fault(file.language.position, wrong_version(file.language.value));
        }
        let stem = name.rsplit('/').next().and_then(|name| name.strip_suffix(".yml")).unwrap_or(name);
        if file.id.value != stem {
            self.fault(file.id.position, format!("`{}`: expected `{stem}`, the name of the file", file.id.value));
        }
        for source in file.sources.values() {
            self.validity(&source.valid);
        }
        let rules: Vec<Rule> = file.rules.iter().map(|rule| self.rule(file, rule)).collect();
        let together: Vec<Formula> = rules.iter().map(|rule| rule.formula.clone()).collect();
        if self.faults.is_empty() {
            self.refuse_contradictions(&together, file.rules.first().map_or(file.id.position, |rule| rule.position));
        }
        Scheme {
            id: file.id.value.clone(),
            label: file.label.clone(),
            kind: match file.kind {
                KindText::Scheme => SchemeKind::Scheme,
                KindText::Aid => SchemeKind::Aid,
            },
            rules,
            amounts: file.amounts.iter().filter_map(|amount| self.amount(file, amount)).collect(),
        }
    }

    fn rule(&mut self, file: &'a SchemeFile, rule: &'a At<RuleText>) -> Rule {
        let text = &rule.value;
        match (&text.condition, &text.source) {
            (Some(condition), Some(source)) if text.readings.is_empty() => {
                let (formula, citation) = self.sourced(file, condition, source, text.checked, text.valid.as_ref());
                Rule { formula, citations: vec![citation] }
            }
            (None, None) if text.readings.len() >= 2 => {
                let (formulas, citations) = text
                    .readings
                    .iter()
                    .map(|reading| {
                        let reading = &reading.value;
                        self.sourced(file, &reading.condition, &reading.source, reading.checked, reading.valid.as_ref())
                    })
                    .unzip();
                Rule { formula: Formula::Agreed(formulas), citations }
            }
            _ => {
                self.fault(rule.position, "expected `if` with its `source`, or two `readings` at least".to_owned());
                Rule { formula: Formula::never(), citations: Vec::new() }
            }
        }
    }

    fn sourced(
        &mut self,
        file: &'a SchemeFile,
        condition: &'a At<Condition>,
        source: &'a At<String>,
        checked: Option<DateText>,
        valid: Option<&At<ValidText>>,
    ) -> (Formula, Citation) {
        let citation = self.citation(file, source, checked, valid);
        let formula = self.condition(condition);
        (self.while_valid(formula, &citation), citation)
    }

    /// Out of its validity a rule says nothing: it is then to be checked.
    fn while_valid(&mut self, formula: Formula, citation: &Citation) -> Formula {
        let days = days_of(&citation.valid);
        if days == Interval::ALL {
            return formula;
        }
        let valid = self.rulebook.holds(Quantity::Day(Moment::Application), Test::Within(days));
        let check = Check { with: citation.title.clone(), what: "this rule was in force at another time".to_owned() };
        Formula::Any(vec![
            Formula::All(vec![valid.clone(), formula]),
            Formula::All(vec![valid.negated(), Formula::Open(check)]),
        ])
    }

    fn citation(
        &mut self,
        file: &SchemeFile,
        source: &At<String>,
        checked: Option<DateText>,
        valid: Option<&At<ValidText>>,
    ) -> Citation {
        let Some(SourceText { title, url, checked: source_checked, valid: source_valid }) =
            file.sources.get(&source.value)
        else {
            let known: Vec<&str> = file.sources.keys().map(String::as_str).collect();
            self.fault(
                source.position,
                format!("`{}` is no source of this file: expected one of {}", source.value, known.join(", ")),
            );
            return Citation::default();
        };
        let DateText(checked): DateText = checked.unwrap_or(*source_checked);
        Citation {
            title: title.clone(),
            url: url.clone(),
            checked: Some::<NaiveDate>(checked),
            valid: self.validity(valid.unwrap_or(source_valid)),
        }
    }

    fn amount(&mut self, file: &'a SchemeFile, amount: &'a At<AmountText>) -> Option<Amount> {
        let text = &amount.value;
        let (low, high) = match (text.euros, text.range) {
            (Some(euros), None) => (euros, euros),
            (None, Some(range)) => (range.from, range.to),
            _ => {
                self.fault(amount.position, "expected `euros` or `range`, one of them".to_owned());
                return None;
            }
        };
        let citation = self.citation(file, &text.source, text.checked, text.valid.as_ref());
        let (low, high) = (self.cents(low, amount.position)?, self.cents(high, amount.position)?);
        if low > high {
            self.fault(
                amount.position,
                "`range` ends under its beginning: expected the smaller amount first".to_owned(),
            );
        }
        let cap = match text.cap {
            Some(cap) => Some(self.cents(cap, amount.position)?),
            None => None,
        };
        let when = text.when.as_ref().map_or_else(Formula::always, |condition| self.condition(condition));
        Some(Amount {
            when: self.while_valid(when, &citation),
            low,
            high,
            per: match text.per {
                PerText::Stay => Per::Stay,
                PerText::Day => Per::Day,
                PerText::Week => Per::Week,
                PerText::Month => Per::Month,
            },
            counting: match text.counting {
                CountingText::Proportional => Counting::Proportional,
                CountingText::Started => Counting::Started,
                CountingText::Completed => Counting::Completed,
            },
            cap,
            citation,
        })
    }

    fn cents(&mut self, euros: f64, at: Position) -> Option<Cents> {
        let cents = crate::money::cents(euros);
        if cents.is_none() {
            self.fault(at, format!("`{euros}` is no amount: expected euros, 0 or more, with two decimals at most"));
        }
        cents
    }
}
