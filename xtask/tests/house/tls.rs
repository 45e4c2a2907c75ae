//! One TLS for everything: rustls with ring. Two providers at once panic at the first connection.

use crate::checkout::{cargo, none};

/// Providers and stacks that must not come in by the back door of some dependency.
const UNWANTED: [&str; 6] = ["aws-lc-rs", "aws-lc-sys", "aws-lc-fips-sys", "native-tls", "openssl", "openssl-sys"];
/// What rustls is built with. A new line here is a decision.
const RUSTLS_FEATURES: &str = "log,logging,ring,std,tls12";

/// Name and features of everything that is linked into `scope`.
fn linked(scope: &[&str]) -> Vec<(String, String)> {
    let arguments = ["tree", "--offline", "--locked", "--edges", "all", "--prefix", "none", "--format", "{p}|{f}"];
    let tree = cargo(&[&arguments, scope].concat());
    let package = |line: &str| {
        let (package, features) = line.split_once('|')?;
        let name = package.split_whitespace().next()?;
        Some((name.to_owned(), features.trim_end_matches(" (*)").to_owned()))
    };
    tree.lines().filter_map(package).collect()
}

#[test]
fn rustls_is_the_only_tls_and_ring_its_only_provider() {
    for scope in [&["--package", "escale"][..], &["--workspace"][..]] {
        let linked = linked(scope);
        let faults: Vec<String> =
            linked.iter().map(|(name, _)| name.clone()).filter(|name| UNWANTED.contains(&name.as_str())).collect();
        none("linked, and must not be", &faults);
        let rustls: Vec<&str> =
            linked.iter().filter(|(name, _)| name == "rustls").map(|(_, features)| features.as_str()).collect();
        assert!(!rustls.is_empty(), "{scope:?} does not link rustls: how do mails and PostgreSQL travel?");
        assert!(rustls.iter().all(|features| *features == RUSTLS_FEATURES), "features of rustls: {rustls:?}");
    }
}
