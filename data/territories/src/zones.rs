//! School zones and time zones.

use chrono_tz::Tz;
use kit_base::{Territory, TerritoryKind};
use school_holidays::Zone;

use crate::atlas::Atlas;
use crate::tables;

impl Atlas {
    /// The school zone of a territory of metropolitan France: that of the académie of its département (order of the minister
    /// of education on the school calendar). A région or an EPCI has one if all its départements share it, which is so of
    /// every mainland région. Corsica and overseas keep calendars of their own: `None`.
    pub fn school_zone(&self, territory: Territory) -> Option<Zone> {
        let mut zones = self.departements_around(territory).into_iter().map(zone_of_departement);
        let first = zones.next()??;
        zones.all(|zone| zone == Some(first)).then_some(first)
    }

    /// The IANA time zone: of overseas territories their own, of metropolitan France and of countries that of the capital.
    /// `None` for partner territories, for what the atlas does not know, and for the countries that `time-zones.tsv` leaves
    /// out (the README says which).
    pub fn time_zone(&self, territory: Territory) -> Option<Tz> {
        self.get(territory)?;
        let holders = self.within(territory);
        std::iter::once(territory).chain(holders).find_map(|place| in_table(tables::time_zones(), place))
    }

    fn departements_around(&self, territory: Territory) -> Vec<Territory> {
        match territory.kind() {
            TerritoryKind::Departement => vec![territory],
            TerritoryKind::Region => self.children(territory, TerritoryKind::Departement),
            _ => {
                let is_departement = |holder: &Territory| holder.kind() == TerritoryKind::Departement;
                self.within(territory).into_iter().filter(is_departement).collect()
            }
        }
    }
}

fn zone_of_departement(departement: Territory) -> Option<Zone> {
    in_table(tables::school_zones(), departement)
}

/// Looks into a table sorted by territory.
fn in_table<Value: Copy>(table: &[(Territory, Value)], territory: Territory) -> Option<Value> {
    let position = table.binary_search_by(|(listed, _)| listed.cmp(&territory)).ok()?;
    table.get(position).map(|(_, value)| *value)
}
