//! A registration, from its link or from the list of the steering: who comes, which workshops, or nobody.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use kit_base::Problem;
use kit_policy::Principal;
use kit_ui::{Button, ButtonKind, DescriptionList, Notice, Tone};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::calendar::path_of_seat;
use crate::commands::CancelRegistration;
use crate::letters::link_path;
use crate::model::{RegistrationId, SessionId};
use crate::pages::details;
use crate::pages::list::days;
use crate::pages::page::kind_name;
use crate::pages::registration_form::origin_name;
use crate::pages::registrations::registration_name;
use crate::store::registrations::{link_of, links_work, registration, seat, seats_of, workshops_of};
use crate::store::{Programme, by_slug, programme, seminar};

/// What an address leads to: `token` of a link, or `slug` and `registration` of the list.
pub(crate) type Way = Path<HashMap<String, String>>;

/// What the receipt of a form keeps instead of the address it leads to, since that address may be a token.
pub(crate) const KEPT_NOWHERE: &str = "/i";

/// A registration that this visitor may change.
pub(crate) struct Opened {
    pub(crate) seminar: seminar::Model,
    pub(crate) row: registration::Model,
    /// As whom.
    pub(crate) principal: Principal,
    /// Where it was opened.
    pub(crate) path: String,
    pub(crate) is_by_link: bool,
}

/// Opens it by its link, or as the steering.
pub(crate) async fn open(visit: &Visit, way: &HashMap<String, String>) -> Result<Opened, Problem> {
    let part = |name: &str| way.get(name).map_or("", String::as_str);
    match way.get("token") {
        Some(token) => open_by_link(visit, token).await,
        None => open_listed(visit, part("slug"), part("registration")).await,
    }
}

async fn open_by_link(visit: &Visit, token: &str) -> Result<Opened, Problem> {
    let reader = visit.read();
    let link = reader.one(link_of(token)).await?.ok_or(Problem::NotFound)?;
    let query = registration::Entity::find_by_id(link.registration_id);
    let row = reader.one_to_decide_on(query).await?.ok_or(Problem::NotFound)?;
    let principal = link.principal();
    if !visit.house().policies.decide(&principal, "registration.change", &row.resource()) {
        return Err(Problem::NotFound);
    }
    let query = seminar::Entity::find_by_id(row.seminar_id);
    let seminar = reader.one_to_decide_on(query).await?.ok_or(Problem::NotFound)?;
    if !links_work(&seminar, seminar.today(visit.now())) {
        return Err(Problem::Gone);
    }
    Ok(Opened { seminar, row, principal, path: link_path(token), is_by_link: true })
}

async fn open_listed(visit: &Visit, slug: &str, id: &str) -> Result<Opened, Problem> {
    let seminar = by_slug(&visit.read(), slug, &*visit.scope("seminar.read")).await?;
    details::check_may(visit, "registration.list", &seminar)?;
    let id = id.parse::<RegistrationId>().or(Err(Problem::NotFound))?;
    let query = registration::Entity::find_by_id(id).filter(registration::Column::SeminarId.eq(seminar.id));
    let row = visit.read().one_within(query, &*visit.scope("registration.list")).await?.ok_or(Problem::NotFound)?;
    let path = row.path(&seminar);
    Ok(Opened { seminar, row, principal: visit.principal().clone(), path, is_by_link: false })
}

impl Opened {
    /// The page, on its way from the seminar; behind a link it leads nowhere that would carry the link along.
    pub(crate) fn page(&self, visit: &Visit, title: String) -> Page {
        let t = visit.t();
        if self.is_by_link {
            return Page::new(title).private();
        }
        Page::new(title)
            .step(t.text("seminars-nav"), "/seminaires")
            .step(self.seminar.title_for(t.locale()), self.seminar.path())
            .step(t.text("seminars-registrations-title"), format!("{}/inscriptions", self.seminar.path()))
    }
}

#[derive(Template)]
#[template(path = "registration.html")]
struct RegistrationPage<'a> {
    visit: &'a Visit,
    title: String,
    seminar_path: String,
    path: String,
    notice: Option<Notice>,
    facts: DescriptionList,
    places: Vec<Place>,
    cancel: &'a Form,
    button: Button,
}

struct Place {
    who: String,
    workshops: Vec<String>,
    path: String,
    calendar: String,
}

