//! Ids, the place of a role as text, where to go after signing in, codes, masks: no I/O.

use std::fmt;
use std::str::FromStr;

use kit_base::{EmailAddress, Territory, TerritoryKind, UnknownCode};
use kit_policy::{Place, Role};
use rand::RngExt;
use uuid::Uuid;

kit_base::id! {
    /// Somebody who may sign in.
    pub struct PersonId;
}
kit_base::id! {
    /// A role given to somebody at a place, for a time.
    pub struct HeldRoleId;
}
kit_base::id! {
    /// A sign-in mail that was asked for.
    pub struct SignInRequestId;
}
kit_base::id! {
    /// Somebody signed in on one browser.
    pub struct SessionId;
}

/// Characters of the path to go to after signing in.
const DESTINATION_CHARACTERS_MAX: usize = 500;
/// Figures of a sign-in code.
pub const CODE_FIGURES: usize = 6;
/// Sign-in mails asked for one address in [`kit_base::limits::SIGN_IN_MINUTES`].
pub const SIGN_IN_REQUESTS_MAX: u64 = 5;
/// Sign-in mails of one browser whose codes are tried.
pub const CODES_PER_BROWSER_MAX: u64 = 10;
/// Open sessions of one person; a new one beyond this closes the oldest.
pub const SESSIONS_PER_PERSON_MAX: u64 = 20;

/// Where a role is held, as the database and forms write it: `installation`, `departement:11`, `organisation:<uuid>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RolePlace(pub Place);

impl fmt::Display for RolePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RolePlace {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownCode { list: "Place", code: text.to_owned() };
        if text == "installation" {
            return Ok(Self(Place::Installation));
        }
        match text.strip_prefix("organisation:") {
            Some(id) => Uuid::parse_str(id).map(|id| Self(Place::Organisation(id))).or(Err(unknown())),
            None => text.parse::<Territory>().map(|territory| Self(Place::Territory(territory))).or(Err(unknown())),
        }
    }
}

kit_base::text_column!(RolePlace);

/// Whether a role can be held at such a place: the installation has its administrators, a region its steering, a
/// département its coordinators; the others are held on a territory or in an organisation.
pub fn fits(role: Role, place: Place) -> bool {
    match role {
        Role::Administrator => place == Place::Installation,
        Role::RegionalSteering => is_on(place, TerritoryKind::Region),
        Role::Coordinator => is_on(place, TerritoryKind::Departement),
        Role::Member | Role::Counsellor | Role::Reader => place != Place::Installation,
    }
}

fn is_on(place: Place, kind: TerritoryKind) -> bool {
    matches!(place, Place::Territory(territory) if territory.kind() == kind)
}

/// A path of this house to go to after signing in: never another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination(String);

impl Destination {
    /// The path, if it cannot lead out of the house: one `/` first, no backslash (browsers read it as `/`), printable ASCII only.
    pub fn parse(path: &str) -> Option<Self> {
        let is_local = path.starts_with('/') && !path.starts_with("//");
        let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        (is_local && is_plain && path.len() <= DESTINATION_CHARACTERS_MAX).then(|| Self(path.to_owned()))
    }

    /// The path, or the home page where it would lead out of the house.
    pub fn or_home(path: &str) -> Self {
        Self::parse(path).unwrap_or_else(|| Self("/".to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A sign-in code: six figures. Never shown in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInCode(String);

impl SignInCode {
    /// A code that nobody can foresee.
    pub fn random() -> Self {
        Self(format!("{:06}", rand::rng().random_range(0..1_000_000_u32)))
    }

    /// The figures.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SignInCode {
    type Err = UnknownCode;

    /// Spaces are left out: people copy them along.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let figures: String = text.chars().filter(|character| !character.is_whitespace()).collect();
        if figures.len() == CODE_FIGURES && figures.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(figures))
        } else {
            Err(UnknownCode { list: "SignInCode", code: String::new() })
        }
    }
}

impl fmt::Debug for SignInCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignInCode(…)")
    }
}

/// What becomes of a code that was typed. A wrong one is no failure of the command: its counter must be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeOutcome {
    /// The right code: the person is signed in and goes there.
    SignedIn(Destination),
    /// None of this browser's mails has this code.
    Wrong,
}

impl fmt::Display for CodeOutcome {
    /// As it is kept on the form's receipt.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SignedIn(destination) => destination.as_str(),
            Self::Wrong => "wrong",
        })
    }
}

impl CodeOutcome {
    /// What the form's receipt says.
    pub fn of_receipt(text: &str) -> Self {
        Destination::parse(text).map_or(Self::Wrong, Self::SignedIn)
    }
}

