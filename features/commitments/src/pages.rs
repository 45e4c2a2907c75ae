//! A page and its template side by side.

mod beside;
mod by_link;
mod calls;
mod commitment;
mod disown;
pub(crate) mod list;
mod projection;
mod told;

use axum::Router;
use axum::routing::{get, post};
use kit_web::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/fil", get(list::get))
        .route("/fil/appels", get(calls::get))
        .route("/fil/projection", get(projection::get))
        .route("/engagements/{id}", get(commitment::get))
        .route("/engagements/{id}/aides", post(beside::offer))
        .route("/engagements/{id}/aides/{help}/retirer", post(beside::withdraw))
        .route("/engagements/{id}/pareil", post(beside::same))
        .route("/engagements/{id}/separer", post(beside::separate))
        .route("/engagements/{id}/repondre", post(commitment::answer))
        .route("/engagements/{id}/demander", post(commitment::ask))
        .route("/engagements/{id}/liens/{link}/retirer", post(commitment::revoke))
        .route("/r/{token}", get(by_link::get).post(by_link::answer))
        .route("/r/{token}/annuler", post(by_link::undo))
        .route("/r/{token}/transmettre", post(by_link::hand_over))
        .route("/r/{token}/pas-moi", get(disown::get).post(disown::post))
}
