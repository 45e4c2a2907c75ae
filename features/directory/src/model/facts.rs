//! What the directory knows of an organisation beyond its record: names in time, what it became, roles, help, contacts.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use kit_base::{EmailAddress, FieldError, Message, Problem};
use kit_i18n::key;

use super::OrganisationId;

/// Former names of one organisation.
pub const NAMES_MAX: usize = 20;
/// Organisations that one became, or that became one.
pub const SUCCESSIONS_MAX: usize = 20;
/// Roles of one organisation.
pub const ROLES_MAX: usize = 40;
/// Contacts of one organisation.
pub const CONTACTS_MAX: usize = 10;
/// Lines of help: whoever can help with everything helps with nothing.
pub const HELP_LINES_MAX: usize = 3;
/// Whoever says since when they help does not say an earlier year.
pub const YEAR_FIRST: i32 = 1900;
/// Characters of what stands on one line of a card: a programme, a function, an accreditation.
pub const LINE_CHARACTERS_MAX: usize = 100;
/// Characters of a telephone number, spaces included.
pub const PHONE_CHARACTERS_MAX: usize = 30;
/// Successors followed from one organisation before the house gives up.
pub(crate) const CHAIN_MAX: usize = 100;
/// Figures that a telephone number has (short numbers of France; ITU-T E.164).
const PHONE_FIGURES: std::ops::RangeInclusive<usize> = 3..=15;

kit_base::id! {
    /// A name that an organisation bore.
    pub struct NameId;
}

kit_base::id! {
    /// That an organisation became another.
    pub struct SuccessionId;
}

kit_base::id! {
    /// A role of an organisation in a programme.
    pub struct RoleId;
}

kit_base::id! {
    /// Whom to ask for in an organisation.
    pub struct ContactId;
}

kit_base::codes! {
    /// What an organisation does in a programme.
    pub enum ProgrammeRole {
        /// Sends young people.
        Sending = "sending",
        /// Hosts them.
        Hosting = "hosting",
        /// Supports them on their way.
        Supporting = "supporting",
        /// Leads others.
        Lead = "lead",
        /// Stands between those who send and those who host.
        Intermediary = "intermediary",
        /// Gives money.
        Funder = "funder",
        /// Informs.
        InformationRelay = "information_relay",
    }
}

impl ProgrammeRole {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Sending => key!("directory-role-sending"),
            Self::Hosting => key!("directory-role-hosting"),
            Self::Supporting => key!("directory-role-supporting"),
            Self::Lead => key!("directory-role-lead"),
            Self::Intermediary => key!("directory-role-intermediary"),
            Self::Funder => key!("directory-role-funder"),
            Self::InformationRelay => key!("directory-role-information-relay"),
        }
    }
}

kit_base::codes! {
    /// A day on which somebody may be there.
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
    }
}

impl Weekday {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Monday => key!("directory-day-monday"),
            Self::Tuesday => key!("directory-day-tuesday"),
            Self::Wednesday => key!("directory-day-wednesday"),
            Self::Thursday => key!("directory-day-thursday"),
            Self::Friday => key!("directory-day-friday"),
            Self::Saturday => key!("directory-day-saturday"),
        }
    }

    /// The name of its box in a form.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Monday => "lundi",
            Self::Tuesday => "mardi",
            Self::Wednesday => "mercredi",
            Self::Thursday => "jeudi",
            Self::Friday => "vendredi",
            Self::Saturday => "samedi",
        }
    }
}

/// The days on which somebody is there, in the order of the week; none where they are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PresenceDays(Vec<Weekday>);

impl PresenceDays {
    /// These days, whatever their order.
    pub fn new(mut days: Vec<Weekday>) -> Self {
        days.sort_unstable();
        days.dedup();
        Self(days)
    }

    /// In the order of the week.
    pub fn days(&self) -> &[Weekday] {
        &self.0
    }
}

impl fmt::Display for PresenceDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.iter().map(|day| day.code()).collect::<Vec<_>>().join(" "))
    }
}

impl FromStr for PresenceDays {
    type Err = kit_base::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split_whitespace().map(str::parse).collect::<Result<_, _>>().map(Self::new)
    }
}

kit_base::text_column!(PresenceDays);

/// A telephone number as people write it, with enough figures to be dialled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

/// What was given cannot be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a telephone number")]
pub struct NotAPhoneNumber;

impl PhoneNumber {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a telephone dials.
    pub fn dialled(&self) -> String {
        self.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
}

impl FromStr for PhoneNumber {
    type Err = NotAPhoneNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let figures_count = text.chars().filter(char::is_ascii_digit).count();
        let after_sign = text.strip_prefix('+').unwrap_or(text);
        let is_fine = text.chars().count() <= PHONE_CHARACTERS_MAX
            && PHONE_FIGURES.contains(&figures_count)
            && after_sign.chars().all(|c| c.is_ascii_digit() || " .-()\u{a0}\u{202f}".contains(c));
        if is_fine { Ok(Self(text.to_owned())) } else { Err(NotAPhoneNumber) }
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

kit_base::text_column!(PhoneNumber);

/// The days between which something holds; either end may be unknown. The last day counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// How a period stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It begins later.
    Ahead,
    /// It holds, as far as is known.
    Valid,
    /// Its last day is past.
    Expired,
}

impl Period {
    /// How it stands on this day.
    pub fn on(self, day: NaiveDate) -> Validity {
        if self.until.is_some_and(|until| until < day) {
            Validity::Expired
        } else if self.from.is_some_and(|from| from > day) {
            Validity::Ahead
        } else {
            Validity::Valid
        }
    }

