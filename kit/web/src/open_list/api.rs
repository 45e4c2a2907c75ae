//! Lists as JSON: what everybody may see, whoever asks.

use axum::Json;
use axum::extract::{Path, RawQuery};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, LINK, VARY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kit_base::Problem;
use kit_base::limits::{API_ROWS, SEARCH_CHARACTERS_MAX};
use serde_json::{Value, json};

use super::{AFTER, ListQuery, OpenList, WORDS, find, pairs};
use crate::{Answer, Visit};

/// What a program that read a list may show of it before it asks again.
const FRESH: &str = "public, max-age=60";
pub(super) const AFTER_CHARACTERS_MAX: usize = 100;

/// `GET /api/v1/{name}`
pub(super) async fn get(visit: Visit, Path(name): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let list = find(&visit, &name)?;
    if list.shape.is_none() {
        return Err(Problem::NotFound.into());
    }
    let query = read(&list, pairs(query.as_deref()))?;
    let excerpt = (list.source)(visit.as_nobody(), query.clone()).await?;
    let next = excerpt.next.map(|after| visit.house().public_url.link(&address(&list, &query, &after)));
    let rows: Vec<Value> = excerpt.rows.into_iter().map(|row| row.json).collect();
    let mut response = open(Json(json!({ "total": excerpt.total, "rows": rows, "next": next })));
    if let Some(next) = next {
        let link = HeaderValue::from_str(&format!("<{next}>; rel=\"next\"")).map_err(Problem::internal)?;
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// An answer that any page of any site may read.
pub(super) fn open(answer: impl IntoResponse) -> Response {
    let always: [(HeaderName, &str); 3] =
        [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (CACHE_CONTROL, FRESH), (VARY, "Accept-Language")];
    let mut response = answer.into_response();
    response.headers_mut().extend(always.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

/// A program that misspells a filter is told so: were it ignored, the answer would be taken for something else than it is.
fn read(list: &OpenList, values: Vec<(String, String)>) -> Result<ListQuery, Problem> {
    let is_known = |name: &str, value: &str| match name {
        WORDS => value.chars().count() <= SEARCH_CHARACTERS_MAX,
        AFTER => value.chars().count() <= AFTER_CHARACTERS_MAX,
        // Said by every address of the house.
        "langue" => true,
        _ => list.filters.iter().any(|filter| filter.name == name && filter.values.holds(value)),
    };
    let is_repeated = |name: &str| values.iter().filter(|(found, _)| found == name).count() > 1;
    let is_fine = values.iter().all(|(name, value)| is_known(name, value) && !is_repeated(name));
    if is_fine { Ok(ListQuery::new(values, API_ROWS)) } else { Err(Problem::Unreadable) }
}

/// The same list, after this row.
fn address(list: &OpenList, query: &ListQuery, after: &str) -> String {
    let mut address = form_urlencoded::Serializer::new(String::new());
    address.extend_pairs(query.values.iter().filter(|(name, _)| name != AFTER));
    address.append_pair(AFTER, after);
    format!("/api/v1/{}?{}", list.name, address.finish())
}

/// What a program is told instead of a page (RFC 9457).
pub(crate) fn problem_as_json(status: StatusCode, title: &str, detail: &str) -> Response {
    let body = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail });
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
