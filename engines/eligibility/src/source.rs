//! Where a rule or an amount comes from.

use chrono::NaiveDate;

/// From when until when a rule or an amount is known to be in force, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// From this day; from ever if it is not said.
    pub from: Option<NaiveDate>,
    /// Until this day; until further notice if it is not said.
    pub until: Option<NaiveDate>,
}

/// Where a rule or an amount comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citation {
    /// What the source is called.
    pub title: String,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was last looked at.
    pub checked: Option<NaiveDate>,
    /// How long it holds.
    pub valid: Validity,
}
