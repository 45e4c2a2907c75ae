//! Opens the collective of a département.

use kit_base::{Message, Problem, Territory, TerritoryKind};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use crate::model::CollectiveId;
use crate::store::{collective, resource};

/// Opens the collective of a département, without members yet.
#[derive(Debug, Clone)]
pub struct CreateCollective {
    /// The département.
    pub territory: Territory,
    /// What it calls itself, where it has a name of its own.
    pub name: Option<String>,
}

impl Command for CreateCollective {
    type Output = CollectiveId;

    const NAME: &'static str = "collective.create";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        if self.territory.kind() != TerritoryKind::Departement || !territory::exists(self.territory) {
            return Err(Problem::NotFound);
        }
        // Whoever says who joins the collective also opens it: there is no one to ask before it exists.
        let permit = act.permit("collective.member-add", &resource(self.territory, None))?;
        let id = CollectiveId::new(act.now);
        let row = collective::ActiveModel {
            id: Set(id),
            version: Set(1),
            territory: Set(self.territory),
            name: Set(self.name.clone()),
            created_at: Set(act.now),
            ..Default::default()
        };
        let inserted = collective::Entity::insert(row)
            .on_conflict(OnConflict::column(collective::Column::Territory).do_nothing().to_owned())
            .exec_without_returning(&act.tx)
            .await?;
        if inserted == 0 {
            return Err(Problem::Refused(Message::new("collectives-already-open")));
        }
        let values = json!({ "before": null, "after": { "name": self.name } });
        Ok(permit.done(id, Record::of("collective", id.0, Some(self.territory), values)))
    }
}
