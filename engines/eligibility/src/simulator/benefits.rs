//! Benefit and institution files, imported into the rule engine.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use crate::facts::{Attribute, TerritoryCode, TerritoryKind};
use crate::formula::Formula;
use crate::limits::FILE_BYTES_MAX;
use crate::money::{Amount, Counting, Per, cents};
use crate::predicate::{Interval, Moment, Number, Quantity, TaxYear, Test};
use crate::rulebook::{Rule, Rulebook, Scheme, SchemeKind};
use crate::rules::{At, Position};
use crate::source::Citation;
use crate::yaml;

use super::persons::word;

/// A file that cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{place}: {message}", place = .position.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default())]
pub struct BenefitError {
    /// The file.
    pub file: String,
    /// Line and column, from 1, where it is at one place.
    pub position: Option<(u64, u64)>,
    /// What is wrong and what was expected.
    pub message: String,
}

/// The bodies that give benefits, by the name of their file.
#[derive(Debug, Clone, Default)]
pub struct Institutions {
    by_name: HashMap<String, InstitutionFile>,
}

#[derive(Debug, Clone, Deserialize)]
struct InstitutionFile {
    #[serde(rename = "type")]
    kind: String,
    code_insee: Option<Scalar>,
    code_siren: Option<Scalar>,
}

#[derive(Debug, Deserialize)]
struct BenefitFile {
    label: String,
    institution: String,
    link: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    montant: Option<Scalar>,
    #[serde(default)]
    conditions_generales: Option<Vec<At<ConditionText>>>,
    #[serde(default)]
    profils: Option<Vec<At<ProfileText>>>,
}

#[derive(Debug, Deserialize)]
struct ProfileText {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    conditions: Option<Vec<At<ConditionText>>>,
}

#[derive(Debug, Deserialize)]
struct ConditionText {
    #[serde(rename = "type")]
    kind: String,
    operator: Option<String>,
    value: Option<Scalar>,
    period: Option<String>,
    #[serde(default)]
    values: Option<Vec<Scalar>>,
    #[serde(default)]
    includes: Option<Vec<Scalar>>,
    #[serde(default)]
    excludes: Option<Vec<Scalar>>,
    age_min: Option<Scalar>,
    age_max: Option<Scalar>,
}

/// A cell that is written with or without quotes.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Scalar {
    Flag(bool),
    Whole(i64),
    Fraction(f64),
    Text(String),
}

impl Scalar {
    fn text(&self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Fraction(number) => number.to_string(),
            Self::Text(text) => text.trim().to_owned(),
        }
    }

    fn number(&self) -> Option<f64> {
        self.text().parse::<f64>().ok().filter(|number| number.is_finite())
    }
}

impl Institutions {
    /// Reads institution files, each with its name without `.yml`, and its bytes.
    ///
    /// # Errors
    /// Every file that cannot be read.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Self, Vec<BenefitError>> {
        let mut by_name = HashMap::new();
        let mut errors = Vec::new();
        for (name, bytes) in files {
            match parse(name, bytes) {
                Ok(institution) => drop(by_name.insert(name.to_owned(), institution)),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(Self { by_name }) } else { Err(errors) }
    }
}

/// Imports benefit files, each with its name without `.yml` (its identifier), and its bytes. A fractional benefit keeps its
/// amount, one that is true or false has none.
///
/// # Errors
/// Every file that cannot be imported.
pub fn read_benefits<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    institutions: &Institutions,
) -> Result<Rulebook, Vec<BenefitError>> {
    let mut rulebook = Rulebook::new();
    let mut errors = Vec::new();
    for (name, bytes) in files {
        let scheme = parse::<BenefitFile>(name, bytes).and_then(|file| {
            import(&mut rulebook, name, &file, institutions)
                .map_err(|fault| refusal(name, fault.position.map(|at| (at.line, at.column)), fault.message))
        });
        match scheme {
            Ok(scheme) => rulebook.add(scheme),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(rulebook) } else { Err(errors) }
}

fn parse<T: serde::de::DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, BenefitError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(refusal(name, None, format!("{} bytes: expected {FILE_BYTES_MAX} at most", bytes.len())));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        refusal(name, None, format!("byte {} is not UTF-8: expected a text in UTF-8", error.valid_up_to()))
    })?;
    yaml::from_str(text).map_err(|error| refusal(name, error.position, error.message))
}

fn refusal(name: &str, position: Option<(u64, u64)>, message: String) -> BenefitError {
    BenefitError { file: format!("{name}.yml"), position, message }
}

