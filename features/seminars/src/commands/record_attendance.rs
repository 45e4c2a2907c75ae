//! Who was there is entered, by exception.

use std::collections::BTreeSet;

use kit_base::{Message, Problem};
use kit_web::{Act, Command, Done, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use crate::model::{HalfDayId, SeatId};
use crate::store::attendance::{attendance_row, attendance_sheet};
use crate::store::registrations::kept_seats;
use crate::store::{hold_half_day, seminar};

/// Says who was missing from a half-day: everybody else who was expected was there.
#[derive(Debug, Clone)]
pub struct RecordAttendance {
    /// Which half-day.
    pub half_day: HalfDayId,
    /// The version the person had before their eyes; 0 where nothing was entered yet.
    pub version_read: i32,
    /// Who was missing.
    pub absent: BTreeSet<SeatId>,
}

impl Command for RecordAttendance {
    type Output = ();

    const NAME: &'static str = "attendance.record";

    async fn carry_out(&self, act: &Act<'_>) -> Result<Done<Self::Output>, Problem> {
        let (seminar, half_day) = hold_half_day(&act.tx, self.half_day).await?;
        let permit = act.permit("attendance.record", &seminar.resource())?;
        if half_day.day > seminar.today(act.now) {
            return Err(Problem::Refused(Message::new("seminars-error-half-day-to-come")));
        }
        let expected = self.expected(act, &seminar).await?;
        let before = attendance_sheet::Entity::find_by_id(self.half_day).one(&act.tx).await?;
        match &before {
            None if self.version_read == 0 => self.begin(act).await?,
            None => return Err(Problem::Conflict { current: 0 }),
            Some(_) => self.replace(act).await?,
        }
        self.write(act, &expected).await?;
        let present = expected.len() - self.absent.len();
        let values = json!({ "before": null, "after": { "expected": expected.len(), "present": present } });
        Ok(permit.done((), Record::of("half_day", self.half_day.0, Some(seminar.territory), values)))
    }
}

impl RecordAttendance {
    /// Whoever was missing was expected.
    async fn expected(&self, act: &Act<'_>, seminar: &seminar::Model) -> Result<BTreeSet<SeatId>, Problem> {
        let seats = kept_seats(seminar.id).all(&act.tx).await?;
        let expected: BTreeSet<SeatId> = seats.into_iter().map(|seat| seat.id).collect();
        if expected.is_empty() {
            return Err(Problem::Refused(Message::new("seminars-error-nobody-expected")));
        }
        if !self.absent.is_subset(&expected) {
            return Err(Problem::Refused(Message::new("seminars-error-list-changed")));
        }
        Ok(expected)
    }

    async fn begin(&self, act: &Act<'_>) -> Result<(), Problem> {
        let row = attendance_sheet::ActiveModel {
            half_day_id: Set(self.half_day),
            version: Set(1),
            recorded_at: Set(act.now),
        };
        attendance_sheet::Entity::insert(row).exec_without_returning(&act.tx).await?;
        Ok(())
    }

    async fn replace(&self, act: &Act<'_>) -> Result<(), Problem> {
        let changed = attendance_sheet::ActiveModel { recorded_at: Set(act.now), ..Default::default() };
        let update = attendance_sheet::Entity::update_many().set(changed);
        let version = attendance_sheet::Column::Version;
        act.tx.update_version(self.half_day, version, self.version_read, update).await
    }

    async fn write(&self, act: &Act<'_>, expected: &BTreeSet<SeatId>) -> Result<(), Problem> {
        attendance_row::Entity::delete_many()
            .filter(attendance_row::Column::HalfDayId.eq(self.half_day))
            .exec(&act.tx)
            .await?;
        let rows = expected.iter().map(|seat| attendance_row::ActiveModel {
            half_day_id: Set(self.half_day),
            seat_id: Set(*seat),
            is_present: Set(!self.absent.contains(seat)),
        });
        attendance_row::Entity::insert_many(rows).exec_without_returning(&act.tx).await?;
        Ok(())
    }
}
