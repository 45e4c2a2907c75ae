//! Where a role is held: how it is called, and how it is chosen.

use kit_base::{Message, Territory, TerritoryKind, Visibility};
use kit_i18n::Translator;
use kit_policy::{Place, Reach};
use kit_ui::{Choice, Content, Field};
use kit_web::{Fields, Visit};
use territories::atlas;
use uuid::Uuid;

use super::Link;
use crate::model::RolePlace;

/// Characters of the address of an organisation's record.
const RECORD_CHARACTERS_MAX: usize = 200;

/// A place in words. Names of organisations are another room's.
pub(super) fn place_name(t: &Translator, place: Place) -> String {
    match place {
        Place::Installation => t.text("accounts-place-installation").into(),
        Place::Territory(territory) => territory_name(t, territory),
        Place::Organisation(_) => t.text("accounts-place-organisation").into(),
    }
}

/// A place in words, leading to its page.
pub(super) fn place_content(t: &Translator, place: Place) -> Content {
    let href = match place {
        Place::Installation => return place_name(t, place).into(),
        Place::Territory(territory) => territory.path(),
        Place::Organisation(id) => format!("/acteurs/{id}"),
    };
    Content::html(Link { href, label: place_name(t, place) })
}

fn territory_name(t: &Translator, territory: Territory) -> String {
    let name = atlas().get(territory).map(|place| place.name_in(t.locale()).to_owned());
    name.unwrap_or_else(|| territory.to_string())
}

/// Asks where a role is held: a territory among those where this person adds people, or, for who keeps the installation, an
/// organisation by its record.
pub(super) fn place_fields(visit: &Visit) -> Vec<Field> {
    let t = visit.t();
    let territory = Field::select(t, "lieu", t.text("accounts-place"), choices(visit))
        .hint(t.text("accounts-place-hint"))
        .purpose(t.text("accounts-role-purpose"))
        .optional();
    let record = || {
        Field::text(t, "fiche", t.text("accounts-place-record"))
            .hint(t.text("accounts-place-record-hint"))
            .purpose(t.text("accounts-role-purpose"))
            .maxlength(RECORD_CHARACTERS_MAX)
            .optional()
    };
    let gives_everywhere = matches!(visit.scope("person.create").reach(Visibility::Registered), Reach::Everywhere);
    std::iter::once(territory).chain(gives_everywhere.then(record)).collect()
}

fn choices(visit: &Visit) -> Vec<Choice> {
    let t = visit.t();
    let departements = |region: Territory| atlas().children(region, TerritoryKind::Departement);
    let (is_everywhere, regions, alone) = match visit.scope("person.create").reach(Visibility::Registered) {
        Reach::Everywhere => (true, atlas().regions().map(|place| place.territory()).collect(), Vec::new()),
        Reach::Within { territories, .. } => {
            let (regions, others): (Vec<_>, Vec<_>) =
                territories.into_iter().partition(|place| place.kind() == TerritoryKind::Region);
            (false, regions, others)
        }
    };
    let everywhere = is_everywhere.then_some(Place::Installation);
    let inside = regions.iter().flat_map(|region| departements(*region));
    let territories: Vec<Territory> = regions.iter().copied().chain(inside).chain(alone).collect();
    let choice = |place: Place| {
        let label = match place {
            Place::Territory(territory) => format!("{} ({})", territory_name(t, territory), territory.code()),
            other => place_name(t, other),
        };
        Choice::new(place.to_string(), label)
    };
    everywhere.into_iter().chain(territories.into_iter().map(Place::Territory)).map(choice).collect()
}

/// Reads what [`place_fields`] asked for; `Some(None)` where nothing was chosen.
pub(super) fn read_place(fields: &mut Fields<'_>) -> Option<Option<Place>> {
    let chosen = fields.optional_code::<RolePlace>("lieu")?.map(|place| place.0);
    let Some(record) = fields.optional_text("fiche", RECORD_CHARACTERS_MAX)? else { return Some(chosen) };
    let id = record.trim_end_matches('/').rsplit('/').next().and_then(|id| Uuid::parse_str(id).ok());
    match (chosen, id) {
        (None, Some(id)) => Some(Some(Place::Organisation(id))),
        (Some(_), _) => fields.refuse("fiche", Message::new("accounts-place-twice")),
        (None, None) => fields.refuse("fiche", Message::new("accounts-place-record-unreadable")),
    }
}
