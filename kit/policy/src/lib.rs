//! Who may do what: policies written once in Cedar and asked twice, as a [decision](Policies::decide) on one object and
//! as a [`Scope`] that filters lists. The crate knows no feature: actions are words that features declare.
//!
//! So that both answers agree, policies may depend only on the kind of principal, on the roles that reach the record, and
//! on its visibility; [`Policies::new`] refuses policies whose shape could break this.

mod policies;
mod principal;
mod resource;
mod scope;
mod shape;
mod translation;

pub use policies::{Policies, PolicyError};
pub use principal::{HeldRole, Place, Principal, Role};
pub use resource::{Geography, Resource};
pub use scope::{Reach, Scope};
pub use shape::ShapeProblem;
