//! What a territory is called by: its kind and its code, never one without the other.

use std::fmt;
use std::str::FromStr;

use crate::UnknownCode;

crate::codes! {
    /// Kinds of territory. The code of a kind is also its word in URLs.
    pub enum TerritoryKind {
        /// A French region, or a collectivity that stands for one; INSEE code.
        Region = "region",
        /// A département; INSEE code.
        Departement = "departement",
        /// A public body for inter-municipal cooperation; SIREN.
        Epci = "epci",
        /// A commune; INSEE code.
        Commune = "commune",
        /// A country; ISO 3166-1 alpha-2.
        Pays = "pays",
        /// A partner territory abroad; the installation's own code.
        Partenaire = "partenaire",
    }
}

const CODE_BYTES_MAX: usize = 15;

/// A territory: `region 11` is Île-de-France, `departement 11` is the Aude. There is no way to make one from a code alone.
///
/// ```
/// use kit_base::{Territory, TerritoryKind};
/// let aude = Territory::new(TerritoryKind::Departement, "11").unwrap();
/// assert_eq!(aude.to_string(), "departement:11");
/// assert_eq!("departement:11".parse(), Ok(aude));
/// assert_ne!(aude, Territory::new(TerritoryKind::Region, "11").unwrap());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Territory {
    kind: TerritoryKind,
    /// ASCII, padded with zero bytes.
    code: [u8; CODE_BYTES_MAX],
}

impl Territory {
    /// The territory of this kind and code. The code is checked for its form, not against a list of existing territories.
    pub fn new(kind: TerritoryKind, code: &str) -> Result<Self, UnknownCode> {
        let fits = !code.is_empty()
            && code.len() <= CODE_BYTES_MAX
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !fits {
            return Err(UnknownCode { list: "Territory", code: format!("{kind}:{code}") });
        }
        let mut padded = [0; CODE_BYTES_MAX];
        for (slot, byte) in padded.iter_mut().zip(code.bytes()) {
            *slot = byte;
        }
        Ok(Self { kind, code: padded })
    }

    /// Region, département, …
    pub fn kind(&self) -> TerritoryKind {
        self.kind
    }

    /// The code within its kind.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default().trim_end_matches('\0')
    }

    /// Where its page stands, e.g. `/territoires/departement/11`.
    pub fn path(&self) -> String {
        format!("/territoires/{}/{}", self.kind, self.code())
    }
}

impl fmt::Display for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.code())
    }
}

impl fmt::Debug for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Territory {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownCode { list: "Territory", code: text.to_owned() };
        let (kind, code) = text.split_once(':').ok_or_else(unknown)?;
        Self::new(kind.parse()?, code)
    }
}

crate::text_column!(Territory);
