//! What an organisation is.

mod facts;

use std::fmt;
use std::str::FromStr;

use kit_base::{EmailAddress, Territory};
use kit_i18n::key;

pub(crate) use facts::{CHAIN_MAX, check_succession};
pub use facts::{
    CONTACTS_MAX, ContactFacts, ContactId, HELP_LINES_MAX, HelpLine, LINE_CHARACTERS_MAX, NAMES_MAX, NameId,
    NotAPhoneNumber, PHONE_CHARACTERS_MAX, Period, PhoneNumber, PresenceDays, ProgrammeRole, ROLES_MAX, RoleFacts,
    RoleId, SUCCESSIONS_MAX, SuccessionId, Validity, Weekday, YEAR_FIRST,
};

kit_base::id! {
    /// An organisation.
    pub struct OrganisationId;
}

kit_base::codes! {
    /// What kind of body an organisation is; the typology of the field, from the State to the informal group of young people.
    pub enum OrganisationKind {
        /// Regional service of the State: DRAJES, DRAAF, DREETS, rectorat, préfecture de région.
        StateRegion = "state_region",
        /// Departmental service of the State: SDJES, DSDEN, préfecture, DDETS.
        StateDepartment = "state_department",
        /// Regional council.
        Region = "region",
        /// Departmental council.
        Department = "department",
        /// Commune, twinning committee.
        Municipality = "municipality",
        /// Métropole, community of communes.
        Epci = "epci",
        /// Mission locale.
        MissionLocale = "mission_locale",
        /// Regional association of the missions locales.
        Arml = "arml",
        /// France Travail.
        FranceTravail = "france_travail",
        /// Info Jeunes, CRIJ, BIJ, PIJ.
        InfoJeunes = "info_jeunes",
        /// Eurodesk relay.
        Eurodesk = "eurodesk",
        /// General and technological lycée.
        SchoolGeneral = "school_general",
        /// Vocational lycée.
        SchoolVocational = "school_vocational",
        /// Agricultural lycée.
        SchoolAgricultural = "school_agricultural",
        /// Maison familiale rurale.
        Mfr = "mfr",
        /// Training centre for apprentices.
        Cfa = "cfa",
        /// Institution of higher education.
        Hei = "hei",
        /// Training body.
        TrainingOrg = "training_org",
        /// Popular education movement or association.
        PopularEducation = "popular_education",
        /// Maison de l'Europe, Europe Direct centre.
        EuropeStructure = "europe_structure",
        /// Operator of volunteering.
        VolunteerOperator = "volunteer_operator",
        /// Bi-governmental office: OFAJ, OFQJ.
        BigovOffice = "bigov_office",
        /// National agency of a European programme.
        NationalAgency = "national_agency",
        /// Consular chamber.
        Chamber = "chamber",
        /// Skills operator.
        Opco = "opco",
        /// Employer.
        Employer = "employer",
        /// Regional multi-actor network for international cooperation.
        Rrma = "rrma",
        /// Other cooperation network.
        CooperationNetwork = "cooperation_network",
        /// Host partner abroad.
        HostAbroad = "host_abroad",
        /// Informal group of young people.
        YouthGroup = "youth_group",
    }
}

impl OrganisationKind {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::StateRegion => key!("directory-kind-state-region"),
            Self::StateDepartment => key!("directory-kind-state-department"),
            Self::Region => key!("directory-kind-region"),
            Self::Department => key!("directory-kind-department"),
            Self::Municipality => key!("directory-kind-municipality"),
            Self::Epci => key!("directory-kind-epci"),
            Self::MissionLocale => key!("directory-kind-mission-locale"),
            Self::Arml => key!("directory-kind-arml"),
            Self::FranceTravail => key!("directory-kind-france-travail"),
            Self::InfoJeunes => key!("directory-kind-info-jeunes"),
            Self::Eurodesk => key!("directory-kind-eurodesk"),
            Self::SchoolGeneral => key!("directory-kind-school-general"),
            Self::SchoolVocational => key!("directory-kind-school-vocational"),
            Self::SchoolAgricultural => key!("directory-kind-school-agricultural"),
            Self::Mfr => key!("directory-kind-mfr"),
            Self::Cfa => key!("directory-kind-cfa"),
            Self::Hei => key!("directory-kind-hei"),
            Self::TrainingOrg => key!("directory-kind-training-org"),
            Self::PopularEducation => key!("directory-kind-popular-education"),
            Self::EuropeStructure => key!("directory-kind-europe-structure"),
            Self::VolunteerOperator => key!("directory-kind-volunteer-operator"),
            Self::BigovOffice => key!("directory-kind-bigov-office"),
            Self::NationalAgency => key!("directory-kind-national-agency"),
            Self::Chamber => key!("directory-kind-chamber"),
            Self::Opco => key!("directory-kind-opco"),
            Self::Employer => key!("directory-kind-employer"),
            Self::Rrma => key!("directory-kind-rrma"),
            Self::CooperationNetwork => key!("directory-kind-cooperation-network"),
            Self::HostAbroad => key!("directory-kind-host-abroad"),
            Self::YouthGroup => key!("directory-kind-youth-group"),
        }
    }
}

