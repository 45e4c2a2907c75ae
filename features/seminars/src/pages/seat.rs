//! One place: somebody else takes it, in one gesture; or it is given back.

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_ui::{Button, ButtonKind, Field};
use kit_web::{Answer, Form, Submission, Visit, see_other};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::commands::{CancelRegistration, ChangeSeat};
use crate::model::{SeatId, WORKSHOP_FIELDS};
use crate::pages::registration::{KEPT_NOWHERE, Opened, Way, open};
use crate::pages::registration_form::{read_workshops, workshop_fields};
use crate::pages::registrations::registration_name;
use crate::store::registrations::{left_in, seat, workshops_of};
use crate::store::{Programme, programme};

#[derive(Template)]
#[template(path = "seat.html")]
struct SeatPage<'a> {
    visit: &'a Visit,
    organisation: String,
    path: String,
    form: &'a Form,
    fields: Vec<Field>,
    button: Button,
    give_back: &'a Form,
    give_back_button: Button,
}

/// A place of a registration, and the programme it is in.
struct Found {
    opened: Opened,
    seat: seat::Model,
    programme: Programme,
}

/// `GET …/places/{seat}`
pub(crate) async fn get(visit: Visit, Path(way): Way) -> Answer {
    let found = find(&visit, &Path(way)).await?;
    let form = found.known(&visit).await?;
    show(&visit, &found, &form, &Form::new()).await
}

/// `POST …/places/{seat}`
pub(crate) async fn post(visit: Visit, Path(way): Way, submission: Submission) -> Answer {
    let way = Path(way);
    let found = find(&visit, &way).await?;
    let outcome = async {
        let command = found.parse(&submission)?;
        visit.carry_out_as(&found.opened.principal, &submission, &command, |()| KEPT_NOWHERE.to_owned()).await
    }
    .await;
    match outcome {
        Ok(_) => Ok(see_other(&visit, &found.opened.path, "done-seminar-seat-changed")),
        Err(problem) => {
            let found = find(&visit, &way).await?;
            let form = found.known(&visit).await?.refused(&submission, problem)?;
            show(&visit, &found, &form, &Form::new()).await
        }
    }
}

/// `POST …/places/{seat}/rendre`
pub(crate) async fn give_back(visit: Visit, Path(way): Way, submission: Submission) -> Answer {
    let found = find(&visit, &Path(way)).await?;
    let command = CancelRegistration { registration: found.opened.row.id, seat: Some(found.seat.id) };
    match visit.carry_out_as(&found.opened.principal, &submission, &command, |()| KEPT_NOWHERE.to_owned()).await {
        Ok(_) => Ok(see_other(&visit, &found.opened.path, "done-seminar-seat-given-back")),
        Err(problem) => {
            let form = found.known(&visit).await?;
            show(&visit, &found, &form, &Form::new().refused(&submission, problem)?).await
        }
    }
}

async fn find(visit: &Visit, Path(way): &Way) -> Result<Found, Problem> {
    let opened = open(visit, way).await?;
    let id = way.get("seat").and_then(|id| id.parse::<SeatId>().ok()).ok_or(Problem::NotFound)?;
    let query = seat::Entity::find_by_id(id).filter(seat::Column::RegistrationId.eq(opened.row.id));
    let seat = visit.read().one(query).await?.filter(seat::Model::is_kept).ok_or(Problem::NotFound)?;
    let programme = programme(&visit.read(), opened.seminar.id).await?;
    Ok(Found { opened, seat, programme })
}

impl Found {
    fn path(&self) -> String {
        format!("{}/places/{}", self.opened.path, self.seat.id)
    }

    /// The form filled with who comes and with their workshops.
    async fn known(&self, visit: &Visit) -> Result<Form, Problem> {
        let chosen = visit.read().all(workshops_of(&[self.seat.id])).await?;
        let form =
            Form::new().version(self.seat.version).known("personne", self.seat.label.as_deref().unwrap_or_default());
        let choices = WORKSHOP_FIELDS.iter().zip(self.programme.workshop_choices());
        Ok(choices.fold(form, |form, (field, workshops)| {
            let is_chosen = |id| chosen.iter().any(|row| row.session_id == id);
            match workshops.iter().find(|workshop| is_chosen(workshop.id)) {
                Some(workshop) => form.known(field, workshop.id),
                None => form,
            }
        }))
    }

    fn parse(&self, submission: &Submission) -> Result<ChangeSeat, Problem> {
        let version_read = submission.version()?;
        let mut fields = submission.fields();
        let label = fields.optional_text("personne", TITLE_CHARACTERS_MAX);
        let workshops = read_workshops(&mut fields, &self.programme);
        fields.complete(|| {
            Some(ChangeSeat {
                registration: self.opened.row.id,
                seat: self.seat.id,
                version_read,
                label: label?,
                workshops: workshops?,
            })
        })
    }
}

async fn show(visit: &Visit, found: &Found, form: &Form, give_back: &Form) -> Answer {
    let t = visit.t();
    let left = left_in(&visit.read(), found.programme.sessions().map(|(_, session)| session)).await?;
    let who = Field::text(t, "personne", t.text("seminars-seat-who"))
        .hint(t.text("seminars-seat-who-hint"))
        .purpose(t.text("seminars-registration-people-purpose"))
        .maxlength(TITLE_CHARACTERS_MAX)
        // A colleague's name, not the one that the browser knows.
        .autocomplete("off")
        .optional();
    let workshops = workshop_fields(visit, form, &found.programme, &left);
    let status = if form.status().is_success() { give_back.status() } else { form.status() };
    let page = SeatPage {
        visit,
        organisation: registration_name(visit, &found.opened.row),
        path: found.path(),
        form,
        fields: std::iter::once(form.fill(who)).chain(workshops).collect(),
        button: Button::primary(t.text("seminars-seat-button")),
        give_back,
        give_back_button: Button::new(ButtonKind::Danger, t.text("seminars-seat-give-back-button")),
    };
    let title = t.text("seminars-seat-title").to_string();
    found.opened.page(visit, title).status(status).show(visit, &page)
}
