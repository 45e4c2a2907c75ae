//! A person at a browser, as far as a bench needs one: addresses, cookies, the way in of the demo.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use scraper::{Html, Selector};
use ureq::http::Response;
use ureq::{Agent, Body};

/// No answer is waited for longer.
const ANSWER_LIMIT: Duration = Duration::from_secs(30);

/// Somebody who reads pages, signed in or not, on connections that are kept.
pub(crate) struct Visitor {
    agent: Agent,
    address: String,
    cookies: BTreeMap<String, String>,
}

/// How an answer travels.
#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Plain,
    /// Compressed as the server likes best, of what browsers understand.
    AsForBrowsers,
}

impl Visitor {
    /// Somebody unknown.
    pub(crate) fn new(address: &str) -> Self {
        Self { agent: agent(), address: address.to_owned(), cookies: BTreeMap::new() }
    }

    /// One of the demo's people.
    pub(crate) fn sign_in(address: &str, person: &str) -> Result<Self> {
        let mut visitor = Self::new(address);
        let mut page = visitor.get("/demo/entrer", Encoding::Plain)?;
        ensure!(page.status().is_success(), "/demo/entrer answered {}", page.status());
        visitor.keep_cookies(&page);
        let token = hidden_field(&page.body_mut().read_to_string()?, "jeton").context("/demo/entrer has no jeton")?;
        let answer = visitor
            .agent
            .post(format!("{address}/demo/entrer"))
            .header("cookie", visitor.cookie_header())
            .header("origin", address)
            .send_form([("personne", person), ("jeton", &token)])?;
        ensure!(answer.status().is_redirection(), "signing in as {person} answered {}", answer.status());
        visitor.keep_cookies(&answer);
        Ok(visitor)
    }

    /// The same person on connections of their own.
    pub(crate) fn beside(&self) -> Self {
        Self { agent: agent(), address: self.address.clone(), cookies: self.cookies.clone() }
    }

    /// A page's text.
    pub(crate) fn read(&self, path: &str) -> Result<String> {
        let mut answer = self.get(path, Encoding::Plain)?;
        ensure!(answer.status() == 200, "{path} answered {}", answer.status());
        Ok(answer.body_mut().read_to_string()?)
    }

    /// Asks for a page or a file as a browser does, and tells how many bytes it weighs on the wire.
    pub(crate) fn fetch(&self, path: &str) -> Result<usize> {
        let mut answer = self.get(path, Encoding::AsForBrowsers)?;
        ensure!(answer.status() == 200, "{path} answered {}", answer.status());
        // This client knows no compression: it hands over the bytes as they came.
        Ok(answer.body_mut().read_to_vec()?.len())
    }

    /// Whether the server says that it is well.
    pub(crate) fn is_welcome(&self) -> bool {
        self.get("/health", Encoding::Plain).is_ok_and(|answer| answer.status() == 200)
    }

    fn get(&self, path: &str, encoding: Encoding) -> Result<Response<Body>> {
        let mut request = self.agent.get(format!("{}{path}", self.address)).header("cookie", self.cookie_header());
        if encoding == Encoding::AsForBrowsers {
            request = request.header("accept-encoding", "gzip, deflate, br, zstd");
        }
        request.call().with_context(|| format!("{path} did not answer"))
    }

    fn keep_cookies(&mut self, answer: &Response<Body>) {
        let headers = answer.headers().get_all("set-cookie").into_iter().filter_map(|header| header.to_str().ok());
        self.cookies.extend(headers.filter_map(parse_cookie));
    }

    fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }
}

fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .ip_family(ureq::config::IpFamily::Ipv4Only)
        .timeout_global(Some(ANSWER_LIMIT))
        .user_agent("escale-bench")
        .build()
        .new_agent()
}

fn parse_cookie(header: &str) -> Option<(String, String)> {
    let (name, value) = header.split(';').next()?.split_once('=')?;
    Some((name.trim().to_owned(), value.trim().to_owned()))
}

fn hidden_field(html: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(&format!("input[name='{name}']")).ok()?;
    Html::parse_document(html).select(&selector).next()?.attr("value").map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_kept_without_its_attributes() {
        let kept = parse_cookie("session=a=b; Path=/; HttpOnly; SameSite=Lax");
        assert_eq!(kept, Some(("session".to_owned(), "a=b".to_owned())));
    }

    #[test]
    fn the_token_is_found_wherever_it_stands_in_the_form() {
        let html = r#"<form><input value="x" name="other"><input type=hidden value="a&amp;b" name="jeton"></form>"#;
        assert_eq!(hidden_field(html, "jeton").as_deref(), Some("a&b"));
    }
}
