//! Links by which a registration is changed without an account.

use kit_base::{Instant, Problem};
use kit_store::Tx;
use kit_web::{TokenDigest, new_token};
use sea_orm::{EntityTrait, Set};

use crate::model::{RegistrationId, RegistrationLinkId};
use crate::store::registrations::registration_link;

/// A link about to be made.
pub(super) struct NewLink {
    pub(super) registration: RegistrationId,
}

impl NewLink {
    /// Writes the link and gives its token, which is kept nowhere: it stands in the mail alone.
    pub(super) async fn make(self, tx: &Tx, now: Instant) -> Result<String, Problem> {
        let token = new_token();
        self.write(tx, now, &token).await?;
        Ok(token)
    }

    /// Writes the link that this token opens.
    pub(super) async fn write(self, tx: &Tx, now: Instant, token: &str) -> Result<(), Problem> {
        let row = registration_link::ActiveModel {
            id: Set(RegistrationLinkId::new(now)),
            registration_id: Set(self.registration),
            digest: Set(TokenDigest::of(token).bytes()),
            created_at: Set(now),
        };
        registration_link::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(())
    }
}
