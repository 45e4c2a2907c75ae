//! What holds of an action whether it is created or edited.

use directory::OrganisationId;
use kit_base::{Message, Problem, Territory};
use kit_web::Act;
use sea_orm::EntityTrait;

use crate::model::{ObjectiveId, PlanId};
use crate::store::{axis, objective, plan};

/// The plan that an objective belongs to, if it is one of the département's region.
pub(crate) async fn plan_of_objective(
    act: &Act<'_>,
    id: ObjectiveId,
    departement: Territory,
) -> Result<PlanId, Problem> {
    let unknown = || Problem::field("objectif", Message::new("form-unknown-code"));
    let objective = objective::Entity::find_by_id(id).one(&act.tx).await?.ok_or_else(unknown)?;
    let axis = axis::Entity::find_by_id(objective.axis_id).one(&act.tx).await?.ok_or_else(unknown)?;
    let plan = plan::Entity::find_by_id(axis.plan_id).one(&act.tx).await?.ok_or_else(unknown)?;
    if territories::atlas().region_of(departement) == Some(plan.territory) { Ok(plan.id) } else { Err(unknown()) }
}

/// The organisation that leads exists.
pub(crate) async fn check_lead(act: &Act<'_>, lead: Option<OrganisationId>) -> Result<(), Problem> {
    let Some(lead) = lead else { return Ok(()) };
    directory::hold_for(act, lead, "porteur").await?;
    Ok(())
}
