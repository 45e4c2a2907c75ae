//! What a plan and a programme are made of, and the rules that hold in them. No I/O.

mod indicators;

use chrono::NaiveDate;
use kit_base::{FieldError, Message, Problem, Territory, TerritoryKind};
use kit_i18n::{Translator, key};
use kit_ui::{Badge, Tone};

pub use indicators::{
    AMOUNT_MAX, Amount, INDICATORS_PER_ACTION_MAX, INDICATORS_PER_PLAN_MAX, IndicatorFacts, IndicatorId, NotAnAmount,
    Stage, Sum, UNIT_CHARACTERS_MAX, VALUE_ANSWERS_MAX, VALUE_LINKS_MAX, ValueId, ValueLinkId, periods,
};

/// Axes of a plan, at most.
pub const AXES_PER_PLAN_MAX: usize = 12;
/// Objectives of an axis, at most.
pub const OBJECTIVES_PER_AXIS_MAX: usize = 20;
/// Actions of one département under one plan, at most.
pub const ACTIONS_PER_PROGRAMME_MAX: u64 = 300;
/// Plans of a region that are looked at: more than thirty years of them.
pub const PLANS_PER_REGION_MAX: u64 = 12;
/// Actions shown in a panel of another page.
pub const PANEL_ACTIONS_MAX: u64 = 5;
/// Years that a plan may lie in.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// Years that a plan lasts, at most.
pub const YEARS_PER_PLAN_MAX: i32 = 10;

kit_base::id! {
    /// The plan of a region.
    pub struct PlanId;
}
kit_base::id! {
    /// An axis of a plan.
    pub struct AxisId;
}
kit_base::id! {
    /// An objective of an axis.
    pub struct ObjectiveId;
}
kit_base::id! {
    /// An action of the programme of a département.
    pub struct ActionId;
}

kit_base::codes! {
    /// How an action stands.
    pub enum ActionStatus {
        /// Somebody thought of it.
        Idea = "idea",
        /// It will be done.
        Planned = "planned",
        /// It is being done.
        Running = "running",
        /// Something is in its way.
        Blocked = "blocked",
        /// It was done.
        Done = "done",
        /// It will be done later than was said.
        Postponed = "postponed",
        /// It will not be done.
        Dropped = "dropped",
    }
}

impl ActionStatus {
    /// Key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Idea => key!("plan-status-idea"),
            Self::Planned => key!("plan-status-planned"),
            Self::Running => key!("plan-status-running"),
            Self::Blocked => key!("plan-status-blocked"),
            Self::Done => key!("plan-status-done"),
            Self::Postponed => key!("plan-status-postponed"),
            Self::Dropped => key!("plan-status-dropped"),
        }
    }

    /// Its name, with its colour and its shape. Dropping an action is a decision, not a fault.
    pub fn badge(self, t: &Translator) -> Badge {
        let tone = match self {
            Self::Idea | Self::Planned | Self::Dropped => Tone::Neutral,
            Self::Running => Tone::Info,
            Self::Done => Tone::Success,
            Self::Blocked | Self::Postponed => Tone::Warning,
        };
        Badge::new(tone, t.text(self.label()))
    }

    /// Whether it has to say why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Blocked | Self::Postponed | Self::Dropped)
    }
}

/// Checks that a plan may lie in this year, typed in `field`.
pub fn check_year(field: &'static str, year: i32) -> Result<(), FieldError> {
    if YEARS.contains(&year) {
        return Ok(());
    }
    let message = Message::new("plan-error-year").with("first", YEARS.start()).with("last", YEARS.end());
    Err(FieldError { field, message })
}

/// Checks the years of a plan.
pub fn check_years(first_year: i32, last_year: i32) -> Result<(), Problem> {
    let wrong_years = [("premiere-annee", first_year), ("derniere-annee", last_year)]
        .into_iter()
        .filter_map(|(field, year)| check_year(field, year).err());
    let mut errors: Vec<FieldError> = wrong_years.collect();
    let message = match last_year.saturating_sub(first_year) {
        _ if !errors.is_empty() => None,
        years if years < 0 => Some(Message::new("plan-error-years-order")),
        years if years >= YEARS_PER_PLAN_MAX => {
            Some(Message::new("plan-error-years-count").with("max", YEARS_PER_PLAN_MAX))
        }
        _ => None,
    };
    errors.extend(message.map(|message| FieldError { field: "derniere-annee", message }));
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}

/// Checks what an action says of its dates and of its state.
pub fn check_action(
    status: ActionStatus,
    reason: Option<&str>,
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
) -> Result<(), Problem> {
    let mut errors = Vec::new();
    if status.needs_reason() && reason.is_none_or(|reason| reason.trim().is_empty()) {
        errors.push(FieldError { field: "motif", message: Message::new("plan-error-reason-missing") });
    }
    if starts.zip(ends).is_some_and(|(starts, ends)| ends < starts) {
        errors.push(FieldError { field: "fin", message: Message::new("plan-error-ends-before-start") });
    }
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}

/// Whether a commitment taken on `commitment` may become an action of `departement`: it was taken there, or by somebody who
/// works for its whole region.
pub fn may_become_action_of(departement: Territory, commitment: Territory) -> bool {
    departement.kind() == TerritoryKind::Departement
        && (commitment == departement || territories::atlas().region_of(departement) == Some(commitment))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn territory(text: &str) -> Territory {
        text.parse().unwrap()
    }

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2027, 6, day)
    }

    fn faults(problem: Result<(), Problem>) -> Vec<&'static str> {
        match problem {
            Err(Problem::Invalid(errors)) => errors.iter().map(|error| error.message.key).collect(),
            Ok(()) => Vec::new(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn what_is_blocked_postponed_or_dropped_says_why() {
        let silent: Vec<_> =
            ActionStatus::ALL.iter().filter(|status| check_action(**status, Some("  "), None, None).is_err()).collect();
        assert_eq!(silent, [&ActionStatus::Blocked, &ActionStatus::Postponed, &ActionStatus::Dropped]);
        assert!(check_action(ActionStatus::Blocked, Some("no bus"), None, None).is_ok());
    }

    #[test]
    fn an_action_does_not_end_before_it_starts() {
        assert!(check_action(ActionStatus::Planned, None, day(24), day(24)).is_ok());
        assert!(check_action(ActionStatus::Planned, None, None, day(2)).is_ok());
        let both = check_action(ActionStatus::Dropped, None, day(24), day(23));
        assert_eq!(faults(both), ["plan-error-reason-missing", "plan-error-ends-before-start"]);
    }

    #[test]
    fn a_plan_lies_in_a_few_years_of_this_century() {
        assert!(check_years(2027, 2029).is_ok());
        assert!(check_years(2027, 2027).is_ok());
        assert_eq!(faults(check_years(2029, 2027)), ["plan-error-years-order"]);
        assert_eq!(faults(check_years(2027, 2037)), ["plan-error-years-count"]);
        assert_eq!(faults(check_years(27, 29)), ["plan-error-year", "plan-error-year"]);
        assert_eq!(faults(check_years(2027, i32::MAX)), ["plan-error-year"]);
    }

    #[test]
    fn a_commitment_becomes_an_action_at_home_or_in_its_region() {
        let aude = territory("departement:11");
        assert!(may_become_action_of(aude, aude));
        assert!(may_become_action_of(aude, territory("region:76")));
        assert!(!may_become_action_of(aude, territory("region:11")));
        assert!(!may_become_action_of(aude, territory("departement:09")));
        assert!(!may_become_action_of(territory("region:76"), territory("region:76")));
    }
}
