//! Who comes, as a file for the steering of the region: a line for each place that is kept.

use std::collections::HashMap;

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_base::clock::day_in;
use kit_exchange::Cell;
use kit_web::{Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, Visit};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::model::RegistrationId;
use crate::pages::details::check_may;
use crate::pages::registration::workshop_name;
use crate::pages::registration_form::origin_name;
use crate::pages::registrations::registration_name;
use crate::store::registrations::{kept_seats_of, last_first, registration, seat, workshops_of};
use crate::store::{by_slug, programme, seminar};

/// The registrations for one seminar, the last one first, as on `/seminaires/{slug}/inscriptions`; without those given back.
pub(crate) const REGISTRATIONS: OpenList = OpenList {
    name: "registrations",
    title: "seminars-registrations-title",
    about: "Who comes to a seminar.",
    filters: &[SEMINAR_FILTER],
    columns: &[
        ListColumn { title: "seminars-title", width: 40 },
        ListColumn { title: "seminars-registration-organisation", width: 40 },
        ListColumn { title: "seminars-registration-college", width: 30 },
        ListColumn { title: "seminars-origin", width: 22 },
        ListColumn { title: "seminars-registration-people-short", width: 30 },
        ListColumn { title: "seminars-workshops", width: 60 },
        ListColumn { title: "seminars-registered-on", width: 14 },
    ],
    shape: None,
    source: registrations,
};

/// Which seminar: without it, there is no list.
pub(crate) const SEMINAR_FILTER: ListFilter = ListFilter {
    name: "seminaire",
    about: "A seminar, by the last part of its address.",
    example: "essai",
    values: FilterValues::Text,
};

fn registrations(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        visit.signed_in()?;
        let seminar = by_slug(&visit.read(), query.value(SEMINAR_FILTER.name), &*visit.scope("seminar.read")).await?;
        check_may(&visit, "registration.list", &seminar)?;
        let found =
            last_first(seminar.id, None).filter(registration::Column::CancelledAt.is_null()).limit(query.rows_max());
        let found = visit.read().all_within(found, &*visit.scope("registration.list")).await?;
        // A registration may keep several places.
        let mut lines = lines(&visit, &seminar, &found).await?;
        lines.truncate(usize::try_from(query.rows_max()).unwrap_or(usize::MAX));
        Ok(Excerpt::of_file(lines))
    }
    .boxed()
}

async fn lines(
    visit: &Visit,
    seminar: &seminar::Model,
    found: &[registration::Model],
) -> Result<Vec<OpenRow>, Problem> {
    let programme = programme(&visit.read(), seminar.id).await?;
    let ids: Vec<RegistrationId> = found.iter().map(|row| row.id).collect();
    let seats = visit.read().all(kept_seats_of(&ids)).await?;
    let seat_ids: Vec<_> = seats.iter().map(|seat| seat.id).collect();
    let mut workshops: HashMap<_, Vec<_>> = HashMap::new();
    for chosen in visit.read().all(workshops_of(&seat_ids)).await? {
        workshops.entry(chosen.seat_id).or_default().push(chosen.session_id);
    }
    let mut by_registration: HashMap<RegistrationId, Vec<seat::Model>> = HashMap::new();
    for seat in seats {
        by_registration.entry(seat.registration_id).or_default().push(seat);
    }
    let mut lines = Vec::new();
    for row in found {
        for seat in by_registration.remove(&row.id).unwrap_or_default() {
            let chosen = workshops.remove(&seat.id).unwrap_or_default();
            let chosen: Vec<String> =
                chosen.into_iter().filter_map(|session| workshop_name(visit, &programme, session)).collect();
            lines.push(line(visit, seminar, row, seat.label, &chosen));
        }
    }
    Ok(lines)
}

fn line(
    visit: &Visit,
    seminar: &seminar::Model,
    row: &registration::Model,
    who: Option<String>,
    workshops: &[String],
) -> OpenRow {
    let cells: Vec<Cell> = vec![
        seminar.shown_title(visit.locale()).into(),
        registration_name(visit, row).into(),
        visit.text(row.college.label()).to_string().into(),
        origin_name(visit, row.origin).into(),
        who.into(),
        workshops.join("\n").into(),
        day_in(seminar.time_zone(), row.created_at).into(),
    ];
    OpenRow::of_file(cells)
}
