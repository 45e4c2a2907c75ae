//! What can be done with seminars, one verb a file.

mod add_session;
mod cancel_registration;
mod cancel_seminar;
mod cancel_session;
mod change_seat;
mod create_seminar;
mod edit_minutes;
mod edit_seminar;
mod edit_session;
mod links;
mod make_sample_link;
mod open_next_seminar;
mod record_attendance;
mod register;
mod send_link;
mod set_up_registration;
mod workshops;

pub use add_session::AddSession;
pub use cancel_registration::CancelRegistration;
pub use cancel_seminar::CancelSeminar;
pub use cancel_session::CancelSession;
pub use change_seat::ChangeSeat;
pub use create_seminar::{CreateSeminar, CreatedSeminar};
pub use edit_minutes::EditMinutes;
pub use edit_seminar::EditSeminar;
pub use edit_session::EditSession;
pub(crate) use make_sample_link::MakeSampleRegistrationLink;
pub use open_next_seminar::OpenNextSeminar;
pub use record_attendance::RecordAttendance;
pub use register::{NewRegistration, Register, RegisterFor};
pub use send_link::SendRegistrationLink;
pub use set_up_registration::SetUpRegistration;
