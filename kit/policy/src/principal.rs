//! Who asks.

use std::fmt;

use kit_base::Territory;
use sea_orm::prelude::Uuid;

kit_base::codes! {
    /// What a person is entrusted with, at a [`Place`].
    pub enum Role {
        /// Keeps the installation itself; held on the installation.
        Administrator = "administrator",
        /// Steers a region: State services, Region; held on a region.
        RegionalSteering = "regional-steering",
        /// Coordinates the collective of a département; held on a département.
        Coordinator = "coordinator",
        /// Takes part; held on an organisation or a territory.
        Member = "member",
        /// Advises young people; held on an organisation or a territory.
        Counsellor = "counsellor",
        /// Reads; held on an organisation or a territory.
        Reader = "reader",
    }
}

/// Where a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Everywhere in this installation.
    Installation,
    /// On a territory and all it contains.
    Territory(Territory),
    /// In an organisation.
    Organisation(Uuid),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Installation => f.write_str("installation"),
            Self::Territory(territory) => territory.fmt(f),
            Self::Organisation(organisation) => write!(f, "organisation:{organisation}"),
        }
    }
}

/// A role somebody holds at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HeldRole {
    /// What they are entrusted with.
    pub role: Role,
    /// Where.
    pub place: Place,
}

impl fmt::Display for HeldRole {
    /// `coordinator@departement:11`, as the journal and the policies name it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.role, self.place)
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// Somebody who has not signed in.
    Visitor,
    /// Somebody who has signed in.
    Person {
        /// Who.
        id: Uuid,
        /// The roles they hold now.
        roles: Vec<HeldRole>,
    },
    /// A signed link by which an organisation without an account answers one question.
    AnswerLink {
        /// Which link.
        id: Uuid,
        /// Whom it was sent to.
        organisation: Uuid,
        /// The one object it may answer about.
        about: Uuid,
    },
}

impl Principal {
    /// The roles held; none for a visitor and for an answer link.
    pub fn roles(&self) -> &[HeldRole] {
        match self {
            Self::Person { roles, .. } => roles,
            Self::Visitor | Self::AnswerLink { .. } => &[],
        }
    }

    /// The person, when it is one.
    pub fn person_id(&self) -> Option<Uuid> {
        match self {
            Self::Person { id, .. } => Some(*id),
            Self::Visitor | Self::AnswerLink { .. } => None,
        }
    }
}
