//! `/fil/projection`: what was promised, for a wall: without who, and without whether there is news of it.

use askama::Template;
use axum::extract::Query;
use kit_base::Territory;
use kit_base::limits::PAGE_ROWS;
use kit_ui::EmptyState;
use kit_web::{Answer, Page, Visit};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::Deserialize;

use crate::store::{commitment, open_commitments};
use crate::thread::decisions_of;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    departement: String,
}

#[derive(Template)]
#[template(path = "projection.html")]
struct Projection<'a> {
    visit: &'a Visit,
    place: Option<String>,
    subjects: Vec<Subject>,
    empty: EmptyState,
}

struct Subject {
    what: String,
    /// The month it is promised for: a day would tell who is behind.
    month: String,
    decision: Option<String>,
}

/// `GET /fil/projection`
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    visit.signed_in()?;
    let departement: Option<Territory> = territory::departement_of(&asked.departement);
    let mut query = open_commitments().limit(PAGE_ROWS);
    if let Some(departement) = departement {
        query = query.filter(commitment::Column::Territory.eq(departement));
    }
    let rows = visit.read().all_within(query, &*visit.scope("commitment.list")).await?;
    let decisions = decisions_of(&visit, &rows).await?;
    let subject = |row: commitment::Model| Subject {
        month: visit.month(row.current_due),
        decision: row.decision_id.and_then(|id| decisions.get(&id)).map(|decision| decision.text.clone()),
        what: row.what,
    };
    let page = Projection {
        visit: &visit,
        place: departement.map(|departement| territory::name(departement, visit.locale())),
        subjects: rows.into_iter().map(subject).collect(),
        empty: EmptyState {
            title: visit.text("commitments-list-none").into(),
            text: visit.text("commitments-list-none-text").into(),
            action: None,
        },
    };
    Page::new(visit.text("commitments-projection-title"))
        .step(visit.text("commitments-nav"), "/fil")
        .show(&visit, &page)
}
