//! An open loop: requests leave when they are due, whether or not the earlier ones were answered. A closed loop would
//! ask less of a server that slows down, and hide it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};

use super::server::pause;
use super::visitor::Visitor;

/// 100 requests a second for 20 seconds.
const INTERVAL: Duration = Duration::from_millis(10);
const REQUEST_COUNT: u32 = 2_000;
/// Enough that a request waits for a free one only when answers take longer than 160 ms.
const VISITOR_COUNT: usize = 16;

/// How long each answer took, from the moment its request was due.
pub(crate) struct Latencies(Vec<Duration>);

impl Latencies {
    fn new(mut latencies: Vec<Duration>) -> Self {
        latencies.sort_unstable();
        Self(latencies)
    }

    /// The time within which so many in a hundred were answered (nearest rank).
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }
}

/// Reads the pages in turn at that pace. An answer other than a page is an error.
pub(crate) fn run(visitor: &Visitor, pages: &[&str]) -> Result<Latencies> {
    let next = AtomicU32::new(0);
    let start = Instant::now();
    let parts: Vec<Result<Vec<Duration>>> = std::thread::scope(|scope| {
        let workers: Vec<_> =
            (0..VISITOR_COUNT).map(|_| scope.spawn(|| read_when_due(&visitor.beside(), pages, start, &next))).collect();
        workers.into_iter().map(|worker| worker.join().map_err(|_panic| anyhow!("a visitor was lost"))?).collect()
    });
    let parts: Vec<Vec<Duration>> = parts.into_iter().collect::<Result<_>>()?;
    Ok(Latencies::new(parts.concat()))
}

fn read_when_due(visitor: &Visitor, pages: &[&str], start: Instant, next: &AtomicU32) -> Result<Vec<Duration>> {
    let mut latencies = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= REQUEST_COUNT {
            return Ok(latencies);
        }
        let due = start + INTERVAL * number;
        pause(due.saturating_duration_since(Instant::now()));
        let page = pages.iter().cycle().nth(usize::try_from(number)?).context("no page to read")?;
        visitor.fetch(page)?;
        latencies.push(due.elapsed());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_hundredth_lies_beyond_p99() {
        let latencies = Latencies::new((1..=200).rev().map(Duration::from_millis).collect());
        assert_eq!(latencies.percentile(99), Duration::from_millis(198));
        assert_eq!(latencies.percentile(50), Duration::from_millis(100));
    }
}
