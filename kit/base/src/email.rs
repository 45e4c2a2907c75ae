//! E-mail addresses, parsed once at the border.

use std::fmt;
use std::str::FromStr;

use crate::limits::EMAIL_CHARACTERS_MAX;

/// An address that a mail can be sent to. Compared without case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

/// What was given is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnEmailAddress;

impl EmailAddress {
    /// The address, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnEmailAddress;

    /// Accepts `local@domain.tld` without quotes, comments or address literals: what people have.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnEmailAddress)?;
        let local_is_fine = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        let label_is_fine = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let domain_is_fine = domain.contains('.') && domain.split('.').all(label_is_fine);
        if text.len() <= EMAIL_CHARACTERS_MAX && local_is_fine && domain_is_fine {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(NotAnEmailAddress)
        }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_column!(EmailAddress);

#[cfg(test)]
mod tests {
    use super::EmailAddress;

    #[test]
    fn accepts_what_people_have_and_nothing_else() {
        for good in ["contact@exemple.fr", "Prenom.Nom+essai@sous.domaine.example", " a@b.co "] {
            assert!(good.parse::<EmailAddress>().is_ok(), "{good}");
        }
        for bad in ["", "a", "a@b", "@b.fr", "a@.fr", "a..b@c.fr", "a b@c.fr", "a@c.fr\r\nBcc: d@e.fr", "a@-c.fr"] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad}");
        }
    }
}
