//! The files of `data/demo`, parsed: what does not parse stops the demo before it begins.

use anyhow::Context;
use chrono::{NaiveDate, NaiveTime};
use directory::{OrganisationKind, PhoneNumber, ProgrammeRole, Weekday};
use kit_base::{EmailAddress, Territory};
use kit_policy::Role;
use plan::{ActionStatus, Amount, Stage};
use seminars::{College, Part, SessionKind};
use serde::Deserialize;

use crate::toml_values::{all_parsed, parsed, parsed_if_given};

/// Everything the demo holds.
#[derive(Debug)]
pub(super) struct Data {
    pub(super) people: People,
    pub(super) directory: Directory,
    pub(super) seminars: Seminars,
    pub(super) commitments: Commitments,
    pub(super) plan: PlanAndProgramme,
    pub(super) meetings: Meetings,
}

impl Data {
    /// The data as it is embedded.
    pub(super) fn embedded() -> anyhow::Result<Self> {
        Ok(Self {
            people: toml::from_str(include_str!("../../../../data/demo/people.toml")).context("people.toml")?,
            directory: toml::from_str(include_str!("../../../../data/demo/organisations.toml"))
                .context("organisations.toml")?,
            seminars: toml::from_str(include_str!("../../../../data/demo/seminars.toml")).context("seminars.toml")?,
            commitments: toml::from_str(include_str!("../../../../data/demo/commitments.toml"))
                .context("commitments.toml")?,
            plan: toml::from_str(include_str!("../../../../data/demo/plan.toml")).context("plan.toml")?,
            meetings: toml::from_str(include_str!("../../../../data/demo/meetings.toml")).context("meetings.toml")?,
        })
    }
}

/// `people.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub(super) person: Vec<PersonData>,
}

/// A function that can be played.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonData {
    /// One of [`crate::demo::PEOPLE`].
    pub(super) key: String,
    pub(super) name: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) role: Role,
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) territory: Option<Territory>,
    /// The key of an example.
    pub(super) organisation: Option<String>,
}

/// `organisations.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Directory {
    pub(super) example: Vec<ExampleOrganisation>,
    pub(super) collective: Vec<CollectiveData>,
    /// The seats of the committee of the example region.
    pub(super) seat: Vec<SeatData>,
}

/// A charter that was signed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CharterData {
    /// Days before the demo began.
    pub(super) since_days: i64,
    /// Days after.
    pub(super) until_days: i64,
    /// The keys of examples.
    pub(super) signatories: Vec<String>,
}

/// A seat of a committee.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeatData {
    #[serde(deserialize_with = "parsed")]
    pub(super) region: Territory,
    pub(super) college: String,
    pub(super) label: Option<String>,
    /// The key of an example; a vacant seat has none.
    pub(super) organisation: Option<String>,
    #[serde(default)]
    pub(super) for_youth: bool,
    pub(super) since_days: i64,
}

/// An organisation that is made up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleOrganisation {
    pub(super) key: String,
    pub(super) name: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) kind: OrganisationKind,
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) seat: Option<Territory>,
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) contact_email: Option<EmailAddress>,
    #[serde(default)]
    pub(super) former_name: Vec<FormerNameData>,
    pub(super) became: Option<BecameData>,
    #[serde(default)]
    pub(super) help: Vec<HelpData>,
    #[serde(default)]
    pub(super) contact: Vec<ContactData>,
    #[serde(default)]
    pub(super) role: Vec<RoleData>,
}

/// A name it bore.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormerNameData {
    pub(super) name: String,
    /// Days before the demo began.
    pub(super) until_days: i64,
}

/// What it became.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BecameData {
    /// The key of an example.
    pub(super) organisation: String,
    /// Days before the demo began.
    pub(super) since_days: i64,
}

/// A line of help.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HelpData {
    pub(super) what: String,
    pub(super) since_year: Option<i32>,
    pub(super) ask_for: Option<String>,
}

/// Whom to ask for: a function.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactData {
    pub(super) function: String,
    #[serde(default, deserialize_with = "all_parsed")]
    pub(super) days: Vec<Weekday>,
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) phone: Option<PhoneNumber>,
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) email: Option<EmailAddress>,
    pub(super) substitute: Option<String>,
}

