//! The stylesheet and the scripts, under names that change with their content.

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use tower_http::compression::CompressionLayer;

use crate::App;

/// Where they stand.
pub(crate) const PATH: &str = "/statique";

pub(crate) fn routes() -> Router<App> {
    let each = kit_ui::assets().iter().fold(Router::new(), |router, asset| {
        let answer = move || async move {
            let headers = [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
            (headers, asset.bytes).into_response()
        };
        router.route(&format!("{PATH}/{}", asset.path), get(answer))
    });
    // Asked for once and kept: they are worth more time than a page.
    each.layer(CompressionLayer::new())
}
