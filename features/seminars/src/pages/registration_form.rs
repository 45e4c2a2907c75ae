//! What is asked of whoever registers: the same through the web and by the steering.

use std::collections::HashMap;

use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{EmailAddress, Message, Problem, Territory, TerritoryKind};
use kit_ui::{Choice, Field, FieldKind};
use kit_web::{Fields, Form, Submission, Visit};

use crate::commands::NewRegistration;
use crate::model::{College, SEATS_PER_REGISTRATION_MAX, SessionId, WORKSHOP_FIELDS};
use crate::pages::page::{hours_name, kind_name};
use crate::store::{Programme, seminar, session};

/// Lines shown at first for the names of those who come.
const PEOPLE_ROWS: u8 = 3;

/// Who fills the form in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// Whoever wishes to come: the confirmation needs an address.
    Themselves,
    /// The steering, for somebody who may have none.
    Steering,
}

/// The fields of a registration.
pub(crate) fn fields(
    visit: &Visit,
    form: &Form,
    by: By,
    seminar: &seminar::Model,
    workshops: Vec<Field>,
) -> Vec<Field> {
    let t = visit.t();
    let colleges = College::ALL.iter().map(|college| Choice::new(college.code(), t.text(college.label()))).collect();
    let address = Field::email(t, "adresse", t.text("seminars-registration-address"))
        .purpose(t.text("seminars-registration-address-purpose"));
    let address = match by {
        By::Themselves => address,
        By::Steering => address.optional().autocomplete("off"),
    };
    let fields = [
        Field::select(t, "college", t.text("seminars-registration-college"), colleges)
            .purpose(t.text("seminars-registration-college-purpose")),
        Field::select(t, "provenance", t.text("seminars-registration-origin"), origins(visit, seminar))
            .hint(t.text("seminars-registration-origin-hint"))
            .purpose(t.text("seminars-registration-origin-purpose")),
        Field::text(t, "organisation", t.text("seminars-registration-organisation"))
            .hint(t.text("seminars-registration-organisation-hint"))
            .purpose(t.text("seminars-registration-organisation-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .autocomplete("organization")
            .optional(),
        Field::number(t, "nombre", t.text("seminars-registration-count"))
            .purpose(t.text("seminars-registration-count-purpose"))
            .range(Some("1".to_owned()), Some(SEATS_PER_REGISTRATION_MAX.to_string())),
        Field::new(t, FieldKind::Textarea { rows: PEOPLE_ROWS }, "personnes", t.text("seminars-registration-people"))
            .hint(t.text("seminars-registration-people-hint"))
            .purpose(t.text("seminars-registration-people-purpose"))
            .maxlength(people_characters_max())
            .optional(),
        address,
    ];
    fields.into_iter().map(|field| form.fill(field)).chain(workshops).collect()
}

fn people_characters_max() -> usize {
    SEATS_PER_REGISTRATION_MAX * TITLE_CHARACTERS_MAX
}

/// The départements of the region, then regions, then countries.
fn origins(visit: &Visit, seminar: &seminar::Model) -> Vec<Choice> {
    let atlas = territories::atlas();
    let regions = atlas.regions().map(|place| place.territory());
    let countries = atlas.countries().map(|place| place.territory());
    let choice = |place: Territory| Choice::new(place.to_string(), origin_name(visit, place));
    let mut choices = territory::departement_choices(Some(seminar.territory));
    choices.extend(regions.map(choice));
    let mut countries: Vec<Choice> = countries.map(choice).collect();
    countries.sort_by_cached_key(|country| territory::fold(&country.label));
    choices.extend(countries);
    choices
}

/// `Aude`, `Région Bretagne`, `Espagne (pays)`.
pub(crate) fn origin_name(visit: &Visit, place: Territory) -> String {
    let t = visit.t();
    let name = territory::name(place, t.locale());
    match place.kind() {
        TerritoryKind::Region => t.text("seminars-origin-region").arg("name", name).to_string(),
        TerritoryKind::Pays => t.text("seminars-origin-country").arg("name", name).to_string(),
        _ => name,
    }
}

/// A question for each time at which there is a choice of workshops.
pub(crate) fn workshop_fields(
    visit: &Visit,
    form: &Form,
    programme: &Programme,
    left: &HashMap<SessionId, u64>,
) -> Vec<Field> {
    let t = visit.t();
    let field = |(name, workshops): (&&'static str, Vec<&session::Model>)| {
        let none = Choice::new("", t.text("seminars-registration-workshop-none"));
        let offered = workshops.iter().map(|workshop| workshop_choice(visit, workshop, left));
        let choices = std::iter::once(none).chain(offered).collect();
        let label = t.text("seminars-registration-workshop").arg("when", when(visit, programme, &workshops));
        let purpose = t.text("seminars-registration-workshop-purpose");
        form.fill(Field::radios(t, *name, label, choices).purpose(purpose).optional())
    };
    WORKSHOP_FIELDS.iter().zip(programme.workshop_choices()).map(field).collect()
}

fn workshop_choice(visit: &Visit, workshop: &session::Model, left: &HashMap<SessionId, u64>) -> Choice {
    let label = format!("{} · {}", kind_name(visit, workshop.kind, workshop.number), workshop.title);
    let choice = Choice::new(workshop.id.to_string(), label);
    match left.get(&workshop.id) {
        Some(left) => choice.hint(places_left_name(visit, *left)),
        None => choice,
    }
}

/// `il reste 3 places`, `complet`.
pub(crate) fn places_left_name(visit: &Visit, left: u64) -> String {
    let left = i64::try_from(left).unwrap_or(i64::MAX);
    visit.text("seminars-places-left").arg("left", left).to_string()
}

/// `jeudi 24 juin 2027, 9 h – 11 h`.
fn when(visit: &Visit, programme: &Programme, workshops: &[&session::Model]) -> String {
    let first = workshops.first().map(|workshop| workshop.id);
    let found = programme.sessions().find(|(_, session)| Some(session.id) == first);
    found.map_or_else(String::new, |(half_day, session)| {
        format!("{}, {}", visit.weekday_date(half_day.day), hours_name(visit, session.hours()))
    })
}

/// Reads the workshops that were chosen, one a question at most.
pub(crate) fn read_workshops(fields: &mut Fields<'_>, programme: &Programme) -> Option<Vec<SessionId>> {
    let asked = WORKSHOP_FIELDS.iter().zip(programme.workshop_choices());
    let read: Vec<Option<Option<SessionId>>> = asked
        .map(|(name, workshops)| {
            let chosen = fields.optional_code::<SessionId>(name)?;
            match chosen.filter(|id| !workshops.iter().any(|workshop| workshop.id == *id)) {
                None => Some(chosen),
                Some(_) => fields.refuse(name, Message::new("form-unknown-code")),
            }
        })
        .collect();
    Some(read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Reads a registration.
pub(crate) fn parse(
    visit: &Visit,
    by: By,
    seminar: &seminar::Model,
    programme: &Programme,
    submission: &Submission,
) -> Result<NewRegistration, Problem> {
    let mut fields = submission.fields();
    let college = fields.code::<College>("college");
    let origin = fields.code::<Territory>("provenance");
    let organisation = fields.optional_text("organisation", TITLE_CHARACTERS_MAX);
    let people = read_people(&mut fields);
    let contact = read_address(&mut fields, by);
    let workshops = read_workshops(&mut fields, programme);
    fields.complete(|| {
        Some(NewRegistration {
            seminar: seminar.id,
            college: college?,
            origin: origin?,
            organisation: organisation?,
            people: people?,
            workshops: workshops?,
            contact: contact?,
            locale: visit.locale(),
        })
    })
}

fn read_address(fields: &mut Fields<'_>, by: By) -> Option<Option<EmailAddress>> {
    match by {
        By::Themselves => fields.email("adresse").map(Some),
        By::Steering => fields.optional_email("adresse"),
    }
}

/// As many places as were asked for; names, one a line, for as many of them as are known.
fn read_people(fields: &mut Fields<'_>) -> Option<Vec<Option<String>>> {
    let count = fields.whole_number("nombre", 1..=i32::try_from(SEATS_PER_REGISTRATION_MAX).unwrap_or(i32::MAX));
    let names = fields.optional_lines("personnes", people_characters_max());
    let (count, names) = (usize::try_from(count?).unwrap_or_default(), names?.unwrap_or_default());
    let names: Vec<&str> = names.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
    if names.len() > count {
        let too_many = Message::new("seminars-error-more-names-than-places");
        return fields.refuse("personnes", too_many.with("names", names.len()).with("places", count));
    }
    if names.iter().any(|name| name.chars().count() > TITLE_CHARACTERS_MAX) {
        return fields
            .refuse("personnes", Message::new("seminars-error-name-too-long").with("max", TITLE_CHARACTERS_MAX));
    }
    let mut names = names.into_iter().map(str::to_owned);
    Some((0..count).map(|_| names.next()).collect())
}
