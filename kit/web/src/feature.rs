//! The manifest: the one type to learn. A feature declares here all that the house needs to know of it.

use std::collections::HashMap;

use axum::Router;
use chrono::Months;
use futures::future::BoxFuture;
use kit_base::{Problem, Territory};
use kit_i18n::Source;
use kit_policy::HeldRole;
use kit_store::Migration;
pub use kit_ui::Bead;
use uuid::Uuid;

use crate::{App, OpenList, Visit};

/// A room of the house.
#[derive(Clone, Copy)]
pub struct Feature {
    /// The crate's name.
    pub name: &'static str,
    /// Its words in French and English.
    pub words: Source,
    /// Its tables.
    pub migrations: &'static [Migration],
    /// What it shows in the navigation.
    pub navigation: &'static [NavigationEntry],
    /// Its pages.
    pub routes: fn() -> Router<App>,
    /// What can be done in it.
    pub commands: &'static [CommandDescription],
    /// What it may be read for, as named in the policies (`organisation.list`).
    pub reading_actions: &'static [&'static str],
    /// What it shows on other rooms' pages.
    pub panels: &'static [Panel],
    /// Its lists that programs read and people take along.
    pub lists: &'static [OpenList],
    /// Its beads on the thread of commitments.
    pub beads: Option<Beads>,
    /// How a session cookie becomes a person; exactly one feature has it.
    pub identify: Option<Identify>,
    /// Addresses at which each of its pages can be looked at, in the demo.
    pub samples: SampleSource,
}

/// A word in the navigation.
#[derive(Debug, Clone, Copy)]
pub struct NavigationEntry {
    /// Key of the word.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Who is shown it.
    pub audience: Audience,
    /// Smaller stands first.
    pub order: u8,
}

/// Who is shown a navigation entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Everyone,
    /// People who are signed in.
    SignedIn,
    /// People who may do this somewhere, as named in the policies.
    Allowed(&'static str),
}

/// A command, for the tests that cover all of them and for the reader of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandDescription {
    /// Its name in the journal.
    pub name: &'static str,
    /// What the policies call it.
    pub action: &'static str,
}

/// Stands for the action of a command that what was sent permits by itself (a sign-in code): no policy speaks of it.
pub const BY_PROOF: &str = "-";

/// What a feature shows on a page that is another's.
#[derive(Clone, Copy)]
pub struct Panel {
    /// On which page.
    pub place: PanelPlace,
    /// Smaller stands first.
    pub order: u8,
    /// Makes it; `None` where there is nothing to show.
    pub source: PanelSource,
}

/// The pages that have room for others' things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelPlace {
    /// The home page.
    Home,
    /// The page of a territory.
    Territory,
    /// The page of an organisation.
    Organisation,
    /// The page of a collective.
    Collective,
    /// The sheet of a collective: what was done since last time, figures.
    CollectiveSheet,
    /// The page of a commitment.
    Commitment,
}

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    Home,
    /// A territory.
    Territory(Territory),
    /// A record, on a territory.
    Record(Uuid, Territory),
}

/// Makes a panel: trusted HTML, for this visitor, about this subject.
pub type PanelSource = fn(Visit, Subject) -> BoxFuture<'static, Result<Option<String>, Problem>>;

/// What a feature adds to the threads of commitments.
#[derive(Clone, Copy)]
pub struct Beads {
    /// Smaller stands first: 10 where it began (seminar, workshop), 30 the decision and the commitment, 40 what came of it.
    pub order: u8,
    /// Finds them.
    pub source: BeadSource,
}

/// Tells, for each commitment, the beads this feature adds to its thread.
pub type BeadSource = fn(Visit, Vec<Uuid>) -> BoxFuture<'static, Result<HashMap<Uuid, Vec<Bead>>, Problem>>;

/// Tells who holds a session, from its token.
pub type Identify = fn(App, String) -> BoxFuture<'static, Result<Option<SignedIn>, Problem>>;

/// Finds sample addresses in what the demo loaded.
pub type SampleSource = fn(App) -> BoxFuture<'static, Result<Vec<Sample>, Problem>>;

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The person.
    pub person: Uuid,
    /// The session, to show and to revoke.
    pub session: Uuid,
    /// What they want to be called.
    pub name: String,
    /// What they hold.
    pub roles: Vec<HeldRole>,
}

/// An address at which a page can be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Path and query.
    pub path: String,
    /// The demo person who looks, or nobody.
    pub person: Option<&'static str>,
}

impl Sample {
    /// A page for everybody.
    pub fn public(path: impl Into<String>) -> Self {
        Self { path: path.into(), person: None }
    }

    /// A page as a demo person sees it.
    pub fn seen_by(person: &'static str, path: impl Into<String>) -> Self {
        Self { path: path.into(), person: Some(person) }
    }
}

/// The token of a link that the demo makes, another one each month. No token can be read back from the database, so that this one is
/// derived from the installation's secret, from what the link is for and what it is about.
pub fn sample_token(app: &App, purpose: &str, about: &[&str], months_ago: u32) -> String {
    let today = app.clock.now().date_naive();
    let month = today.checked_sub_months(Months::new(months_ago)).unwrap_or(today).format("%Y-%m").to_string();
    let parts: Vec<&str> = about.iter().copied().chain([month.as_str()]).collect();
    app.secret.signature(purpose, &parts)
}
