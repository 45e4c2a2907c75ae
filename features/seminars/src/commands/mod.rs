//! What can be done with seminars, one verb a file.

mod add_session;
mod create_seminar;
mod edit_minutes;
mod edit_seminar;
mod open_next_seminar;

pub use add_session::AddSession;
pub use create_seminar::{CreateSeminar, CreatedSeminar};
pub use edit_minutes::EditMinutes;
pub use edit_seminar::EditSeminar;
pub use open_next_seminar::OpenNextSeminar;
