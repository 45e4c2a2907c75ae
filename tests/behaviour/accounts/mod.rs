//! Signing in, and sessions.

mod sessions;
mod sign_in;
