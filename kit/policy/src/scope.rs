//! Filters for lists, computed by asking the policies themselves.

use std::collections::{BTreeMap, BTreeSet};

use kit_base::ownership::{Guard, OwnershipColumns, RowVisibility};
use kit_base::{Territory, Visibility};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};

use crate::{Place, Policies, Principal, Resource};

/// How far an action reaches among the rows of one visibility.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// All of them.
    Everywhere,
    /// Those of these territories and those of these organisations; none when both are empty.
    Within {
        /// Territories, with everything inside them that a row can be owned by.
        territories: BTreeSet<Territory>,
        /// Organisations.
        organisations: BTreeSet<Uuid>,
    },
}

impl Reach {
    fn nowhere() -> Self {
        Self::Within { territories: BTreeSet::new(), organisations: BTreeSet::new() }
    }

    fn is_nowhere(&self) -> bool {
        *self == Self::nowhere()
    }

    fn allows(&self, resource: &Resource) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Within { territories, organisations } => {
                resource.territory.is_some_and(|territory| territories.contains(&territory))
                    || resource.organisation.is_some_and(|organisation| organisations.contains(&organisation))
            }
        }
    }
}

/// The rows on which a principal may do one action: a filter for a list, an export, a search or a feed.
/// Given by [`Policies::scope`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    reach: BTreeMap<Visibility, Reach>,
}

impl Scope {
    /// No row at all.
    pub fn nothing() -> Self {
        Self { reach: BTreeMap::new() }
    }

    /// Every row: for jobs that act for the house itself, and for tests.
    pub fn everything() -> Self {
        Self { reach: Visibility::ALL.iter().map(|&visibility| (visibility, Reach::Everywhere)).collect() }
    }

    /// How far it reaches among rows of this visibility.
    pub fn reach(&self, visibility: Visibility) -> Reach {
        self.reach.get(&visibility).cloned().unwrap_or_else(Reach::nowhere)
    }

    /// Whether no row at all is in it: the page is then forbidden rather than empty.
    pub fn is_nothing(&self) -> bool {
        self.reach.values().all(Reach::is_nowhere)
    }

    /// Whether this row is in it.
    pub fn allows(&self, resource: &Resource) -> bool {
        self.reach.get(&resource.visibility).is_some_and(|reach| reach.allows(resource))
    }

    /// Visibilities that share a reach share a branch of the query.
    fn visibilities_by_reach(&self) -> BTreeMap<&Reach, Vec<Visibility>> {
        let mut groups: BTreeMap<&Reach, Vec<Visibility>> = BTreeMap::new();
        for (visibility, reach) in self.reach.iter().filter(|(_, reach)| !reach.is_nowhere()) {
            groups.entry(reach).or_default().push(*visibility);
        }
        groups
    }
}

impl Guard for Scope {
    fn condition<C: ColumnTrait>(&self, columns: &OwnershipColumns<C>) -> Condition {
        match columns.visibility {
            RowVisibility::Always(visibility) => owned_within(&self.reach(visibility), columns),
            RowVisibility::Column(column) => {
                let groups = self.visibilities_by_reach();
                if groups.is_empty() {
                    return no_row();
                }
                let group = |(reach, visibilities): (&Reach, Vec<Visibility>)| {
                    Condition::all().add(column.is_in(visibilities)).add(owned_within(reach, columns))
                };
                groups.into_iter().map(group).fold(Condition::any(), Condition::add)
            }
        }
    }
}

fn owned_within<C: ColumnTrait>(reach: &Reach, columns: &OwnershipColumns<C>) -> Condition {
    let Reach::Within { territories, organisations } = reach else {
        return Condition::all();
    };
    let territory = columns.territory.filter(|_| !territories.is_empty());
    let organisation = columns.organisation.filter(|_| !organisations.is_empty());
    if territory.is_none() && organisation.is_none() {
        return no_row();
    }
    Condition::any()
        .add_option(territory.map(|column| column.is_in(territories.iter().copied())))
        .add_option(organisation.map(|column| column.is_in(organisations.iter().copied())))
}

/// An empty `any` would be dropped from the query and let every row through.
fn no_row() -> Condition {
    Condition::all().add(Expr::cust("1 = 0"))
}

impl Policies {
    /// What [`Policies::scope`] keeps.
    pub(crate) fn compute_scope(&self, principal: &Principal, action: &str) -> Scope {
        let places: BTreeSet<Place> = principal.roles().iter().map(|held| held.place).collect();
        let reach_of = |&visibility: &Visibility| {
            let is_permitted = |place: Place| self.decide(principal, action, &Resource::new("", visibility).at(place));
            let reach = if is_permitted(Place::Installation) {
                Reach::Everywhere
            } else {
                self.within(places.iter().copied().filter(|&place| is_permitted(place)))
            };
            (visibility, reach)
        };
        Scope { reach: Visibility::ALL.iter().map(reach_of).collect() }
    }

    fn within(&self, places: impl Iterator<Item = Place>) -> Reach {
        let (mut territories, mut organisations) = (BTreeSet::new(), BTreeSet::new());
        for place in places {
            match place {
                // Asked first: a record that belongs to nowhere.
                Place::Installation => {}
                Place::Territory(territory) => {
                    territories.insert(territory);
                    territories.extend(self.geography().contained(territory));
                }
                Place::Organisation(organisation) => {
                    organisations.insert(organisation);
                }
            }
        }
        Reach::Within { territories, organisations }
    }
}
