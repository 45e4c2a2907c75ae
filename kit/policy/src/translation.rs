//! From our principals and resources to Cedar's entities.

use cedar_policy::{
    Entity, EntityAttrEvaluationError, EntityId, EntityTypeName, EntityUid, ParseErrors, RestrictedExpression,
};

use crate::{HeldRole, Place, Principal, Resource, Role};

/// The names of the vocabulary's entity types, parsed once.
pub(crate) struct Types {
    role: EntityTypeName,
    visitor: EntityTypeName,
    person: EntityTypeName,
    answer_link: EntityTypeName,
    record: EntityTypeName,
    action: EntityTypeName,
}

/// The attribute of a record that holds the roles of this kind which reach it.
fn attribute(role: Role) -> &'static str {
    match role {
        Role::Administrator => "administrators",
        Role::RegionalSteering => "steerings",
        Role::Coordinator => "coordinators",
        Role::Member => "members",
        Role::Counsellor => "counsellors",
        Role::Reader => "readers",
    }
}

/// The attributes of a record that hold roles.
pub(crate) const ROLE_SETS: [&str; 8] = [
    "administrators",
    "steerings",
    "coordinators",
    "members",
    "counsellors",
    "readers",
    "organisation_members",
    "role_holders",
];

fn uid(name: &EntityTypeName, id: impl AsRef<str>) -> EntityUid {
    EntityUid::from_type_name_and_id(name.clone(), EntityId::new(id))
}

fn text(value: impl ToString) -> RestrictedExpression {
    RestrictedExpression::new_string(value.to_string())
}

impl Types {
    pub(crate) fn new() -> Result<Self, Box<ParseErrors>> {
        Ok(Self {
            role: "Role".parse()?,
            visitor: "Visitor".parse()?,
            person: "Person".parse()?,
            answer_link: "AnswerLink".parse()?,
            record: "Record".parse()?,
            action: "Action".parse()?,
        })
    }

    pub(crate) fn action(&self, name: &str) -> EntityUid {
        uid(&self.action, name)
    }

    pub(crate) fn principal(&self, principal: &Principal) -> Result<Entity, Box<EntityAttrEvaluationError>> {
        match principal {
            Principal::Visitor => Ok(Entity::with_uid(uid(&self.visitor, "visitor"))),
            Principal::Person { id, roles } => Entity::new(
                uid(&self.person, id.to_string()),
                [("id".to_owned(), text(id))].into(),
                roles.iter().map(|held| uid(&self.role, held.to_string())).collect(),
            )
            .map_err(Box::new),
            Principal::AnswerLink { id, about, .. } => Entity::new(
                uid(&self.answer_link, id.to_string()),
                [("about".to_owned(), text(about))].into(),
                [].into(),
            )
            .map_err(Box::new),
        }
    }

    /// The resource with `reaching`, the roles of the principal that reach it. The roles that others hold are left out
    /// of the sets: they cannot change the answer.
    pub(crate) fn record(
        &self,
        resource: &Resource,
        reaching: &[HeldRole],
    ) -> Result<Entity, Box<EntityAttrEvaluationError>> {
        let set = |wanted: &dyn Fn(&HeldRole) -> bool| {
            let roles = reaching.iter().filter(|held| wanted(held));
            RestrictedExpression::new_set(
                roles.map(|held| RestrictedExpression::new_entity_uid(uid(&self.role, held.to_string()))),
            )
        };
        let through_organisation =
            |held: &HeldRole| held.role == Role::Member && matches!(held.place, Place::Organisation(_));
        let id = resource.id.map(|id| id.to_string()).unwrap_or_default();
        let role_sets = Role::ALL.iter().map(|&role| (attribute(role), set(&|held| held.role == role)));
        let attributes = role_sets.chain([
            ("organisation_members", set(&through_organisation)),
            ("role_holders", set(&|_| true)),
            ("kind", text(resource.kind)),
            ("visibility", text(resource.visibility)),
            ("id", text(&id)),
        ]);
        Entity::new(
            uid(&self.record, format!("{}:{id}", resource.kind)),
            attributes.map(|(name, value)| (name.to_owned(), value)).collect(),
            [].into(),
        )
        .map_err(Box::new)
    }
}
