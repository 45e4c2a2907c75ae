//! A page and its template side by side.

mod cancel;
mod create;
mod details;
mod dossier;
mod edit;
mod invite;
mod list;
mod meeting;
mod presence;
mod report;
mod returning;

use axum::Router;
use axum::routing::{get, post};
use kit_base::{Problem, Territory, TerritoryKind};
use kit_web::{App, Page, Visit};

use crate::store::meeting as table;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/collectifs/{code}/reunions", get(list::get))
        .route("/collectifs/{code}/reunions/nouvelle", get(create::get).post(create::post))
        .route("/reunions/{id}", get(meeting::get))
        .route("/reunions/{id}/modifier", get(edit::get).post(edit::post))
        .route("/reunions/{id}/annuler", get(cancel::get).post(cancel::post))
        .route("/reunions/{id}/inviter", get(invite::get).post(invite::post))
        .route("/reunions/{id}/presences", get(presence::get).post(presence::post))
        .route("/reunions/{id}/compte-rendu", post(meeting::post_minutes))
        .route("/reunions/{id}/decisions", post(meeting::post_decision))
        .route("/reunions/{id}/engagements", post(meeting::post_commitment))
        .route("/reunions/{id}/releve", get(report::get))
        .route("/reunions/{id}/dossier", get(dossier::get))
        .route("/reunions/{id}/dossier.xlsx", get(dossier::file))
        .route("/reunions/{id}/retour", get(returning::get).post(returning::read_file))
        .route("/reunions/{id}/retour/confirmer", post(returning::confirm))
}

/// Where the meetings of a collective are listed.
pub(crate) fn list_path(departement: Territory) -> String {
    format!("/collectifs/{}/reunions", departement.code())
}

/// The département of an address.
fn departement_at(code: &str) -> Result<Territory, Problem> {
    let departement = Territory::new(TerritoryKind::Departement, code).or(Err(Problem::NotFound))?;
    if territory::exists(departement) { Ok(departement) } else { Err(Problem::NotFound) }
}

/// A page that stands under the meetings of a collective.
fn under_list(visit: &Visit, title: impl ToString, departement: Territory) -> Page {
    let collective = territory::name(departement, visit.locale());
    Page::new(title)
        .step(visit.text("meetings-collectives"), "/collectifs")
        .step(collective, format!("/collectifs/{}", departement.code()))
        .step(visit.text("meetings-title"), list_path(departement))
}

/// A page that stands under a meeting.
fn under(visit: &Visit, title: impl ToString, row: &table::Model) -> Page {
    let called = row.called(visit.t());
    under_list(visit, title, row.territory).step(called, row.path())
}

/// The meeting of an address, for who holds it; for others it says that they may not.
async fn find_to_hold(visit: &Visit, id: &str) -> Result<table::Model, Problem> {
    let row = crate::store::find(visit, id).await?;
    visit.signed_in()?;
    if visit.may("meeting.hold", &row.resource()) { Ok(row) } else { Err(Problem::Forbidden) }
}
