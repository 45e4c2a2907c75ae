//! What can be done with an organisation.

mod add_contact;
mod add_name;
mod add_role;
mod create;
mod edit;
mod edit_contact;
mod edit_help;
mod edit_role;
mod import;
mod remove_fact;
mod say_became;

pub use add_contact::AddContact;
pub use add_name::{AddName, NameTime};
pub use add_role::AddRole;
pub use create::CreateOrganisation;
pub use edit::EditOrganisation;
pub use edit_contact::EditContact;
pub use edit_help::EditHelp;
pub use edit_role::EditRole;
pub use import::{ImportOrganisation, KNOWN_ALREADY};
pub use remove_fact::{Fact, RemoveFact};
pub use say_became::SayBecame;

use chrono::{Datelike, NaiveDate};
use kit_base::clock::day_in;
use kit_base::{Message, Problem, Territory, TerritoryKind, Visibility};
use kit_web::{Act, Permit, Record};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use crate::model::{HELP_LINES_MAX, HelpLine, OrganisationId, YEAR_FIRST};
use crate::store::organisation;

/// Holds the record of an organisation on which something is about to be written, if it is one's to edit. In a demo nothing made up
/// is written on a body that exists.
async fn hold_to_edit(act: &Act<'_>, id: OrganisationId) -> Result<(organisation::Model, Permit), Problem> {
    let row = act.tx.hold::<organisation::Entity>(id).await?;
    let permit = act.permit("organisation.edit", &row.resource())?;
    if act.premises().is_demo && !row.is_example {
        return Err(Problem::Refused(Message::new("directory-real-body-keeps-to-facts")));
    }
    Ok((row, permit))
}

/// What the journal keeps of something written on a record.
fn record(row: &organisation::Model, values: Value) -> Record {
    let discreet = row.visibility == Visibility::Discreet;
    Record { discreet, ..Record::of("organisation", row.id.0, Some(row.territory), values) }
}

/// The record says when something was last written on it.
async fn refresh(act: &Act<'_>, id: OrganisationId) -> Result<(), Problem> {
    organisation::Entity::update_many()
        .col_expr(organisation::Column::UpdatedAt, Expr::value(act.now))
        .filter(organisation::Column::Id.eq(id))
        .exec(&act.tx)
        .await?;
    Ok(())
}

/// One more is too many: said beside `field`.
fn check_room(count: usize, count_max: usize, field: &'static str) -> Result<(), Problem> {
    if count >= count_max {
        Err(Problem::field(field, Message::new("directory-record-full").with("max", count_max)))
    } else {
        Ok(())
    }
}

/// Today where the record is kept.
fn today(act: &Act<'_>, row: &organisation::Model) -> NaiveDate {
    day_in(territory::time_zone(row.territory), act.now)
}

/// Few lines, none of which begins later than this year. The form says so beside its fields.
fn check_help(act: &Act<'_>, row: &organisation::Model, lines: &[HelpLine]) -> Result<(), Problem> {
    let years = YEAR_FIRST..=today(act, row).year();
    if lines.iter().filter_map(|line| line.since_year).any(|year| !years.contains(&year)) {
        return Err(Problem::Refused(Message::new("directory-help-year-unfit")));
    }
    check_room(lines.len().saturating_sub(1), HELP_LINES_MAX, "aide-1")
}

/// An organisation is kept by the people of a département or a région.
fn check_owner(territory: Territory) -> Result<(), Problem> {
    if can_keep_records(territory) {
        Ok(())
    } else {
        Err(Problem::field("territoire", Message::new("directory-territory-unfit")))
    }
}

/// Whether this is a département or a région that exists.
pub(crate) fn can_keep_records(territory: Territory) -> bool {
    matches!(territory.kind(), TerritoryKind::Departement | TerritoryKind::Region) && territory::exists(territory)
}

/// A seat is a commune that exists.
fn check_seat(seat: Option<Territory>) -> Result<(), Problem> {
    match seat {
        Some(seat) if seat.kind() != TerritoryKind::Commune || !territory::exists(seat) => {
            Err(Problem::field("siege", Message::new("directory-seat-unfit")))
        }
        _ => Ok(()),
    }
}
