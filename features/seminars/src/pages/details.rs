//! What a form asks of a seminar: the same whether it is created, corrected or opened after another.

use chrono::NaiveDate;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{LanguageTag, Locale, Multilingual, Problem, Territory};
use kit_ui::Field;
use kit_web::{Fields, Form, Visit};

use crate::model::{check_days, days_max};
use crate::store::seminar;

/// What was typed of a seminar's name and place.
pub(crate) struct Details {
    pub(crate) title: String,
    pub(crate) first_day: NaiveDate,
    pub(crate) place: Option<Territory>,
    pub(crate) place_label: Option<String>,
}

/// The fields of a seminar's name and place, with or without its last day.
pub(crate) fn fields(visit: &Visit, form: &Form, title_language: LanguageTag, asks_last_day: bool) -> Vec<Field> {
    let t = visit.t();
    let last_day = Field::date(t, "dernier-jour", t.text("seminars-last-day"))
        .hint(t.text("seminars-last-day-hint").arg("max", days_max()));
    let fields = [
        Some(
            Field::text(t, "titre", t.text("seminars-title"))
                .hint(t.text("seminars-title-hint"))
                .language(title_language)
                .maxlength(TITLE_CHARACTERS_MAX),
        ),
        Some(Field::date(t, "premier-jour", t.text("seminars-first-day"))),
        asks_last_day.then_some(last_day),
        Some(
            territory::commune_field(t, "lieu", t.text("seminars-commune"))
                .purpose(t.text("seminars-commune-purpose"))
                .optional(),
        ),
        Some(
            Field::text(t, "libelle-lieu", t.text("seminars-place-label"))
                .hint(t.text("seminars-place-label-hint"))
                .purpose(t.text("seminars-place-label-purpose"))
                .maxlength(TITLE_CHARACTERS_MAX)
                .optional(),
        ),
    ];
    fields.into_iter().flatten().map(|field| form.fill(field)).collect()
}

/// Reads the name and the place. The getters have noted what is wrong where this is `None`.
pub(crate) fn read(fields: &mut Fields<'_>) -> Option<Details> {
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    let first_day = fields.date("premier-jour");
    let place = territory::optional_commune(fields, "lieu");
    let place_label = fields.optional_text("libelle-lieu", TITLE_CHARACTERS_MAX);
    Some(Details { title: title?, first_day: first_day?, place: place?, place_label: place_label? })
}

/// Reads the last day, which is not before `first_day`.
pub(crate) fn read_last_day(fields: &mut Fields<'_>, first_day: Option<NaiveDate>) -> Option<NaiveDate> {
    let last_day = fields.date("dernier-jour")?;
    match first_day.map_or(Ok(()), |first_day| check_days(first_day, last_day)) {
        Ok(()) => Some(last_day),
        Err(error) => fields.refuse(error.field, error.message),
    }
}

/// A title in the language of the person who typed it.
pub(crate) fn typed_title(locale: Locale, title: String) -> Multilingual {
    Multilingual::new(LanguageTag::of(locale), title)
}

/// The form filled with a seminar's name and place as they stand.
pub(crate) fn known(form: Form, row: &seminar::Model, locale: Locale) -> Form {
    let place = row.place.map(|place| territory::name_and_code(place, locale)).unwrap_or_default();
    form.known("titre", row.title_for(locale))
        .known("premier-jour", row.first_day)
        .known("lieu", place)
        .known("libelle-lieu", row.place_label.as_deref().unwrap_or_default())
}

/// Whether this person may do this with the seminar; otherwise the page says so rather than show a form that will be refused.
pub(crate) fn check_may(visit: &Visit, action: &'static str, row: &seminar::Model) -> Result<(), Problem> {
    visit.signed_in()?;
    if visit.may(action, &row.resource()) { Ok(()) } else { Err(Problem::Forbidden) }
}
