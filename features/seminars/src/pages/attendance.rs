//! Who was there is entered after the event, by exception: all present but those who are ticked.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_ui::Button;
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};

use crate::commands::RecordAttendance;
use crate::model::{HalfDayId, SeatId};
use crate::pages::door_list::{DoorLine, find, lines};
use crate::pages::page::half_day_name;
use crate::store::attendance::{attendance_of, sheets_of};
use crate::store::{half_day, seminar};

/// The boxes, as they are sent.
const ABSENT: &str = "absent";

#[derive(Template)]
#[template(path = "attendance.html")]
struct AttendancePage<'a> {
    visit: &'a Visit,
    title: String,
    half_day: String,
    action: String,
    form: &'a Form,
    lines: Vec<AttendanceLine>,
    button: Button,
}

struct AttendanceLine {
    seat: SeatId,
    name: String,
    is_absent: bool,
}

/// `GET /seminaires/{slug}/demi-journees/{id}/presence`
pub(crate) async fn get(visit: Visit, Path((slug, half_day)): Path<(String, String)>) -> Answer {
    let (seminar, half_day) = find(&visit, &slug, &half_day).await?;
    let form = Form::new().version(version(&visit, half_day.id).await?);
    let absent = recorded_absent(&visit, half_day.id).await?;
    show(&visit, &seminar, &half_day, &form, &absent).await
}

/// `POST /seminaires/{slug}/demi-journees/{id}/presence`
pub(crate) async fn post(
    visit: Visit,
    Path((slug, half_day)): Path<(String, String)>,
    submission: Submission,
) -> Answer {
    let (seminar, half_day) = find(&visit, &slug, &half_day).await?;
    let outcome = async {
        let command = parse(half_day.id, &submission)?;
        visit.carry_out(&submission, &command, |()| format!("{}/presence", seminar.path())).await
    }
    .await;
    match outcome {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-seminar-attendance-recorded")),
        Err(problem) => {
            let form = Form::new().version(version(&visit, half_day.id).await?).refused(&submission, problem)?;
            show(&visit, &seminar, &half_day, &form, &ticked(&submission)).await
        }
    }
}

/// The version that stands; 0 where nothing was entered yet.
async fn version(visit: &Visit, half_day: HalfDayId) -> Result<i32, Problem> {
    Ok(visit.read().one(sheets_of(&[half_day])).await?.map_or(0, |sheet| sheet.version))
}

async fn recorded_absent(visit: &Visit, half_day: HalfDayId) -> Result<BTreeSet<SeatId>, Problem> {
    let rows = visit.read().all(attendance_of(&[half_day])).await?;
    Ok(rows.into_iter().filter(|row| !row.is_present).map(|row| row.seat_id).collect())
}

fn ticked(submission: &Submission) -> BTreeSet<SeatId> {
    submission.values(ABSENT).filter_map(|id| id.parse().ok()).collect()
}

fn parse(half_day: HalfDayId, submission: &Submission) -> Result<RecordAttendance, Problem> {
    let version_read = submission.version()?;
    let absent = submission.values(ABSENT).map(str::parse).collect::<Result<BTreeSet<SeatId>, _>>();
    Ok(RecordAttendance { half_day, version_read, absent: absent.or(Err(Problem::Unreadable))? })
}

async fn show(
    visit: &Visit,
    seminar: &seminar::Model,
    half_day: &half_day::Model,
    form: &Form,
    absent: &BTreeSet<SeatId>,
) -> Answer {
    let t = visit.t();
    let line = |line: DoorLine| AttendanceLine {
        is_absent: absent.contains(&line.seat.id),
        seat: line.seat.id,
        name: if line.who.is_empty() { line.organisation } else { format!("{} · {}", line.organisation, line.who) },
    };
    let page = AttendancePage {
        visit,
        title: seminar.shown_title(t.locale()),
        half_day: half_day_name(visit, half_day),
        action: format!("{}/demi-journees/{}/presence", seminar.path(), half_day.id),
        form,
        lines: lines(visit, seminar).await?.into_iter().map(line).collect(),
        button: Button::primary(t.text("seminars-attendance-button")),
    };
    Page::new(t.text("seminars-attendance-enter-title"))
        .step(t.text("seminars-nav"), "/seminaires")
        .step(seminar.title_for(t.locale()), seminar.path())
        .step(t.text("seminars-registrations-title"), format!("{}/inscriptions", seminar.path()))
        .status(form.status())
        .show(visit, &page)
}
