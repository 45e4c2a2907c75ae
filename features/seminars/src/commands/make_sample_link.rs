//! Making the link behind which a page of the demo can be looked at.

use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use serde_json::json;

use crate::commands::change_seat::hold;
use crate::commands::links::NewLink;
use crate::model::RegistrationId;

/// Makes a link that no mail carries, in a demo alone: whoever reads the demo's list of pages may follow it.
pub(crate) struct MakeSampleRegistrationLink {
    /// Of which registration.
    pub(crate) registration: RegistrationId,
    /// What stands in its address.
    pub(crate) token: String,
}

impl Command for MakeSampleRegistrationLink {
    type Output = ();

    const NAME: &'static str = "registration.make-sample-link";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        if !act.premises().is_demo {
            return Err(Problem::NotFound);
        }
        let (seminar, row) = hold(act, self.registration).await?;
        let permit = act.permit("registration.manage", &row.resource())?;
        NewLink { registration: row.id }.write(&act.tx, act.now, &self.token).await?;
        Ok(permit.done((), Record::of("registration", row.id.0, Some(seminar.territory), json!({}))))
    }
}
