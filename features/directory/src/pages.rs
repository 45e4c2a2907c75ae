//! The pages of this room.

pub(crate) mod create;
pub(crate) mod edit;
mod form;
pub(crate) mod list;
pub(crate) mod organisation;

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_policy::Scope;
use kit_ui::{Badge, Content, Tone};
use kit_web::{App, Sample, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::model::{OrganisationId, OrganisationSummary, name_beside_badge, path};
use crate::store;

/// A link to the page of an organisation, by its name; one that is made up bears the badge "example".
pub fn name_link(t: &Translator, organisation: &OrganisationSummary) -> Content {
    let name = Content::from(name_beside_badge(&organisation.name, organisation.is_example));
    let badge = example_badge(t, organisation.is_example).map(|badge| format!(" {badge}")).unwrap_or_default();
    Content::Html(format!(r#"<a href="{}">{name}</a>{badge}"#, path(organisation.id)))
}

fn example_badge(t: &Translator, is_example: bool) -> Option<Badge> {
    is_example.then(|| Badge::new(Tone::Neutral, t.text("directory-example")))
}

/// The organisation of an address, if this visitor may know of it.
async fn organisation_at(visit: &Visit, id: &str) -> Result<store::organisation::Model, Problem> {
    let id: OrganisationId = id.parse().or(Err(Problem::NotFound))?;
    let query = store::organisation::Entity::find_by_id(id);
    visit.read().one_within(query, &*visit.scope("organisation.read")).await?.ok_or(Problem::NotFound)
}

/// Addresses at which each page can be looked at: the first organisations that the demo loaded, and one of the Aude.
pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    async move {
        let mut samples = vec![
            Sample::public("/acteurs"),
            Sample::public("/acteurs?q=mission&type=mission_locale"),
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
        Ok(samples)
    }
    .boxed()
}
