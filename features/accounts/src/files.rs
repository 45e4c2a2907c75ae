//! The people who sign in, as a file for those who may see their list.

use chrono_tz::Europe::Paris;
use futures::FutureExt;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_base::clock::day_in;
use kit_web::{Excerpt, ListColumn, ListQuery, OpenList, OpenRow, SEARCH_WORDS, Visit};
use sea_orm::{QueryOrder, QuerySelect};

use crate::store::{person, with_address};

/// The people, the last added first, as on `/personnes`.
pub(crate) const PEOPLE: OpenList = OpenList {
    name: "people",
    title: "accounts-people-title",
    about: "The people who sign in.",
    filters: &[],
    columns: &[
        ListColumn { title: "accounts-name", width: 40 },
        ListColumn { title: "accounts-address", width: 40 },
        ListColumn { title: "accounts-since", width: 14 },
    ],
    shape: None,
    source: people,
};

fn people(visit: Visit, query: ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>> {
    async move {
        visit.signed_in()?;
        let scope = visit.scope("person.list");
        if scope.is_nothing() {
            return Err(Problem::Forbidden);
        }
        let found = with_address(query.value(SEARCH_WORDS)).order_by_desc(person::Column::Id).limit(query.rows_max());
        let row = |person: person::Model| {
            let since = day_in(Paris, person.created_at);
            OpenRow::of_file(vec![person.name.into(), person.email.as_str().into(), since.into()])
        };
        Ok(Excerpt::of_file(visit.read().all_within(found, &*scope).await?.into_iter().map(row).collect()))
    }
    .boxed()
}
