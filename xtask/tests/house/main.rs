//! What no compiler checks: who knows whom, which TLS is linked, what is left lying about.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test fails as the test itself does"
)]

mod checkout;
mod dependencies;
mod documentation;
mod layering;
mod tidy;
mod tls;
