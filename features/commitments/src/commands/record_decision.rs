//! Recording what was decided together.

use kit_base::{Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_web::{Act, Command, Done, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::json;

use crate::model::{DecisionId, Origin};
use crate::store::decision;

/// Records a decision.
#[derive(Debug, Clone)]
pub struct RecordDecision {
    /// Where it was taken.
    pub origin: Origin,
    /// What was decided.
    pub text: String,
    /// The region or the département it was taken in: those who hold a role there may know of it.
    pub territory: Territory,
}

impl Command for RecordDecision {
    type Output = DecisionId;
    const NAME: &'static str = "decision.record";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let resource = Resource::new("decision", Visibility::Invited).in_territory(self.territory);
        let permit = act.permit("decision.record", &resource)?;
        let id = DecisionId::new(act.now);
        let row = decision::ActiveModel {
            id: Set(id),
            version: Set(1),
            text: Set(self.text.clone()),
            origin_kind: Set(self.origin.kind),
            origin_id: Set(self.origin.id),
            origin_title: Set(self.origin.title.clone()),
            origin_date: Set(self.origin.date),
            origin_path: Set(self.origin.path.clone()),
            origin_territory: Set(self.origin.territory),
            territory: Set(self.territory),
            created_at: Set(act.now),
        };
        decision::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let values = json!({ "before": null, "after": { "text": self.text, "origin": self.origin.id } });
        Ok(permit.done(id, Record::of("decision", id.0, Some(self.territory), values)))
    }
}
