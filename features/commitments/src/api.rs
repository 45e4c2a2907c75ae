//! The commitments as a file, for those who may see them; no program reads them without signing in.

use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_web::{Excerpt, ListColumn, ListFilter, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit, shape_of};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::{CommitmentId, Status};
use crate::pages::list::{Asked, Filters};
use crate::store::commitment;
use crate::view::{CommitmentView, views};

/// The commitments that the visitor may see, the newest first, as on `/fil`.
pub(crate) const COMMITMENTS: OpenList = OpenList {
    name: "commitments",
    title: "commitments-list-title",
    about: "What organisations promised.",
    is_open: false,
    filters: &[
        territory::DEPARTEMENT_FILTER,
        ListFilter {
            name: "etat",
            about: "How a commitment stands.",
            example: "no-news",
            is_value: |text| text.parse::<Status>().is_ok(),
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
    shape: shape_of::<Line>,
    source: commitments,
};

/// A commitment, in a line.
#[derive(Debug, Serialize, ToSchema)]
struct Line {
    what: String,
}

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
        let total = visit.read().count_within(found.clone(), &*scope).await?;
        let after = query.after::<CommitmentId>()?;
        let page = match after {
            Some(after) => found.filter(commitment::Column::Id.lt(after)),
            None => found,
        };
        let page = page.order_by_desc(commitment::Column::Id).limit(query.limit());
        let (rows, next) = query.page(visit.read().all_within(page, &*scope).await?, |row| row.id.to_string());
        let rows: Result<_, Problem> = views(&visit, rows).await?.iter().map(|view| open_row(&visit, view)).collect();
        Ok(Excerpt { total, rows: rows?, next })
    }
    .boxed()
}

fn open_row(visit: &Visit, view: &CommitmentView) -> Result<OpenRow, Problem> {
    let cells = vec![
        territory::name_and_code(view.territory, visit.locale()).into(),
        view.organisation_name.as_str().into(),
        view.what.as_str().into(),
        view.due.into(),
        view.first_due.into(),
        visit.text(view.status.label()).to_string().into(),
        view.origin.title.as_str().into(),
        view.origin.date.into(),
    ];
    OpenRow::new(&Line { what: view.what.clone() }, cells)
}
