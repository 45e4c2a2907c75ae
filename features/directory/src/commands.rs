//! What can be done with an organisation.

mod create;
mod edit;

pub use create::CreateOrganisation;
pub use edit::EditOrganisation;

use kit_base::{Message, Problem, Territory, TerritoryKind};

/// An organisation is kept by the people of a département or a région.
fn check_owner(territory: Territory) -> Result<(), Problem> {
    if can_keep_records(territory) {
        Ok(())
    } else {
        Err(Problem::field("territoire", Message::new("directory-territory-unfit")))
    }
}

/// Whether this is a département or a région that exists.
pub(crate) fn can_keep_records(territory: Territory) -> bool {
    matches!(territory.kind(), TerritoryKind::Departement | TerritoryKind::Region) && territory::exists(territory)
}

/// A seat is a commune that exists.
fn check_seat(seat: Option<Territory>) -> Result<(), Problem> {
    match seat {
        Some(seat) if seat.kind() != TerritoryKind::Commune || !territory::exists(seat) => {
            Err(Problem::field("siege", Message::new("directory-seat-unfit")))
        }
        _ => Ok(()),
    }
}
