//! All places, and what lies within what.

use std::cmp::Reverse;

use kit_base::{Territory, TerritoryKind};

use crate::place::Place;
use crate::search::{NameIndex, alphabetical_ranks};
use crate::tables;

/// Year of the official geographical code (INSEE), as of 1 January.
const VINTAGE: i32 = 2026;

/// Number of a place: its position in `Atlas::places`.
pub(crate) type PlaceNumber = u32;

/// Every territory known without asking anybody. Partner territories abroad belong to an installation and are not here.
pub struct Atlas {
    /// Sorted by territory.
    places: Vec<Place>,
    /// (held, holder), sorted. An EPCI is held by each département it lies over.
    upward: Vec<(PlaceNumber, PlaceNumber)>,
    /// (holder, held), sorted.
    downward: Vec<(PlaceNumber, PlaceNumber)>,
    names: NameIndex,
    /// Of each place, its place among all names in alphabetical order.
    alphabetical_ranks: Vec<u32>,
    /// (postal code, commune), sorted by code, then by falling population.
    postal: Vec<(&'static str, PlaceNumber)>,
}

impl Atlas {
    pub(crate) fn from_tables() -> Self {
        let (mut places, held_by): (Vec<Place>, Vec<_>) =
            tables::lines().map(|line| (line.place, line.held_by)).unzip();
        let upward = holdings(&places, &held_by);
        let mut downward: Vec<_> = upward.iter().map(|&(held, holder)| (holder, held)).collect();
        downward.sort_unstable();
        sum_populations(&mut places, &upward);
        let names = NameIndex::new(&places);
        let alphabetical_ranks = alphabetical_ranks(&places);
        let postal = postal_codes(&places);
        Self { places, upward, downward, names, alphabetical_ranks, postal }
    }

    /// What is known of a territory; `None` if there is none of this kind and code.
    pub fn get(&self, territory: Territory) -> Option<&Place> {
        self.place(self.number(territory)?)
    }

    /// The year whose codes these are.
    pub fn vintage(&self) -> i32 {
        VINTAGE
    }

    /// Every place, by kind, then by code.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The 18 régions and the 8 collectivities that stand for one, by code.
    pub fn regions(&self) -> impl Iterator<Item = &Place> {
        of_kind(&self.places, TerritoryKind::Region).iter()
    }

    /// The 101 départements and the 8 collectivities that stand for one, by code.
    pub fn departements(&self) -> impl Iterator<Item = &Place> {
        of_kind(&self.places, TerritoryKind::Departement).iter()
    }

    /// The countries, by code.
    pub fn countries(&self) -> impl Iterator<Item = &Place> {
        of_kind(&self.places, TerritoryKind::Pays).iter()
    }

    /// The territories in which this one lies, nearest first: EPCI, départements, régions, country. An EPCI lies in every
    /// département and région where it has a commune; a commune of it lies in its own département only.
    pub fn within(&self, territory: Territory) -> Vec<Territory> {
        let mut found: Vec<PlaceNumber> = Vec::new();
        let mut to_climb: Vec<PlaceNumber> = self.number(territory).into_iter().collect();
        while let Some(held) = to_climb.pop() {
            for holder in linked(&self.upward, held) {
                if found.contains(&holder) {
                    continue;
                }
                found.push(holder);
                // The neighbours that an EPCI has in another département are not a reason to lie in it.
                if self.kind(holder) != Some(TerritoryKind::Epci) {
                    to_climb.push(holder);
                }
            }
        }
        let mut holders: Vec<Territory> = self.territories(&found).collect();
        holders.sort_unstable_by_key(|holder| (height(holder.kind()), *holder));
        holders
    }

    /// Whether `inner` is `outer` or lies in it, for an EPCI at least in part.
    pub fn contains(&self, outer: Territory, inner: Territory) -> bool {
        outer == inner || self.within(inner).contains(&outer)
    }

    /// The territories of one kind that lie in this one, by code: the départements of a région, the communes of an EPCI …
    /// An EPCI is among the children of each département and région it lies over.
    pub fn children(&self, territory: Territory, kind: TerritoryKind) -> Vec<Territory> {
        let mut found = self.children_numbers(territory, kind);
        found.sort_unstable();
        found.dedup();
        self.territories(&found).collect()
    }

    /// The same in the order of their names, whatever the accents.
    pub fn children_by_name(&self, territory: Territory, kind: TerritoryKind) -> Vec<Territory> {
        let mut found = self.children_numbers(territory, kind);
        let rank = |number: &PlaceNumber| self.alphabetical_ranks.get(usize::try_from(*number).ok()?);
        found.sort_unstable_by_key(rank);
        found.dedup();
        self.territories(&found).collect()
    }

    /// Some of them twice.
    fn children_numbers(&self, territory: Territory, kind: TerritoryKind) -> Vec<PlaceNumber> {
        let mut found: Vec<PlaceNumber> = Vec::new();
        let mut to_descend: Vec<PlaceNumber> = self.number(territory).into_iter().collect();
        while let Some(holder) = to_descend.pop() {
            for held in linked(&self.downward, holder) {
                match self.kind(held) {
                    Some(held_kind) if held_kind == kind => found.push(held),
                    Some(TerritoryKind::Region | TerritoryKind::Departement) => to_descend.push(held),
                    _ => {}
                }
            }
        }
        found
    }

    /// The département of a commune.
    pub fn departement_of(&self, commune: Territory) -> Option<Territory> {
        let is_commune = commune.kind() == TerritoryKind::Commune;
        self.within(commune).into_iter().find(|holder| is_commune && holder.kind() == TerritoryKind::Departement)
    }

