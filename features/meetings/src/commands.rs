//! One verb a file.

mod bring_back;
mod cancel_meeting;
mod create_meeting;
mod edit_meeting;
mod invite;
mod record_presence;
mod write_minutes;

pub use bring_back::BringBack;
pub use cancel_meeting::CancelMeeting;
pub use create_meeting::CreateMeeting;
pub use edit_meeting::EditMeeting;
pub use invite::Invite;
pub use record_presence::{Presence, RecordPresence};
pub use write_minutes::WriteMinutes;

use kit_base::{Message, Problem};

use crate::store::meeting;

/// A meeting that was cancelled stays as it is.
fn check_held(row: &meeting::Model) -> Result<(), Problem> {
    match row.cancelled_at {
        Some(_) => Err(Problem::Refused(Message::new("meetings-is-cancelled"))),
        None => Ok(()),
    }
}
