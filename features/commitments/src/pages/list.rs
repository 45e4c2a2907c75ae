//! `/fil`: the promises this person may see, each on its thread.

use askama::Template;
use axum::extract::Query;
use kit_base::limits::{PAGE_ROWS, SEARCH_CHARACTERS_MAX};
use kit_base::{Problem, Territory};
use kit_ui::{Choice, Content, EmptyState, ExportLinks, Field, FilterBar, LinkButton, Pagination, Panel, Thread};
use kit_web::{Answer, Page, Visit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;

use crate::api::COMMITMENTS;
use crate::model::{CommitmentId, Status};
use crate::store::commitment;
use crate::thread::threads;
use crate::view::{CommitmentView, views};

/// What the address asks for, as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    departement: String,
    etat: String,
    q: String,
    apres: String,
}

impl Asked {
    /// The beginning of the list, narrowed down.
    pub(crate) fn narrowed(departement: String, etat: String, q: String) -> Self {
        Self { departement, etat, q, apres: String::new() }
    }
}

/// What it means; what cannot be read narrows nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filters {
    departement: Option<Territory>,
    status: Option<Status>,
    words: String,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    visit: &'a Visit,
    bar: FilterBar,
    total: u64,
    export: ExportLinks,
    threads: Vec<Panel>,
    pagination: Pagination,
    empty: EmptyState,
    ways: Vec<LinkButton>,
}

pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    visit.signed_in()?;
    let filters = Filters::read(&asked);
    let after: Option<CommitmentId> = asked.apres.parse().ok();
    let scope = visit.scope("commitment.list");
    let total = visit.read().count_within(filters.narrow(commitment::Entity::find()), &*scope).await?;
    let mut query = filters.narrow(commitment::Entity::find());
    if let Some(after) = after {
        query = query.filter(commitment::Column::Id.lt(after));
    }
    let query = query.order_by_desc(commitment::Column::Id).limit(PAGE_ROWS.saturating_add(1));
    let mut rows = visit.read().all_within(query, &*scope).await?;
    let page_rows = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
    let has_more = rows.len() > page_rows;
    rows.truncate(page_rows);
    let next = rows.last().filter(|_| has_more).map(|last| filters.address(Some(last.id)));
    let page = ListPage {
        visit: &visit,
        bar: filters.bar(&visit),
        total,
        export: ExportLinks::new(visit.t(), COMMITMENTS.name, &filters.address(None)),
        threads: shown(&visit, views(&visit, rows).await?).await?,
        pagination: Pagination::new(visit.t(), after.map(|_| filters.address(None)), next),
        empty: filters.empty(&visit),
        ways: filters.ways(&visit),
    };
    Page::new(visit.text("commitments-list-title")).show(&visit, &page)
}

/// Each promise under the name of who made it, with its thread.
async fn shown(visit: &Visit, views: Vec<CommitmentView>) -> Result<Vec<Panel>, Problem> {
    let ids: Vec<CommitmentId> = views.iter().map(|view| view.id).collect();
    let mut beads = threads(visit, &ids).await?;
    let panel = |view: CommitmentView| {
        let label = visit.text("commitments-thread-of").arg("what", &view.what).to_string();
        let thread = Thread::new(visit.t(), label, beads.remove(&view.id).unwrap_or_default());
        let place = territory::name(view.territory, visit.locale());
        Panel::new(
            format!("engagement-{}", view.id),
            format!("{} – {place}", view.organisation_name),
            Content::html(thread),
        )
    };
    Ok(views.into_iter().map(panel).collect())
}

impl Filters {
    pub(crate) fn read(asked: &Asked) -> Self {
        Self {
            departement: asked.departement.parse().ok().filter(|territory| territory::exists(*territory)),
            status: asked.etat.parse().ok(),
            words: asked.q.trim().chars().take(SEARCH_CHARACTERS_MAX).collect(),
        }
    }

    pub(crate) fn narrow(&self, mut query: Select<commitment::Entity>) -> Select<commitment::Entity> {
        if let Some(departement) = self.departement {
            query = query.filter(commitment::Column::Territory.eq(departement));
        }
        if let Some(status) = self.status {
            query = query.filter(commitment::Column::Status.eq(status));
        }
        // Folded words are plain letters and figures: nothing in them is a wildcard.
        for word in territory::fold(&self.words).split(' ').filter(|word| !word.is_empty()) {
            query = query.filter(commitment::Column::Folded.contains(word));
        }
        query
    }

    fn is_none(&self) -> bool {
        self.departement.is_none() && self.status.is_none() && self.words.is_empty()
    }

    /// The list under these filters.
    fn address(&self, after: Option<CommitmentId>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(departement) = self.departement {
            query.append_pair("departement", &departement.to_string());
        }
        if let Some(status) = self.status {
            query.append_pair("etat", status.code());
        }
        if !self.words.is_empty() {
            query.append_pair("q", &self.words);
        }
        if let Some(after) = after {
            query.append_pair("apres", &after.to_string());
        }
        let query = query.finish();
        if query.is_empty() { "/fil".to_owned() } else { format!("/fil?{query}") }
    }

    fn bar(&self, visit: &Visit) -> FilterBar {
        let t = visit.t();
        let statuses = Status::ALL.iter().map(|status| Choice::new(status.code(), t.text(status.label()))).collect();
        let status = self.status.map_or("", Status::code);
        let fields = vec![
            Field::search(t, "q", t.text("commitments-filter-words"))
                .value(self.words.clone())
                .maxlength(SEARCH_CHARACTERS_MAX),
            territory::departement_filter(t, "departement", self.departement),
            Field::select(t, "etat", t.text("commitments-filter-status"), statuses).value(status),
        ];
        let mut bar = FilterBar::new(t, "/fil", fields).target("liste");
        if !self.words.is_empty() {
            bar = bar.pill(self.words.clone(), Self { words: String::new(), ..self.clone() }.address(None));
        }
        if let Some(departement) = self.departement {
            let name = territory::name(departement, visit.locale());
            bar = bar.pill(name, Self { departement: None, ..self.clone() }.address(None));
        }
        if let Some(status) = self.status {
            bar = bar.pill(t.text(status.label()), Self { status: None, ..self.clone() }.address(None));
        }
        bar
    }

    /// The wall of a room, and, for the steering, whom to ring.
    fn ways(&self, visit: &Visit) -> Vec<LinkButton> {
        let departement = self.departement.map(|place| format!("?departement={place}")).unwrap_or_default();
        let wall =
            LinkButton::secondary(visit.text("commitments-projection-action"), format!("/fil/projection{departement}"));
        let calls = (!visit.scope("commitment.call-list").is_nothing())
            .then(|| LinkButton::secondary(visit.text("commitments-calls-action"), "/fil/appels"));
        std::iter::once(wall).chain(calls).collect()
    }

    fn empty(&self, visit: &Visit) -> EmptyState {
        if self.is_none() {
            EmptyState {
                title: visit.text("commitments-list-none").into(),
                text: visit.text("commitments-list-none-text").into(),
                action: Some(LinkButton::secondary(visit.text("commitments-list-see-seminars"), "/seminaires")),
            }
        } else {
            EmptyState {
                title: visit.text("commitments-list-none-found").into(),
                text: visit.text("commitments-list-none-found-text").into(),
                action: Some(LinkButton::secondary(visit.text("commitments-list-all"), "/fil")),
            }
        }
    }
}
