//! What a form asks of an action: the same whether it is created or edited.

use chrono::{Datelike, NaiveDate};
use directory::OrganisationId;
use kit_base::limits::{SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Problem, Territory, Visibility};
use kit_i18n::key;
use kit_ui::{Choice, Field};
use kit_web::{Fields, Form, Visit};

use crate::model::{ActionStatus, ObjectiveId};
use crate::store::objective::Model as Objective;
use crate::store::{action, outline, plans_of};

/// What was typed of an action.
pub(crate) struct Typed {
    pub(crate) objective: ObjectiveId,
    pub(crate) title: String,
    pub(crate) lead_organisation: Option<OrganisationId>,
    pub(crate) status: ActionStatus,
    pub(crate) status_reason: Option<String>,
    pub(crate) starts: Option<NaiveDate>,
    pub(crate) ends: Option<NaiveDate>,
    pub(crate) expected_results: Option<String>,
    pub(crate) visibility: Visibility,
}

/// What may be chosen in the form.
pub(crate) struct Choices {
    pub(crate) objectives: Vec<Choice>,
    organisations: Vec<Choice>,
}

/// The objectives of the plans that are not over, of the newest where all are, and of the plan that holds `current`; the
/// organisations of the region.
pub(crate) async fn choices(
    visit: &Visit,
    departement: Territory,
    current: Option<ObjectiveId>,
) -> Result<Choices, Problem> {
    let region = territories::atlas().region_of(departement).ok_or(Problem::NotFound)?;
    let reader = visit.read();
    let year = visit.now().year();
    let mut objectives = Vec::new();
    for plan in plans_of(&reader, region, &*visit.scope("plan.read")).await? {
        let is_over = plan.last_year < year && !objectives.is_empty();
        if is_over && current.is_none() {
            continue;
        }
        let outline = outline(&reader, plan.id).await?;
        let holds_current = outline.objectives().any(|(_, objective)| Some(objective.id) == current);
        if !is_over || holds_current {
            objectives.extend(outline.objectives().map(|(axis, objective)| {
                let Objective { title, number, .. } = objective;
                let years = format!("{}–{}", plan.first_year, plan.last_year);
                Choice::new(objective.id.to_string(), format!("{}.{number} {title} ({years})", axis.number))
            }));
        }
    }
    Ok(Choices { objectives, organisations: directory::choices(visit, region).await? })
}

/// The fields of an action.
pub(crate) fn fields(visit: &Visit, form: &Form, choices: Choices) -> Vec<Field> {
    let t = visit.t();
    let statuses = ActionStatus::ALL.iter().map(|status| Choice::new(status.code(), t.text(status.label()))).collect();
    let reasoned = ActionStatus::ALL.iter().filter(|status| status.needs_reason()).map(|status| status.code());
    let reasoned: Vec<&str> = reasoned.collect();
    let visibilities = VISIBILITIES.iter().map(|(code, label)| Choice::new(code.code(), t.text(label))).collect();
    let fields = [
        Field::text(t, "titre", t.text("plan-field-action")).maxlength(TITLE_CHARACTERS_MAX),
        Field::select(t, "objectif", t.text("plan-objective"), choices.objectives)
            .purpose(t.text("plan-field-objective-purpose")),
        Field::select(t, "porteur", t.text("plan-lead"), choices.organisations)
            .purpose(t.text("plan-field-lead-purpose"))
            .optional(),
        Field::radios(t, "etat", t.text("plan-state"), statuses),
        Field::text(t, "motif", t.text("plan-reason"))
            .hint(t.text("plan-field-reason-hint"))
            .purpose(t.text("plan-field-reason-purpose"))
            .maxlength(SENTENCE_CHARACTERS_MAX)
            .only_for("etat", &reasoned),
        Field::date(t, "debut", t.text("plan-field-starts")).purpose(t.text("plan-field-dates-purpose")).optional(),
        Field::date(t, "fin", t.text("plan-field-ends")).purpose(t.text("plan-field-dates-purpose")).optional(),
        Field::textarea(t, "resultats", t.text("plan-expected-results"))
            .purpose(t.text("plan-field-expected-results-purpose"))
            .maxlength(SENTENCE_CHARACTERS_MAX)
            .optional(),
        Field::radios(t, "visibilite", t.text("plan-field-visibility"), visibilities),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

/// What is offered: an action is made to be known.
const VISIBILITIES: [(Visibility, &str); 3] = [
    (Visibility::Public, key!("plan-visibility-public")),
    (Visibility::Registered, key!("plan-visibility-registered")),
    (Visibility::Invited, key!("plan-visibility-invited")),
];

/// Reads the fields of an action.
pub(crate) fn read(mut fields: Fields<'_>) -> Result<Typed, Problem> {
    let objective = fields.code("objectif");
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    let lead_organisation = fields.optional_code("porteur");
    let status = fields.code("etat");
    let status_reason = fields.optional_text("motif", SENTENCE_CHARACTERS_MAX);
    let starts = fields.optional_date("debut");
    let ends = fields.optional_date("fin");
    let expected_results = fields.optional_lines("resultats", SENTENCE_CHARACTERS_MAX);
    let visibility = fields.code("visibilite");
    fields.complete(|| {
        Some(Typed {
            objective: objective?,
            title: title?,
            lead_organisation: lead_organisation?,
            status: status?,
            status_reason: status_reason?,
            starts: starts?,
            ends: ends?,
            expected_results: expected_results?,
            visibility: visibility?,
        })
    })
}

/// The form filled with an action as it stands.
pub(crate) fn known(row: &action::Model) -> Form {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Form::new()
        .version(row.version)
        .known("objectif", row.objective_id)
        .known("titre", &row.title)
        .known("porteur", row.lead_organisation_id.map(|id| id.to_string()).unwrap_or_default())
        .known("etat", row.status)
        .known("motif", row.status_reason.as_deref().unwrap_or_default())
        .known("debut", day(row.starts))
        .known("fin", day(row.ends))
        .known("resultats", row.expected_results.as_deref().unwrap_or_default())
        .known("visibilite", row.visibility)
}
