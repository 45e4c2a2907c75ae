//! The address people know the house by.

use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

/// Where mails, redirects, calendar ids and `Host` checks point to: an origin, without a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    authority: String,
    is_https: bool,
}

/// Why an address cannot be the public one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PublicUrlError {
    /// It is not an absolute address.
    #[error("{0:?} is not an address like https://escale.example.org")]
    Unreadable(String),
    /// It is neither https nor on this machine.
    #[error("{0:?} is neither https nor localhost: sign-in links would travel unprotected")]
    Unprotected(String),
    /// It has more than an origin.
    #[error("{0:?} has a path, a query or a user: only scheme, host and port")]
    MoreThanOrigin(String),
}

impl PublicUrl {
    /// An absolute link to a path of the house, which starts with `/`.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host and port, as a browser sends them in `Host`.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Whether a request that names this host is for the house: the public address, or, when that one is on this machine, any
    /// other name of this machine with the same port.
    pub fn answers_to(&self, host: &str) -> bool {
        if host.eq_ignore_ascii_case(&self.authority) {
            return true;
        }
        let is_on_this_machine = |authority: &str| {
            Url::parse(&format!("http://{authority}"))
                .ok()
                .filter(|url| url.host().is_some_and(|host| is_this_machine(&host)))
                .map(|url| url.port_or_known_default())
        };
        let ours = is_on_this_machine(&self.authority);
        !self.is_https && ours.is_some() && ours == is_on_this_machine(host)
    }

    /// Whether cookies are for https only.
    pub fn is_https(&self) -> bool {
        self.is_https
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text).or(Err(PublicUrlError::Unreadable(text.to_owned())))?;
        let host = url.host().ok_or_else(|| PublicUrlError::Unreadable(text.to_owned()))?;
        let is_https = url.scheme() == "https";
        let is_local = url.scheme() == "http" && is_this_machine(&host);
        if !is_https && !is_local {
            return Err(PublicUrlError::Unprotected(text.to_owned()));
        }
        let has_user = !url.username().is_empty() || url.password().is_some();
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || has_user {
            return Err(PublicUrlError::MoreThanOrigin(text.to_owned()));
        }
        let authority = url.port().map_or_else(|| host.to_string(), |port| format!("{host}:{port}"));
        Ok(Self { origin: format!("{}://{authority}", url.scheme()), authority, is_https })
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_this_machine_any_of_its_names_will_do_with_the_same_port() {
        let local: PublicUrl = "http://localhost:8080".parse().unwrap();
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"] {
            assert!(local.answers_to(host), "{host}");
        }
        for host in [
            "localhost:8081",
            "127.0.0.1",
            "ailleurs.example:8080",
            "192.0.2.1:8080",
            "localhost:8080@ailleurs.example",
        ] {
            assert!(!local.answers_to(host), "{host}");
        }
        let public: PublicUrl = "https://escale.example.org".parse().unwrap();
        assert!(
            public.answers_to("escale.example.org")
                && !public.answers_to("127.0.0.1")
                && !public.answers_to("localhost")
        );
    }

    #[test]
    fn only_protected_origins_are_taken() {
        let parse = |text: &str| text.parse::<PublicUrl>();
        assert_eq!(parse("https://escale.example.org/").unwrap().link("/fil"), "https://escale.example.org/fil");
        assert_eq!(parse("http://localhost:8080").unwrap().authority(), "localhost:8080");
        assert!(parse("http://127.0.0.1:9").is_ok());
        assert!(parse("http://[::1]:9").is_ok());
        assert!(matches!(parse("http://escale.example.org"), Err(PublicUrlError::Unprotected(_))));
        assert!(matches!(parse("http://localhost.example.org"), Err(PublicUrlError::Unprotected(_))));
        assert!(matches!(parse("ftp://localhost"), Err(PublicUrlError::Unprotected(_))));
        assert!(matches!(parse("https://a.example/chemin"), Err(PublicUrlError::MoreThanOrigin(_))));
        assert!(matches!(parse("https://qui@a.example"), Err(PublicUrlError::MoreThanOrigin(_))));
        assert!(matches!(parse("https://:secret@a.example"), Err(PublicUrlError::MoreThanOrigin(_))));
        assert!(matches!(parse("escale"), Err(PublicUrlError::Unreadable(_))));
    }
}
