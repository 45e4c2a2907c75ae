//! What waits for the next basket of an address, and when that basket may go.

use std::fmt;

use chrono::Duration;
use kit_base::clock::day_in;
use kit_base::limits::BASKET_DAYS;
use kit_base::{EmailAddress, Instant, Locale};
use uuid::Uuid;

use crate::letter::{Action, Item};

/// One thing that we ask of a person, or tell them, in their next basket.
#[derive(Clone, PartialEq, Eq)]
pub struct BasketItem {
    /// To whom.
    pub to: EmailAddress,
    /// The reader's language.
    pub locale: Locale,
    /// The code of the school holidays' zone of the reader; `None` when no holidays are known for them.
    pub zone: Option<String>,
    /// The thing asked about. One request and one notice wait for an address and a thing: a newer one replaces it.
    pub about: Uuid,
    /// What is asked or told.
    pub sentence: String,
    /// Where to answer.
    pub action: Action,
}

impl fmt::Debug for BasketItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BasketItem(about {})", self.about)
    }
}

/// What one mail carries to one person. The application makes a letter of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basket {
    /// To whom.
    pub to: EmailAddress,
    /// The reader's language: that of the newest piece.
    pub locale: Locale,
    /// What we ask, oldest first.
    pub requests: Vec<Item>,
    /// What we tell, oldest first.
    pub notices: Vec<Item>,
}

/// Whether a basket may go to an address at `now` (rule 19 of the house): [`BASKET_DAYS`] times 24 hours after the last one,
/// and not on a quiet day. `is_quiet_today` is said of the day that it is in Paris.
pub fn basket_may_go(last_sent_at: Option<Instant>, now: Instant, is_quiet_today: bool) -> bool {
    !is_quiet_today && last_sent_at.is_none_or(|last| last <= newest_last_basket(now))
}

/// An address that got its last basket after this waits for its next one.
pub(crate) fn newest_last_basket(now: Instant) -> Instant {
    now - Duration::days(BASKET_DAYS)
}

/// The day that counts for holidays: the one it is in Paris.
pub(crate) fn house_day(instant: Instant) -> chrono::NaiveDate {
    day_in(chrono_tz::Europe::Paris, instant)
}
