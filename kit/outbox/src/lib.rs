//! kit-outbox
