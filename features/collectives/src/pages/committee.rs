//! The regional committee, college by college.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use directory::{OrganisationId, OrganisationSummary};
use kit_base::clock::day_in;
use kit_base::limits::TITLE_CHARACTERS_MAX;
use kit_base::{Problem, Territory, TerritoryKind};
use kit_ui::{Button, Column, Content, Field, LinkButton, Table};
use kit_web::{Answer, Form, Page, Submission, Visit, see_other};
use sea_orm::EntityTrait;

use super::organisation_link;
use crate::commands::{AddSeat, EndSeat};
use crate::model::CommitteeSeatId;
use crate::store::{committee_resource, of_region, seat, seats_of};

#[derive(Template)]
#[template(path = "committee.html")]
struct CommitteePage<'a> {
    visit: &'a Visit,
    heading: String,
    youth: String,
    add: Option<LinkButton>,
    colleges: Vec<(String, Table)>,
    past: Option<Table>,
}

#[derive(Template)]
#[template(path = "seat_form.html")]
struct SeatForm<'a> {
    visit: &'a Visit,
    heading: String,
    said: String,
    form: &'a Form,
    fields: Vec<Field>,
    action: String,
    button: Button,
}

/// `GET /comites/{region}`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    let region = region_at(&code)?;
    let t = visit.t();
    let seats = seats(&visit, region).await?;
    let today = day_in(territory::time_zone(region), visit.now());
    let ids: Vec<OrganisationId> = seats.iter().filter_map(|seat| seat.organisation_id).collect();
    let organisations = directory::summaries(&visit, &ids).await?;
    let (past, now): (Vec<_>, Vec<_>) =
        seats.iter().partition(|seat| seat.until_date.is_some_and(|until| until < today));
    let may_edit = may_edit(&visit, region);
    let youth = now.iter().filter(|seat| seat.for_youth && seat.organisation_id.is_some()).count();
    let page = CommitteePage {
        visit: &visit,
        heading: heading(&visit, region),
        youth: t.text("collectives-committee-youth").arg("count", youth).to_string(),
        add: may_edit
            .then(|| LinkButton::primary(t.text("collectives-seat-add"), format!("{}/sieges/nouveau", path(region)))),
        colleges: by_college(&visit, region, &now, &organisations, may_edit),
        past: (!past.is_empty()).then(|| table(&visit, region, "anciens-sieges", &past, &organisations, false)),
    };
    Page::new(heading(&visit, region)).step(t.text("collectives-nav"), "/collectifs").show(&visit, &page)
}

/// Where the committee of a région stands.
pub(crate) fn path(region: Territory) -> String {
    format!("/comites/{}", region.code())
}

fn region_at(code: &str) -> Result<Territory, Problem> {
    let region = Territory::new(TerritoryKind::Region, code).or(Err(Problem::NotFound))?;
    if territory::exists(region) { Ok(region) } else { Err(Problem::NotFound) }
}

fn heading(visit: &Visit, region: Territory) -> String {
    visit.text("collectives-committee-title").arg("region", territory::name(region, visit.locale())).to_string()
}

fn may_edit(visit: &Visit, region: Territory) -> bool {
    visit.person().is_some() && visit.may("committee.edit", &committee_resource(region))
}

async fn seats(visit: &Visit, region: Territory) -> Result<Vec<seat::Model>, Problem> {
    let committee = visit.read().one_within(of_region(region), &*visit.scope("collective.read")).await?;
    match committee {
        Some(committee) => visit.read().all(seats_of(committee.id)).await,
        None => Ok(Vec::new()),
    }
}

/// In the order in which the colleges got their first seat.
fn by_college(
    visit: &Visit,
    region: Territory,
    seats: &[&seat::Model],
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
    may_edit: bool,
) -> Vec<(String, Table)> {
    let mut colleges: Vec<(String, Vec<&seat::Model>)> = Vec::new();
    for seat in seats {
        match colleges.iter_mut().find(|(college, _)| *college == seat.college) {
            Some((_, seats)) => seats.push(seat),
            None => colleges.push((seat.college.clone(), vec![seat])),
        }
    }
    let numbered = (1..).zip(colleges);
    let shown = numbered.map(|(number, (college, seats))| {
        let table = table(visit, region, &format!("college-{number}"), &seats, organisations, may_edit);
        (college, table)
    });
    shown.collect()
}

fn table(
    visit: &Visit,
    region: Territory,
    id: &str,
    seats: &[&seat::Model],
    organisations: &HashMap<OrganisationId, OrganisationSummary>,
    may_edit: bool,
) -> Table {
    let t = visit.t();
    let mut columns = vec![
        Column::new(t.text("collectives-organisation")),
        Column::new(t.text("collectives-seat-label")),
        Column::new(t.text("collectives-time")),
    ];
    if may_edit {
        columns.push(Column::new(t.text("collectives-change")));
    }
    let caption = seats.first().map(|seat| seat.college.clone()).unwrap_or_default();
    let empty = Table::new(id, caption, columns, t.text("collectives-members-none")).caption_unseen();
    seats.iter().fold(empty, |table, seat| {
        let label = match (&seat.label, seat.for_youth) {
            (Some(label), false) => label.clone(),
            (Some(label), true) => format!("{label} ({})", t.text("collectives-seat-for-youth-short")),
            (None, true) => t.text("collectives-seat-for-youth-short").to_string(),
            (None, false) => String::new(),
        };
        let mut cells = vec![holder(visit, seat, organisations), label.into(), time(visit, seat).into()];
        if may_edit {
            let ends = LinkButton::secondary(
                t.text("collectives-seat-end"),
                format!("{}/sieges/{}/fin", path(region), seat.id),
            );
            cells.push(if seat.until_date.is_none() { Content::html(ends) } else { "".into() });
        }
        table.row(cells)
    })
}

