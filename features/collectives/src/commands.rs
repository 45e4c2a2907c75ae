//! What can be done with a collective, and with the committee of a région.

mod add_member;
mod charter;
mod committee;
mod create;
mod edit_sheet;
mod end_membership;
mod send_sheet;

pub use add_member::AddMember;
pub use charter::{RecordCharter, SignCharter};
pub use committee::{AddSeat, EndSeat};
pub use create::CreateCollective;
pub use edit_sheet::{ConfirmSheet, EditSheet};
pub use end_membership::EndMembership;
pub(crate) use send_sheet::MakeSampleSheetLink;
pub use send_sheet::{AnswerSheet, SendSheet};
