//! What is asked about.

use kit_base::{Territory, Visibility};
use sea_orm::prelude::Uuid;

use crate::{HeldRole, Place};

/// Which territories lie in which. Dated relations are resolved by the implementation: it answers for today.
///
/// Both directions must agree: `contained(a)` holds `b` exactly when `containing(b)` holds `a`; otherwise a list would
/// hide what may be opened.
pub trait Geography: Send + Sync {
    /// Whether there is such a territory.
    fn exists(&self, territory: Territory) -> bool;

    /// The territories that contain `territory`, at every level; itself may be left out.
    fn containing(&self, territory: Territory) -> Vec<Territory>;

    /// Every territory inside `territory` that a row can be owned by: the départements of a region. Itself may be left out.
    fn contained(&self, territory: Territory) -> Vec<Territory>;
}

/// An object, or the object-to-be of a creation: only what policies look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// What kind of thing, e.g. "commitment"; for `role.grant` and `role.revoke`, the code of the role.
    pub kind: &'static str,
    /// Which one, when it exists.
    pub id: Option<Uuid>,
    /// The territory it belongs to.
    pub territory: Option<Territory>,
    /// The organisation it belongs to.
    pub organisation: Option<Uuid>,
    /// Who may know of it.
    pub visibility: Visibility,
}

impl Resource {
    /// A thing that belongs to nowhere and nobody yet.
    pub fn new(kind: &'static str, visibility: Visibility) -> Self {
        Self { kind, id: None, territory: None, organisation: None, visibility }
    }

    /// The same, existing under this id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<Option<Uuid>>) -> Self {
        self.id = id.into();
        self
    }

    /// The same, belonging to a territory.
    #[must_use]
    pub fn in_territory(mut self, territory: impl Into<Option<Territory>>) -> Self {
        self.territory = territory.into();
        self
    }

    /// The same, belonging to an organisation.
    #[must_use]
    pub fn of_organisation(mut self, organisation: impl Into<Option<Uuid>>) -> Self {
        self.organisation = organisation.into();
        self
    }

    /// The same, belonging to the place where a role is held or will be; a whole installation is no belonging.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        match place {
            Place::Installation => self,
            Place::Territory(territory) => self.in_territory(territory),
            Place::Organisation(organisation) => self.of_organisation(organisation),
        }
    }

    /// Those of `roles` that reach this thing.
    pub(crate) fn reached_by(&self, roles: &[HeldRole], geography: &dyn Geography) -> Vec<HeldRole> {
        if roles.is_empty() {
            return Vec::new();
        }
        let containing = self.territory.map(|territory| geography.containing(territory)).unwrap_or_default();
        roles
            .iter()
            .filter(|held| match held.place {
                Place::Installation => true,
                Place::Territory(place) => self.territory == Some(place) || containing.contains(&place),
                Place::Organisation(place) => self.organisation == Some(place),
            })
            .copied()
            .collect()
    }
}