/// An address of the web that a person can follow: `http` or `https`, with a host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

/// What was given is not an address of the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a web address")]
pub struct NotAWebAddress;

impl WebAddress {
    /// The address as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebAddress {
    type Err = NotAWebAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let url: url::Url = text.parse().or(Err(NotAWebAddress))?;
        let is_fine = matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some_and(|host| host.contains('.'))
            && url.username().is_empty()
            && url.password().is_none()
            && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        if is_fine { Ok(Self(text.to_owned())) } else { Err(NotAWebAddress) }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

kit_base::text_column!(WebAddress);

/// What other rooms need to know of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationSummary {
    /// Which one.
    pub id: OrganisationId,
    /// Its name, as it was entered; show [`OrganisationSummary::display_name`].
    pub name: String,
    /// What kind of body.
    pub kind: OrganisationKind,
    /// The département or région whose people keep its record.
    pub territory: Territory,
    /// Where it is written to. Shown only to people who are signed in.
    pub contact_email: Option<EmailAddress>,
    /// Made up, for the demo.
    pub is_example: bool,
}

/// What ends the name of an example, in both languages: names are not translated.
const EXAMPLE_SUFFIX: &str = "(exemple)";
/// The same words at the end of an English title.
const EXAMPLE_SUFFIX_ENGLISH: &str = "(example)";

impl OrganisationSummary {
    /// Its name; one that is made up always says so.
    pub fn display_name(&self) -> String {
        display_name(&self.name, self.is_example)
    }

    /// Where its page stands.
    pub fn path(&self) -> String {
        path(self.id)
    }
}

/// The name of an organisation as it is shown away from its own page; one that is made up always says so.
pub fn display_name(name: &str, is_example: bool) -> String {
    if is_example && !name.ends_with(EXAMPLE_SUFFIX) { format!("{name} {EXAMPLE_SUFFIX}") } else { name.to_owned() }
}

/// Where the page of an organisation stands.
pub fn path(id: OrganisationId) -> String {
    format!("/acteurs/{id}")
}

/// The name without the words that the badge "example" says.
pub fn name_beside_badge(name: &str, is_example: bool) -> &str {
    match name.strip_suffix(EXAMPLE_SUFFIX).or_else(|| name.strip_suffix(EXAMPLE_SUFFIX_ENGLISH)) {
        Some(bare) if is_example && !bare.trim().is_empty() => bare.trim_end(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_made_up_says_so_once() {
        assert_eq!(display_name("Mission locale du Val", true), "Mission locale du Val (exemple)");
        assert_eq!(display_name("Mission locale du Val (exemple)", true), "Mission locale du Val (exemple)");
        assert_eq!(display_name("Mission locale", false), "Mission locale");
        assert_eq!(name_beside_badge("Mission locale du Val (exemple)", true), "Mission locale du Val");
        assert_eq!(name_beside_badge("Le bon (exemple)", false), "Le bon (exemple)");
        assert_eq!(name_beside_badge("Meeting in the valley (example)", true), "Meeting in the valley");
        assert_eq!(name_beside_badge("(exemple)", true), "(exemple)");
    }

    #[test]
    fn only_addresses_of_the_web_are_followed() {
        for good in ["https://exemple.fr", "http://www.exemple.fr/acteurs?x=1"] {
            assert_eq!(good.parse::<WebAddress>().map(|address| address.to_string()), Ok(good.to_owned()));
        }
        for bad in [
            "exemple.fr",
            "javascript:alert(1)",
            "https://",
            "ftp://exemple.fr",
            "https://a:b@exemple.fr",
            "https://localhost",
            "https://exemple.fr/a b",
        ] {
            assert!(bad.parse::<WebAddress>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn an_address_never_runs_a_script(text in "(javascript|data|https?|ftp):.{0,30}") {
            if let Ok(address) = text.parse::<WebAddress>() {
                prop_assert!(address.as_str().starts_with("http"));
            }
        }
    }
}
