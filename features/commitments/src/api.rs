//! The commitments as a file, for those who may see them; no program reads them without signing in.

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_web::{Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};

use crate::model::Status;
use crate::pages::list::{Asked, Filters};
use crate::store::commitment;
use crate::view::{CommitmentView, views};

/// The commitments that the visitor may see, the newest first, as on `/fil`.
pub(crate) const COMMITMENTS: OpenList = OpenList {
    name: "commitments",
    title: "commitments-list-title",
    about: "What organisations promised.",
    filters: &[
        territory::DEPARTEMENT_FILTER,
        ListFilter {
            name: "etat",
            about: "How a commitment stands.",
            example: "no-news",
            values: FilterValues::OneOf(|| Status::ALL.iter().map(|status| status.code().to_owned()).collect()),
        },
    ],
    columns: &[
        ListColumn { title: "commitments-fact-territory", width: 22 },
        ListColumn { title: "commitments-fact-owner", width: 40 },
        ListColumn { title: "commitments-field-what", width: 70 },
        ListColumn { title: "commitments-fact-due", width: 14 },
        ListColumn { title: "commitments-fact-first-due", width: 14 },
        ListColumn { title: "commitments-fact-status", width: 24 },
        ListColumn { title: "commitments-origin-column", width: 50 },
        ListColumn { title: "commitments-origin-day-column", width: 14 },
    ],
    shape: None,
    source: commitments,
};

fn commitments(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        let asked = Asked::narrowed(
            query.owned(territory::DEPARTEMENT_FILTER.name),
            query.owned("etat"),
            query.owned(SEARCH_WORDS),
        );
        let filters = Filters::read(&asked);
        let scope = visit.scope("commitment.list");
        let found = filters.narrow(commitment::Entity::find());
        let found = found.order_by_desc(commitment::Column::Id).limit(query.rows_max());
        let found = views(&visit, visit.read().all_within(found, &*scope).await?).await?;
        Ok(Excerpt::of_file(found.iter().map(|view| row(&visit, view)).collect()))
    }
    .boxed()
}

fn row(visit: &Visit, view: &CommitmentView) -> OpenRow {
    OpenRow::of_file(vec![
        territory::name_and_code(view.territory, visit.locale()).into(),
        view.organisation_name.as_str().into(),
        view.what.as_str().into(),
        view.due.into(),
        view.first_due.into(),
        visit.text(view.status.label()).to_string().into(),
        view.origin.title.as_str().into(),
        view.origin.date.into(),
    ])
}
