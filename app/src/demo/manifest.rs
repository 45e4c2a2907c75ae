//! Every page of every room, for those who want to look at all of them.

use axum::Json;
use axum::response::{IntoResponse, Response};
use kit_web::{Refusal, Visit};
use serde_json::json;

pub(super) async fn get(visit: Visit) -> Result<Response, Refusal> {
    let app = visit.app();
    let mut samples = vec![
        json!({ "feature": "demo", "path": "/demo/entrer", "person": null }),
        json!({ "feature": "demo", "path": "/demo/courriels", "person": null }),
    ];
    for feature in &app.features {
        for sample in (feature.samples)(visit.app()).await? {
            samples.push(json!({ "feature": feature.name, "path": sample.path, "person": sample.person }));
        }
    }
    Ok(Json(json!({ "samples": samples })).into_response())
}
