//! The types of rule files, as they are written. The JSON Schema is drawn from them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::position::At;

/// The version of the language that is read here. It grows when a file that was valid stops being so, or changes meaning.
pub const LANGUAGE_VERSION: u32 = 1;

/// A scheme or an aid: one file each.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeFile {
    /// The version of the rule language: 1.
    pub language: At<u32>,
    /// Its identifier, the same as the file's name.
    pub id: At<String>,
    /// A way to leave, or money added to one.
    pub kind: KindText,
    /// What it is called.
    pub label: String,
    /// Where its rules and amounts come from, by a short name.
    pub sources: BTreeMap<String, SourceText>,
    /// All must hold.
    #[serde(default)]
    pub rules: Vec<At<RuleText>>,
    /// What it pays.
    #[serde(default)]
    pub amounts: Vec<At<AmountText>>,
}

/// What several schemes share: lists of territories, and conditions with a name.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedFile {
    /// The version of the rule language: 1.
    pub language: At<u32>,
    /// Zones: territories under a name, other zones among them.
    #[serde(default)]
    pub zones: BTreeMap<String, At<Vec<At<String>>>>,
    /// Conditions under a name, for `use`.
    #[serde(default)]
    pub conditions: BTreeMap<String, At<Condition>>,
}

impl Default for At<u32> {
    fn default() -> Self {
        Self { value: LANGUAGE_VERSION, position: super::position::Position::default() }
    }
}

/// A way to leave, or money added to one.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindText {
    /// A way to leave: a status and an organiser.
    Scheme,
    /// Money added to a way to leave.
    Aid,
}

/// A source.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceText {
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was last looked at.
    pub checked: DateText,
    /// How long what it says holds.
    pub valid: At<ValidText>,
}

/// From when until when, both days included.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValidText {
    /// The first day; from ever if left out.
    pub from: Option<DateText>,
    /// The last day; until further notice if left out.
    pub until: Option<DateText>,
}

/// A day: `2026-09-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct DateText(pub NaiveDate);

impl JsonSchema for DateText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// A rule: a condition with its source, or what several sources say who disagree.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleText {
    /// What must hold.
    #[serde(rename = "if")]
    pub condition: Option<At<Condition>>,
    /// The source that says so, by its short name.
    pub source: Option<At<String>>,
    /// When this rule was last checked, where it is not when its source was.
    pub checked: Option<DateText>,
    /// How long this rule holds, where it is not as long as its source.
    pub valid: Option<At<ValidText>>,
    /// What sources say who disagree, instead of `if`.
    #[serde(default)]
    pub readings: Vec<At<ReadingText>>,
}

/// What one source says of a rule on which sources disagree.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadingText {
    /// What must hold, after this source.
    #[serde(rename = "if")]
    pub condition: At<Condition>,
    /// The source, by its short name.
    pub source: At<String>,
    /// When it was last checked, where it is not when its source was.
    pub checked: Option<DateText>,
    /// How long it holds, where it is not as long as its source.
    pub valid: Option<At<ValidText>>,
}

/// An amount. Several that apply together are kept as a range: sources that disagree, levels that are not told apart.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmountText {
    /// When it applies; always if left out.
    pub when: Option<At<Condition>>,
    /// A fixed amount, in euros.
    pub euros: Option<f64>,
    /// The least and the most, in euros.
    pub range: Option<RangeText>,
    /// What it is counted by; once if left out.
    #[serde(default)]
    pub per: PerText,
    /// How weeks and months that are not whole count; by the day if left out.
    #[serde(default)]
    pub counting: CountingText,
    /// The most in all, in euros.
    pub cap: Option<f64>,
    /// The source, by its short name.
    pub source: At<String>,
    /// When it was last checked, where it is not when its source was.
    pub checked: Option<DateText>,
    /// How long it holds, where it is not as long as its source.
    pub valid: Option<At<ValidText>>,
}

/// The least and the most, in euros.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeText {
    /// The least.
    pub from: f64,
    /// The most.
    pub to: f64,
}

/// What an amount is counted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PerText {
    /// Once.
    #[default]
    Stay,
    /// A funded day.
    Day,
    /// Seven funded days.
    Week,
    /// Thirty funded days.
    Month,
}

/// How parts count.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountingText {
    /// By the day.
    #[default]
    Proportional,
    /// One that is begun is paid.
    Started,
    /// Only whole ones are paid.
    Completed,
}

