//! The router of the whole house.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use axum::{Json, Router};
use kit_base::limits::UPLOAD_BYTES_MAX;
use serde_json::json;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::{App, assets, measure, open_list, security};

const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Every page of every feature, inside what all requests pass. `extra` holds what only some commands mount: the demo's door.
pub fn router(app: &App, extra: Router<App>) -> Router {
    let rooms = app.features.iter().fold(Router::new(), |router, feature| router.merge((feature.routes)()));
    rooms
        .merge(extra)
        .merge(assets::routes())
        .merge(open_list::routes())
        .route("/health", get(async || Json(json!({ "status": "ok" }))))
        .layer(from_fn_with_state(Arc::clone(app), security::receive))
        .layer(from_fn(measure::measure))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN))
        .layer(RequestBodyLimitLayer::new(UPLOAD_BYTES_MAX))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(Arc::clone(app), security::check_host))
        .layer(from_fn_with_state(Arc::clone(app), security::set_headers))
        .with_state(Arc::clone(app))
}
