//! What belongs to no room: the home page, the components, the journal.

mod components;
mod home;
mod journal;
mod journal_file;

use axum::Router;
use axum::routing::get;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_i18n::Source;
use kit_web::{App, Audience, Feature, NavigationEntry, Sample};

/// The hall of the house.
pub(crate) const FEATURE: Feature = Feature {
    name: "house",
    words: Source {
        owner: "house",
        fr: include_str!("../../i18n/house.fr.ftl"),
        en: include_str!("../../i18n/house.en.ftl"),
    },
    migrations: &[],
    navigation: &[NavigationEntry {
        label: "journal-nav",
        href: "/journal",
        audience: Audience::Allowed("journal.read"),
        order: 90,
    }],
    routes,
    commands: &[],
    reading_actions: &["journal.read"],
    panels: &[],
    lists: &[journal_file::JOURNAL],
    beads: None,
    identify: None,
    samples,
};

fn routes() -> Router<App> {
    Router::new().route("/", get(home::get)).route("/ui", get(components::get)).route("/journal", get(journal::get))
}

fn samples(_: App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>> {
    let samples = vec![
        Sample::public("/"),
        Sample::seen_by("regionale", "/"),
        Sample::public("/ui"),
        Sample::seen_by("administratrice", "/journal"),
    ];
    async move { Ok(samples) }.boxed()
}
