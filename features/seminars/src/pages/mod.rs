//! Pages, and where they stand.

mod agenda;
mod create;
mod details;
mod edit;
pub(crate) mod list;
mod next;
mod page;
mod session;
mod session_create;

use axum::Router;
use axum::routing::{get, post};
use kit_web::App;

pub(crate) use page::kind_name;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/seminaires", get(list::get))
        .route("/seminaires/nouveau", get(create::get).post(create::post))
        .route("/seminaires/{slug}", get(page::get))
        .route("/seminaires/{slug}/modifier", get(edit::get).post(edit::post))
        .route("/seminaires/{slug}/suivant", get(next::get).post(next::post))
        .route(
            "/seminaires/{slug}/demi-journees/{half_day}/sessions",
            get(session_create::get).post(session_create::post),
        )
        .route("/seminaires/{slug}/sessions/{session}", get(session::get))
        .route("/seminaires/{slug}/sessions/{session}/compte-rendu", post(session::post_minutes))
        .route("/seminaires/{slug}/sessions/{session}/decisions", post(session::post_decision))
        .route("/seminaires/{slug}/sessions/{session}/engagements", post(session::post_commitment))
}
