//! What became of a commitment: the action made of it.

use std::collections::HashMap;

use commitments::CommitmentId;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_ui::Standing;
use kit_web::{Bead, Visit};
use uuid::Uuid;

use crate::model::ActionStatus;
use crate::moved::{Moved, moved_by};
use crate::pages::programme::dates;
use crate::store::{action, made_of, objective, objectives_by_id};

type BeadsById = HashMap<Uuid, Vec<Bead>>;

/// The action made of each commitment, the objective it serves and the indicators it means to move: at most six queries, whatever their
/// number.
pub(crate) fn of_commitments(visit: Visit, commitments: Vec<Uuid>) -> BoxFuture<'static, Result<BeadsById, Problem>> {
    Box::pin(async move {
        let reader = visit.read();
        let query = made_of(commitments.into_iter().map(CommitmentId));
        // Threads stand in lists, which show nothing discreet.
        let actions = reader.all_within(query, &*visit.scope("action.list")).await?;
        if actions.is_empty() {
            return Ok(HashMap::new());
        }
        let objectives = objectives_by_id(&reader, actions.iter().map(|action| action.objective_id)).await?;
        let moved = moved_by(&visit, &actions).await?;
        let beads = |action: &action::Model| {
            let own = bead(&visit, action, objectives.get(&action.objective_id));
            let moved = moved.get(&action.id).into_iter().flatten();
            let beads = std::iter::once(own).chain(moved.map(|moved| moved_bead(&visit, action, moved)));
            Some((action.commitment_id?.0, beads.collect()))
        };
        Ok(actions.iter().filter_map(beads).collect())
    })
}

/// An indicator beside the action that names it: associated, which does not say caused.
fn moved_bead(visit: &Visit, action: &action::Model, moved: &Moved) -> Bead {
    let standing = match action.status {
        ActionStatus::Done => Standing::Done,
        _ => Standing::Ahead,
    };
    Bead::new(visit.text("plan-bead-indicator"), moved.said(visit)).href(moved.indicator.path()).standing(standing)
}

fn bead(visit: &Visit, action: &action::Model, objective: Option<&objective::Model>) -> Bead {
    let t = visit.t();
    let standing = match action.status {
        ActionStatus::Done | ActionStatus::Dropped => Standing::Done,
        ActionStatus::Running | ActionStatus::Blocked => Standing::Here,
        ActionStatus::Idea | ActionStatus::Planned | ActionStatus::Postponed => Standing::Ahead,
    };
    let title = match objective {
        Some(objective) => t
            .text("plan-bead-title")
            .arg("action", action.title.as_str())
            .arg("objective", objective.title.as_str())
            .to_string(),
        None => action.title.clone(),
    };
    let bead =
        Bead::new(t.text("plan-action"), title).href(action.path()).state(action.status.badge(t)).standing(standing);
    match dates(visit, action.starts, action.ends) {
        dates if dates.is_empty() => bead,
        dates => bead.date(dates),
    }
}
