//! Who was there, counted by group and half-day.

use std::collections::BTreeMap;

use super::HalfDayId;

/// Present, and expected when it was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Presence {
    /// Those who were there.
    pub present: usize,
    /// All of those who were expected.
    pub expected: usize,
}

/// What was entered of one place, in one half-day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<G> {
    /// The group it is counted in.
    pub group: G,
    /// When.
    pub half_day: HalfDayId,
    /// Whether they were there.
    pub is_present: bool,
}

/// Counts by group, in the order of the groups, and by half-day.
pub fn count<G: Ord>(entries: impl IntoIterator<Item = Entry<G>>) -> BTreeMap<G, BTreeMap<HalfDayId, Presence>> {
    let mut counts: BTreeMap<G, BTreeMap<HalfDayId, Presence>> = BTreeMap::new();
    for entry in entries {
        let presence = counts.entry(entry.group).or_default().entry(entry.half_day).or_default();
        presence.expected += 1;
        presence.present += usize::from(entry.is_present);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_half_day_is_counted_for_each_group() {
        let half_day = |number| HalfDayId(uuid::Uuid::from_u128(number));
        let entry = |group, number, is_present| Entry { group, half_day: half_day(number), is_present };
        let counts = count([entry("a", 1, true), entry("a", 1, false), entry("b", 1, true), entry("a", 2, true)]);
        assert_eq!(counts["a"][&half_day(1)], Presence { present: 1, expected: 2 });
        assert_eq!(counts["a"][&half_day(2)], Presence { present: 1, expected: 1 });
        assert_eq!(counts["b"].get(&half_day(2)), None);
    }
}
