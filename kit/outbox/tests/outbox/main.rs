//! The promises of the outbox, on both databases.

#[cfg(test)]
mod baskets;
#[cfg(test)]
mod delivery;
#[cfg(test)]
mod house;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod smtp;
