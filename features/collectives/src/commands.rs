//! What can be done with a collective.

mod add_member;
mod create;
mod end_membership;

pub use add_member::AddMember;
pub use create::CreateCollective;
pub use end_membership::EndMembership;