    /// What ends before it begins is said beside `field`, that of the end.
    pub(crate) fn check(self, field: &'static str) -> Result<(), Problem> {
        match (self.from, self.until) {
            (Some(from), Some(until)) if until < from => {
                Err(Problem::field(field, Message::new("directory-end-before-start")))
            }
            _ => Ok(()),
        }
    }
}

/// A line of help: what an organisation can really help with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// What.
    pub what: String,
    /// The year since when.
    pub since_year: Option<i32>,
    /// The function to ask for, never a person.
    pub ask_for: Option<String>,
}

/// A role in a programme, as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleFacts {
    /// Which programme, in the words of the field.
    pub programme: String,
    /// What it does there.
    pub role: ProgrammeRole,
    /// Number of an accreditation, a label or an approval.
    pub accreditation: Option<String>,
    /// When it is valid.
    pub period: Period,
}

/// Whom to ask for, as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactFacts {
    /// A function, never a person.
    pub function: String,
    /// When they are there.
    pub days: PresenceDays,
    /// Shown to people who are signed in.
    pub phone: Option<PhoneNumber>,
    /// Shown to people who are signed in.
    pub email: Option<EmailAddress>,
    /// The function that answers in their place.
    pub substitute: Option<String>,
}

/// Refuses a successor that is the organisation itself, or from which the way leads back to it; `following` are all that come
/// after the successor.
pub(crate) fn check_succession(
    organisation: OrganisationId,
    successor: OrganisationId,
    following: &[OrganisationId],
) -> Result<(), FieldError> {
    let refuse = |key| Err(FieldError { field: "successeur", message: Message::new(key) });
    if organisation == successor {
        refuse("directory-successor-itself")
    } else if following.contains(&organisation) {
        refuse("directory-successor-circle")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use kit_base::Clock;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_valid_until_a_day_is_valid_on_that_day_and_expired_on_the_next() {
        let period = Period { from: Some(day("2025-01-01")), until: Some(day("2026-11-24")) };
        assert_eq!(period.on(day("2024-12-31")), Validity::Ahead);
        assert_eq!(period.on(day("2026-11-24")), Validity::Valid);
        assert_eq!(period.on(day("2026-11-25")), Validity::Expired);
        assert_eq!(Period::default().on(day("2026-11-25")), Validity::Valid);
    }

    #[test]
    fn nothing_ends_before_it_begins() {
        let period = |from: &str, until: &str| Period { from: Some(day(from)), until: Some(day(until)) };
        assert!(period("2026-01-01", "2026-01-01").check("jusqu").is_ok());
        let Err(Problem::Invalid(errors)) = period("2026-01-02", "2026-01-01").check("jusqu") else {
            panic!("an end before its start was let through")
        };
        assert_eq!(errors[0].field, "jusqu");
    }

    #[test]
    fn a_number_that_can_be_dialled_is_taken_as_it_is_written() {
        for (written, dialled) in
            [("04 68 00 00 00", "0468000000"), ("+33 (0)4.68.00.00.00", "+330468000000"), ("3939", "3939")]
        {
            assert_eq!(written.parse::<PhoneNumber>().map(|number| number.dialled()), Ok(dialled.to_owned()));
        }
        for bad in ["", "12", "accueil", "04 68 00 00 00 poste 12", "0+468", "1234567890123456", "04 68\n00 00"] {
            assert!(bad.parse::<PhoneNumber>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_organisation_is_no_successor_of_itself_nor_of_its_own_successors() {
        let [one, two, three] = [(); 3].map(|()| OrganisationId::new(Clock::machine().now()));
        assert!(check_succession(one, two, &[three]).is_ok());
        assert_eq!(check_succession(one, one, &[]).unwrap_err().message.key, "directory-successor-itself");
        assert_eq!(check_succession(one, two, &[three, one]).unwrap_err().message.key, "directory-successor-circle");
    }

    proptest! {
        #[test]
        fn days_are_read_as_they_were_written(chosen in prop::collection::vec(0..Weekday::ALL.len(), 0..9)) {
            let days = PresenceDays::new(chosen.iter().map(|number| Weekday::ALL[*number]).collect());
            prop_assert_eq!(days.to_string().parse::<PresenceDays>().unwrap(), days.clone());
            prop_assert!(days.days().is_sorted());
        }

        #[test]
        fn a_number_never_becomes_anything_else_in_a_link(text in "[0-9+ .()\\-a-z\"<>:]{0,20}") {
            if let Ok(number) = text.parse::<PhoneNumber>() {
                prop_assert!(number.dialled().chars().all(|c| c.is_ascii_digit() || c == '+'));
            }
        }
    }
}
