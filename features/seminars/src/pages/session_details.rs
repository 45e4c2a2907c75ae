//! What a form asks of a session: the same whether it is added or corrected.

use kit_base::Visibility;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_ui::{Choice, Field};
use kit_web::{Fields, Form, Visit};

use crate::model::{Hours, SEATS_MAX};
use crate::store::session;

/// What was typed of a session.
pub(crate) struct SessionDetails {
    pub(crate) title: String,
    pub(crate) room: Option<String>,
    pub(crate) hours: Hours,
    pub(crate) places: Option<i32>,
    pub(crate) visibility: Visibility,
    pub(crate) room_visibility: Visibility,
}

/// The fields of a session inside these hours.
pub(crate) fn fields(visit: &Visit, form: &Form, half_day: Hours) -> Vec<Field> {
    let t = visit.t();
    let as_sent = |time: chrono::NaiveTime| Some(time.format("%H:%M").to_string());
    let time = |name, label| Field::time(t, name, label).range(as_sent(half_day.starts), as_sent(half_day.ends));
    let levels = Visibility::ALL.iter().map(|level| Choice::new(level.code(), t.text(visibility_label(*level))));
    // Who may not be told of a room may not be told that there is one: nothing is discreet about it.
    let told = Visibility::ALL.iter().filter(|level| **level != Visibility::Discreet);
    let told = told.map(|level| Choice::new(level.code(), t.text(visibility_label(*level)))).collect();
    let fields = [
        Field::text(t, "titre", t.text("seminars-session-title"))
            .purpose(t.text("seminars-session-title-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX),
        Field::text(t, "salle", t.text("seminars-session-room"))
            .purpose(t.text("seminars-session-room-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
        Field::radios(t, "visibilite-salle", t.text("seminars-session-room-visibility"), told)
            .purpose(t.text("seminars-session-room-visibility-purpose")),
        time("debut", t.text("seminars-session-starts")),
        time("fin", t.text("seminars-session-ends")),
        Field::number(t, "places", t.text("seminars-session-places"))
            .hint(t.text("seminars-session-places-hint"))
            .purpose(t.text("seminars-session-places-purpose"))
            .range(Some("1".to_owned()), Some(SEATS_MAX.to_string()))
            .optional(),
        Field::radios(t, "visibilite", t.text("seminars-session-visibility"), levels.collect())
            .purpose(t.text("seminars-session-visibility-purpose")),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

/// Reads them. The getters have noted what is wrong where this is `None`.
pub(crate) fn read(fields: &mut Fields<'_>) -> Option<SessionDetails> {
    let title = fields.text("titre", TITLE_CHARACTERS_MAX);
    let room = fields.optional_text("salle", TITLE_CHARACTERS_MAX);
    let room_visibility = fields.code::<Visibility>("visibilite-salle");
    let starts = fields.time("debut");
    let ends = fields.time("fin");
    let places = fields.optional_whole_number("places", 1..=i32::try_from(SEATS_MAX).unwrap_or(i32::MAX));
    let visibility = fields.code::<Visibility>("visibilite");
    let hours = Hours { starts: starts?, ends: ends? };
    Some(SessionDetails {
        title: title?,
        room: room?,
        hours,
        places: places?,
        visibility: visibility?,
        room_visibility: room_visibility?,
    })
}

/// The form filled with a session as it stands.
pub(crate) fn known(row: &session::Model) -> Form {
    Form::new()
        .version(row.version)
        .known("titre", &row.title)
        .known("salle", row.room.as_deref().unwrap_or_default())
        .known("visibilite-salle", row.room_visibility)
        .known("debut", row.starts.format("%H:%M"))
        .known("fin", row.ends.format("%H:%M"))
        .known("places", row.places.map(|places| places.to_string()).unwrap_or_default())
        .known("visibilite", row.visibility)
}

/// Key of the name of a visibility.
pub(crate) fn visibility_label(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => kit_i18n::key!("seminars-visibility-public"),
        Visibility::Registered => kit_i18n::key!("seminars-visibility-registered"),
        Visibility::Invited => kit_i18n::key!("seminars-visibility-invited"),
        Visibility::Discreet => kit_i18n::key!("seminars-visibility-discreet"),
    }
}
