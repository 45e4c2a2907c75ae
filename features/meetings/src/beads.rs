//! Where the thread of a commitment begins, when it was taken in a meeting.

use std::collections::HashMap;

use commitments::{CommitmentId, OriginKind};
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_web::{Bead, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::model::MeetingId;
use crate::store::meeting;

type BeadsById = HashMap<Uuid, Vec<Bead>>;

/// The meeting of each commitment, where it may be listed: two queries, whatever their number.
pub(crate) fn of_commitments(visit: Visit, commitments: Vec<Uuid>) -> BoxFuture<'static, Result<BeadsById, Problem>> {
    Box::pin(async move {
        let ids: Vec<CommitmentId> = commitments.into_iter().map(CommitmentId).collect();
        let origins = commitments::origins(&visit, &ids).await?;
        let meetings: Vec<MeetingId> = origins
            .values()
            .filter(|origin| origin.kind == OriginKind::Meeting)
            .map(|origin| MeetingId(origin.id))
            .collect();
        if meetings.is_empty() {
            return Ok(HashMap::new());
        }
        let query = meeting::Entity::find().filter(meeting::Column::Id.is_in(meetings));
        let rows = visit.read().all_within(query, &*visit.scope("meeting.list")).await?;
        let found: HashMap<Uuid, Bead> = rows.iter().map(|row| (row.id.0, bead(&visit, row))).collect();
        let beads = |(commitment, origin): (&CommitmentId, &commitments::Origin)| {
            Some((commitment.0, vec![found.get(&origin.id)?.clone()]))
        };
        Ok(origins.iter().filter_map(beads).collect())
    })
}

fn bead(visit: &Visit, row: &meeting::Model) -> Bead {
    Bead::new(visit.text("meetings-bead"), row.called(visit.t())).href(row.path()).date(visit.date(row.day))
}