/// Something that holds of a person and their stay, or not.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All of these.
    All(Vec<At<Self>>),
    /// One of these at least.
    Any(Vec<At<Self>>),
    /// Not this.
    Not(Box<At<Self>>),
    /// This many of these at least.
    AtLeast(AtLeastText),
    /// The condition of that name in the shared file.
    Use(String),
    /// What no answer settles: whom to ask, and what.
    CheckWith(CheckText),
    /// Age.
    Age(AgeText),
    /// Born between two days, both included.
    Born(ValidText),
    /// What they mainly do.
    Activity(WordsText),
    /// Form of work-study contract.
    WorkStudyContract(WordsText),
    /// What becomes of the work-study contract during the stay.
    WorkStudyArrangement(WordsText),
    /// Level of education.
    Education(WordsText),
    /// Year of study.
    StudyYear(WordsText),
    /// Honours of the baccalauréat.
    BaccalaureateHonours(WordsText),
    /// Group of specialities of the training.
    TrainingGroup(WordsText),
    /// Social security scheme.
    SocialSecurityScheme(WordsText),
    /// How they are housed.
    HousingStatus(WordsText),
    /// A status that one has or has not.
    Is(FlagText),
    /// Rate of incapacity, from 0 to 1.
    DisabilityRate(BoundsText),
    /// Children.
    Children(ChildrenText),
    /// Time since the last diploma.
    Graduated(GraduatedText),
    /// Residence.
    Residence(ResidenceText),
    /// School, university or training centre.
    Institution(InstitutionText),
    /// Nationality, as `pays` or `zone`.
    Nationality(TerritoriesText),
    /// Destination.
    Destination(DestinationText),
    /// Family quotient.
    FamilyQuotient(QuotientText),
    /// Income.
    Income(IncomeText),
    /// Length of the stay.
    Duration(DurationText),
    /// When the stay takes place.
    Stay(StayText),
    /// When it has to be asked for.
    Filing(FilingText),
    /// How often it was used before.
    EarlierUses(EarlierUsesText),
    /// The group.
    Group(GroupText),
    /// Who has to accompany.
    Accompaniment(AccompanimentText),
    /// Registration beforehand.
    Registered(RegisteredText),
}

/// This many of these at least.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AtLeastText {
    /// How many.
    pub count: usize,
    /// Of these.
    pub of: Vec<At<Condition>>,
}

/// Whom to ask, and what.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckText {
    /// Whom, as a function.
    pub who: String,
    /// What.
    pub what: String,
}

/// Bounds of a number.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoundsText {
    /// This or more.
    pub at_least: Option<f64>,
    /// More than this.
    pub above: Option<f64>,
    /// This or less.
    pub at_most: Option<f64>,
    /// Less than this.
    pub below: Option<f64>,
    /// Just this.
    pub equals: Option<f64>,
}

/// A day of the stay, or a day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MomentText {
    /// When it is asked for.
    Application,
    /// Departure.
    Departure,
    /// First day of the activity.
    FirstDay,
    /// Last day of the stay.
    Return,
    /// That day.
    On(DateText),
}

/// Age at a moment.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgeText {
    /// At which moment.
    pub at: MomentText,
    /// Count the age reached in the year of that moment, whatever the birthday.
    #[serde(default)]
    pub reached_in_year: bool,
    /// How old.
    pub years: At<BoundsText>,
}

/// Words of a list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordsText {
    /// One of these.
    #[serde(default, rename = "in")]
    pub is_in: Vec<At<String>>,
    /// None of these.
    #[serde(default)]
    pub not_in: Vec<At<String>>,
}

/// A status that one has or has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlagText {
    /// Trainee.
    Intern,
    /// In civic service.
    CivicService,
    /// Recognised as disabled.
    Disabled,
    /// Holder of a State bursary.
    ScholarshipHolder,
    /// Worker of a temporary work agency.
    TemporaryWorker,
    /// Has trouble finding or paying for housing.
    HousingDifficulty,
}

/// Children, counted.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildrenText {
    /// How many; one at least if left out.
    pub count: Option<At<BoundsText>>,
    /// Of which age, bounds included.
    pub ages: Option<At<AgesText>>,
}

/// Ages, bounds included.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgesText {
    /// The youngest.
    pub from: u32,
    /// The oldest.
    pub to: u32,
}

/// Time since the last diploma.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GraduatedText {
    /// Counted at which moment.
    pub at: MomentText,
    /// Completed months.
    pub months: At<BoundsText>,
}

/// Whose residence.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DwellingText {
    /// The young person's own.
    #[default]
    Own,
    /// Their parents'.
    Parents,
    /// Their tax household's.
    TaxHousehold,
}

