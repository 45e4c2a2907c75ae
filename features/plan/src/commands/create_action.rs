//! An action is added to the programme of a département, from a commitment or by itself.

use chrono::NaiveDate;
use commitments::CommitmentId;
use directory::OrganisationId;
use kit_base::{Message, Problem, Territory, TerritoryKind, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde_json::json;

use crate::commands::checks::{check_lead, plan_of_objective};
use crate::model::{
    ACTIONS_PER_PROGRAMME_MAX, ActionId, ActionStatus, ObjectiveId, PlanId, check_action, may_become_action_of,
};
use crate::store::{action, made_of, plan, under_plan};

/// Adds an action to a programme.
#[derive(Debug, Clone)]
pub struct CreateAction {
    /// The département.
    pub territory: Territory,
    /// The objective it hangs on, of a plan of the département's region.
    pub objective: ObjectiveId,
    /// What is done.
    pub title: String,
    /// Who leads it.
    pub lead_organisation: Option<OrganisationId>,
    /// The commitment it is made of; a commitment becomes one action.
    pub commitment: Option<CommitmentId>,
    /// How it stands.
    pub status: ActionStatus,
    /// Why, where it is blocked, postponed or dropped.
    pub status_reason: Option<String>,
    /// Its first day.
    pub starts: Option<NaiveDate>,
    /// Its last day, not before the first.
    pub ends: Option<NaiveDate>,
    /// What it is to change.
    pub expected_results: Option<String>,
    /// Who may know of it.
    pub visibility: Visibility,
    /// Whether it is invented.
    pub is_example: bool,
}

impl Command for CreateAction {
    type Output = ActionId;

    const NAME: &'static str = "action.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let resource = Resource::new("action", self.visibility)
            .in_territory(self.territory)
            .of_organisation(self.lead_organisation.map(|lead| lead.0));
        let permit = act.permit("action.create", &resource)?;
        if self.territory.kind() != TerritoryKind::Departement {
            return Err(Problem::NotFound);
        }
        check_action(self.status, self.status_reason.as_deref(), self.starts, self.ends)?;
        if let Some(commitment) = self.commitment {
            self.check_commitment(act, commitment).await?;
        }
        let plan = plan_of_objective(act, self.objective, self.territory).await?;
        self.check_room(act, plan).await?;
        check_lead(act, self.lead_organisation).await?;
        let id = ActionId::new(act.now);
        action::Entity::insert(self.row(act, id)).exec_without_returning(&act.tx).await?;
        let after = json!({
            "objective": self.objective,
            "title": self.title,
            "lead_organisation": self.lead_organisation,
            "commitment": self.commitment,
            "status": self.status.code(),
            "status_reason": self.status_reason,
            "starts": self.starts,
            "ends": self.ends,
            "expected_results": self.expected_results,
        });
        let values = json!({ "before": null, "after": after });
        let discreet = self.visibility == Visibility::Discreet;
        let record = Record { discreet, ..Record::of("action", id.0, Some(self.territory), values) };
        Ok(permit.done(id, record))
    }
}

impl CreateAction {
    /// The commitment is held, so that it becomes one action. One that lies elsewhere is not known to exist.
    async fn check_commitment(&self, act: &Act<'_>, id: CommitmentId) -> Result<(), Problem> {
        let commitment = commitments::hold(&act.tx, id).await?;
        if !may_become_action_of(self.territory, commitment.territory) {
            return Err(Problem::NotFound);
        }
        match made_of([id]).one(&act.tx).await? {
            Some(_) => Err(Problem::Refused(Message::new("plan-error-commitment-taken"))),
            None => Ok(()),
        }
    }

    /// The plan is held: it carries the number of its actions in a département.
    async fn check_room(&self, act: &Act<'_>, plan: PlanId) -> Result<(), Problem> {
        act.tx.hold::<plan::Entity>(plan).await?;
        let count = action::Entity::find()
            .filter(action::Column::Territory.eq(self.territory))
            .filter(under_plan(plan))
            .count(&act.tx)
            .await?;
        if count >= ACTIONS_PER_PROGRAMME_MAX {
            let full = Message::new("plan-error-too-many-actions").with("max", ACTIONS_PER_PROGRAMME_MAX);
            return Err(Problem::Refused(full));
        }
        Ok(())
    }

    fn row(&self, act: &Act<'_>, id: ActionId) -> action::ActiveModel {
        action::ActiveModel {
            id: Set(id),
            version: Set(1),
            territory: Set(self.territory),
            objective_id: Set(self.objective),
            title: Set(self.title.clone()),
            lead_organisation_id: Set(self.lead_organisation),
            commitment_id: Set(self.commitment),
            status: Set(self.status),
            status_reason: Set(self.status_reason.clone()),
            starts: Set(self.starts),
            ends: Set(self.ends),
            expected_results: Set(self.expected_results.clone()),
            visibility: Set(self.visibility),
            is_example: Set(self.is_example),
            created_at: Set(act.now),
            words: Set(territory::fold(&self.title)),
        }
    }
}
