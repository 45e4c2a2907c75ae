//! Pages, and where they stand.

mod action;
mod action_create;
mod action_edit;
mod action_form;
mod action_indicators;
pub(crate) mod axis_create;
pub(crate) mod indicator;
mod indicator_create;
mod indicator_edit;
mod indicator_form;
mod objective_create;
pub(crate) mod periods;
pub(crate) mod plan;
mod plan_create;
pub(crate) mod programme;
pub(crate) mod programmes;
mod value;
mod value_by_link;

use axum::Router;
use axum::routing::{get, post};
use kit_base::{Problem, Territory, TerritoryKind};
use kit_web::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/plans/{region}", get(plan::get))
        .route("/plans/{region}/nouveau", get(plan_create::get).post(plan_create::post))
        .route("/plans/{region}/{plan}/axes", get(axis_create::get).post(axis_create::post))
        .route("/plans/{region}/{plan}/axes/{axis}/objectifs", get(objective_create::get).post(objective_create::post))
        .route("/plans/{region}/{plan}/indicateurs", get(indicator_create::get).post(indicator_create::post))
        .route("/plans/{region}/{plan}/periodes", get(periods::get))
        .route("/plans/{region}/{plan}/periodes/{annee}/arreter", post(periods::lock))
        .route("/plans/{region}/{plan}/periodes/{annee}/rouvrir", post(periods::reopen))
        .route("/indicateurs/{indicator}", get(indicator::get))
        .route("/indicateurs/{indicator}/modifier", get(indicator_edit::get).post(indicator_edit::post))
        .route("/indicateurs/{indicator}/valeurs/{departement}/{annee}", get(value::get).post(value::post))
        .route("/indicateurs/{indicator}/valeurs/{departement}/{annee}/demander", post(value::ask))
        .route("/v/{token}", get(value_by_link::get).post(value_by_link::post))
        .route("/programmes", get(programmes::get))
        .route("/programmes/{departement}", get(programme::get))
        .route("/programmes/{departement}/actions/nouvelle", get(action_create::get).post(action_create::post))
        .route("/actions/{action}", get(action::get))
        .route("/actions/{action}/modifier", get(action_edit::get).post(action_edit::post))
        .route("/actions/{action}/indicateurs", get(action_indicators::get).post(action_indicators::post))
}

/// The region of this code, if there is one.
fn region(code: &str) -> Result<Territory, Problem> {
    known(TerritoryKind::Region, code)
}

/// The département of this code, if there is one.
fn departement(code: &str) -> Result<Territory, Problem> {
    known(TerritoryKind::Departement, code)
}

fn known(kind: TerritoryKind, code: &str) -> Result<Territory, Problem> {
    let territory = Territory::new(kind, code).or(Err(Problem::NotFound))?;
    if territory::exists(territory) { Ok(territory) } else { Err(Problem::NotFound) }
}

/// The page of a region's plan.
pub(crate) fn plan_path(region: Territory) -> String {
    format!("/plans/{}", region.code())
}

/// The page of a département's programme.
pub(crate) fn programme_path(departement: Territory) -> String {
    format!("/programmes/{}", departement.code())
}