/// A role in a programme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleData {
    pub(super) programme: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) role: ProgrammeRole,
    pub(super) accreditation: Option<String>,
    /// Days before the demo began.
    pub(super) since_days: Option<i64>,
    /// Days after the demo began; before it where negative.
    pub(super) until_days: Option<i64>,
}

/// Who is in the collective of a département.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CollectiveData {
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    pub(super) animation: Option<MembershipData>,
    #[serde(default)]
    pub(super) members: Vec<MembershipData>,
    /// What its sheet says it needs, and can bring to others.
    pub(super) needs: Option<String>,
    pub(super) offers: Option<String>,
    pub(super) charter: Option<CharterData>,
}

/// Since when, and until when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MembershipData {
    /// The key of an example.
    pub(super) organisation: String,
    /// Days before the demo began.
    pub(super) since_days: i64,
    /// Days before the demo began; still so where nothing is said.
    pub(super) until_days: Option<i64>,
}

/// `seminars.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seminars {
    pub(super) held: Vec<HeldSeminar>,
    pub(super) example: ExampleSeminar,
    pub(super) next: NextSeminar,
}

/// A seminar that was held.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldSeminar {
    pub(super) slug: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    #[serde(deserialize_with = "parsed")]
    pub(super) place: Territory,
    pub(super) place_label: Option<String>,
    pub(super) title_fr: String,
    pub(super) title_en: String,
    /// A public page, or a document by its name.
    pub(super) source: String,
    pub(super) half_day: Vec<HalfDayData<NaiveDate>>,
}

/// A seminar that is made up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleSeminar {
    pub(super) slug: String,
    /// Days before the demo began, at least: it begins on a Thursday.
    pub(super) days_ago: u64,
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    #[serde(deserialize_with = "parsed")]
    pub(super) place: Territory,
    pub(super) place_label: Option<String>,
    pub(super) title_fr: String,
    pub(super) title_en: String,
    /// Days by number, from 1.
    pub(super) half_day: Vec<HalfDayData<u64>>,
    pub(super) registration: Vec<RegistrationData>,
}

/// The seminar that follows the example.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NextSeminar {
    /// Days after the demo began, at least: it begins on a Thursday.
    pub(super) in_days: u64,
    pub(super) title_fr: String,
    pub(super) title_en: String,
    /// Days before the demo began on which registration opened.
    pub(super) opened_days_ago: i64,
    /// Days between the end of registration and the first day.
    pub(super) closes_days_before: u64,
    pub(super) places: i32,
    pub(super) registration: Vec<RegistrationData>,
}

/// Who comes to a seminar, for an example.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegistrationData {
    /// The key of an example.
    pub(super) organisation: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) college: College,
    /// Functions, no names; the empty text where nobody said yet.
    pub(super) people: Vec<String>,
    /// Whether they were missing from the last half-day.
    #[serde(default)]
    pub(super) left_early: bool,
}

/// A half-day and its sessions; its day is a date, or a number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound = "D: Deserialize<'de>")]
pub(super) struct HalfDayData<D> {
    pub(super) day: D,
    #[serde(deserialize_with = "parsed")]
    pub(super) part: Part,
    #[serde(deserialize_with = "parsed")]
    pub(super) starts: NaiveTime,
    #[serde(deserialize_with = "parsed")]
    pub(super) ends: NaiveTime,
    #[serde(default)]
    pub(super) session: Vec<SessionData>,
}

/// A session of a half-day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionData {
    /// What `commitments.toml` calls it.
    pub(super) key: Option<String>,
    #[serde(deserialize_with = "parsed")]
    pub(super) kind: SessionKind,
    pub(super) title: String,
    pub(super) room: Option<String>,
    #[serde(deserialize_with = "parsed")]
    pub(super) starts: NaiveTime,
    #[serde(deserialize_with = "parsed")]
    pub(super) ends: NaiveTime,
    pub(super) places: Option<i32>,
    pub(super) minutes: Option<String>,
}

