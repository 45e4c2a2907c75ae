//! The worker that delivers. Several may run, on one node or on many: a mail is delivered by whoever claims its row.
//!
//! A mail goes at least once: a worker that dies between the transport's acceptance and the mark in the row leaves a claim that
//! expires, and the next one sends the same mail again, under the same Message-ID.

use std::fmt;
use std::sync::Arc;
use std::time::Duration as StdDuration;

use chrono::{Duration, NaiveDate};
use kit_base::{Clock, Instant, Problem};
use kit_store::Store;
use tokio::sync::Notify;
use tokio::time::MissedTickBehavior;

use crate::basket::{Basket, house_day};
use crate::claim::{self, Claimed, Next};
use crate::letter::{Content, Letter};
use crate::mail::OutgoingMail;
use crate::tables::LetterKind;
use crate::transport::{Transport, TransportError};

/// Makes one letter of a basket, in the reader's language.
pub type Composer = Arc<dyn Fn(&Basket) -> Letter + Send + Sync>;
/// Whether a day is in the school holidays of a zone.
pub type QuietDays = Arc<dyn Fn(&str, NaiveDate) -> bool + Send + Sync>;

/// Mails tried by one [`Outbox::deliver_due`].
pub const BATCH_MAX: usize = 100;
/// Tries of one mail; then it stays as failed. With the pauses between them, they span almost four days.
pub const ATTEMPTS_MAX: i32 = 10;
/// Days that address, kind and time of a mail are kept after it left or failed.
pub const KEPT_DAYS: i64 = 90;

const DELIVERY_TIMEOUT: StdDuration = StdDuration::from_secs(60);
const TICK: StdDuration = StdDuration::from_secs(60);

/// Wakes the worker: called after a commit that may have put something into the outbox. Clones wake the same worker.
#[derive(Debug, Clone, Default)]
pub struct Waker(Arc<Notify>);

impl Waker {
    /// Something may be due. Never waits; waking twice is waking once.
    pub fn wake(&self) {
        self.0.notify_one();
    }
}

/// What a round of delivery did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Letters that left.
    pub letters: u64,
    /// Baskets that left.
    pub baskets: u64,
    /// Tries that failed; they are made again later, up to [`ATTEMPTS_MAX`].
    pub failed: u64,
}

/// The worker. Clones work side by side.
#[derive(Clone)]
pub struct Outbox {
    store: Store,
    clock: Clock,
    transport: Arc<dyn Transport>,
    composer: Composer,
    quiet: QuietDays,
    settling: Duration,
    waker: Waker,
}

impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outbox(…)")
    }
}

/// What one step of the worker did.
enum Step {
    Idle,
    Raced,
    Left(LetterKind),
    Failed,
}

impl Outbox {
    /// A worker on `store`. `composer` holds the application's words for a basket, `quiet` its calendar of school holidays.
    /// A basket leaves `settling` after its oldest piece was put in, so that what is asked in one sitting leaves together.
    pub fn new(
        store: Store,
        clock: Clock,
        transport: Arc<dyn Transport>,
        composer: Composer,
        quiet: QuietDays,
        settling: Duration,
    ) -> Self {
        Self { store, clock, transport, composer, quiet, settling, waker: Waker::default() }
    }

    /// What wakes [`Outbox::run`] of this worker and of its clones.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Delivers until `stop` is ready, whenever woken and at least once a minute. A mail being delivered is finished first.
    pub async fn run(self, stop: impl Future<Output = ()> + Send) {
        let mut stop = std::pin::pin!(stop);
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut cleaned_on = None;
        loop {
            tokio::select! {
                biased;
                () = &mut stop => return,
                () = self.waker.0.notified() => {}
                _ = tick.tick() => {}
            }
            loop {
                match self.step().await {
                    Ok(Step::Idle) => break,
                    Ok(Step::Raced | Step::Left(_) | Step::Failed) => {}
                    Err(problem) => {
                        tracing::error!(cause = cause_of(&problem), "the outbox cannot be read or written");
                        break;
                    }
                }
                tokio::select! {
                    biased;
                    () = &mut stop => return,
                    () = std::future::ready(()) => {}
                }
            }
            let today = house_day(self.clock.now());
            if cleaned_on != Some(today) && self.forget_old().await.is_ok() {
                cleaned_on = Some(today);
            }
        }
    }

