//! What can be done with accounts, one verb a file.

mod create_person;
mod end_session;
mod grant_role;
mod open_session;
mod request_sign_in;
mod revoke_role;
mod sign_in;

pub use create_person::{CreatePerson, CreatePersonWithRole};
pub use end_session::{EndOtherSessions, EndSession};
pub use grant_role::GrantRole;
pub(crate) use grant_role::resource as role_resource;
pub use open_session::OpenSession;
pub use request_sign_in::RequestSignIn;
pub use revoke_role::RevokeRole;
pub use sign_in::{SignInWithCode, SignInWithLink};