/// An address that its owner recognises and that tells others little: `c•••@e•••.fr`.
pub fn masked(address: &EmailAddress) -> String {
    let (local, domain) = address.as_str().rsplit_once('@').unwrap_or_default();
    let (name, ending) = domain.rsplit_once('.').unwrap_or_default();
    format!("{}@{}.{ending}", masked_word(local), masked_word(name))
}

/// The first character, unless it is the only one.
fn masked_word(word: &str) -> String {
    let mut characters = word.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(_)) => format!("{first}•••"),
        _ => "•••".to_owned(),
    }
}

/// In this order: browsers name those they descend from.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("CriOS/", "Chrome"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// What of a `User-Agent` helps a person tell their sessions apart: `Firefox, Windows`. Empty when nothing is recognised.
pub fn browser_name(user_agent: &str) -> String {
    let known = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let parts: Vec<_> = [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_destination_never_leads_out_of_the_house() {
        for inside in ["/", "/fil", "/acteurs?q=foix&apres=3", "/a//b", "/%2F%2Fevil.example"] {
            assert_eq!(Destination::or_home(inside).as_str(), inside);
        }
        for outside in [
            "",
            "fil",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/fil\r\nSet-Cookie: session=x",
            " /fil",
            "/é",
        ] {
            assert_eq!(Destination::or_home(outside).as_str(), "/", "{outside:?}");
        }
        assert_eq!(Destination::or_home(&format!("/{}", "a".repeat(600))).as_str(), "/");
    }

    #[test]
    fn a_mask_shows_no_whole_word_but_the_ending() {
        let mask = |address: &str| masked(&address.parse().unwrap());
        assert_eq!(mask("coordination@exemple.fr"), "c•••@e•••.fr");
        assert_eq!(mask("a@b.example"), "•••@•••.example");
        assert_eq!(mask("jo@mail.exemple.fr"), "j•••@m•••.fr");
    }

    #[test]
    fn a_code_is_six_figures_however_it_was_copied() {
        assert_eq!("123 456".parse::<SignInCode>().unwrap().as_str(), "123456");
        assert_eq!(" 012\u{a0}345 ".parse::<SignInCode>().unwrap().as_str(), "012345");
        for wrong in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert!(wrong.parse::<SignInCode>().is_err(), "{wrong}");
        }
        let code = SignInCode::random();
        assert_eq!(code.as_str().parse::<SignInCode>().unwrap(), code);
        assert!(!format!("{code:?}").contains(code.as_str()));
    }

    #[test]
    fn an_outcome_is_read_back_from_the_receipt() {
        let outcomes = [CodeOutcome::SignedIn(Destination::or_home("/fil?apres=3")), CodeOutcome::Wrong];
        for outcome in outcomes {
            assert_eq!(CodeOutcome::of_receipt(&outcome.to_string()), outcome);
        }
    }

    #[test]
    fn a_role_is_held_only_where_it_means_something() {
        let place = |text: &str| text.parse::<RolePlace>().unwrap().0;
        let organisation = format!("organisation:{}", Uuid::nil());
        let fitting = |role: Role| {
            let places = ["installation", "region:76", "departement:11", organisation.as_str()];
            places.map(|text| fits(role, place(text)))
        };
        assert_eq!(fitting(Role::Administrator), [true, false, false, false]);
        assert_eq!(fitting(Role::RegionalSteering), [false, true, false, false]);
        assert_eq!(fitting(Role::Coordinator), [false, false, true, false]);
        assert_eq!(fitting(Role::Reader), [false, true, true, true]);
    }

    #[test]
    fn a_browser_is_told_by_its_own_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0";
        let safari =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1";
        assert_eq!(browser_name(edge), "Edge, Windows");
        assert_eq!(browser_name(safari), "Safari, iPhone");
        assert_eq!(browser_name("curl/8"), "");
    }

    fn any_place() -> impl Strategy<Value = Place> {
        let territory = (0..TerritoryKind::ALL.len(), "[A-Z0-9][A-Z0-9-]{0,13}")
            .prop_map(|(kind, code)| Place::Territory(Territory::new(TerritoryKind::ALL[kind], &code).unwrap()));
        let organisation = any::<u128>().prop_map(|id| Place::Organisation(Uuid::from_u128(id)));
        prop_oneof![Just(Place::Installation), territory, organisation]
    }

    proptest! {
        #[test]
        fn a_place_is_read_back_as_it_was_written(place in any_place()) {
            prop_assert_eq!(place.to_string().parse::<RolePlace>().unwrap(), RolePlace(place));
        }
    }
}
