//! The fields of an indicator, for its creation and its edit.

use askama::Template;
use kit_base::limits::{SENTENCE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Message, Problem};
use kit_ui::{Button, Choice, Field};
use kit_web::{Fields, Form, Submission, Visit};

use crate::model::{AMOUNT_MAX, Amount, IndicatorFacts, Stage, UNIT_CHARACTERS_MAX, YEARS, check_year};
use crate::store::indicator;

#[derive(Template)]
#[template(path = "indicator_form.html")]
pub(crate) struct IndicatorFormPage<'a> {
    pub(crate) visit: &'a Visit,
    pub(crate) form: &'a Form,
    pub(crate) title: String,
    pub(crate) about: String,
    pub(crate) action: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) button: Button,
}

/// The fields of an indicator.
pub(crate) fn fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let stages = Stage::ALL.iter().map(|stage| Choice::new(stage.code(), t.text(stage.label()))).collect();
    let fields = [
        Field::text(t, "titre", t.text("plan-field-indicator")).maxlength(TITLE_CHARACTERS_MAX),
        Field::radios(t, "etape", t.text("plan-stage"), stages).purpose(t.text("plan-field-stage-purpose")),
        Field::textarea(t, "definition", t.text("plan-definition"))
            .hint(t.text("plan-field-definition-hint"))
            .purpose(t.text("plan-field-definition-purpose"))
            .maxlength(SENTENCE_CHARACTERS_MAX),
        Field::text(t, "unite", t.text("plan-unit"))
            .hint(t.text("plan-field-unit-hint"))
            .purpose(t.text("plan-field-unit-purpose"))
            .maxlength(UNIT_CHARACTERS_MAX),
        amount_field(visit, "depart", t.text("plan-baseline").to_string())
            .purpose(t.text("plan-field-indicator-page-purpose")),
        Field::number(t, "annee-depart", t.text("plan-field-baseline-year"))
            .range(Some(YEARS.start().to_string()), Some(YEARS.end().to_string()))
            .optional(),
        amount_field(visit, "cible", t.text("plan-target").to_string())
            .purpose(t.text("plan-field-indicator-page-purpose")),
        Field::text(t, "source", t.text("plan-source"))
            .hint(t.text("plan-field-source-hint"))
            .purpose(t.text("plan-field-indicator-page-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

/// A number of things that may be left out.
pub(crate) fn amount_field(visit: &Visit, name: &'static str, label: String) -> Field {
    Field::number(visit.t(), name, label).range(Some("0".to_owned()), Some(AMOUNT_MAX.to_string())).optional()
}

/// Reads the fields of an indicator.
pub(crate) fn read(submission: &Submission) -> Result<IndicatorFacts, Problem> {
    let mut fields = submission.fields();
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    let stage = fields.code("etape");
    let definition = fields.lines("definition", SENTENCE_CHARACTERS_MAX);
    let unit = fields.text("unite", UNIT_CHARACTERS_MAX);
    let baseline = amount(&mut fields, "depart");
    let baseline_year = year(&mut fields, "annee-depart");
    let target = amount(&mut fields, "cible");
    let source = fields.optional_text("source", TITLE_CHARACTERS_MAX);
    fields.complete(|| {
        Some(IndicatorFacts {
            stage: stage?,
            title: title?,
            definition: definition?,
            unit: unit?,
            baseline: baseline?,
            baseline_year: baseline_year?,
            target: target?,
            source: source?,
        })
    })
}

/// Reads a number of things: `Some(None)` where it was left out, which is not zero.
pub(crate) fn amount(fields: &mut Fields<'_>, field: &'static str) -> Option<Option<Amount>> {
    let Some(text) = fields.optional_text(field, TITLE_CHARACTERS_MAX)? else { return Some(None) };
    match text.parse::<Amount>() {
        Ok(amount) => Some(Some(amount)),
        Err(error) => fields.refuse(field, error.message()),
    }
}

fn year(fields: &mut Fields<'_>, field: &'static str) -> Option<Option<i32>> {
    let Some(text) = fields.optional_text(field, TITLE_CHARACTERS_MAX)? else { return Some(None) };
    match text.parse().map(|year| check_year(field, year).map(|()| year)) {
        Ok(Ok(year)) => Some(Some(year)),
        Ok(Err(error)) => fields.refuse(error.field, error.message),
        Err(_) => fields.refuse(field, Message::new("plan-error-not-a-year")),
    }
}

/// The form filled with an indicator as it stands.
pub(crate) fn known(row: &indicator::Model) -> Form {
    Form::new()
        .version(row.version)
        .known("titre", &row.title)
        .known("etape", row.stage)
        .known("definition", &row.definition)
        .known("unite", &row.unit)
        .known("depart", typed(row.baseline))
        .known("annee-depart", row.baseline_year.map(|year| year.to_string()).unwrap_or_default())
        .known("cible", typed(row.target))
        .known("source", row.source.as_deref().unwrap_or_default())
}

/// A number as it stands in a form.
pub(crate) fn typed(amount: Option<Amount>) -> String {
    amount.map(|amount| amount.number().to_string()).unwrap_or_default()
}
