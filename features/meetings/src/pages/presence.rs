//! Who was there: the members of the collective, and whoever else came.

use askama::Template;
use axum::extract::Path;
use directory::OrganisationId;
use kit_base::{Message, Problem};
use kit_ui::{Button, Field};
use kit_web::{Answer, Form, Submission, Visit, see_other};

use super::{find_to_hold, under};
use crate::commands::{Presence, RecordPresence};
use crate::model::{MeetingId, PEOPLE_MAX, PRESENCES_MAX};
use crate::store::{find, meeting, members_on, path_of, presence, presences_of};

#[derive(Template)]
#[template(path = "presence.html")]
struct PresencePage<'a> {
    visit: &'a Visit,
    called: String,
    form: &'a Form,
    lines: Vec<Line>,
    people_wrong: Option<String>,
    guest: Vec<Field>,
    action: String,
    button: Button,
}

/// An organisation, and how many people of it.
struct Line {
    id: OrganisationId,
    name: String,
    people: String,
}

/// `GET /reunions/{id}/presences`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    show(&visit, &row, &Form::new(), None).await
}

/// `POST /reunions/{id}/presences`
pub(crate) async fn post(visit: Visit, Path(id): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &id).await?;
    let outcome = async {
        let command = parse(row.id, &submission)?;
        visit.carry_out(&submission, &command, |id| path_of(*id)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-meetings-presence-recorded")),
        Err(problem) => {
            let form = Form::new().refused(&submission, problem)?;
            show(&visit, &find_to_hold(&visit, &id).await?, &form, Some(&submission)).await
        }
    }
}

/// A line is `organisation:people`, sent in pairs of the same order.
fn parse(meeting: MeetingId, submission: &Submission) -> Result<RecordPresence, Problem> {
    let mut fields = submission.fields();
    let pairs: Vec<(&str, &str)> = submission.values("organisation").zip(submission.values("personnes")).collect();
    let mut present: Vec<Presence> = Vec::new();
    for (organisation, people) in pairs.into_iter().take(PRESENCES_MAX) {
        match (organisation.parse(), people.trim()) {
            (_, "" | "0") => {}
            (Ok(organisation), people) => match people.parse() {
                Ok(people) if (1..=PEOPLE_MAX).contains(&people) => present.push(Presence { organisation, people }),
                _ => {
                    fields.refuse::<()>("personnes", Message::new("meetings-people-wrong").with("max", PEOPLE_MAX));
                }
            },
            (Err(_), _) => {
                fields.refuse::<()>("personnes", Message::new("form-unknown-code"));
            }
        }
    }
    let guest: Option<Option<OrganisationId>> = fields.optional_code("invitee");
    let people = fields.optional_whole_number("invitee-personnes", 1..=PEOPLE_MAX);
    fields.complete(|| {
        if let Some(organisation) = guest?
            && !present.iter().any(|known| known.organisation == organisation)
        {
            present.push(Presence { organisation, people: people?.unwrap_or(1) });
        }
        Some(RecordPresence { meeting, present })
    })
}

async fn show(visit: &Visit, row: &meeting::Model, form: &Form, typed: Option<&Submission>) -> Answer {
    let t = visit.t();
    let region = territory::region_of(row.territory).unwrap_or(row.territory);
    let choices = directory::choices(visit, region).await?;
    let guest = [
        Field::select(t, "invitee", t.text("meetings-guest"), choices)
            .hint(t.text("meetings-guest-hint"))
            .purpose(t.text("meetings-presence-purpose"))
            .optional(),
        Field::number(t, "invitee-personnes", t.text("meetings-guest-people"))
            .range(Some("1".to_owned()), Some(PEOPLE_MAX.to_string()))
            .purpose(t.text("meetings-presence-purpose"))
            .optional(),
    ];
    let heading = visit.text("meetings-presence-title").to_string();
    let page = PresencePage {
        visit,
        called: row.called(t),
        form,
        lines: lines(visit, row, typed).await?,
        people_wrong: form.fill(Field::text(t, "personnes", t.text("meetings-presence-members"))).error,
        guest: guest.into_iter().map(|field| form.fill(field)).collect(),
        action: format!("{}/presences", row.path()),
        button: Button::primary(visit.text("meetings-presence-button")),
    };
    under(visit, heading, row).status(form.status()).show(visit, &page)
}

/// The members on that day, and those who came besides; with what was typed, or what is known.
async fn lines(visit: &Visit, row: &meeting::Model, typed: Option<&Submission>) -> Result<Vec<Line>, Problem> {
    let known: Vec<presence::Model> = visit.read().all(presences_of(row.id)).await?;
    let people_of = |id: OrganisationId| match typed {
        Some(typed) => {
            let mut pairs = typed.values("organisation").zip(typed.values("personnes"));
            pairs.find(|(organisation, _)| *organisation == id.to_string()).map_or("", |(_, people)| people).to_owned()
        }
        None => {
            known.iter().find(|line| line.organisation_id == id).map_or(String::new(), |line| line.people.to_string())
        }
    };
    let members = members_on(visit, row).await?;
    let guests = known.iter().filter(|line| !members.iter().any(|member| member.id == line.organisation_id));
    let names = members.iter().map(|member| (member.id, member.display_name()));
    let names = names.chain(guests.map(|line| (line.organisation_id, line.organisation_name.clone())));
    Ok(names.map(|(id, name)| Line { id, name, people: people_of(id) }).collect())
}
