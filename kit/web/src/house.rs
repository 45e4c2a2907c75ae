//! What every request has within reach.

use std::sync::Arc;

use kit_base::Clock;
use kit_i18n::Words;
use kit_policy::Policies;
use kit_store::Store;

use crate::{Feature, PublicUrl, Secret};

/// The house, shared by all requests.
pub type App = Arc<House>;

/// The parts that `app` puts together once, at start.
pub struct House {
    /// The rooms, in the order they may know each other.
    pub features: Vec<Feature>,
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// All words.
    pub words: Arc<Words>,
    /// Who may do what.
    pub policies: Arc<Policies>,
    /// The address people know.
    pub public_url: PublicUrl,
    /// Seals form tokens and codes.
    pub secret: Secret,
    /// Called after each commit that may have left something to send.
    pub after_commit: Arc<dyn Fn() + Send + Sync>,
    /// This is a demo: pages say so, and tell search engines to stay out.
    pub is_demo: bool,
}
