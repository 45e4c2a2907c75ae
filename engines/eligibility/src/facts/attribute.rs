//! The vocabulary: everything a rule can ask about a person or a stay.

/// The kind of value an attribute has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A day of the calendar.
    Day,
    /// Several days.
    Days,
    /// A number; money in euros.
    Number,
    /// Several numbers.
    Numbers,
    /// True or false.
    Flag,
    /// One word of a list.
    Word,
    /// Several words.
    Words,
    /// A place, with what it lies within.
    Place,
    /// A number by word.
    Counts,
    /// A day by word.
    DatedWords,
}

macro_rules! attributes {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $name:literal, $kind:ident $(, $changeable:ident)?;)+) => {
        /// One thing that can be known of a person or of the stay.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Attribute {
            $($(#[doc = $meaning])+ $variant,)+
        }

        impl Attribute {
            /// All of them, in the order in which they are stored.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// Its name in files and messages.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The kind of its values.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)+ }
            }

            /// Whether the person can still decide it: a date, a destination, who accompanies; not where they were born.
            pub const fn is_changeable(self) -> bool {
                match self { $(Self::$variant => attributes!(@changeable $($changeable)?),)+ }
            }
        }
    };
    (@changeable changeable) => { true };
    (@changeable) => { false };
}

attributes! {
    /// Birth.
    BirthDate = "birth_date", Day;
    /// Countries whose nationality they have, as ISO 3166-1 alpha-2 codes.
    Nationalities = "nationalities", Words;
    /// Where the young person lives.
    Residence = "residence", Place;
    /// Where their parents live.
    ParentsResidence = "parents_residence", Place;
    /// Where the tax household that they belong to is registered.
    TaxHouseholdResidence = "tax_household_residence", Place;
    /// Since when they live in that département.
    ResidenceSince = "residence_since", Day;
    /// Since when the parents live in that département.
    ParentsResidenceSince = "parents_residence_since", Day;
    /// Since when the tax household is registered in that département.
    TaxHouseholdResidenceSince = "tax_household_residence_since", Day;
    /// What they mainly do.
    Activity = "activity", Word;
    /// The form of a work-study contract, nothing without one.
    WorkStudyContract = "work_study_contract", Word;
    /// What becomes of the work-study contract during the stay.
    WorkStudyArrangement = "work_study_arrangement", Word;
    /// The level at which they learn.
    Education = "education", Word;
    /// The year of study.
    StudyYear = "study_year", Word;
    /// Honours of the baccalauréat.
    BaccalaureateHonours = "baccalaureate_honours", Word;
    /// The group of specialities of the training (NSF).
    TrainingGroup = "training_group", Word;
    /// Last diploma.
    GraduationDate = "graduation_date", Day;
    /// Where the school, university or training centre is.
    InstitutionPlace = "institution_place", Place;
    /// Its identifier (UAI) or that of the list it is in.
    Institution = "institution", Word;
    /// Doing a traineeship, or trainee of vocational training.
    Intern = "intern", Flag;
    /// In civic service.
    CivicService = "civic_service", Flag;
    /// Recognised as disabled.
    Disabled = "disabled", Flag;
    /// Rate of incapacity, from 0 to 1.
    DisabilityRate = "disability_rate", Number;
    /// Holds a State bursary on social criteria.
    ScholarshipHolder = "scholarship_holder", Flag;
    /// Works for a temporary work agency.
    TemporaryWorker = "temporary_worker", Flag;
    /// Has trouble finding or paying for housing.
    HousingDifficulty = "housing_difficulty", Flag;
    /// Social security scheme.
    SocialSecurityScheme = "social_security_scheme", Word;
    /// How they are housed.
    HousingStatus = "housing_status", Word;
    /// Reference tax income of the year before last, in euros.
    TaxIncomeYearBeforeLast = "tax_income_year_before_last", Number;
    /// Reference tax income of last year, in euros.
    TaxIncomeLastYear = "tax_income_last_year", Number;
    /// Tax parts of the household in the year before last.
    TaxPartsYearBeforeLast = "tax_parts_year_before_last", Number;
    /// Tax parts of the household last year.
    TaxPartsLastYear = "tax_parts_last_year", Number;
    /// Minimum income (RSA) received, in euros a month.
    MinimumIncome = "minimum_income", Number;
    /// Their own income, in euros a month.
    OwnIncome = "own_income", Number;
    /// Pay or allowance during the stay, in euros a month.
    StayIncome = "stay_income", Number;
    /// Birth of each child.
    ChildrenBirthDates = "children_birth_dates", Days;
    /// The day on which the aid is asked for, or the scheme applied to.
    ApplicationDate = "application_date", Day, changeable;
    /// The day of departure.
    DepartureDate = "departure_date", Day, changeable;
    /// The first day of the activity there.
    FirstDay = "first_day", Day, changeable;
    /// Where the stay takes place.
    Destination = "destination", Place, changeable;
    /// Length of the stay, in whole days, the first and the last counted.
    DurationDays = "duration_days", Number, changeable;
    /// Days of the stay that are paid for by a grant.
    FundedDays = "funded_days", Number;
    /// How often each scheme was used before, by `scheme`, `scheme/year`, `scheme/cycle` or `scheme/country`.
    EarlierUses = "earlier_uses", Counts;
    /// Young people in the group, one for a person alone.
    GroupSize = "group_size", Number;
    /// Their ages at departure, in years.
    GroupAges = "group_ages", Numbers;
    /// Who accompanies the project.
    Accompaniment = "accompaniment", Words, changeable;
    /// With whom they are registered, and since when.
    Registrations = "registrations", DatedWords, changeable;
}

impl Attribute {
    /// The attribute of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// The words that a rule may use, where the list is closed.
    pub const fn words(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Activity => Some(&["student", "jobseeker", "inactive", "employee", "self_employed", "retired"]),
            Self::WorkStudyContract => Some(&["apprentice", "professionalisation"]),
            Self::WorkStudyArrangement => Some(&["suspended", "made_available"]),
            Self::Education => {
                Some(&["lower_secondary", "upper_secondary", "higher_education", "digital_school", "unknown"])
            }
            Self::StudyYear => Some(&STUDY_YEARS),
            Self::BaccalaureateHonours => Some(&[
                "mention_assez_bien",
                "mention_bien",
                "mention_tres_bien",
                "mention_tres_bien_felicitations_jury",
                "non_renseignee",
            ]),
            Self::TrainingGroup => Some(&["groupe_330", "groupe_230", "aucun"]),
            _ => None,
        }
    }
}

/// Years of study, in the words of the national simulator.
const STUDY_YEARS: [&str; 25] = [
    "cap_1",
    "cap_2",
    "seconde",
    "premiere",
    "terminale",
    "bts_1",
    "bts_2",
    "but_1",
    "but_2",
    "but_3",
    "cpge_1",
    "cpge_2",
    "licence_1",
    "licence_2",
    "licence_3",
    "master_1",
    "master_2",
    "doctorat_1",
    "doctorat_2",
    "doctorat_3",
    "doctorat_4",
    "doctorat_5",
    "doctorat_6",
    "ingenieur",
    "autre",
];

impl std::fmt::Display for Attribute {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Attribute;

    #[test]
    fn names_lead_back() {
        for (position, attribute) in Attribute::ALL.into_iter().enumerate() {
            assert_eq!(Attribute::named(attribute.name()), Some(attribute));
            assert_eq!(attribute as usize, position);
        }
    }
}
