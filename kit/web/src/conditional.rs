//! Answers that programs ask for again and again: whoever has the newest is told so, before anything is made.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kit_base::Problem;

use crate::Answer;

/// A program may show what it has for so long before it asks again.
const FRESH_SECONDS: u32 = 900;

/// The answer to `request` where it names `version` as what it has already (RFC 9110 §13.1.2); `None` where the whole is to be made.
/// `version` changes whenever what is made changes: letters, figures and hyphens.
pub fn unchanged(request: &HeaderMap, version: &str) -> Option<Answer> {
    is_known(request, version).then(|| marked(version, StatusCode::NOT_MODIFIED.into_response()))
}

/// A file of this version, under its media type.
pub fn versioned(version: &str, media_type: &'static str, file: String) -> Answer {
    marked(version, ([(CONTENT_TYPE, media_type)], file).into_response())
}

fn marked(version: &str, mut response: Response) -> Answer {
    let value = |text: String| HeaderValue::from_str(&text).map_err(Problem::internal);
    let headers = response.headers_mut();
    // Weak: compressed or not, it is the same.
    headers.insert(ETAG, value(format!("W/\"{version}\""))?);
    headers.insert(CACHE_CONTROL, value(format!("private, max-age={FRESH_SECONDS}, must-revalidate"))?);
    headers.append(VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    Ok(response)
}

/// Compared weakly, as the header asks: the mark of a weak tag does not count.
fn is_known(request: &HeaderMap, version: &str) -> bool {
    let tag = format!("\"{version}\"");
    let sent = request.get_all(IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    let mut sent = sent.flat_map(|value| value.split(',')).map(str::trim);
    sent.any(|sent| sent == "*" || sent.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_it(known: &'static str) -> bool {
        let headers = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(known))]);
        unchanged(&headers, "7-fr").is_some()
    }

    #[test]
    fn whoever_has_it_is_told_so_and_whoever_has_not_gets_it() {
        for known in ["W/\"7-fr\"", "\"7-fr\"", "\"5-fr\", W/\"7-fr\"", "*"] {
            assert!(has_it(known), "{known}");
        }
        for known in ["\"6-fr\"", "7-fr", ""] {
            assert!(!has_it(known), "{known}");
        }
        assert!(unchanged(&HeaderMap::new(), "7-fr").is_none());
    }

    #[test]
    fn both_answers_bear_the_version() {
        let headers = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static("*"))]);
        let known = unchanged(&headers, "7-fr").unwrap().unwrap();
        let whole = versioned("7-fr", "text/calendar", "BEGIN".to_owned()).unwrap();
        assert_eq!((known.status(), whole.status()), (StatusCode::NOT_MODIFIED, StatusCode::OK));
        for answer in [known, whole] {
            assert_eq!(answer.headers()[ETAG], "W/\"7-fr\"");
        }
    }
}
