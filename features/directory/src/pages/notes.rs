//! What a list says of an organisation besides its name: the old name by which it was found, what it became.

use std::collections::HashMap;

use kit_base::Problem;
use kit_i18n::Translator;
use kit_ui::Content;
use kit_web::Visit;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::name_link;
use crate::model::{OrganisationId, OrganisationSummary};
use crate::store::{former_name, former_names_like, succession, summaries};

/// Of the organisations of one page of a list.
pub(super) struct Notes {
    former_names: Vec<former_name::Model>,
    successions: Vec<succession::Model>,
    successors: HashMap<OrganisationId, OrganisationSummary>,
}

impl Notes {
    /// `words` are those that were looked for.
    pub(super) async fn of(visit: &Visit, rows: &[OrganisationSummary], words: &[String]) -> Result<Self, Problem> {
        let reader = visit.read();
        let ids: Vec<OrganisationId> = rows.iter().map(|row| row.id).collect();
        let former_names = if words.is_empty() { Vec::new() } else { former_names_like(&reader, &ids, words).await? };
        let query = succession::Entity::find().filter(succession::Column::PredecessorId.is_in(ids));
        let successions = reader.all(query).await?;
        let ids: Vec<OrganisationId> = successions.iter().map(|succession| succession.successor_id).collect();
        Ok(Self { former_names, successions, successors: summaries(visit, &ids).await? })
    }

    /// Lines below the name of one of them; nothing where there is nothing to say.
    pub(super) fn about(&self, t: &Translator, organisation: OrganisationId) -> String {
        let names = self.former_names.iter().filter(|name| name.organisation_id == organisation);
        let formerly =
            names.map(|name| Content::from(t.text("directory-formerly").arg("name", &name.name)).to_string());
        let became = self.successions.iter().filter(|succession| succession.predecessor_id == organisation);
        let became = became.filter_map(|succession| {
            let successor = name_link(t, self.successors.get(&succession.successor_id)?);
            Some(format!("{} {successor}", Content::from(t.text("directory-became-line"))))
        });
        formerly.chain(became).map(|line| format!("<div class=\"entry-facts\">{line}</div>")).collect()
    }
}
