//! What the collective says of itself on its sheet.

use directory::OrganisationId;
use kit_base::Problem;
use kit_web::{Act, Command, Done, Record};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use crate::model::{CollectiveId, SheetTexts};
use crate::store::{collective, resource};

/// Writes the sheet of a collective; whoever writes it has read it over.
#[derive(Debug, Clone)]
pub struct EditSheet {
    /// Of which collective.
    pub collective: CollectiveId,
    /// The version the person had before their eyes.
    pub version_read: i32,
    /// What it needs and offers.
    pub texts: SheetTexts,
    /// Who answers while nobody animates it.
    pub stand_in: Option<OrganisationId>,
    /// Who writes, by the name they go by.
    pub by: String,
}

/// Says that the sheet is right as it stands.
#[derive(Debug, Clone)]
pub struct ConfirmSheet {
    /// Of which collective.
    pub collective: CollectiveId,
    /// Who read it over, by the name they go by.
    pub by: String,
}

impl Command for EditSheet {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.edit-sheet";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<collective::Entity>(self.collective).await?;
        let permit = act.permit("collective.edit", &resource(row.territory, Some(row.id)))?;
        if let Some(stand_in) = self.stand_in {
            directory::hold_for(act, stand_in, "interim").await?;
        }
        let changed = collective::ActiveModel { stand_in_id: Set(self.stand_in), ..texts(&self.texts) };
        let changed = collective::ActiveModel { remark: Set(None), ..read_over(act, changed, &self.by) };
        let update = collective::Entity::update_many().set(changed);
        act.tx.update_version(row.id, collective::Column::Version, self.version_read, update).await?;
        let after = json!({ "needs": self.texts.needs, "offers": self.texts.offers, "stand_in": self.stand_in });
        let values = json!({ "before": values_of(&row), "after": after });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}

impl Command for ConfirmSheet {
    type Output = CollectiveId;
    const NAME: &'static str = "collective.confirm-sheet";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let row = act.tx.hold::<collective::Entity>(self.collective).await?;
        let permit = act.permit("collective.edit", &resource(row.territory, Some(row.id)))?;
        let changed = read_over(act, collective::ActiveModel::default(), &self.by);
        let update = collective::Entity::update_many().set(changed);
        act.tx.update_version(row.id, collective::Column::Version, row.version, update).await?;
        let values = json!({ "before": { "confirmed_at": row.confirmed_at }, "after": { "confirmed_at": act.now } });
        Ok(permit.done(row.id, Record::of("collective", row.id.0, Some(row.territory), values)))
    }
}

/// The texts, to be written.
pub(super) fn texts(texts: &SheetTexts) -> collective::ActiveModel {
    collective::ActiveModel { needs: Set(texts.needs.clone()), offers: Set(texts.offers.clone()), ..Default::default() }
}

/// And somebody has read it over.
pub(super) fn read_over(act: &Act<'_>, changed: collective::ActiveModel, by: &str) -> collective::ActiveModel {
    collective::ActiveModel { confirmed_at: Set(Some(act.now)), confirmed_by: Set(Some(by.to_owned())), ..changed }
}

/// What stood, for the journal.
pub(super) fn values_of(row: &collective::Model) -> Value {
    json!({ "needs": row.needs, "offers": row.offers, "stand_in": row.stand_in_id })
}
