//! The meetings of the example collective: one that was held, one to come.

use directory::OrganisationId;
use kit_base::Visibility;
use meetings::commands::{CreateMeeting, Presence, RecordPresence, WriteMinutes};
use meetings::{MeetingDetails, MeetingId};

use super::data::{MeetingData, Meetings};
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// Plans the meetings, and writes down what came of those that were held.
pub(super) async fn load(
    steps: &mut Steps<'_>,
    data: &Meetings,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    for meeting in &data.meeting {
        let details = MeetingDetails {
            title: Some(meeting.title.clone()),
            day: steps.day(meeting.days)?,
            starts: meeting.starts,
            ends: meeting.ends,
            place: Some(meeting.place.clone()),
            points: Some(meeting.points.clone()),
            visibility: if meeting.is_public { Visibility::Public } else { Visibility::Registered },
        };
        let command = CreateMeeting { territory: meeting.territory, details, is_example: true };
        let id = steps.carry_out(&the_house(), &command, MeetingId).await?;
        load_outcome(steps, id, meeting, organisations).await?;
    }
    Ok(())
}

async fn load_outcome(
    steps: &mut Steps<'_>,
    meeting: MeetingId,
    data: &MeetingData,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    let Some(minutes) = &data.minutes else { return Ok(()) };
    let mut present = Vec::new();
    for line in &data.present {
        present.push(Presence { organisation: *organisations.get(&line.organisation)?, people: line.people });
    }
    steps.carry_out_only(&the_house(), &RecordPresence { meeting, present }).await?;
    let next_day = data.next_days.map(|days| steps.day(days)).transpose()?;
    let command = WriteMinutes { meeting, version_read: 1, minutes: Some(minutes.clone()), next_day };
    steps.carry_out_only(&the_house(), &command).await
}
