//! The link of a registration is sent again to the address it was made with.

use kit_base::{EmailAddress, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::commands::links::NewLink;
use crate::letters;
use crate::model::{LINKS_PER_REGISTRATION_MAX, SeminarId};
use crate::store::registrations::{links_of, registration, registrations_of, seat, seats_of};
use crate::store::seminar;

/// Sends their link to whoever registered under this address. Whoever asks cannot tell whether somebody did.
#[derive(Debug, Clone)]
pub struct SendRegistrationLink {
    /// To which seminar.
    pub seminar: SeminarId,
    /// Where the mail would go.
    pub address: EmailAddress,
}

impl Command for SendRegistrationLink {
    type Output = ();

    const NAME: &'static str = "registration.send-link";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let permit = act.permit_by_proof("anybody may ask; what proves something is the mail");
        let seminar = act.tx.hold::<seminar::Entity>(self.seminar).await?;
        let under_address =
            registrations_of(self.seminar).filter(registration::Column::ContactEmail.eq(self.address.clone()));
        for row in under_address.all(&act.tx).await? {
            // Whoever asks without end gets no further mail.
            if links_of(row.id).count(&act.tx).await? >= LINKS_PER_REGISTRATION_MAX as u64 {
                continue;
            }
            let seats = seats_of(row.id).filter(seat::Column::CancelledAt.is_null()).all(&act.tx).await?.len();
            let token = NewLink { registration: row.id }.make(&act.tx, act.now).await?;
            letters::confirmation(act, &seminar, &self.address, row.locale, seats, &token).await?;
        }
        let record = Record::of("seminar", seminar.id.0, Some(seminar.territory), json!({}));
        Ok(permit.done((), record))
    }
}
