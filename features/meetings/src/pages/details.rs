//! What a form asks of a meeting, whether it is planned or corrected.

use kit_base::limits::{MINUTES_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use kit_base::{Message, Problem, Visibility};
use kit_ui::{Choice, Field, FieldKind};
use kit_web::{Form, Submission, Visit};

use crate::model::MeetingDetails;
use crate::visibility_label;

/// Lines of the points shown at first.
const POINTS_ROWS: u8 = 6;
/// Who may know of a meeting; nobody hides one from those who hold a role there.
const VISIBILITIES: [Visibility; 3] = [Visibility::Registered, Visibility::Public, Visibility::Invited];

/// The fields, filled with what stands in the form.
pub(crate) fn fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let visibilities =
        VISIBILITIES.map(|visibility| Choice::new(visibility.code(), t.text(visibility_label(visibility))));
    let fields = [
        Field::date(t, "jour", t.text("meetings-day")),
        Field::time(t, "debut", t.text("meetings-starts")),
        Field::time(t, "fin", t.text("meetings-ends")),
        Field::text(t, "lieu", t.text("meetings-place"))
            .hint(t.text("meetings-place-hint"))
            .purpose(t.text("meetings-place-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
        Field::text(t, "titre", t.text("meetings-own-title"))
            .hint(t.text("meetings-own-title-hint"))
            .purpose(t.text("meetings-place-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
        Field::new(t, FieldKind::Textarea { rows: POINTS_ROWS }, "points", t.text("meetings-points"))
            .hint(t.text("meetings-points-hint"))
            .purpose(t.text("meetings-points-purpose"))
            .maxlength(MINUTES_CHARACTERS_MAX)
            .optional(),
        Field::radios(t, "visibilite", t.text("meetings-visibility"), visibilities.to_vec()),
    ];
    fields.into_iter().map(|field| form.fill(field)).collect()
}

/// Reads them.
pub(crate) fn parse(submission: &Submission) -> Result<MeetingDetails, Problem> {
    let mut fields = submission.fields();
    let day = fields.date("jour");
    let starts = fields.time("debut");
    let ends = fields.time("fin");
    let place = fields.optional_text("lieu", TITLE_CHARACTERS_MAX);
    let title = fields.optional_text("titre", TITLE_CHARACTERS_MAX);
    let points = fields.optional_lines("points", MINUTES_CHARACTERS_MAX);
    let visibility = fields.code("visibilite").and_then(|visibility| {
        if VISIBILITIES.contains(&visibility) {
            Some(visibility)
        } else {
            fields.refuse("visibilite", Message::new("form-unknown-code"))
        }
    });
    if let (Some(starts), Some(ends)) = (starts, ends)
        && starts >= ends
    {
        fields.refuse::<()>("fin", Message::new("meetings-ends-before-start"));
    }
    fields.complete(|| {
        Some(MeetingDetails {
            title: title?,
            day: day?,
            starts: starts?,
            ends: ends?,
            place: place?,
            points: points?,
            visibility: visibility?,
        })
    })
}

/// A form filled with what is known of a meeting.
pub(crate) fn known(form: Form, details: &MeetingDetails) -> Form {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    form.known("jour", details.day)
        .known("debut", details.starts.format("%H:%M"))
        .known("fin", details.ends.format("%H:%M"))
        .known("lieu", text(&details.place))
        .known("titre", text(&details.title))
        .known("points", text(&details.points))
        .known("visibilite", details.visibility.code())
}
