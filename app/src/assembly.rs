//! The list of rooms, and how they are wired.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::Context;
use chrono::{Duration, NaiveDate};
use kit_base::Clock;
use kit_i18n::Words;
use kit_outbox::{Basket, Letter, Outbox, Section, Transport};
use kit_policy::Policies;
use kit_store::{Migration, Store};
use kit_web::{App, BY_PROOF, Feature, House, Premises, PublicUrl, Secret};
use territory::AtlasGeography;

use crate::house;

/// Who may do what.
const POLICIES: &str = include_str!("../policies.cedar");
/// What can be done, and on what.
const POLICIES_SCHEMA: &str = include_str!("../policies.cedarschema");

/// Every room, from the ground up: each may know those before it.
pub fn features() -> Vec<Feature> {
    vec![
        house::FEATURE,
        accounts::FEATURE,
        territory::FEATURE,
        directory::FEATURE,
        collectives::FEATURE,
        commitments::FEATURE,
        meetings::FEATURE,
        plan::FEATURE,
        seminars::FEATURE,
    ]
}

/// Every table, in the order they are made.
pub fn migrations() -> Vec<Migration> {
    let kit = kit_store::MIGRATIONS.iter().chain(kit_outbox::MIGRATIONS);
    let rooms = features();
    kit.copied().chain(rooms.iter().flat_map(|feature| feature.migrations).copied()).collect()
}

/// Every word, the kit's and the rooms'.
pub fn words() -> anyhow::Result<Words> {
    let kit = [kit_ui::WORDS, kit_web::WORDS, crate::WORDS];
    let sources: Vec<_> = kit.into_iter().chain(features().into_iter().map(|feature| feature.words)).collect();
    Words::new(&sources).context("the words of the interface")
}

/// Who may do what, for everything the rooms declare.
pub fn policies() -> anyhow::Result<Policies> {
    let rooms = features();
    let of_commands = rooms.iter().flat_map(|feature| feature.commands).map(|command| command.action);
    let of_readings = rooms.iter().flat_map(|feature| feature.reading_actions).copied();
    let actions: BTreeSet<_> = of_commands.chain(of_readings).filter(|action| *action != BY_PROOF).collect();
    let actions: Vec<_> = actions.into_iter().collect();
    Policies::new(POLICIES, POLICIES_SCHEMA, Arc::new(AtlasGeography), &actions).context("the policies")
}

/// What differs between one installation, the demo and a test.
pub struct Outside {
    /// The database, with its tables.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// The address people know.
    pub public_url: PublicUrl,
    /// The installation's own secret.
    pub secret: Secret,
    /// How mails leave; without it they wait.
    pub transport: Option<Arc<dyn Transport>>,
    /// How long a basket waits for what is asked in the same sitting.
    pub settling: Duration,
    /// Whether pages say that this is a demo.
    pub is_demo: bool,
}

/// The house and its outbox.
pub struct Assembled {
    /// What every request has within reach.
    pub app: App,
    /// What sends the mails, if they may leave.
    pub outbox: Option<Outbox>,
}

/// Puts the house together.
pub fn assemble(outside: Outside) -> anyhow::Result<Assembled> {
    let words = Arc::new(words()?);
    let composer = basket_composer(Arc::clone(&words));
    let outbox = outside.transport.map(|transport| {
        let quiet = Arc::new(is_school_holiday);
        Outbox::new(outside.store.clone(), outside.clock.clone(), transport, composer, quiet, outside.settling)
    });
    let waker = outbox.as_ref().map(Outbox::waker);
    let app = Arc::new(House {
        features: features(),
        store: outside.store,
        clock: outside.clock,
        policies: Arc::new(policies()?),
        after_commit: Arc::new(move || waker.iter().for_each(kit_outbox::Waker::wake)),
        premises: Premises { words, public_url: outside.public_url, secret: outside.secret, is_demo: outside.is_demo },
    });
    Ok(Assembled { app, outbox })
}

/// Nothing that we ask of people leaves on these days.
fn is_school_holiday(zone: &str, day: NaiveDate) -> bool {
    zone.parse().ok().and_then(|zone| school_holidays::is_holiday(zone, day)).unwrap_or(false)
}

/// One mail of all that waits for an address: what we ask first, then what we tell.
fn basket_composer(words: Arc<Words>) -> kit_outbox::Composer {
    Arc::new(move |basket: &Basket| {
        let t = words.translator(basket.locale);
        let count = i64::try_from(basket.requests.len()).unwrap_or(i64::MAX);
        let subject = if basket.requests.is_empty() {
            t.text("basket-subject-news").to_string()
        } else {
            t.text("basket-subject").arg("count", count).to_string()
        };
        let mut letter = Letter::new(basket.to.clone(), basket.locale, subject);
        letter.paragraphs = vec![t.text("basket-greeting").to_string()];
        if !basket.requests.is_empty() {
            let title = t.text("basket-requests").to_string();
            letter.sections.push(Section { title, items: basket.requests.clone() });
        }
        if !basket.notices.is_empty() {
            let title = t.text("basket-notices").to_string();
            letter.sections.push(Section { title, items: basket.notices.clone() });
        }
        letter.footer = vec![t.text("basket-footer-rhythm").to_string(), t.text("basket-footer-link").to_string()];
        letter
    })
}