/// `commitments.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Commitments {
    pub(super) decision: Vec<DecisionData>,
    pub(super) commitment: Vec<CommitmentData>,
}

/// What was decided together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionData {
    pub(super) key: String,
    pub(super) session: String,
    pub(super) text: String,
}

/// What was promised.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CommitmentData {
    pub(super) key: String,
    pub(super) session: String,
    /// The key of an example.
    pub(super) organisation: String,
    pub(super) person_label: Option<String>,
    pub(super) decision: Option<String>,
    pub(super) what: String,
    /// Days after the demo began.
    pub(super) due_days: i64,
    /// Days after the demo began.
    pub(super) not_before_days: Option<i64>,
    pub(super) answer: Option<AnswerData>,
}

/// What was answered since.
#[derive(Debug, Deserialize)]
pub(super) struct AnswerData {
    /// The key of the person who wrote it down for the organisation.
    pub(super) by: String,
    #[serde(flatten)]
    pub(super) progress: ProgressData,
    pub(super) sentence: Option<String>,
}

/// One of the four answers.
#[derive(Debug, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(super) enum ProgressData {
    Done,
    /// Days after the demo began.
    InProgress {
        new_date_days: i64,
    },
    Blocked {
        blocked_by: String,
    },
    GivenUp,
}

/// `plan.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanAndProgramme {
    pub(super) plan: PlanData,
    pub(super) action: Vec<ActionData>,
    pub(super) indicator: Vec<IndicatorData>,
}

/// The plan of a region, from this year on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanData {
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    pub(super) title: String,
    pub(super) years: i32,
    /// Years whose values are settled, counted back from that in which the demo began.
    pub(super) settled_years_ago: Vec<i32>,
    pub(super) axis: Vec<AxisData>,
}

/// An axis of the plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AxisData {
    pub(super) title: String,
    pub(super) objective: Vec<ObjectiveData>,
}

/// An objective of an axis.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObjectiveData {
    pub(super) key: String,
    pub(super) title: String,
}

/// An action of the programme of a département.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionData {
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    pub(super) objective: String,
    /// The key of the commitment it was born from.
    pub(super) commitment: Option<String>,
    /// The key of an example.
    pub(super) lead: String,
    pub(super) title: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) status: ActionStatus,
    pub(super) status_reason: Option<String>,
    pub(super) starts_days: i64,
    pub(super) ends_days: i64,
    pub(super) expected_results: Option<String>,
    /// The keys of the indicators it means to move.
    #[serde(default)]
    pub(super) indicators: Vec<String>,
}

/// An indicator of the plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorData {
    pub(super) key: String,
    pub(super) title: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) stage: Stage,
    pub(super) definition: String,
    pub(super) unit: String,
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) target: Option<Amount>,
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) value: Vec<ValueData>,
}

/// What was counted in a département.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValueData {
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    /// Years before that in which the demo began.
    pub(super) years_ago: i32,
    /// Not known where nothing is said.
    #[serde(default, deserialize_with = "parsed_if_given")]
    pub(super) amount: Option<Amount>,
    pub(super) source: String,
    /// The key of an example, which gives the number.
    pub(super) organisation: String,
}

/// `meetings.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meetings {
    pub(super) meeting: Vec<MeetingData>,
}

/// A meeting of a collective.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeetingData {
    pub(super) title: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) territory: Territory,
    /// Its day, counted from the one on which the demo began.
    pub(super) days: i64,
    #[serde(deserialize_with = "parsed")]
    pub(super) starts: NaiveTime,
    #[serde(deserialize_with = "parsed")]
    pub(super) ends: NaiveTime,
    pub(super) place: String,
    pub(super) points: String,
    /// Of one that was held.
    pub(super) minutes: Option<String>,
    pub(super) next_days: Option<i64>,
    #[serde(default)]
    pub(super) present: Vec<PresentData>,
    #[serde(default)]
    pub(super) is_public: bool,
}

/// An organisation that was there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PresentData {
    /// The key of an example.
    pub(super) organisation: String,
    pub(super) people: i32,
}