/// A vacancy is a state, not an error.
fn holder(visit: &Visit, seat: &seat::Model, organisations: &HashMap<OrganisationId, OrganisationSummary>) -> Content {
    match seat.organisation_id {
        Some(id) => organisation_link(visit.t(), organisations.get(&id)),
        None => visit.text("collectives-seat-vacant").into(),
    }
}

fn time(visit: &Visit, seat: &seat::Model) -> String {
    let t = visit.t();
    let from = t.date(seat.from_date);
    match seat.until_date {
        Some(until) => t.text("collectives-from-until").arg("from", from).arg("until", t.date(until)).to_string(),
        None => t.text("collectives-since").arg("date", from).to_string(),
    }
}

/// `GET /comites/{region}/sieges/nouveau`
pub(crate) async fn new(visit: Visit, Path(code): Path<String>) -> Answer {
    let region = region_at(&code)?;
    let today = day_in(territory::time_zone(region), visit.now());
    show_new(&visit, region, &Form::new().known("depuis", today)).await
}

/// `POST /comites/{region}/sieges/nouveau`
pub(crate) async fn add(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let region = region_at(&code)?;
    let outcome = async {
        let mut fields = submission.fields();
        let college = fields.text("college", TITLE_CHARACTERS_MAX);
        let label = fields.optional_text("fonction", TITLE_CHARACTERS_MAX);
        let organisation = fields.optional_code("organisation");
        let from = fields.date("depuis");
        let for_youth = submission.value("jeunes") == "yes";
        let command = fields.complete(|| {
            let (college, label) = (college?, label?);
            Some(AddSeat { region, college, label, organisation: organisation?, for_youth, from: from? })
        })?;
        visit.carry_out(&submission, &command, |_| path(region)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-seat-added")),
        Err(problem) => show_new(&visit, region, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn show_new(visit: &Visit, region: Territory, form: &Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, region) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let fields = [
        Field::text(t, "college", t.text("collectives-college"))
            .hint(t.text("collectives-college-hint"))
            .maxlength(TITLE_CHARACTERS_MAX),
        Field::select(t, "organisation", t.text("collectives-organisation"), directory::choices(visit, region).await?)
            .hint(t.text("collectives-seat-organisation-hint"))
            .purpose(t.text("collectives-seat-purpose"))
            .optional(),
        Field::text(t, "fonction", t.text("collectives-seat-label"))
            .purpose(t.text("collectives-seat-purpose"))
            .maxlength(TITLE_CHARACTERS_MAX)
            .optional(),
        Field::checkbox(t, "jeunes", t.text("collectives-seat-for-youth")).optional(),
        Field::date(t, "depuis", t.text("collectives-first-day")),
    ];
    let page = SeatForm {
        visit,
        heading: t.text("collectives-seat-add").to_string(),
        said: t.text("collectives-seat-add-introduction").to_string(),
        form,
        fields: fields.into_iter().map(|field| form.fill(field)).collect(),
        action: format!("{}/sieges/nouveau", path(region)),
        button: Button::primary(t.text("collectives-seat-save")),
    };
    under(visit, t.text("collectives-seat-add"), region, form).show(visit, &page)
}

fn under(visit: &Visit, title: impl ToString, region: Territory, form: &Form) -> Page {
    Page::new(title)
        .step(visit.text("collectives-nav"), "/collectifs")
        .step(heading(visit, region), path(region))
        .status(form.status())
}

/// `GET /comites/{region}/sieges/{seat}/fin`
pub(crate) async fn ending(visit: Visit, Path((code, seat)): Path<(String, String)>) -> Answer {
    let region = region_at(&code)?;
    let today = day_in(territory::time_zone(region), visit.now());
    show_ending(&visit, region, &seat, &Form::new().known("jusqu", today)).await
}

/// `POST /comites/{region}/sieges/{seat}/fin`
pub(crate) async fn end(visit: Visit, Path((code, seat)): Path<(String, String)>, submission: Submission) -> Answer {
    let region = region_at(&code)?;
    let outcome = async {
        let id: CommitteeSeatId = seat.parse().or(Err(Problem::NotFound))?;
        let mut fields = submission.fields();
        let until: Option<NaiveDate> = fields.date("jusqu");
        let command = fields.complete(|| Some(EndSeat { seat: id, until: until? }))?;
        visit.carry_out(&submission, &command, |region| path(*region)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-seat-ended")),
        Err(problem) => show_ending(&visit, region, &seat, &Form::new().refused(&submission, problem)?).await,
    }
}

async fn show_ending(visit: &Visit, region: Territory, seat: &str, form: &Form) -> Answer {
    visit.signed_in()?;
    if !may_edit(visit, region) {
        return Err(Problem::Forbidden.into());
    }
    let t = visit.t();
    let id: CommitteeSeatId = seat.parse().or(Err(Problem::NotFound))?;
    let row = visit.read().one(seat::Entity::find_by_id(id)).await?.ok_or(Problem::NotFound)?;
    let field = Field::date(t, "jusqu", t.text("collectives-last-day"));
    let page = SeatForm {
        visit,
        heading: t.text("collectives-seat-end").to_string(),
        said: [Some(row.college.clone()), row.label.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        form,
        fields: vec![form.fill(field)],
        action: format!("{}/sieges/{id}/fin", path(region)),
        button: Button::primary(t.text("collectives-seat-end-save")),
    };
    under(visit, t.text("collectives-seat-end"), region, form).show(visit, &page)
}
