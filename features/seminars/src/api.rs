//! The seminars for programs, and as files; who comes, as a file.

mod registrations;
mod seminars;

pub(crate) use registrations::{REGISTRATIONS, SEMINAR_FILTER};
pub(crate) use seminars::SEMINARS;
