//! Recording what an organisation promised.

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::{Message, Problem, Territory, Visibility};
use kit_policy::Resource;
use kit_store::Tx;
use kit_web::{Act, Command, Done, Record};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::json;

use crate::model::{CommitmentId, DecisionId, Origin, Status, check_dates};
use crate::store::{commitment, decision};

/// Records a promise. The organisation promises; a person of it is named only where it wishes.
#[derive(Debug, Clone)]
pub struct RecordCommitment {
    /// Where it was made.
    pub origin: Origin,
    /// Who promises. The promise belongs to the territory of the organisation.
    pub organisation: OrganisationId,
    /// A person or a function, if the organisation wishes.
    pub person_label: Option<String>,
    /// What is promised.
    pub what: String,
    /// By when; not before the day it was promised.
    pub due: NaiveDate,
    /// The day before which nothing can begin.
    pub not_before: Option<NaiveDate>,
    /// The decision it carries out.
    pub decision: Option<DecisionId>,
}

impl Command for RecordCommitment {
    type Output = CommitmentId;
    const NAME: &'static str = "commitment.record";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let organisation = directory::hold_for(act, self.organisation, "organisation").await?;
        let resource = Resource::new("commitment", Visibility::Invited)
            .in_territory(organisation.territory)
            .of_organisation(self.organisation.0);
        let permit = act.permit_at("organisation", "commitment.record", &resource)?;
        check_dates(self.origin.date, self.due, self.not_before)?;
        self.check_decision(&act.tx, organisation.territory).await?;
        let id = CommitmentId::new(act.now);
        let row = commitment::ActiveModel {
            id: Set(id),
            version: Set(1),
            organisation_id: Set(self.organisation),
            organisation_name: Set(organisation.display_name()),
            person_label: Set(self.person_label.clone()),
            what: Set(self.what.clone()),
            folded: Set(self.folded(&organisation.display_name())),
            due: Set(self.due),
            current_due: Set(self.due),
            not_before: Set(self.not_before),
            decision_id: Set(self.decision),
            origin_kind: Set(self.origin.kind),
            origin_id: Set(self.origin.id),
            origin_title: Set(self.origin.title.clone()),
            origin_date: Set(self.origin.date),
            origin_path: Set(self.origin.path.clone()),
            origin_territory: Set(self.origin.territory),
            territory: Set(organisation.territory),
            status: Set(Status::NoNews),
            status_note: Set(None),
            created_at: Set(act.now),
            created_by: Set(act.actor().to_string()),
            same_as_id: Set(None),
        };
        commitment::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let values = json!({
            "before": null,
            "after": { "organisation": self.organisation.0, "what": self.what, "due": self.due, "origin": self.origin.id },
        });
        Ok(permit.done(id, Record::of("commitment", id.0, Some(organisation.territory), values)))
    }
}

impl RecordCommitment {
    fn folded(&self, organisation: &str) -> String {
        let person = self.person_label.as_deref().unwrap_or_default();
        territory::fold(&format!("{} {organisation} {person} {}", self.what, self.origin.title))
    }

    /// The decision must be of the same place: of the territory, of one that contains it, or of one that it contains.
    async fn check_decision(&self, tx: &Tx, territory: Territory) -> Result<(), Problem> {
        let Some(id) = self.decision else { return Ok(()) };
        let atlas = territories::atlas();
        let is_near = |decision: decision::Model| {
            atlas.contains(decision.territory, territory) || atlas.contains(territory, decision.territory)
        };
        if decision::Entity::find_by_id(id).one(tx).await?.is_some_and(is_near) {
            Ok(())
        } else {
            Err(Problem::field("decision", Message::new("commitments-decision-elsewhere")))
        }
    }
}
