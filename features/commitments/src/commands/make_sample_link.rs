//! Making the link behind which a page of the demo can be looked at.

use directory::OrganisationId;
use kit_base::{EmailAddress, Problem};
use kit_web::{Act, Command, Done, Record};
use serde_json::json;

use super::NewLink;
use crate::model::{AnswerLinkId, CommitmentId, NewsId};
use crate::store::commitment;

/// Where sample links would be sent, if they were: nowhere (RFC 2606).
const ADDRESS: &str = "exemple@escale.example";

/// Makes a link that no mail carries, in a demo alone: whoever reads the demo's list of pages may follow it.
pub(crate) struct MakeSampleLink {
    /// About what.
    pub(crate) commitment: CommitmentId,
    /// The answer that it tells of.
    pub(crate) tells_of: Option<NewsId>,
    /// What stands in its address.
    pub(crate) token: String,
}

impl Command for MakeSampleLink {
    type Output = AnswerLinkId;
    const NAME: &'static str = "answer-link.make-sample";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        if !act.premises().is_demo {
            return Err(Problem::NotFound);
        }
        let row = act.tx.hold::<commitment::Entity>(self.commitment).await?;
        let permit = act.permit("commitment.ask", &row.resource())?;
        let id = self.link(row.organisation_id)?.write(&act.tx, act.now, &self.token).await?;
        let values = json!({ "before": null, "after": { "link": id.0 } });
        Ok(permit.done(id, Record::of("commitment", row.id.0, Some(row.territory), values)))
    }
}

impl MakeSampleLink {
    fn link(&self, organisation: OrganisationId) -> Result<NewLink, Problem> {
        let address: EmailAddress = ADDRESS.parse().map_err(Problem::internal)?;
        Ok(NewLink {
            commitment: self.commitment,
            organisation,
            address,
            handed_over_from: None,
            tells_of: self.tells_of,
        })
    }
}