/// Residence in a territory, for some time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResidenceText {
    /// Whose; their own if left out.
    #[serde(default)]
    pub of: DwellingText,
    /// In one of these.
    #[serde(default, rename = "in")]
    pub is_in: Vec<At<String>>,
    /// In none of these.
    #[serde(default)]
    pub not_in: Vec<At<String>>,
    /// For how many completed months, at the day of the application.
    pub for_months: Option<At<BoundsText>>,
}

/// School, university or training centre.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionText {
    /// In one of these territories.
    #[serde(default, rename = "in")]
    pub is_in: Vec<At<String>>,
    /// In none of these.
    #[serde(default)]
    pub not_in: Vec<At<String>>,
    /// One of these, by identifier.
    #[serde(default)]
    pub one_of: Vec<String>,
}

/// Territories.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TerritoriesText {
    /// One of these.
    #[serde(default, rename = "in")]
    pub is_in: Vec<At<String>>,
    /// None of these.
    #[serde(default)]
    pub not_in: Vec<At<String>>,
}

/// Destination.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DestinationText {
    /// In one of these.
    #[serde(default, rename = "in")]
    pub is_in: Vec<At<String>>,
    /// In none of these.
    #[serde(default)]
    pub not_in: Vec<At<String>>,
    /// Not a country whose nationality the person has.
    #[serde(default)]
    pub not_own_country: bool,
}

/// What an income is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PeriodText {
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Which year's tax notice.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaxYearText {
    /// The year before last.
    #[default]
    YearBeforeLast,
    /// Last year.
    LastYear,
}

/// Family quotient: reference tax income by tax part.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuotientText {
    /// A month or a year.
    pub period: PeriodText,
    /// Of which year; the year before last if left out.
    #[serde(default)]
    pub year: TaxYearText,
    /// How much.
    pub euros: At<BoundsText>,
}

/// Whose or which income.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IncomeOf {
    /// Reference tax income of the household.
    Household,
    /// The young person's own.
    Own,
    /// Pay or allowance during the stay.
    Stay,
    /// Minimum income (RSA).
    MinimumIncome,
}

/// Income.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncomeText {
    /// Which.
    pub of: IncomeOf,
    /// A month or a year.
    pub period: PeriodText,
    /// Of which year, for the household; the year before last if left out.
    #[serde(default)]
    pub year: TaxYearText,
    /// How much.
    pub euros: At<BoundsText>,
}

/// What of the stay is counted.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountedText {
    /// The whole stay.
    #[default]
    Total,
    /// The days that a grant pays.
    Funded,
}

/// Length of the stay. A week is 7 days, a month 30.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DurationText {
    /// The whole stay or its funded days.
    #[serde(default)]
    pub counted: CountedText,
    /// In days.
    pub days: Option<At<BoundsText>>,
    /// In weeks of 7 days.
    pub weeks: Option<At<BoundsText>>,
    /// In months of 30 days.
    pub months: Option<At<BoundsText>>,
}

/// When the stay takes place.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StayText {
    /// Departure between these days.
    pub departs: Option<At<ValidText>>,
    /// Return between these days.
    pub returns: Option<At<ValidText>>,
}

/// When it has to be asked for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FilingText {
    /// Between these days.
    pub window: Option<At<ValidText>>,
    /// So many days before that moment.
    pub before: Option<MomentText>,
    /// So many days after that moment.
    pub after: Option<MomentText>,
    /// How many days.
    pub days: Option<At<BoundsText>>,
}

/// Within what earlier uses count.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UsePer {
    /// Ever.
    #[default]
    Lifetime,
    /// The same year.
    Year,
    /// The same cycle of studies.
    Cycle,
    /// The same country.
    Country,
}

/// How often it was used before.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EarlierUsesText {
    /// Of which scheme; of this one if left out.
    pub of: Option<String>,
    /// Within what; ever if left out.
    #[serde(default)]
    pub per: UsePer,
    /// How often.
    pub count: At<BoundsText>,
}

/// The group.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupText {
    /// How many young people.
    pub size: Option<At<BoundsText>>,
    /// All of them of these ages.
    pub ages: Option<At<AgesText>>,
}

/// Who has to accompany.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccompanimentText {
    /// One of these.
    pub by: Vec<String>,
}

/// Registration beforehand.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisteredText {
    /// With one of these.
    pub with: Vec<String>,
    /// At which moment.
    pub at: MomentText,
    /// For how many days by then; none or more if left out.
    pub for_days: Option<At<BoundsText>>,
}
