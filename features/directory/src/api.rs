//! The directory for programs, and as a file.

use std::collections::HashMap;

use chrono::NaiveDate;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::clock::day_in;
use kit_base::{Locale, Problem};
use kit_exchange::Cell;
use kit_web::{
    Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit, shape_of,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use territory::Place;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::model::{OrganisationId, OrganisationKind, OrganisationSummary, display_name, path};
use crate::pages::list::{Asked, Filters};
use crate::store::{help, organisation, role};

/// The organisations that the visitor may know of, in the order of the page `/acteurs`.
pub(crate) const ORGANISATIONS: OpenList = OpenList {
    name: "organisations",
    title: "directory-list-title",
    about: "The organisations of the directory, by name.",
    filters: &[
        territory::DEPARTEMENT_FILTER,
        ListFilter {
            name: "type",
            about: "A kind of organisation.",
            example: "mission_locale",
            values: FilterValues::OneOf(|| OrganisationKind::ALL.iter().map(|kind| kind.code().to_owned()).collect()),
        },
    ],
    columns: &[
        ListColumn { title: "directory-name", width: 45 },
        ListColumn { title: "directory-kind", width: 30 },
        ListColumn { title: "directory-territory", width: 22 },
        ListColumn { title: "directory-seat", width: 22 },
        ListColumn { title: "directory-help-section", width: 60 },
        ListColumn { title: "directory-roles-title", width: 40 },
        ListColumn { title: "directory-website", width: 35 },
        ListColumn { title: "directory-source", width: 35 },
        ListColumn { title: "directory-updated", width: 14 },
    ],
    shape: Some(shape_of::<Organisation>),
    source: organisations,
};

/// An organisation. How to reach people in it is for those who sign in.
#[derive(Debug, Serialize, ToSchema)]
struct Organisation {
    id: Uuid,
    /// Its page.
    url: String,
    /// Its name today; one that is made up ends in "(exemple)".
    name: String,
    /// A code, such as `mission_locale` or `department`.
    kind: String,
    /// The département or région whose people keep its record.
    territory: Place,
    /// Where it sits, where that is known.
    seat: Option<Place>,
    website: Option<String>,
    /// What it says it can really help with.
    help: Vec<Help>,
    /// What it does in which programme.
    roles: Vec<Role>,
    /// Where its facts were read.
    source: Option<String>,
    /// The day its record was last changed.
    updated_on: NaiveDate,
    /// Made up, for a demonstration.
    is_example: bool,
}

/// Something an organisation can help with.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct Help {
    what: String,
    /// The year since when.
    since: Option<i32>,
}

/// What an organisation does in a programme.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct Role {
    programme: String,
    /// A code, such as `sending` or `hosting`.
    role: String,
    accreditation: Option<String>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    #[serde(skip)]
    label: &'static str,
}

/// An organisation as other lists name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrganisationReference {
    /// Which one.
    pub id: Uuid,
    /// Its name today.
    pub name: String,
    /// Its page.
    pub url: String,
}

impl OrganisationReference {
    /// This organisation, for a program that reads a list.
    pub fn new(visit: &Visit, organisation: &OrganisationSummary) -> Self {
        Self {
            id: organisation.id.0,
            name: organisation.display_name(),
            url: visit.house().public_url.link(&organisation.path()),
        }
    }
}

fn organisations(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let asked = Asked::narrowed(query.owned(SEARCH_WORDS), query.owned("departement"), query.owned("type"));
        let filters = Filters::of(&asked);
        let (reader, scope) = (visit.read(), visit.scope("organisation.list"));
        let after = match query.after::<OrganisationId>()? {
            None => None,
            Some(id) => {
                let row = reader.one_within(organisation::Entity::find_by_id(id), &*scope).await?;
                Some(row.ok_or(Problem::NotFound)?)
            }
        };
        let total = reader.count_within(filters.select(), &*scope).await?;
        let found = reader.all_within(filters.page(after.as_ref(), false).limit(query.limit()), &*scope).await?;
        let (rows, next) = query.page(found, |row| row.id.to_string());
        let facts = Facts::of(&visit, &rows).await?;
        let rows: Result<_, Problem> = rows.into_iter().map(|row| open_row(&visit, row, &facts)).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

/// What hangs on organisations whose records may be read.
struct Facts {
    help: HashMap<OrganisationId, Vec<Help>>,
    roles: HashMap<OrganisationId, Vec<Role>>,
}

impl Facts {
    async fn of(visit: &Visit, rows: &[organisation::Model]) -> Result<Self, Problem> {
        let ids = || rows.iter().map(|row| row.id);
        let help_lines =
            help::Entity::find().filter(help::Column::OrganisationId.is_in(ids())).order_by_asc(help::Column::Position);
        let roles = role::Entity::find()
            .filter(role::Column::OrganisationId.is_in(ids()))
            .order_by_asc(role::Column::Programme)
            .order_by_asc(role::Column::Id);
        let mut facts = Self { help: HashMap::new(), roles: HashMap::new() };
        for line in visit.read().all(help_lines).await? {
            let help = Help { what: line.what, since: line.since_year };
            facts.help.entry(line.organisation_id).or_default().push(help);
        }
        for row in visit.read().all(roles).await? {
            facts.roles.entry(row.organisation_id).or_default().push(Role {
                role: row.role.code().to_owned(),
                label: row.role.label(),
                programme: row.programme,
                accreditation: row.accreditation,
                from: row.from_date,
                until: row.until_date,
            });
        }
        Ok(facts)
    }
}

fn open_row(visit: &Visit, row: organisation::Model, facts: &Facts) -> Result<OpenRow, Problem> {
    let t = visit.t();
    let place = |territory| Place::new(territory, t.locale());
    let record = Organisation {
        id: row.id.0,
        url: visit.house().public_url.link(&path(row.id)),
        name: display_name(&row.name, row.is_example),
        kind: row.kind.code().to_owned(),
        territory: place(row.territory),
        seat: row.seat.map(place),
        website: row.website.as_ref().map(ToString::to_string),
        help: facts.help.get(&row.id).cloned().unwrap_or_default(),
        roles: facts.roles.get(&row.id).cloned().unwrap_or_default(),
        source: row.source,
        updated_on: day_in(territory::time_zone(row.territory), row.updated_at),
        is_example: row.is_example,
    };
    let lines = |lines: Vec<String>| Cell::from(lines.join("\n"));
    let cells = vec![
        record.name.as_str().into(),
        t.text(row.kind.label()).to_string().into(),
        territory::name_and_code(row.territory, t.locale()).into(),
        row.seat.map(|seat| territory::name(seat, Locale::Fr)).into(),
        lines(record.help.iter().map(|help| help.what.clone()).collect()),
        lines(record.roles.iter().map(|role| format!("{} : {}", role.programme, t.text(role.label))).collect()),
        record.website.clone().into(),
        record.source.clone().into(),
        record.updated_on.into(),
    ];
    OpenRow::new(&record, cells)
}
