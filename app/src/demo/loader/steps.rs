//! The demo is loaded by a fixed row of commands. A start that was killed goes on where it stopped: the journal tells which of
//! them were carried out, and the id each one made.

use std::collections::HashMap;
use std::iter::Rev;

use anyhow::{Context, bail};
use chrono::NaiveDate;
use kit_base::Problem;
use kit_base::clock::day_in;
use kit_policy::Principal;
use kit_store::journal::Listed;
use kit_web::{App, Command};
use uuid::Uuid;

/// Commands of the loader, at most.
const STEPS_MAX: u64 = 1_000;

/// The row of commands, and how far an earlier start came.
pub(super) struct Steps<'a> {
    app: &'a App,
    recorded: Rev<std::vec::IntoIter<Listed>>,
    /// The day the demo began, in France: dates of examples are counted from it.
    pub(super) first_day: NaiveDate,
}

/// When a command was carried out.
enum Outcome<T> {
    /// Just now, with this output.
    Now(T),
    /// By an earlier start, on the thing of this id.
    Earlier(Uuid),
}

impl<'a> Steps<'a> {
    /// Before the first command. Nothing else may have written in this database yet, save an earlier start of the loader.
    pub(super) async fn begin(app: &'a App) -> Result<Self, Problem> {
        let after_the_last = i64::try_from(STEPS_MAX).unwrap_or(i64::MAX).saturating_add(1);
        let newest_first = app.store.read().journal_page(Some(after_the_last), STEPS_MAX).await?;
        let began = newest_first.last().map_or_else(|| app.clock.now(), |first| first.at);
        let first_day = day_in(chrono_tz::Europe::Paris, began);
        Ok(Self { app, recorded: newest_first.into_iter().rev(), first_day })
    }

    /// Carries out the next command, unless an earlier start did; `known` makes its outcome from the id the journal keeps.
    pub(super) async fn carry_out<C: Command>(
        &mut self,
        principal: &Principal,
        command: &C,
        known: impl FnOnce(Uuid) -> C::Output,
    ) -> anyhow::Result<C::Output> {
        Ok(match self.advance(principal, command).await? {
            Outcome::Now(output) => output,
            Outcome::Earlier(id) => known(id),
        })
    }

    /// The same, for a command whose outcome nobody needs.
    pub(super) async fn carry_out_only<C: Command>(
        &mut self,
        principal: &Principal,
        command: &C,
    ) -> anyhow::Result<()> {
        self.advance(principal, command).await.map(drop)
    }

    async fn advance<C: Command>(&mut self, principal: &Principal, command: &C) -> anyhow::Result<Outcome<C::Output>> {
        let Some(entry) = self.recorded.next() else {
            let output =
                self.app.carry_out(principal, command).await.with_context(|| format!("the demo’s {}", C::NAME))?;
            return Ok(Outcome::Now(output));
        };
        match entry.subject_id {
            Some(id) if entry.command == C::NAME => Ok(Outcome::Earlier(id)),
            _ => bail!(
                "entry {} of the journal is {}, not {}: another version began this demo. Choose an empty folder with --data.",
                entry.sequence,
                entry.command,
                C::NAME
            ),
        }
    }

    /// The house that is filled.
    pub(super) fn app(&self) -> &'a App {
        self.app
    }

    /// So many days after the demo began; before, where it is negative.
    pub(super) fn day(&self, days: i64) -> anyhow::Result<NaiveDate> {
        let day = chrono::TimeDelta::try_days(days).and_then(|days| self.first_day.checked_add_signed(days));
        day.context("a day of the demo lies outside of the calendar")
    }
}

/// What the files call things, and what they are.
#[derive(Debug)]
pub(super) struct Named<T> {
    kind: &'static str,
    things: HashMap<String, T>,
}

impl<T> Named<T> {
    /// No thing yet; `kind` is what they are, for errors.
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, things: HashMap::new() }
    }

    /// Names a thing.
    pub(super) fn name(&mut self, key: &str, thing: T) -> anyhow::Result<()> {
        match self.things.insert(key.to_owned(), thing) {
            None => Ok(()),
            Some(_) => bail!("two {}s are called {key:?}", self.kind),
        }
    }

    /// The thing of this name.
    pub(super) fn get(&self, key: &str) -> anyhow::Result<&T> {
        self.things.get(key).with_context(|| format!("no {} is called {key:?}", self.kind))
    }

    /// Other things of the same names.
    pub(super) fn try_map<U>(self, make: impl Fn(T) -> anyhow::Result<U>) -> anyhow::Result<Named<U>> {
        let made = self.things.into_iter().map(|(key, thing)| make(thing).map(|thing| (key, thing)));
        Ok(Named { kind: self.kind, things: made.collect::<anyhow::Result<_>>()? })
    }
}