    /// Delivers what is due now, [`BATCH_MAX`] mails at most.
    pub async fn deliver_due(&self) -> Result<Delivered, Problem> {
        let mut delivered = Delivered::default();
        for _ in 0..BATCH_MAX {
            match self.step().await? {
                Step::Idle => break,
                Step::Raced => {}
                Step::Left(LetterKind::Letter) => delivered.letters += 1,
                Step::Left(LetterKind::Basket) => delivered.baskets += 1,
                Step::Failed => delivered.failed += 1,
            }
        }
        Ok(delivered)
    }

    /// Erases what left or failed more than [`KEPT_DAYS`] days ago. [`Outbox::run`] does it each day.
    pub async fn forget_old(&self) -> Result<(), Problem> {
        claim::forget_before(&self.store, self.clock.now() - Duration::days(KEPT_DAYS)).await
    }

    async fn step(&self) -> Result<Step, Problem> {
        let claimed = match claim::next(&self.store, self.clock.now(), &self.quiet, self.settling).await? {
            Next::Nothing => return Ok(Step::Idle),
            Next::Raced => return Ok(Step::Raced),
            Next::Claimed(claimed) => *claimed,
        };
        let outcome = match self.mail_of(&claimed) {
            Ok(mail) => self.hand_over(&mail).await,
            Err(error) => Err(error),
        };
        let now = self.clock.now();
        let (mail, kind, attempt) = (claimed.id, claimed.kind, claimed.attempt);
        match outcome {
            Ok(()) => {
                kit_base::fault::kill_point("after-outbox");
                claim::mark_sent(&self.store, now, &claimed).await?;
                tracing::info!(%mail, %kind, attempt, "mail left");
                Ok(Step::Left(kind))
            }
            Err(error) => {
                claim::mark_not_sent(&self.store, now, &claimed, &error).await?;
                tracing::warn!(%mail, %kind, attempt, reason = error.kind(), "mail did not leave");
                Ok(Step::Failed)
            }
        }
    }

    fn mail_of(&self, claimed: &Claimed) -> Result<OutgoingMail, TransportError> {
        let letter = match (&claimed.content, &claimed.basket) {
            (Some(content), _) => content.clone().into_letter(claimed.to.clone(), claimed.locale),
            (None, Some(basket)) => {
                let content = Content::of(&(self.composer)(basket)).map_err(TransportError::unwritable)?;
                content.into_letter(claimed.to.clone(), claimed.locale)
            }
            (None, None) => return Err(TransportError::unwritable("a letter without words")),
        };
        Ok(OutgoingMail::new(claimed.id, self.clock.now(), &letter))
    }

    async fn hand_over(&self, mail: &OutgoingMail) -> Result<(), TransportError> {
        tokio::time::timeout(DELIVERY_TIMEOUT, self.transport.deliver(mail))
            .await
            .unwrap_or(Err(TransportError::TooSlow))
    }
}

/// When a mail that failed `attempts` times is tried again: 1, 3, 9, 27, 81, 243, 729 minutes later, then each day and a half.
pub(crate) fn next_try(now: Instant, attempts: i32) -> Instant {
    let steps = u32::try_from(attempts.clamp(1, 8) - 1).unwrap_or_default();
    now + Duration::minutes(3_i64.pow(steps))
}

/// What the database said. Statements carry placeholders, not values: no address is in it.
fn cause_of(problem: &Problem) -> String {
    std::error::Error::source(problem).map_or_else(|| problem.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_span_more_than_a_long_weekend() {
        let start = Instant::default();
        let end = (1..ATTEMPTS_MAX).fold(start, next_try);
        assert!((Duration::days(3)..Duration::days(5)).contains(&(end - start)), "{}", end - start);
        assert_eq!(next_try(start, 1) - start, Duration::minutes(1));
    }
}
