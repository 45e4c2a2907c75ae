//! The pages of this room.

pub(crate) mod became;
pub(crate) mod contact;
pub(crate) mod create;
pub(crate) mod edit;
mod form;
pub(crate) mod help;
pub(crate) mod list;
mod map;
pub(crate) mod name;
mod notes;
pub(crate) mod organisation;
pub(crate) mod remove;
pub(crate) mod role;
mod story;

pub use contact::reached_line;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_policy::Scope;
use kit_ui::{Badge, Content, Tone};
use kit_web::{Answer, App, Form, Page, Sample, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::model::{OrganisationId, OrganisationSummary, Period, display_name, name_beside_badge, path};
use crate::store;
use form::FormPage;

/// A link to the page of an organisation, by its name; one that is made up bears the badge "example".
pub fn name_link(t: &Translator, organisation: &OrganisationSummary) -> Content {
    let name = Content::from(name_beside_badge(&organisation.name, organisation.is_example));
    let badge = example_badge(t, organisation.is_example).map(|badge| format!(" {badge}")).unwrap_or_default();
    Content::Html(format!(r#"<a href="{}">{name}</a>{badge}"#, path(organisation.id)))
}

fn example_badge(t: &Translator, is_example: bool) -> Option<Badge> {
    is_example.then(|| Badge::new(Tone::Neutral, t.text("directory-example")))
}

use story::{correct_link, source_link};

/// The organisation of an address, if this visitor may know of it.
async fn organisation_at(visit: &Visit, id: &str) -> Result<store::organisation::Model, Problem> {
    let id: OrganisationId = id.parse().or(Err(Problem::NotFound))?;
    let query = store::organisation::Entity::find_by_id(id);
    visit.read().one_within(query, &*visit.scope("organisation.read")).await?.ok_or(Problem::NotFound)
}

/// The organisation of an address, if this visitor may correct its record.
async fn editable(visit: &Visit, id: &str) -> Result<store::organisation::Model, Problem> {
    let row = organisation_at(visit, id).await?;
    visit.signed_in()?;
    if visit.may("organisation.edit", &row.resource()) { Ok(row) } else { Err(Problem::Forbidden) }
}

/// A form about the record of an organisation, in its page.
fn show_form(visit: &Visit, row: &store::organisation::Model, form: &Form, title: String, page: &FormPage) -> Answer {
    Page::new(title)
        .step(visit.text("directory-nav"), "/acteurs")
        .step(display_name(&row.name, row.is_example), path(row.id))
        .status(form.status())
        .show(visit, page)
}

/// When something holds, in words; nothing where no end of it is known.
fn period_words(t: &Translator, period: Period) -> String {
    match (period.from, period.until) {
        (Some(from), Some(until)) => {
            t.text("directory-period").arg("from", t.date(from)).arg("until", t.date(until)).into()
        }
        (Some(from), None) => t.text("directory-period-from").arg("from", t.date(from)).into(),
        (None, Some(until)) => t.text("directory-period-until").arg("until", t.date(until)).into(),
        (None, None) => String::new(),
    }
}

/// Examples of the Aude whose pages are looked at: in the demo, one that did much, one that took another's place, that other.
const EXAMPLES_SHOWN: u64 = 3;

/// Addresses at which each page can be looked at: the first organisations that the demo loaded, and one of the Aude.
pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    async move {
        let mut samples = vec![
            Sample::public("/acteurs"),
            Sample::public("/acteurs?q=mission&type=mission_locale"),
            Sample::public("/acteurs?q=drjscs"),
            Sample::public("/acteurs?departement=departement%3A11"),
            Sample::public("/acteurs?q=introuvable&departement=departement%3A11"),
            Sample::seen_by("coordinatrice-11", "/acteurs?departement=departement%3A11"),
            Sample::seen_by("coordinatrice-11", "/acteurs/nouveau"),
            Sample::seen_by("administratrice", "/acteurs/nouveau"),
        ];
        let everything = Scope::everything();
        let query = store::organisation::Entity::find().order_by_asc(store::organisation::Column::Id).limit(2);
        for row in app.store.read().all_within(query.clone(), &everything).await? {
            samples.push(Sample::public(path(row.id)));
            samples.push(Sample::seen_by("administratrice", format!("{}/modifier", path(row.id))));
        }
        let aude = Territory::new(TerritoryKind::Departement, "11").map_err(Problem::internal)?;
        let in_aude = query.filter(store::organisation::Column::Territory.eq(aude)).limit(1);
        for row in app.store.read().all_within(in_aude, &everything).await? {
            samples.push(Sample::seen_by("coordinatrice-11", path(row.id)));
            samples.push(Sample::seen_by("coordinatrice-11", format!("{}/modifier", path(row.id))));
        }
        let examples_of_aude = store::organisation::Entity::find()
            .filter(store::organisation::Column::Territory.eq(aude))
            .filter(store::organisation::Column::IsExample.eq(true))
            .order_by_asc(store::organisation::Column::Id)
            .limit(EXAMPLES_SHOWN);
        let examples_of_aude = app.store.read().all_within(examples_of_aude, &everything).await?;
        for row in &examples_of_aude {
            samples.push(Sample::public(path(row.id)));
            samples.push(Sample::seen_by("coordinatrice-11", path(row.id)));
        }
        if let Some(first) = examples_of_aude.first() {
            samples.extend(forms_of_example(&app, first).await?);
        }
        Ok(samples)
    }
    .boxed()
}

/// The forms by which something is written on the record of an example, or taken off.
async fn forms_of_example(app: &App, row: &store::organisation::Model) -> Result<Vec<Sample>, Problem> {
    let here = path(row.id);
    let mut paths: Vec<String> = ["noms/nouveau", "devenue", "aide", "roles/nouveau", "contacts/nouveau"]
        .map(|form| format!("{here}/{form}"))
        .to_vec();
    let reader = app.store.read();
    if let Some(role) = store::read_of::<store::role::Entity>(&reader, row.id).await?.first() {
        paths.push(format!("{here}/roles/{}/modifier", role.id));
        paths.push(format!("{here}/retirer/role/{}", role.id));
    }
    if let Some(contact) = store::read_of::<store::contact::Entity>(&reader, row.id).await?.first() {
        paths.push(format!("{here}/contacts/{}/modifier", contact.id));
    }
    if let Some(name) = store::read_of::<store::former_name::Entity>(&reader, row.id).await?.first() {
        paths.push(format!("{here}/retirer/nom/{}", name.id));
    }
    Ok(paths.into_iter().map(|path| Sample::seen_by("coordinatrice-11", path)).collect())
}
