//! Writes down a name that an organisation bore, or the one it bears now.

use chrono::NaiveDate;
use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::{check_room, hold_to_edit, record, refresh, today};
use crate::model::{NAMES_MAX, NameId, OrganisationId, Period};
use crate::store::{former_name, of_organisation, organisation};

/// Writes down a name that an organisation bore, or the one it bears now.
#[derive(Debug, Clone)]
pub struct AddName {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// The name to write down.
    pub name: String,
    /// When it bore it.
    pub time: NameTime,
}

/// When an organisation bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameTime {
    /// It bore it once, between these days where they are known.
    Former(Period),
    /// It bears it since this day; the name it bore until then becomes a former one.
    PresentSince(NaiveDate),
}

impl Command for AddName {
    type Output = OrganisationId;

    const NAME: &'static str = "organisation.add-name";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (row, permit) = hold_to_edit(act, self.organisation).await?;
        let names = of_organisation::<former_name::Entity>(&act.tx, self.organisation).await?;
        check_room(names.len(), NAMES_MAX, "nom")?;
        let borne = names.iter().map(|former| former.name.as_str()).chain([row.name.as_str()]);
        if borne.into_iter().any(|name| name == self.name) {
            return Err(Problem::field("nom", Message::new("directory-name-known")));
        }
        match self.time {
            NameTime::Former(period) => self.add_former(act, period).await?,
            NameTime::PresentSince(day) => self.rename(act, &row, day).await?,
        }
        let values = json!({ "before": { "name": row.name }, "after": self.journal() });
        Ok(permit.done(self.organisation, record(&row, values)))
    }
}

impl AddName {
    async fn add_former(&self, act: &Act<'_>, period: Period) -> Result<(), Problem> {
        period.check("jusqu")?;
        keep(act, self.organisation, &self.name, period, None).await?;
        refresh(act, self.organisation).await
    }

    async fn rename(&self, act: &Act<'_>, row: &organisation::Model, day: NaiveDate) -> Result<(), Problem> {
        if day > today(act, row) {
            return Err(Problem::field("depuis", Message::new("directory-name-ahead")));
        }
        if row.name_since.is_some_and(|since| day <= since) {
            return Err(Problem::field("depuis", Message::new("directory-name-before-the-last")));
        }
        let period = Period { from: row.name_since, until: day.pred_opt() };
        keep(act, row.id, &row.name, period, None).await?;
        let update = organisation::Entity::update_many()
            .col_expr(organisation::Column::Name, Expr::value(self.name.clone()))
            .col_expr(organisation::Column::NameFolded, Expr::value(territory::fold(&self.name)))
            .col_expr(organisation::Column::NameSince, Expr::value(Some(day)))
            .col_expr(organisation::Column::UpdatedAt, Expr::value(act.now));
        // Whoever corrects the record at the same time is shown the new name.
        act.tx
            .update_version::<organisation::Entity, _>(row.id, organisation::Column::Version, row.version, update)
            .await
    }

    fn journal(&self) -> serde_json::Value {
        match self.time {
            NameTime::Former(period) => json!({ "former_name": self.name, "from": period.from, "until": period.until }),
            NameTime::PresentSince(day) => json!({ "name": self.name, "since": day }),
        }
    }
}

/// Keeps a name that was borne.
pub(super) async fn keep(
    act: &Act<'_>,
    organisation: OrganisationId,
    name: &str,
    period: Period,
    source: Option<&str>,
) -> Result<(), Problem> {
    let row = former_name::ActiveModel {
        id: Set(NameId::new(act.now)),
        organisation_id: Set(organisation),
        name: Set(name.to_owned()),
        name_folded: Set(territory::fold(name)),
        from_date: Set(period.from),
        until_date: Set(period.until),
        source: Set(source.map(str::to_owned)),
    };
    former_name::Entity::insert(row).exec_without_returning(&act.tx).await?;
    Ok(())
}
