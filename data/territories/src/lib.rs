//! Regions, départements, EPCI and communes of France, and the countries of the world: their names, what lies within what,
//! a search by name, school zones and time zones. Everything is embedded; nothing is read or asked for at run time.
//!
//! ```
//! use kit_base::{Territory, TerritoryKind};
//! let aude = Territory::new(TerritoryKind::Departement, "11").unwrap();
//! let carcassonne = territories::atlas().search("carcassonne", &[TerritoryKind::Commune], 1)[0];
//! assert_eq!(carcassonne.name(), "Carcassonne");
//! assert!(territories::atlas().contains(aude, carcassonne.territory()));
//! ```

mod atlas;
mod place;
mod search;
mod shapes;
mod tables;
mod zones;

use std::sync::LazyLock;

pub use atlas::Atlas;
pub use place::Place;
pub use search::RESULTS_COUNT_MAX;
pub use shapes::Shape;

/// The one atlas, read from the embedded tables at the first call (a few milliseconds in release).
pub fn atlas() -> &'static Atlas {
    static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::from_tables);
    &ATLAS
}
