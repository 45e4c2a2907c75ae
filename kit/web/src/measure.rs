//! Counts and times of requests, by route: `/r/{token}`, never the path that was asked for.

use std::sync::OnceLock;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Seconds, around the budget of a page.
const DURATION_BUCKETS: [f64; 8] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.2, 1.0];
const REQUESTS: &str = "http_requests_total";
const DURATION: &str = "http_request_duration_seconds";

/// The process's measurements.
static RECORDED: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts measuring; once for a process, however many houses it opens.
pub fn start_measuring() -> Result<(), BuildError> {
    if RECORDED.get().is_none() {
        let handle = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &DURATION_BUCKETS)?
            .install_recorder()?;
        RECORDED.get_or_init(|| handle);
    }
    Ok(())
}

/// What was measured so far, in Prometheus's text format; empty when nothing is measured.
pub fn measurements() -> String {
    RECORDED.get().map(PrometheusHandle::render).unwrap_or_default()
}

/// Measures one request.
pub(crate) async fn measure(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!(REQUESTS, "route" => route.clone(), "method" => method.to_string(), "status" => status)
        .increment(1);
    metrics::histogram!(DURATION, "route" => route).record(started.elapsed());
    response
}
