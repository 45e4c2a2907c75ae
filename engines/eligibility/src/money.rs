//! What a scheme pays.

use crate::facts::{Attribute, Known, Value};
use crate::formula::Formula;
use crate::kleene::Kleene;
use crate::source::Citation;

/// Euro cents.
pub type Cents = i64;

/// Euros in cents; nothing for what is negative, too large, or finer than a cent.
pub(crate) fn cents(euros: f64) -> Option<Cents> {
    let cents = (euros * 100.0).round();
    let is_whole = (euros * 100.0 - cents).abs() < 1e-6;
    #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
    (is_whole && (0.0..1e12).contains(&cents)).then_some(cents as Cents)
}

/// What a payment is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Once, whatever the length of the stay.
    Stay,
    /// A day that is funded.
    Day,
    /// Seven funded days.
    Week,
    /// Thirty funded days: a month of the Erasmus+ grant rules.
    Month,
}

/// How parts of a week or a month count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counting {
    /// By the day.
    #[default]
    Proportional,
    /// A week or a month that is begun is paid.
    Started,
    /// Only whole ones are paid.
    Completed,
}

/// An amount under a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// When it applies: a zone of destination, a level of quotient.
    pub when: Formula,
    /// The least it can be.
    pub low: Cents,
    /// The most it can be; the same as `low` for a fixed amount.
    pub high: Cents,
    /// What it is counted by.
    pub per: Per,
    /// How parts count.
    pub counting: Counting,
    /// Never more in all than this.
    pub cap: Option<Cents>,
    /// Where that comes from.
    pub citation: Citation,
}

/// What a stay would bring, as far as it can be said. Never a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worth {
    /// The least.
    pub low: Cents,
    /// The most.
    pub high: Cents,
}

impl Amount {
    /// Whether it is the same for whoever is eligible.
    pub fn is_fixed(&self) -> bool {
        self.when == Formula::always() && self.per == Per::Stay && self.low == self.high && self.cap.is_none()
    }

    /// The total for a stay, if its length is known or does not matter.
    pub fn total(&self, known: &dyn Known) -> Option<Worth> {
        let days = match self.per {
            Per::Stay => None,
            Per::Day | Per::Week | Per::Month => Some(funded_days(known)?),
        };
        let total = |rate: Cents| {
            let whole = days.map_or(rate, |days| self.over(rate, days));
            self.cap.map_or(whole, |cap| whole.min(cap))
        };
        Some(Worth { low: total(self.low), high: total(self.high) })
    }

    fn over(&self, rate: Cents, days: i64) -> Cents {
        let length = match self.per {
            Per::Stay | Per::Day => 1,
            Per::Week => 7,
            Per::Month => 30,
        };
        match self.counting {
            Counting::Proportional => rate.saturating_mul(days) / length,
            Counting::Started => rate.saturating_mul((days + length - 1) / length),
            Counting::Completed => rate.saturating_mul(days / length),
        }
    }
}

/// What is known of the worth of several amounts: those that apply, from the least to the most that any of them says.
/// Nothing where none applies, or where one that may apply cannot be told.
pub(crate) fn worth(amounts: &[Amount], known: &dyn Known, truth: impl Fn(&Formula) -> Kleene) -> Option<Worth> {
    let mut together: Option<Worth> = None;
    for amount in amounts.iter().filter(|amount| truth(&amount.when) != Kleene::No) {
        let total = amount.total(known)?;
        together = Some(
            together
                .map_or(total, |so_far| Worth { low: so_far.low.min(total.low), high: so_far.high.max(total.high) }),
        );
    }
    together
}

/// The days that a grant pays: those said to be, else the whole stay.
fn funded_days(known: &dyn Known) -> Option<i64> {
    let value = known.value(Attribute::FundedDays).or_else(|| known.value(Attribute::DurationDays))?;
    let Value::Number(days) = value else { return None };
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and a stay is short")]
    days.is_finite().then_some((days.floor() as i64).clamp(0, 100_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Facts;

    fn amount(per: Per, counting: Counting, cap: Option<Cents>) -> Amount {
        Amount { when: Formula::always(), low: 30_000, high: 30_000, per, counting, cap, citation: Citation::default() }
    }

    fn total(amount: &Amount, days: f64) -> Cents {
        amount.total(&Facts::new().with(Attribute::DurationDays, days)).unwrap().low
    }

    #[test]
    fn months_count_as_the_rule_says() {
        assert_eq!(total(&amount(Per::Month, Counting::Proportional, None), 45.0), 45_000);
        assert_eq!(total(&amount(Per::Month, Counting::Started, None), 31.0), 60_000);
        assert_eq!(total(&amount(Per::Month, Counting::Completed, None), 59.0), 30_000);
        assert_eq!(total(&amount(Per::Month, Counting::Proportional, Some(50_000)), 90.0), 50_000);
        assert_eq!(total(&amount(Per::Stay, Counting::Proportional, None), 90.0), 30_000);
    }

    #[test]
    fn an_unknown_length_makes_no_total() {
        assert_eq!(amount(Per::Day, Counting::Proportional, None).total(&Facts::new()), None);
        assert!(amount(Per::Stay, Counting::Proportional, None).total(&Facts::new()).is_some());
    }
}
