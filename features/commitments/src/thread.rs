//! The thread of a commitment: the beads of this room, and those of every room together.

use std::collections::{BTreeSet, HashMap};

use futures::future::BoxFuture;
use kit_base::Problem;
use kit_ui::{Bead, Standing};
use kit_web::{Beads, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::model::{CommitmentId, DecisionId, status_badge};
use crate::store::{ThroughCommitments, carried, carried_to, commitment, decision, path_of, today};
use crate::view::visible_among;

/// The decision and the commitment itself.
pub(crate) const BEADS: Beads = Beads { order: 30, source: |visit, ids| Box::pin(own_beads(visit, ids)) };

async fn own_beads(visit: Visit, ids: Vec<Uuid>) -> Result<HashMap<Uuid, Vec<Bead>>, Problem> {
    let ids: Vec<CommitmentId> = ids.into_iter().map(CommitmentId).collect();
    let rows = visible_among(&visit, &ids).await?;
    let decisions = decisions_of(&visit, &rows).await?;
    let mut carried: HashMap<CommitmentId, Vec<Bead>> = HashMap::new();
    for line in visit.read().all(carried_to(rows.iter().map(|row| row.id))).await? {
        carried.entry(line.commitment_id).or_default().push(carried_bead(&visit, &line));
    }
    let mut beads = |row: &commitment::Model| {
        let decision = row.decision_id.and_then(|id| decisions.get(&id));
        let decision = decision.map(|decision| decision_bead(&visit, decision));
        let carried = carried.remove(&row.id).unwrap_or_default();
        decision.into_iter().chain([commitment_bead(&visit, row)]).chain(carried).collect()
    };
    Ok(rows.iter().map(|row| (row.id.0, beads(row))).collect())
}

/// The decisions that these commitments carry out.
pub(crate) async fn decisions_of(
    visit: &Visit,
    rows: &[commitment::Model],
) -> Result<HashMap<DecisionId, decision::Model>, Problem> {
    let ids: BTreeSet<DecisionId> = rows.iter().filter_map(|row| row.decision_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = decision::Entity::find().filter(decision::Column::Id.is_in(ids));
    let decisions = visit.read().all_within(query, &ThroughCommitments).await?;
    Ok(decisions.into_iter().map(|decision| (decision.id, decision)).collect())
}

fn decision_bead(visit: &Visit, row: &decision::Model) -> Bead {
    Bead::new(visit.text("commitments-bead-decision"), row.text.clone()).date(visit.date(row.origin_date))
}

fn carried_bead(visit: &Visit, row: &carried::Model) -> Bead {
    Bead::new(visit.text("commitments-bead-carried"), row.origin_title.clone())
        .href(row.origin_path.clone())
        .date(visit.date(row.origin_date))
        .standing(if row.origin_date < today(visit.now()) { Standing::Done } else { Standing::Ahead })
}

fn commitment_bead(visit: &Visit, row: &commitment::Model) -> Bead {
    let due = visit.text("commitments-due").arg("date", visit.date(row.current_due));
    Bead::new(visit.text("commitments-bead-commitment"), row.what.clone())
        .href(path_of(row.id))
        .date(due)
        .state(status_badge(visit.t(), row.status))
        .standing(if row.status.is_open() { Standing::Here } else { Standing::Done })
}

/// The beads of every room for these commitments, in order: one call a room, whatever the number of commitments.
pub(crate) async fn threads(visit: &Visit, ids: &[CommitmentId]) -> Result<HashMap<CommitmentId, Vec<Bead>>, Problem> {
    let mut sources: Vec<Beads> = visit.house().features.iter().filter_map(|feature| feature.beads).collect();
    sources.sort_by_key(|beads| beads.order);
    let mut threads: HashMap<CommitmentId, Vec<Bead>> = HashMap::new();
    for source in sources {
        let found: BoxFuture<'_, _> = (source.source)(visit.clone(), ids.iter().map(|id| id.0).collect());
        for (id, beads) in found.await? {
            threads.entry(CommitmentId(id)).or_default().extend(beads);
        }
    }
    Ok(threads)
}
