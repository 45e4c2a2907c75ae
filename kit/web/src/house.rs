//! What every request has within reach.

use std::ops::Deref;
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
    /// Who may do what.
    pub policies: Arc<Policies>,
    /// Called after each commit that may have left something to send.
    pub after_commit: Arc<dyn Fn() + Send + Sync>,
    /// What commands may know of the house.
    pub premises: Premises,
}

/// What a command may know of the house besides its transaction: nothing here leads to the database.
pub struct Premises {
    /// All words.
    pub words: Arc<Words>,
    /// The address people know.
    pub public_url: PublicUrl,
    /// Seals form tokens and codes.
    pub secret: Secret,
    /// This is a demo: pages say so, search engines are told to stay out, and examples never hang on a real body.
    pub is_demo: bool,
}

impl Deref for House {
    type Target = Premises;

    fn deref(&self) -> &Premises {
        &self.premises
    }
}
