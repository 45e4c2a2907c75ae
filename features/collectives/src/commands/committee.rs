//! The seats of a regional committee.

use chrono::NaiveDate;
use directory::OrganisationId;
use kit_base::{Message, Problem, Territory, TerritoryKind};
use kit_web::{Act, Command, Done, Record};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::model::{COMMITTEE_SEATS_MAX, CommitteeId, CommitteeSeatId};
use crate::store::{committee, committee_resource, of_region, seat, seats_of};

/// Makes a seat in a college of the committee of a région; one without an organisation is vacant.
#[derive(Debug, Clone)]
pub struct AddSeat {
    /// The région.
    pub region: Territory,
    /// The college, as the région calls it.
    pub college: String,
    /// The function that sits, where it is not simply the organisation.
    pub label: Option<String>,
    /// Who sits.
    pub organisation: Option<OrganisationId>,
    /// Whether it is a seat of young people.
    pub for_youth: bool,
    /// The first day.
    pub from: NaiveDate,
}

/// A seat is held no longer.
#[derive(Debug, Clone)]
pub struct EndSeat {
    /// Which one.
    pub seat: CommitteeSeatId,
    /// Its last day.
    pub until: NaiveDate,
}

impl Command for AddSeat {
    type Output = CommitteeSeatId;
    const NAME: &'static str = "committee.add-seat";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        if self.region.kind() != TerritoryKind::Region || !territory::exists(self.region) {
            return Err(Problem::NotFound);
        }
        let permit = act.permit("committee.edit", &committee_resource(self.region))?;
        let committee = hold_committee(act, self.region).await?;
        if seats_of(committee).all(&act.tx).await?.len() >= COMMITTEE_SEATS_MAX {
            let message = Message::new("collectives-committee-full").with("max", COMMITTEE_SEATS_MAX);
            return Err(Problem::Refused(message));
        }
        if let Some(organisation) = self.organisation {
            directory::hold_for(act, organisation, "organisation").await?;
        }
        let id = CommitteeSeatId::new(act.now);
        let row = seat::ActiveModel {
            id: Set(id),
            committee_id: Set(committee),
            college: Set(self.college.clone()),
            label: Set(self.label.clone()),
            organisation_id: Set(self.organisation),
            for_youth: Set(self.for_youth),
            from_date: Set(self.from),
            until_date: Set(None),
        };
        seat::Entity::insert(row).exec_without_returning(&act.tx).await?;
        let after = json!({ "college": self.college, "organisation": self.organisation, "from": self.from });
        let values = json!({ "before": null, "after": after });
        Ok(permit.done(id, Record::of("committee", committee.0, Some(self.region), values)))
    }
}

/// The committee of the région, made with its first seat; held, since it carries the number of its seats.
async fn hold_committee(act: &Act<'_>, region: Territory) -> Result<CommitteeId, Problem> {
    let row =
        committee::ActiveModel { id: Set(CommitteeId::new(act.now)), territory: Set(region), created_at: Set(act.now) };
    let once = OnConflict::column(committee::Column::Territory).do_nothing().to_owned();
    committee::Entity::insert(row).on_conflict(once).exec_without_returning(&act.tx).await?;
    let row = of_region(region).one(&act.tx).await?.ok_or(Problem::NotFound)?;
    Ok(act.tx.hold::<committee::Entity>(row.id).await?.id)
}

impl Command for EndSeat {
    type Output = Territory;
    const NAME: &'static str = "committee.end-seat";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let found = seat::Entity::find_by_id(self.seat).one(&act.tx).await?.ok_or(Problem::NotFound)?;
        let committee = act.tx.hold::<committee::Entity>(found.committee_id).await?;
        let permit = act.permit("committee.edit", &committee_resource(committee.territory))?;
        let row = act.tx.hold::<seat::Entity>(found.id).await?;
        if row.until_date.is_some() {
            return Err(Problem::Refused(Message::new("collectives-seat-ended")));
        }
        if self.until < row.from_date {
            return Err(Problem::field("jusqu", Message::new("collectives-end-before-start")));
        }
        seat::Entity::update_many()
            .col_expr(seat::Column::UntilDate, Expr::value(Some(self.until)))
            .filter(seat::Column::Id.eq(row.id))
            .exec(&act.tx)
            .await?;
        let values = json!({ "before": { "until": null }, "after": { "until": self.until } });
        let record = Record::of("committee", committee.id.0, Some(committee.territory), values);
        Ok(permit.done(committee.territory, record))
    }
}
