//! What the rooms above and the demo's loader may ask about plans.

use kit_base::{Problem, Territory};
use kit_policy::Scope;
use kit_web::House;

use crate::model::{ObjectiveId, PlanId};
use crate::store::{outline, plans_of};

/// A plan with the ids of its objectives.
#[derive(Debug, Clone)]
pub struct PlanOutline {
    /// Its id.
    pub id: PlanId,
    /// Its objectives, by number of axis and number of objective, with their titles.
    pub objectives: Vec<(i32, i32, ObjectiveId, String)>,
}

/// The newest plan of a region, whoever may see it: for the demo's loader, never for a page.
pub async fn newest(house: &House, region: Territory) -> Result<Option<PlanOutline>, Problem> {
    let reader = house.store.read();
    let Some(plan) = plans_of(&reader, region, &Scope::everything()).await?.into_iter().next() else { return Ok(None) };
    let outline = outline(&reader, plan.id).await?;
    let objectives = outline
        .objectives()
        .map(|(axis, objective)| (axis.number, objective.number, objective.id, objective.title.clone()))
        .collect();
    Ok(Some(PlanOutline { id: plan.id, objectives }))
}
