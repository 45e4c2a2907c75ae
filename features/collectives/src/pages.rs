//! The pages of this room.

pub(crate) mod add_member;
pub(crate) mod charter;
pub(crate) mod collective;
pub(crate) mod committee;
pub(crate) mod end_membership;
pub(crate) mod list;
pub(crate) mod sheet;
pub(crate) mod sheet_by_link;

use chrono::NaiveDate;
use directory::{OrganisationId, OrganisationSummary};
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::clock::day_in;
use kit_base::{Instant, Locale, Problem, Territory, TerritoryKind};
use kit_i18n::Translator;
use kit_policy::Scope;
use kit_ui::Content;
use kit_web::{App, Sample, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::model::{Animation, path};
use crate::samples;
use crate::store;

/// The département of an address.
fn departement_at(code: &str) -> Result<Territory, Problem> {
    let departement = Territory::new(TerritoryKind::Departement, code).or(Err(Problem::NotFound))?;
    if territory::exists(departement) { Ok(departement) } else { Err(Problem::NotFound) }
}

/// The day it is in a département.
fn today_in(visit: &Visit, departement: Territory) -> NaiveDate {
    today_at(departement, visit.now())
}

/// The day it is in a département at this moment.
pub(crate) fn today_at(departement: Territory, now: Instant) -> NaiveDate {
    day_in(territory::time_zone(departement), now)
}

/// When somebody last read the facts of a collective over.
pub(crate) fn freshness(visit: &Visit, row: &store::collective::Model) -> String {
    match row.confirmed_at {
        Some(at) => {
            let day = visit.date(today_at(row.territory, at));
            visit.text("collectives-fresh-since").arg("date", day).to_string()
        }
        None => visit.text("collectives-not-read-over").to_string(),
    }
}

/// What a collective is called: its own name, or that of its département.
pub(crate) fn collective_name(t: &Translator, name: Option<&str>, departement: Territory) -> String {
    match name {
        Some(name) => name.to_owned(),
        None => t.text("collectives-name").arg("departement", territory::name(departement, Locale::Fr)).into(),
    }
}

/// A link to an organisation; those that the visitor may not know of are not named.
pub(crate) fn organisation_link(t: &Translator, organisation: Option<&OrganisationSummary>) -> Content {
    match organisation {
        Some(organisation) => directory::name_link(t, organisation),
        None => t.text("collectives-organisation-hidden").into(),
    }
}

/// Who brings the collective together, said in a line.
pub(crate) fn animation_line<'a>(
    t: &Translator,
    animation: Animation,
    find: impl Fn(OrganisationId) -> Option<&'a OrganisationSummary>,
) -> Content {
    match animation {
        Animation::By(organisation, since) => {
            let link = organisation_link(t, find(organisation));
            let since = Content::from(t.text("collectives-since").arg("date", t.date(since)));
            Content::Html(format!("{link}, {since}"))
        }
        Animation::VacantSince(day) => t.text("collectives-vacant-since").arg("date", t.date(day)).into(),
        Animation::NotYetKnown => t.text("collectives-animation-unknown").into(),
    }
}

/// Addresses at which each page can be looked at: the collective of the Aude, a département without one, a membership that lasts.
pub(crate) fn samples(app: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    async move {
        let mut samples = vec![
            Sample::public("/collectifs"),
            Sample::public("/collectifs/11"),
            Sample::public("/collectifs/75"),
            Sample::seen_by("administratrice", "/collectifs/75"),
            Sample::seen_by("coordinatrice-11", "/collectifs/11"),
            Sample::public("/collectifs/11/fiche"),
            Sample::seen_by("coordinatrice-11", "/collectifs/11/fiche"),
            Sample::public("/comites/76"),
            Sample::public("/comites/94"),
            Sample::seen_by("regionale", "/comites/76"),
            Sample::seen_by("regionale", "/comites/76/sieges/nouveau"),
        ];
        let query = store::collective::Entity::find().order_by_asc(store::collective::Column::Territory).limit(1);
        let reader = app.store.read();
        for collective in reader.all_within(query, &Scope::everything()).await? {
            let here = path(collective.territory);
            samples.push(Sample::seen_by("administratrice", format!("{here}/membres/nouveau")));
            samples.push(Sample::seen_by("administratrice", format!("{here}/charte")));
            samples.push(Sample::seen_by("administratrice", format!("{here}/fiche/modifier")));
            samples.push(Sample::seen_by("administratrice", format!("{here}/fiche")));
            let lasting = store::in_order_of_joining()
                .filter(store::member::Column::CollectiveId.eq(collective.id))
                .filter(store::member::Column::UntilDate.is_null());
            if let Some(member) = reader.one(lasting).await? {
                samples.push(Sample::seen_by("administratrice", format!("{here}/membres/{}/fin", member.id)));
            }
        }
        samples.extend(samples::seat(&app).await?);
        samples.extend(samples::sheet_behind_a_link(&app).await?);
        Ok(samples)
    }
    .boxed()
}