    /// The région of a département.
    pub fn region_of(&self, departement: Territory) -> Option<Territory> {
        let is_departement = departement.kind() == TerritoryKind::Departement;
        self.within(departement).into_iter().find(|holder| is_departement && holder.kind() == TerritoryKind::Region)
    }

    /// Places of these kinds by name or code, best first: the exact name or code, then communes of this postal code, then names
    /// that begin with the query, then names with a word that begins with it; each by falling population, then by kind and code. Case, accents, ligatures,
    /// hyphens and apostrophes do not matter, and `st` is `saint`. An empty query, one of more than
    /// [`kit_base::limits::SEARCH_CHARACTERS_MAX`] characters, or an empty list of kinds finds nothing.
    /// At most [`crate::RESULTS_COUNT_MAX`] places.
    pub fn search(&self, query: &str, kinds: &[TerritoryKind], count_max: usize) -> Vec<&Place> {
        let by_code = kinds.iter().filter_map(|kind| {
            let code = query.trim().to_ascii_uppercase();
            self.number(Territory::new(*kind, &code).ok()?)
        });
        let by_postal_code =
            self.numbers_of_postal_code(query.trim()).filter(|_| kinds.contains(&TerritoryKind::Commune));
        let found = self.names.search(query, kinds, count_max, by_code.chain(by_postal_code).collect());
        found.into_iter().filter_map(|number| self.place(number)).collect()
    }

    /// The communes that have this postal code, by falling population: 46 at most in this vintage.
    pub fn communes_of_postal_code(&self, code: &str) -> Vec<Territory> {
        let numbers: Vec<PlaceNumber> = self.numbers_of_postal_code(code).collect();
        self.territories(&numbers).collect()
    }

    fn numbers_of_postal_code<'a>(&'a self, code: &'a str) -> impl Iterator<Item = PlaceNumber> + 'a {
        let start = self.postal.partition_point(|(listed, _)| *listed < code);
        self.postal.iter().skip(start).take_while(move |(listed, _)| *listed == code).map(|(_, number)| *number)
    }

    fn place(&self, number: PlaceNumber) -> Option<&Place> {
        self.places.get(usize::try_from(number).ok()?)
    }

    fn kind(&self, number: PlaceNumber) -> Option<TerritoryKind> {
        self.place(number).map(|place| place.territory.kind())
    }

    fn number(&self, territory: Territory) -> Option<PlaceNumber> {
        number_of(&self.places, territory)
    }

    fn territories(&self, numbers: &[PlaceNumber]) -> impl Iterator<Item = Territory> {
        numbers.iter().filter_map(|number| self.place(*number)).map(|place| place.territory)
    }
}

/// How far up a kind stands, from the commune to the country.
fn height(kind: TerritoryKind) -> u8 {
    match kind {
        TerritoryKind::Commune => 0,
        TerritoryKind::Epci => 1,
        TerritoryKind::Departement => 2,
        TerritoryKind::Region => 3,
        TerritoryKind::Partenaire | TerritoryKind::Pays => 4,
    }
}

/// (held, holder) of every line, and of every EPCI the départements of its communes.
fn holdings(places: &[Place], held_by: &[[Option<Territory>; 2]]) -> Vec<(PlaceNumber, PlaceNumber)> {
    let mut holdings = Vec::with_capacity(places.len() * 2);
    for (held, holders) in (0..).zip(held_by) {
        let holders = holders.map(|holder| holder.and_then(|holder| number_of(places, holder)));
        holdings.extend(holders.into_iter().flatten().map(|holder| (held, holder)));
        if let [Some(departement), Some(epci)] = holders {
            holdings.push((epci, departement));
        }
    }
    holdings.sort_unstable();
    holdings.dedup();
    holdings
}

/// Gives EPCI and départements the inhabitants of their communes, then régions those of their départements.
fn sum_populations(places: &mut [Place], upward: &[(PlaceNumber, PlaceNumber)]) {
    for summed in [TerritoryKind::Commune, TerritoryKind::Departement] {
        for &(held, holder) in upward {
            let held = usize::try_from(held).ok().and_then(|held| places.get(held)).copied();
            let Some(inhabitants) =
                held.filter(|held| held.territory.kind() == summed).and_then(|held| held.population)
            else {
                continue;
            };
            let holder = usize::try_from(holder).ok().and_then(|holder| places.get_mut(holder));
            if let Some(holder) = holder.filter(|holder| holder.territory.kind() != TerritoryKind::Pays) {
                holder.population = Some(holder.population.unwrap_or(0) + inhabitants);
            }
        }
    }
}

/// Every postal code with each commune that has it.
fn postal_codes(places: &[Place]) -> Vec<(&'static str, PlaceNumber)> {
    let mut codes: Vec<_> = (0..)
        .zip(places)
        .flat_map(|(number, place)| place.postal_codes().map(move |code| (code, Reverse(place.population), number)))
        .collect();
    codes.sort_unstable();
    codes.into_iter().map(|(code, _, number)| (code, number)).collect()
}

fn number_of(places: &[Place], territory: Territory) -> Option<PlaceNumber> {
    let position = places.binary_search_by(|place| place.territory.cmp(&territory)).ok()?;
    PlaceNumber::try_from(position).ok()
}

fn of_kind(places: &[Place], kind: TerritoryKind) -> &[Place] {
    let from = places.partition_point(|place| place.territory.kind() < kind);
    let to = places.partition_point(|place| place.territory.kind() <= kind);
    places.get(from..to).unwrap_or_default()
}

fn linked(links: &[(PlaceNumber, PlaceNumber)], from: PlaceNumber) -> impl Iterator<Item = PlaceNumber> {
    let start = links.partition_point(|link| link.0 < from);
    links.iter().skip(start).take_while(move |link| link.0 == from).map(|link| link.1)
}
