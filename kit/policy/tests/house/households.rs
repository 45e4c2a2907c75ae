//! Two regions, their départements, and everything the policies of the house name.

use std::sync::Arc;

use kit_base::{Territory, Visibility};
use kit_policy::{Geography, HeldRole, Place, Policies, Principal, Resource, Role};
use sea_orm::prelude::Uuid;

/// The actions that features declare, in the order of the rooms.
pub(crate) const ACTIONS: &[&str] = &[
    "account.sign-out-session",
    "person.create",
    "person.list",
    "role.grant",
    "role.revoke",
    "journal.read",
    "territory.read",
    "organisation.list",
    "organisation.read",
    "organisation.create",
    "organisation.edit",
    "collective.list",
    "collective.read",
    "collective.member-add",
    "collective.member-end",
    "collective.edit",
    "collective.answer-sheet",
    "committee.edit",
    "seminar.list",
    "seminar.read",
    "seminar.create",
    "seminar.edit",
    "session.add",
    "session.edit",
    "minutes.edit",
    "seminar.open-next",
    "registration.list",
    "registration.register",
    "registration.manage",
    "registration.change",
    "attendance.record",
    "commitment.list",
    "commitment.call-list",
    "commitment.read",
    "decision.record",
    "commitment.record",
    "commitment.ask",
    "commitment.answer",
    "commitment.hand-over",
    "commitment.undo-answer",
    "commitment.disown-answer",
    "answer-link.revoke",
    "meeting.list",
    "meeting.read",
    "meeting.hold",
    "plan.read",
    "plan.edit",
    "indicator.read",
    "indicator.enter-value",
    "indicator.answer",
    "action.list",
    "action.read",
    "action.create",
    "action.edit",
];

/// Actions whose answer depends on the id or the kind of the record: they are decided, never listed.
pub(crate) const DECIDED_ONLY: &[&str] = &[
    "account.sign-out-session",
    "role.grant",
    "role.revoke",
    "commitment.hand-over",
    "commitment.undo-answer",
    "commitment.disown-answer",
];

pub(crate) const POLICIES: &str = include_str!("../../../../app/policies.cedar");
pub(crate) const SCHEMA: &str = include_str!("../../../../app/policies.cedarschema");

/// Region 76 with départements 11 and 31, region 11 with départements 75 and 93; EPCI 200 lies over 31 and 75.
pub(crate) struct TwoRegions;

const WITHIN: &[(&str, &[&str])] = &[
    ("departement:11", &["region:76"]),
    ("departement:31", &["region:76"]),
    ("departement:75", &["region:11"]),
    ("departement:93", &["region:11"]),
    ("epci:200", &["departement:31", "departement:75", "region:76", "region:11"]),
    ("commune:11069", &["departement:11", "region:76"]),
];

/// Every territory of the two regions.
pub(crate) const TERRITORIES: &[&str] = &[
    "region:76",
    "region:11",
    "departement:11",
    "departement:31",
    "departement:75",
    "departement:93",
    "epci:200",
    "commune:11069",
];

impl Geography for TwoRegions {
    fn exists(&self, _: Territory) -> bool {
        true
    }

    fn containing(&self, inner: Territory) -> Vec<Territory> {
        WITHIN
            .iter()
            .filter(|(name, _)| territory(name) == inner)
            .flat_map(|(_, outer)| outer.iter().map(|name| territory(name)))
            .collect()
    }

    fn contained(&self, outer: Territory) -> Vec<Territory> {
        let inner = WITHIN.iter().filter(|(_, outers)| outers.iter().any(|name| territory(name) == outer));
        inner.map(|(name, _)| territory(name)).collect()
    }
}

pub(crate) fn policies() -> Policies {
    Policies::new(POLICIES, SCHEMA, Arc::new(TwoRegions), ACTIONS).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn territory(name: &str) -> Territory {
    name.parse().unwrap()
}

/// The nth organisation, person, link or object.
pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn on(name: &str) -> Place {
    Place::Territory(territory(name))
}

pub(crate) fn holding(roles: &[(Role, Place)]) -> Principal {
    Principal::Person { id: id(1), roles: roles.iter().map(|&(role, place)| HeldRole { role, place }).collect() }
}

pub(crate) fn thing_in(name: &str, visibility: Visibility) -> Resource {
    Resource::new("thing", visibility).with_id(id(100)).in_territory(territory(name))
}
