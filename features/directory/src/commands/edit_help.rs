//! Writes down what an organisation can really help with.

use kit_base::Problem;
use kit_web::{Act, Command, Done};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};

use super::{check_help, hold_to_edit, record};
use crate::model::{HelpLine, OrganisationId};
use crate::store::{help, help_lines_in, organisation};

/// Writes down what an organisation can really help with, in place of what stood there.
#[derive(Debug, Clone)]
pub struct EditHelp {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// The version of its record that the person had before their eyes.
    pub version_read: i32,
    /// At most [`crate::HELP_LINES_MAX`], the first one first.
    pub lines: Vec<HelpLine>,
}

impl Command for EditHelp {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.edit-help";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        check_help(act, &row, &self.lines)?;
        let before = help_lines_in(&act.tx, self.organisation).await?;
        let update =
            organisation::Entity::update_many().col_expr(organisation::Column::UpdatedAt, Expr::value(act.now));
        act.tx
            .update_version::<organisation::Entity, _>(
                self.organisation,
                organisation::Column::Version,
                self.version_read,
                update,
            )
            .await?;
        let old = help::Entity::delete_many().filter(help::Column::OrganisationId.eq(self.organisation));
        old.exec(&act.tx).await?;
        insert(act, self.organisation, &self.lines).await?;
        let values = json!({ "before": journal(&before), "after": journal(&self.lines) });
        Ok(permit.done(self.organisation, record(&row, values)))
    }
}

pub(super) async fn insert(act: &Act<'_>, organisation: OrganisationId, lines: &[HelpLine]) -> Result<(), Problem> {
    for (position, line) in (1..).zip(lines) {
        let row = help::ActiveModel {
            id: Set(kit_base::id::new_uuid(act.now)),
            organisation_id: Set(organisation),
            position: Set(position),
            what: Set(line.what.clone()),
            since_year: Set(line.since_year),
            ask_for: Set(line.ask_for.clone()),
        };
        help::Entity::insert(row).exec_without_returning(&act.tx).await?;
    }
    Ok(())
}

fn journal(lines: &[HelpLine]) -> Value {
    let line = |line: &HelpLine| json!({ "what": line.what, "since": line.since_year, "ask_for": line.ask_for });
    json!({ "help": lines.iter().map(line).collect::<Vec<_>>() })
}
