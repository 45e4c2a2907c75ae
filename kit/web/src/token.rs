//! Secrets that travel: made at random, kept as digests, compared in constant time.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use rand::Rng;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

const TOKEN_BYTES: usize = 32;

/// A fresh unguessable token for a link or a cookie: 256 random bits, in characters fit for a URL.
pub fn new_token() -> String {
    let mut bytes = [0_u8; TOKEN_BYTES];
    rand::rng().fill_bytes(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What the database keeps of a token. Tokens have 256 random bits, so a plain SHA-256 cannot be searched.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenDigest(Vec<u8>);

impl TokenDigest {
    /// The digest of a token.
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token).to_vec())
    }

    /// The bytes to look up.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.clone()
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenDigest(…)")
    }
}

/// The installation's own secret: seals form tokens and short codes.
#[derive(Clone)]
pub struct Secret([u8; TOKEN_BYTES]);

impl Secret {
    /// From the bytes kept beside the database.
    pub fn from_bytes(bytes: [u8; TOKEN_BYTES]) -> Self {
        Self(bytes)
    }

    /// A keyed digest of `parts`, one purpose a label.
    pub fn seal(&self, purpose: &str, parts: &[&str]) -> Vec<u8> {
        // An HMAC takes a key of any length: this cannot fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return Vec::new() };
        for part in std::iter::once(&purpose).chain(parts) {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().to_vec()
    }

    /// A mark that only this installation can make of `parts`, fit for an address: what bears it was given by us. It can be
    /// made again, so nothing of it has to be kept.
    pub fn signature(&self, purpose: &str, parts: &[&str]) -> String {
        URL_SAFE_NO_PAD.encode(self.seal(purpose, parts))
    }

    /// Whether `given` is the signature of these parts.
    pub fn has_signed(&self, purpose: &str, parts: &[&str], given: &str) -> bool {
        same(&self.signature(purpose, parts), given)
    }

    /// The token that a form carries to show that this visitor was given it.
    pub(crate) fn form_token(&self, visitor: &str, session: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.seal("form", &[visitor, session]))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Whether two tokens are the same, in a time that does not tell where they differ.
pub(crate) fn same(left: &str, right: &str) -> bool {
    left.as_bytes().ct_eq(right.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_of_its_parts_its_purpose_and_its_installation_alone() {
        let secret = Secret::from_bytes([7; TOKEN_BYTES]);
        let given = secret.signature("agenda", &["place", "1"]);
        assert!(secret.has_signed("agenda", &["place", "1"], &given));
        assert!(!secret.has_signed("agenda", &["place", "2"], &given));
        assert!(!secret.has_signed("agenda", &["place1", ""], &given));
        assert!(!secret.has_signed("autre", &["place", "1"], &given));
        assert!(!Secret::from_bytes([8; TOKEN_BYTES]).has_signed("agenda", &["place", "1"], &given));
    }
}
