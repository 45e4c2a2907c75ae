//! Loading the policies, and asking for a decision.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use cedar_policy::ffi::DetailedError;
use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Effect, Entities, Entity, EntityUid, Policy, PolicySet, Request,
    Schema, SchemaFragment, ValidationMode, Validator,
};

use kit_base::Territory;

use crate::shape::ShapeProblem;
use crate::translation::Types;
use crate::{Geography, HeldRole, Principal, Resource, Scope};

const VOCABULARY: &str = include_str!("vocabulary.cedarschema");

/// Why policies were not loaded. For who writes them, at start and in tests.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The schema cannot be read, or repeats what the vocabulary says.
    #[error("schema, line {line}: {message}")]
    Schema {
        /// Line of the schema, from 1; 0 when the whole is at fault.
        line: usize,
        /// What is wrong, in Cedar's words.
        message: String,
    },
    /// The policies cannot be read, or speak of what the schema does not have.
    #[error("policies, line {line}: {message}")]
    Policy {
        /// Line of the policies, from 1; 0 when the whole is at fault.
        line: usize,
        /// What is wrong, in Cedar's words.
        message: String,
    },
    /// A policy could permit in a decision what a scope leaves out, or the other way round.
    #[error("policies, line {line}: {problem}")]
    Shape {
        /// Line where the policy begins, from 1.
        line: usize,
        /// What is not allowed.
        problem: ShapeProblem,
    },
    /// The schema has an action that no feature declares.
    #[error("action {0:?} stands in the schema and no feature declares it")]
    Undeclared(String),
    /// A feature declares an action that the schema does not have.
    #[error("action {0:?} is declared by a feature and does not stand in the schema")]
    NotInSchema(&'static str),
    /// A feature declares an action that no policy permits to anybody by its name or its group's.
    #[error("action {0:?} is declared by a feature and no policy names it")]
    NotMentioned(&'static str),
}

/// What applies to one action.
struct Rules {
    /// The action with its groups.
    action: Entity,
    /// The policies whose head names the action, its group or every action.
    policies: PolicySet,
}

/// The policies in force. Immutable; shared by every request.
pub struct Policies {
    types: Types,
    authorizer: Authorizer,
    rules: BTreeMap<&'static str, Rules>,
    geography: Arc<dyn Geography>,
    /// Scopes that were computed already, by roles and action: policies and geography do not change while the house is open.
    scopes: RwLock<HashMap<ScopeKey, Arc<Scope>>>,
}

/// What a scope depends on: whether somebody is signed in, the roles they hold, and the action.
type ScopeKey = (bool, Vec<HeldRole>, &'static str);

/// Scopes that are kept; then all are forgotten and computed afresh.
const SCOPES_KEPT_MAX: usize = 4_096;

impl Policies {
    /// Reads `policies` and checks them against the vocabulary of this crate together with the actions of `schema`.
    ///
    /// # Errors
    /// Anything unreadable or ill-typed, with its line; an action of `actions` that no policy names; an action of the schema
    /// that is not in `actions`; a policy of a shape that would let a scope and a decision differ.
    pub fn new(
        policies: &str,
        schema: &str,
        geography: Arc<dyn Geography>,
        actions: &[&'static str],
    ) -> Result<Self, PolicyError> {
        let schema = read_schema(schema)?;
        let policy_set: PolicySet =
            policies.parse().map_err(|error| policy_error(policies, &DetailedError::from(&error)))?;
        validate(&policy_set, &schema, policies)?;
        for policy in policy_set.policies() {
            crate::shape::check(policy)
                .map_err(|problem| PolicyError::Shape { line: policy_line(policies, policy), problem })?;
        }
        let types = Types::new().map_err(|error| policy_error("", &DetailedError::from(error.as_ref())))?;
        let rules = sort_by_action(&policy_set, &schema, &types, actions)?;
        Ok(Self { types, authorizer: Authorizer::new(), rules, geography, scopes: RwLock::default() })
    }

    /// May this principal do `action` on `resource`? Whatever is not permitted is forbidden, and so is an undeclared action.
    pub fn decide(&self, principal: &Principal, action: &str, resource: &Resource) -> bool {
        self.try_to_decide(principal, action, resource).unwrap_or(false)
    }

    /// `None` when the question makes no sense.
    fn try_to_decide(&self, principal: &Principal, action: &str, resource: &Resource) -> Option<bool> {
        let rules = self.rules.get(action)?;
        let reaching = resource.reached_by(principal.roles(), self.geography.as_ref());
        let principal = self.types.principal(principal).ok()?;
        let record = self.types.record(resource, &reaching).ok()?;
        let request = Request::new(principal.uid(), rules.action.uid(), record.uid(), Context::empty(), None).ok()?;
        let entities = Entities::from_entities([principal, rules.action.clone(), record], None).ok()?;
        let response = self.authorizer.is_authorized(&request, &rules.policies, &entities);
        // A forbidding policy that could not be evaluated must not open what it guards.
        let sound = response.diagnostics().errors().next().is_none();
        Some(sound && response.decision() == Decision::Allow)
    }

    /// The rows on which this principal may do `action`, computed by asking the policies about one probe of each visibility
    /// in each place where the principal holds a role, and one that belongs to nowhere. Computed once for a set of roles.
    ///
    /// A policy that looks at the id or the kind of the record is asked about a record without id and of no kind.
    pub fn scope(&self, principal: &Principal, action: &str) -> Arc<Scope> {
        let is_person = match principal {
            Principal::Visitor => false,
            Principal::Person { .. } => true,
            Principal::AnswerLink { .. } => return Arc::new(self.compute_scope(principal, action)),
        };
        let Some((action, _)) = self.rules.get_key_value(action) else { return Arc::new(Scope::nothing()) };
        let key: ScopeKey = (is_person, principal.roles().to_vec(), action);
        if let Some(scope) = self.scopes.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(scope);
        }
        let scope = Arc::new(self.compute_scope(principal, action));
        let mut scopes = self.scopes.write().unwrap_or_else(PoisonError::into_inner);
        if scopes.len() >= SCOPES_KEPT_MAX {
            scopes.clear();
        }
        scopes.insert(key, Arc::clone(&scope));
        scope
    }

    /// Whether there is such a territory.
    pub fn is_known(&self, territory: Territory) -> bool {
        self.geography.exists(territory)
    }

    pub(crate) fn geography(&self) -> &dyn Geography {
        self.geography.as_ref()
    }
}

fn read_schema(text: &str) -> Result<Schema, PolicyError> {
    let error = |detail: &DetailedError| PolicyError::Schema { line: line_of(text, detail), message: describe(detail) };
    let (vocabulary, _) =
        SchemaFragment::from_cedarschema_str(VOCABULARY).map_err(|e| error(&DetailedError::from(&e)))?;
    let (actions, _) = SchemaFragment::from_cedarschema_str(text).map_err(|e| error(&DetailedError::from(&e)))?;
    Schema::from_schema_fragments([vocabulary, actions]).map_err(|e| error(&DetailedError::from(&e)))
}

fn validate(policies: &PolicySet, schema: &Schema, text: &str) -> Result<(), PolicyError> {
    let result = Validator::new(schema.clone()).validate(policies, ValidationMode::Strict);
    if let Some(error) = result.validation_errors().next() {
        return Err(policy_error(text, &DetailedError::from(error)));
    }
    match result.validation_warnings().next() {
        Some(warning) => Err(policy_error(text, &DetailedError::from(warning))),
        None => Ok(()),
    }
}

/// Hands each action the policies that can concern it, so that a decision looks at a handful.
fn sort_by_action(
    policies: &PolicySet,
    schema: &Schema,
    types: &Types,
    declared: &[&'static str],
) -> Result<BTreeMap<&'static str, Rules>, PolicyError> {
    let entities = schema.action_entities().map_err(|error| policy_error("", &DetailedError::from(&error)))?;
    let groups: BTreeSet<&EntityUid> = schema.action_groups().collect();
    for action in schema.actions().filter(|action| !groups.contains(action)) {
        if !declared.contains(&action.id().unescaped()) {
            return Err(PolicyError::Undeclared(action.id().unescaped().to_owned()));
        }
    }
    let mut rules = BTreeMap::new();
    for &name in declared {
        let uid = types.action(name);
        let action = entities.get(&uid).ok_or(PolicyError::NotInSchema(name))?;
        let names: BTreeSet<&EntityUid> =
            std::iter::once(&uid).chain(entities.ancestors(&uid).into_iter().flatten()).collect();
        let concerns = |policy: &&Policy| match policy.action_constraint() {
            ActionConstraint::Any => true,
            other => is_named(&names, &other),
        };
        let is_mentioned = policies
            .policies()
            .any(|policy| policy.effect() == Effect::Permit && is_named(&names, &policy.action_constraint()));
        if !is_mentioned {
            return Err(PolicyError::NotMentioned(name));
        }
        let concerned = PolicySet::from_policies(policies.policies().filter(concerns).cloned())
            .map_err(|error| policy_error("", &DetailedError::from(&error)))?;
        rules.insert(name, Rules { action: action.clone(), policies: concerned });
    }
    Ok(rules)
}

fn is_named(names: &BTreeSet<&EntityUid>, constraint: &ActionConstraint) -> bool {
    match constraint {
        ActionConstraint::Any => false,
        ActionConstraint::Eq(action) => names.contains(action),
        ActionConstraint::In(actions) => actions.iter().any(|action| names.contains(action)),
    }
}

fn policy_error(text: &str, detail: &DetailedError) -> PolicyError {
    PolicyError::Policy { line: line_of(text, detail), message: describe(detail) }
}

fn describe(detail: &DetailedError) -> String {
    match &detail.help {
        Some(help) => format!("{} ({help})", detail.message),
        None => detail.message.clone(),
    }
}

fn line_of(text: &str, detail: &DetailedError) -> usize {
    detail.source_locations.first().map_or(0, |label| line_at(text, label.loc.start))
}

fn policy_line(text: &str, policy: &Policy) -> usize {
    policy.as_ref().loc().map_or(0, |loc| line_at(text, loc.span.offset()))
}

/// The line, from 1, of the byte at `offset`.
fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use kit_base::Visibility;
    use sea_orm::prelude::Uuid;

    use super::*;
    use crate::{HeldRole, Place, Role};

    const ACTIONS: &str =
        r#"action "thing.edit" appliesTo { principal: [Visitor, Person, AnswerLink], resource: Record };"#;

    #[test]
    fn what_is_handed_to_cedar_is_what_the_vocabulary_promises() {
        let schema = read_schema(ACTIONS).unwrap();
        let types = Types::new().unwrap();
        let id = Uuid::from_u128(1);
        let places =
            [Place::Installation, Place::Organisation(id), Place::Territory("departement:2A".parse().unwrap())];
        let roles: Vec<HeldRole> =
            places.into_iter().flat_map(|place| Role::ALL.iter().map(move |&role| HeldRole { role, place })).collect();
        let record = types.record(&Resource::new("thing", Visibility::Public).with_id(id), &roles).unwrap();
        for principal in [
            Principal::Visitor,
            Principal::Person { id, roles: roles.clone() },
            Principal::AnswerLink { id, organisation: id, about: id },
        ] {
            let principal = types.principal(&principal).unwrap();
            Entities::from_entities([principal, record.clone()], Some(&schema)).unwrap();
        }
    }
}
