//! Pages, and where they stand.

mod agenda;
mod attendance;
mod attendance_summary;
pub(crate) mod calendar;
mod cancel;
mod create;
pub(crate) mod details;
mod door_list;
mod edit;
pub(crate) mod list;
mod lost_link;
mod next;
mod page;
mod register;
mod register_for;
pub(crate) mod registration;
pub(crate) mod registration_form;
mod registration_settings;
pub(crate) mod registrations;
mod seat;
mod session;
mod session_create;
mod session_details;
mod session_edit;

use axum::Router;
use axum::routing::{get, post};
use kit_web::App;

pub(crate) use page::kind_name;

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(programme_routes()).merge(registration_routes()).merge(attendance_routes())
}

fn programme_routes() -> Router<App> {
    Router::new()
        .route("/seminaires", get(list::get))
        .route("/seminaires/nouveau", get(create::get).post(create::post))
        .route("/seminaires/{slug}", get(page::get))
        .route("/seminaires/{slug}/modifier", get(edit::get).post(edit::post))
        .route("/seminaires/{slug}/suivant", get(next::get).post(next::post))
        .route("/seminaires/{slug}/annuler", get(cancel::get).post(cancel::post))
        .route(
            "/seminaires/{slug}/demi-journees/{half_day}/sessions",
            get(session_create::get).post(session_create::post),
        )
        .route("/seminaires/{slug}/sessions/{session}", get(session::get))
        .route("/seminaires/{slug}/sessions/{session}/modifier", get(session_edit::get).post(session_edit::post))
        .route("/seminaires/{slug}/sessions/{session}/annuler", post(session_edit::cancel))
        .route("/seminaires/{slug}/sessions/{session}/compte-rendu", post(session::post_minutes))
        .route("/seminaires/{slug}/sessions/{session}/decisions", post(session::post_decision))
        .route("/seminaires/{slug}/sessions/{session}/engagements", post(session::post_commitment))
}

fn registration_routes() -> Router<App> {
    Router::new()
        .route("/seminaires/{slug}/inscription", get(register::get).post(register::post))
        .route("/seminaires/{slug}/inscription/lien", get(lost_link::get).post(lost_link::post))
        .route("/seminaires/{slug}/inscriptions", get(registrations::get))
        .route("/seminaires/{slug}/inscriptions/nouvelle", get(register_for::get).post(register_for::post))
        .route(
            "/seminaires/{slug}/inscriptions/reglages",
            get(registration_settings::get).post(registration_settings::post),
        )
        .merge(one_registration("/seminaires/{slug}/inscriptions/{registration}"))
        .merge(one_registration("/i/{token}"))
        .route("/agenda/{seat}/{file}", get(calendar::get))
}

/// The same pages from the list of the steering and behind a link.
fn one_registration(path: &str) -> Router<App> {
    let at = |end: &str| format!("{path}{end}");
    Router::new()
        .route(path, get(registration::get))
        .route(&at("/annuler"), post(registration::cancel))
        .route(&at("/places/{seat}"), get(seat::get).post(seat::post))
        .route(&at("/places/{seat}/rendre"), post(seat::give_back))
}

fn attendance_routes() -> Router<App> {
    Router::new()
        .route("/seminaires/{slug}/demi-journees/{half_day}/emargement", get(door_list::get))
        .route("/seminaires/{slug}/demi-journees/{half_day}/presence", get(attendance::get).post(attendance::post))
        .route("/seminaires/{slug}/presence", get(attendance_summary::get))
}
