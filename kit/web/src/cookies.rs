//! Cookies: all `HttpOnly`, `SameSite=Lax`, on the whole house, and for https only where the house is. There their names begin with
//! `__Host-`, so that a neighbour under the same domain can neither set nor replace them (RFC 6265bis, 4.1.3.2).

use std::borrow::Cow;

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

/// What the browser calls a cookie of ours.
fn full_name(name: &'static str, is_https: bool) -> Cow<'static, str> {
    if is_https { format!("__Host-{name}").into() } else { name.into() }
}

/// The value of a cookie the browser sent.
pub(crate) fn read(headers: &HeaderMap, name: &'static str, is_https: bool) -> Option<String> {
    let name = full_name(name, is_https);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// Asks the browser to keep `value` for `seconds`, or to forget the cookie when `seconds` is zero.
pub(crate) fn write(headers: &mut HeaderMap, name: &'static str, value: String, seconds: i64, is_https: bool) {
    let cookie = Cookie::build((full_name(name, is_https), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_https)
        .max_age(Duration::seconds(seconds))
        .build();
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        headers.append(SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_https_a_neighbour_of_the_same_domain_can_set_none_of_them() {
        let mut headers = HeaderMap::new();
        write(&mut headers, "session", "jeton".to_owned(), 60, true);
        let set = headers[SET_COOKIE].to_str().unwrap();
        assert!(set.starts_with("__Host-session=jeton;") && set.contains("Secure") && set.contains("Path=/"), "{set}");
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Domain"), "{set}");

        let sent = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("session=voisin; __Host-session=jeton"))]);
        assert_eq!(read(&sent, "session", true).as_deref(), Some("jeton"));
        let tossed = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("session=voisin"))]);
        assert_eq!(read(&tossed, "session", true), None);
        // On this machine, without https, browsers would refuse the longer name.
        assert_eq!(read(&tossed, "session", false).as_deref(), Some("voisin"));
    }
}
