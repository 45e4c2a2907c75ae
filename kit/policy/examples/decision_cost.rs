//! Measures a decision and a scope: `cargo run --release -p kit-policy --example decision_cost`.
//! The budget of a decision is 66 µs (rule 17 of the design).

use std::error::Error;
use std::hint::black_box;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Instant;

use kit_base::{Territory, Visibility};
use kit_policy::{Geography, HeldRole, Place, Policies, Principal, Resource, Role};
use sea_orm::prelude::Uuid;

const ROUNDS: u32 = 20_000;

/// Every territory lies in `region`.
struct OneRegion {
    region: Territory,
}

impl Geography for OneRegion {
    fn exists(&self, _: Territory) -> bool {
        true
    }

    fn containing(&self, _: Territory) -> Vec<Territory> {
        vec![self.region]
    }

    fn contained(&self, _: Territory) -> Vec<Territory> {
        Vec::new()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let (policies, schema) =
        (include_str!("../../../app/policies.cedar"), include_str!("../../../app/policies.cedarschema"));
    let actions = actions_of(schema);
    let region: Territory = "region:76".parse()?;
    let departement: Territory = "departement:11".parse()?;
    let policies = Policies::new(policies, schema, Arc::new(OneRegion { region }), &actions)?;

    let place = Place::Territory(departement);
    let coordinator = HeldRole { role: Role::Coordinator, place };
    let member = HeldRole { role: Role::Member, place: Place::Organisation(Uuid::from_u128(3)) };
    let reader = HeldRole { role: Role::Reader, place: Place::Territory("departement:31".parse()?) };
    let person = Principal::Person { id: Uuid::from_u128(1), roles: vec![coordinator, member, reader] };
    let commitment = Resource::new("commitment", Visibility::Registered)
        .with_id(Uuid::from_u128(4))
        .in_territory(departement)
        .of_organisation(Uuid::from_u128(3));

    let decision = microseconds(|| black_box(policies.decide(black_box(&person), "commitment.answer", &commitment)));
    let scope = microseconds(|| !black_box(policies.scope(black_box(&person), "organisation.list")).is_nothing());
    writeln!(std::io::stdout(), "decision {decision:.1} µs, scope {scope:.1} µs (a person with 3 roles)")?;
    Ok(())
}

/// The names of the schema that are not groups: those with a room's prefix.
fn actions_of(schema: &'static str) -> Vec<&'static str> {
    let declarations = schema.lines().filter(|line| line.starts_with("action "));
    let names = declarations.flat_map(|line| line.split('"').skip(1).step_by(2));
    names.filter(|name| name.contains('.')).collect()
}

fn microseconds(mut work: impl FnMut() -> bool) -> f64 {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(work());
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(ROUNDS)
}