fn import(rulebook: &mut Rulebook, id: &str, file: &BenefitFile, institutions: &Institutions) -> Result<Scheme, Fault> {
    let institution = institutions
        .by_name
        .get(&file.institution)
        .ok_or_else(|| format!("`{}` is no institution: expected the name of one of their files", file.institution))?;
    let citation = Citation { title: file.institution.clone(), url: file.link.clone(), ..Citation::default() };
    let mut importer = Importer { rulebook, institution };
    let mut formulas = Vec::new();
    for condition in file.conditions_generales.iter().flatten() {
        formulas.push(importer.condition(condition)?);
    }
    let profiles: Vec<&At<ProfileText>> = file.profils.iter().flatten().collect();
    if !profiles.is_empty() {
        let profiles: Result<_, Fault> = profiles.into_iter().map(|profile| importer.profile(profile)).collect();
        formulas.push(Formula::Any(profiles?));
    }
    let rules = formulas.into_iter().map(|formula| Rule { formula, citations: vec![citation.clone()] }).collect();
    let amounts = match file.kind.as_str() {
        "bool" => Vec::new(),
        "float" => vec![amount(file, citation)?],
        other => return Err(format!("type `{other}`: expected `float` or `bool`").into()),
    };
    Ok(Scheme { id: id.to_owned(), label: file.label.clone(), kind: SchemeKind::Aid, rules, amounts })
}

fn amount(file: &BenefitFile, citation: Citation) -> Result<Amount, String> {
    let euros = file.montant.as_ref().and_then(Scalar::number).and_then(cents);
    let euros =
        euros.ok_or_else(|| "`montant` of a `float` benefit: expected euros, with two decimals at most".to_owned())?;
    Ok(Amount {
        when: Formula::always(),
        low: euros,
        high: euros,
        per: Per::Stay,
        counting: Counting::Proportional,
        cap: None,
        citation,
    })
}

/// What is wrong, and where if it is at one place.
struct Fault {
    position: Option<Position>,
    message: String,
}

impl Fault {
    fn at<T>(place: &At<T>, message: String) -> Self {
        Self { position: Some(place.position), message }
    }
}

impl From<String> for Fault {
    fn from(message: String) -> Self {
        Self { position: None, message }
    }
}

struct Importer<'a> {
    rulebook: &'a mut Rulebook,
    institution: &'a InstitutionFile,
}

