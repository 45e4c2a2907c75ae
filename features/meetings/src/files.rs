//! The meetings of the collectives, as a file.

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_web::{Excerpt, ListColumn, ListQuery, OpenList, OpenRow, Visit};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use territory::DEPARTEMENT_FILTER;

use crate::store::meeting;

/// The meetings that the visitor may see, as on `/collectifs/{code}/reunions`.
pub(crate) const MEETINGS: OpenList = OpenList {
    name: "meetings",
    title: "meetings-title",
    about: "The meetings of the collectives.",
    filters: &[DEPARTEMENT_FILTER],
    columns: &[
        ListColumn { title: "territory-departement", width: 22 },
        ListColumn { title: "meetings-meeting", width: 50 },
        ListColumn { title: "meetings-day", width: 14 },
        ListColumn { title: "meetings-starts", width: 10 },
        ListColumn { title: "meetings-ends", width: 10 },
        ListColumn { title: "meetings-place", width: 40 },
        ListColumn { title: "meetings-cancelled-column", width: 12 },
    ],
    shape: None,
    source: meetings,
};

fn meetings(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let scope = visit.scope("meeting.list");
        let found = match territory::departement_of(query.value(DEPARTEMENT_FILTER.name)) {
            Some(departement) => crate::store::of_departement(departement),
            None => meeting::Entity::find().order_by_desc(meeting::Column::Day).order_by_desc(meeting::Column::Id),
        };
        let found = visit.read().all_within(found.limit(query.rows_max()), &*scope).await?;
        Ok(Excerpt::of_file(found.iter().map(|meeting| row(&visit, meeting)).collect()))
    }
    .boxed()
}

fn row(visit: &Visit, meeting: &meeting::Model) -> OpenRow {
    let cancelled = meeting.cancelled_at.map(|_| visit.text("meetings-cancelled").to_string());
    OpenRow::of_file(vec![
        territory::name_and_code(meeting.territory, visit.locale()).into(),
        meeting.called(visit.t()).into(),
        meeting.day.into(),
        visit.t().time(meeting.starts).to_string().into(),
        visit.t().time(meeting.ends).to_string().into(),
        meeting.place.clone().into(),
        cancelled.into(),
    ])
}
