//! An action is corrected, or goes on.

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::{Problem, Visibility};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use crate::commands::checks::{check_lead, plan_of_objective};
use crate::model::{ActionId, ActionStatus, ObjectiveId, check_action};
use crate::store::action;

/// Corrects an action. Its département, and the commitment it was made of, stay.
#[derive(Debug, Clone)]
pub struct EditAction {
    /// Which one.
    pub action: ActionId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// The objective it hangs on, of a plan of the département's region.
    pub objective: ObjectiveId,
    /// What is done.
    pub title: String,
    /// Who leads it.
    pub lead_organisation: Option<OrganisationId>,
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
}

impl Command for EditAction {
    type Output = ActionId;

    const NAME: &'static str = "action.edit";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let before = act.tx.hold::<action::Entity>(self.action).await?;
        let permit = act.permit("action.edit", &before.resource())?;
        check_action(self.status, self.status_reason.as_deref(), self.starts, self.ends)?;
        plan_of_objective(act, self.objective, before.territory).await?;
        check_lead(act, self.lead_organisation).await?;
        let changed = action::ActiveModel {
            objective_id: Set(self.objective),
            title: Set(self.title.clone()),
            words: Set(territory::fold(&self.title)),
            lead_organisation_id: Set(self.lead_organisation),
            status: Set(self.status),
            status_reason: Set(self.status_reason.clone()),
            starts: Set(self.starts),
            ends: Set(self.ends),
            expected_results: Set(self.expected_results.clone()),
            visibility: Set(self.visibility),
            ..Default::default()
        };
        let update = action::Entity::update_many().set(changed);
        act.tx.update_version(self.action, action::Column::Version, self.version_read, update).await?;
        let values = json!({ "before": values_of(&before), "after": self.values() });
        let discreet = [before.visibility, self.visibility].contains(&Visibility::Discreet);
        let record = Record { discreet, ..Record::of("action", self.action.0, Some(before.territory), values) };
        Ok(permit.done(self.action, record))
    }
}

impl EditAction {
    fn values(&self) -> Value {
        json!({
            "objective": self.objective,
            "title": self.title,
            "lead_organisation": self.lead_organisation,
            "status": self.status.code(),
            "status_reason": self.status_reason,
            "starts": self.starts,
            "ends": self.ends,
            "expected_results": self.expected_results,
            "visibility": self.visibility.code(),
        })
    }
}

fn values_of(row: &action::Model) -> Value {
    json!({
        "objective": row.objective_id,
        "title": row.title,
        "lead_organisation": row.lead_organisation_id,
        "status": row.status.code(),
        "status_reason": row.status_reason,
        "starts": row.starts,
        "ends": row.ends,
        "expected_results": row.expected_results,
        "visibility": row.visibility.code(),
    })
}