impl Importer<'_> {
    fn profile(&mut self, profile: &At<ProfileText>) -> Result<Formula, Fault> {
        let itself = self.profile_itself(&profile.value.kind).map_err(|message| Fault::at(profile, message))?;
        let mut parts = vec![itself];
        for condition in profile.value.conditions.iter().flatten() {
            parts.push(self.condition(condition)?);
        }
        Ok(Formula::All(parts))
    }

    fn profile_itself(&mut self, kind: &str) -> Result<Formula, String> {
        Ok(match kind {
            "etudiant" | "chomeur" | "inactif" | "salarie" | "independant" => self.one_word(Attribute::Activity, kind),
            "service_civique" => self.flag(Attribute::CivicService),
            "stagiaire" => self.flag(Attribute::Intern),
            "situation_handicap" => self.flag(Attribute::Disabled),
            "apprenti" | "professionnalisation" => self.one_word(Attribute::WorkStudyContract, kind),
            "enseignement_superieur" => self.one_word(Attribute::Education, kind),
            "lyceen" => self.one_word(Attribute::Education, "lycee"),
            "collegien" => self.one_word(Attribute::Education, "college"),
            "beneficiaire_rsa" => self.minimum_income(),
            "parent" => {
                let one = Interval::at_least(Number::from(1));
                self.number(Quantity::Children { from_age: 0, to_age: u32::MAX, at: Moment::Application }, one)
            }
            other => return Err(format!("profile `{other}` is not known")),
        })
    }

    fn condition(&mut self, condition: &At<ConditionText>) -> Result<Formula, Fault> {
        self.condition_itself(&condition.value).map_err(|message| Fault::at(condition, message))
    }

    fn condition_itself(&mut self, condition: &ConditionText) -> Result<Formula, String> {
        let values = || texts(condition.values.as_ref());
        Ok(match condition.kind.as_str() {
            "age" => {
                let interval = interval(condition)?;
                self.number(Quantity::Age(Moment::Application), interval)
            }
            "regions" if values().is_empty() => Formula::always(),
            "regions" => self.residence(TerritoryKind::Region, values()),
            "departements" => self.residence(TerritoryKind::Departement, values()),
            "communes" => self.residence(TerritoryKind::Commune, values()),
            "epcis" => self.residence(TerritoryKind::Epci, values()),
            "codes_postaux" => self.residence(TerritoryKind::PostalCode, values()),
            "excluded_epcis" => self.residence(TerritoryKind::Epci, values()).negated(),
            "attached_to_institution" => self.attached_to_institution(),
            "quotient_familial" => {
                let is_monthly = condition.period.as_deref() == Some("month");
                let interval = interval(condition)?;
                self.number(Quantity::FamilyQuotient { year: TaxYear::YearBeforeLast, is_monthly }, interval)
            }
            "boursier" => self.flag(Attribute::ScholarshipHolder),
            "difficultes_acces_ou_frais_logement" => self.flag(Attribute::HousingDifficulty),
            "agence_travail_temporaire" => self.flag(Attribute::TemporaryWorker),
            "formation_sanitaire_social" => self.one_word(Attribute::TrainingGroup, "groupe_330"),
            "mention_baccalaureat" => self.words(Attribute::BaccalaureateHonours, values()),
            "annee_etude" => self.words(Attribute::StudyYear, values()),
            "regime_securite_sociale" => self.includes_excludes(Attribute::SocialSecurityScheme, condition),
            "statut_occupation_logement" => self.includes_excludes(Attribute::HousingStatus, condition),
            "beneficiaire_rsa" => self.minimum_income(),
            "taux_incapacite" => {
                let interval = interval(condition)?;
                self.number(Quantity::Attribute(Attribute::DisabilityRate), interval)
            }
            "enfants_eligibles" => self.children(condition)?,
            other => return Err(format!("condition `{other}` is not known")),
        })
    }

    /// By the kind of the institution; one without a territory attaches nobody.
    fn attached_to_institution(&mut self) -> Formula {
        let (kind, code) = match self.institution.kind.as_str() {
            "region" => (TerritoryKind::Region, &self.institution.code_insee),
            "departement" => (TerritoryKind::Departement, &self.institution.code_insee),
            "commune" => (TerritoryKind::Commune, &self.institution.code_insee),
            "epci" => (TerritoryKind::Epci, &self.institution.code_siren),
            _ => return Formula::never(),
        };
        match code.clone() {
            Some(code) => self.residence(kind, vec![code.text()]),
            None => Formula::never(),
        }
    }

    fn children(&mut self, condition: &ConditionText) -> Result<Formula, String> {
        let age = |cell: &Option<Scalar>, otherwise: u32| match cell {
            None => Ok(otherwise),
            Some(cell) => cell.text().parse::<u32>().map_err(|error| format!("an age of children: {error}")),
        };
        let (from_age, to_age) = (age(&condition.age_min, 0)?, age(&condition.age_max, 99)?);
        let interval = interval(condition)?;
        let at = Moment::Application;
        let some = Interval::at_least(Number::from(1));
        // Without any child the condition is false, whatever the number asked for.
        let parent = self.number(Quantity::Children { from_age: 0, to_age: u32::MAX, at }, some);
        let eligible = self.number(Quantity::Children { from_age, to_age, at }, interval);
        Ok(Formula::All(vec![parent, eligible]))
    }

    fn includes_excludes(&mut self, attribute: Attribute, condition: &ConditionText) -> Formula {
        let mut parts = Vec::new();
        let (includes, excludes) = (texts(condition.includes.as_ref()), texts(condition.excludes.as_ref()));
        if !includes.is_empty() {
            parts.push(self.words(attribute, includes));
        }
        if !excludes.is_empty() {
            parts.push(self.words(attribute, excludes).negated());
        }
        Formula::All(parts)
    }

    /// More than one euro of minimum income: what the simulator takes for receiving it.
    fn minimum_income(&mut self) -> Formula {
        self.number(Quantity::Attribute(Attribute::MinimumIncome), Interval::above(Number::from(1)))
    }

    fn residence(&mut self, kind: TerritoryKind, codes: Vec<String>) -> Formula {
        let territories = codes.into_iter().map(|code| TerritoryCode::new(kind, code)).collect();
        self.rulebook.holds(Quantity::Attribute(Attribute::Residence), Test::In(territories))
    }

    fn number(&mut self, quantity: Quantity, interval: Interval) -> Formula {
        self.rulebook.holds(quantity, Test::Within(interval))
    }

    fn flag(&mut self, attribute: Attribute) -> Formula {
        self.rulebook.holds(Quantity::Attribute(attribute), Test::IsTrue)
    }

    fn one_word(&mut self, attribute: Attribute, text: &str) -> Formula {
        self.words(attribute, vec![text.to_owned()])
    }

    fn words(&mut self, attribute: Attribute, texts: Vec<String>) -> Formula {
        let words: BTreeSet<String> = texts.iter().map(|text| word(attribute, text).to_owned()).collect();
        self.rulebook.holds(Quantity::Attribute(attribute), Test::OneOf(words))
    }
}

fn texts(cells: Option<&Vec<Scalar>>) -> Vec<String> {
    cells.into_iter().flatten().map(Scalar::text).collect()
}

fn interval(condition: &ConditionText) -> Result<Interval, String> {
    let value = condition.value.as_ref().and_then(Scalar::number).and_then(Number::new);
    let value = value.ok_or_else(|| format!("`value` of `{}`: expected a number", condition.kind))?;
    match condition.operator.as_deref() {
        Some(">=") => Ok(Interval::at_least(value)),
        Some(">") => Ok(Interval::above(value)),
        Some("<=") => Ok(Interval::at_most(value)),
        Some("<") => Ok(Interval::below(value)),
        Some("=") => Ok(Interval::exactly(value)),
        other => Err(format!(
            "operator `{}` of `{}`: expected `>=`, `>`, `<=`, `<` or `=`",
            other.unwrap_or_default(),
            condition.kind
        )),
    }
}
