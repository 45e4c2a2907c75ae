//! The promises of the outbox, on both databases.

mod baskets;
mod delivery;
mod house;
mod simulation;
mod smtp;