/// `GET /i/{token}`, `GET /seminaires/{slug}/inscriptions/{registration}`
pub(crate) async fn get(visit: Visit, Path(way): Way) -> Answer {
    let opened = open(&visit, &way).await?;
    show(&visit, &opened, &Form::new()).await
}

/// `POST …/annuler`
pub(crate) async fn cancel(visit: Visit, Path(way): Way, submission: Submission) -> Answer {
    let opened = open(&visit, &way).await?;
    let command = CancelRegistration { registration: opened.row.id, seat: None };
    match visit.carry_out_as(&opened.principal, &submission, &command, |()| KEPT_NOWHERE.to_owned()).await {
        Ok(_) => Ok(see_other(&visit, &opened.path, "done-seminar-registration-cancelled")),
        Err(problem) => show(&visit, &opened, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn show(visit: &Visit, opened: &Opened, cancel: &Form) -> Answer {
    let t = visit.t();
    let programme = programme(&visit.read(), opened.seminar.id).await?;
    let title = t.text("seminars-registration-title").to_string();
    let page = RegistrationPage {
        visit,
        title: opened.seminar.shown_title(t.locale()),
        seminar_path: opened.seminar.path(),
        path: opened.path.clone(),
        notice: notice(visit, opened),
        facts: facts(visit, opened),
        places: places(visit, opened, &programme).await?,
        cancel,
        button: Button::new(ButtonKind::Danger, t.text("seminars-registration-cancel-button")),
    };
    opened.page(visit, title).status(cancel.status()).show(visit, &page)
}

fn notice(visit: &Visit, opened: &Opened) -> Option<Notice> {
    let t = visit.t();
    let said = |key| Some(Notice::new(t, Tone::Warning, t.text(key).to_string()));
    if opened.seminar.cancelled_at.is_some() {
        return said(kit_i18n::key!("seminars-registration-of-cancelled"));
    }
    opened.row.cancelled_at.and_then(|_| said(kit_i18n::key!("seminars-registration-is-cancelled")))
}

fn facts(visit: &Visit, opened: &Opened) -> DescriptionList {
    let t = visit.t();
    let contact = opened.row.contact_email.as_ref().map(ToString::to_string).unwrap_or_default();
    DescriptionList::new()
        .with(t.text("seminars-days"), days(t, &opened.seminar))
        .with(t.text("seminars-place"), opened.seminar.place_name().unwrap_or_default())
        .with(t.text("seminars-registration-organisation"), registration_name(visit, &opened.row))
        .with(t.text("seminars-registration-college"), t.text(opened.row.college.label()).to_string())
        .with(t.text("seminars-origin"), origin_name(visit, opened.row.origin))
        .with(t.text("seminars-registration-address"), contact)
}

async fn places(visit: &Visit, opened: &Opened, programme: &Programme) -> Result<Vec<Place>, Problem> {
    let seats = visit.read().all(seats_of(opened.row.id)).await?;
    let kept: Vec<seat::Model> = seats.into_iter().filter(seat::Model::is_kept).collect();
    let ids: Vec<_> = kept.iter().map(|seat| seat.id).collect();
    let chosen = visit.read().all(workshops_of(&ids)).await?;
    let place = |seat: seat::Model| Place {
        workshops: chosen
            .iter()
            .filter(|row| row.seat_id == seat.id)
            .filter_map(|row| workshop_name(visit, programme, row.session_id))
            .collect(),
        path: format!("{}/places/{}", opened.path, seat.id),
        calendar: path_of_seat(&visit.house().secret, &seat),
        who: who(visit, &seat),
    };
    Ok(kept.into_iter().map(place).collect())
}

/// A workshop of the programme: `Atelier 3 · Son titre`.
pub(crate) fn workshop_name(visit: &Visit, programme: &Programme, id: SessionId) -> Option<String> {
    let (_, session) = programme.sessions().find(|(_, session)| session.id == id)?;
    Some(format!("{} · {}", kind_name(visit, session.kind, session.number), session.title))
}

/// Who comes, or which place is still nobody's.
pub(crate) fn who(visit: &Visit, seat: &seat::Model) -> String {
    match &seat.label {
        Some(label) => label.clone(),
        None => visit.text("seminars-seat-unnamed").arg("number", i64::from(seat.number)).to_string(),
    }
}
