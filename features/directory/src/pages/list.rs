//! The list of organisations, narrowed down by what its address says.

use askama::Template;
use axum::extract::Query;
use kit_base::limits::{PAGE_ROWS, SEARCH_CHARACTERS_MAX};
use kit_base::{Problem, Territory};
use kit_i18n::Translator;
use kit_ui::{Choice, Column, Content, EmptyState, ExportLinks, Field, FilterBar, LinkButton, Map, Pagination, Table};
use kit_web::{Answer, Page, Visit};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;

use super::notes::Notes;
use super::{map, name_link};
use crate::api::ORGANISATIONS;
use crate::model::{OrganisationId, OrganisationKind, OrganisationSummary};
use crate::store::{organisation, those_once_called};

/// What the address says, as it stands there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    departement: String,
    #[serde(rename = "type")]
    kind: String,
    apres: String,
    avant: String,
}

impl Asked {
    /// The beginning of the list, narrowed down.
    pub(crate) fn narrowed(q: String, departement: String, kind: String) -> Self {
        Self { q, departement, kind, ..Self::default() }
    }
}

/// What the list is narrowed down to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filters {
    query: String,
    departement: Option<Territory>,
    kind: Option<OrganisationKind>,
}

/// Which page of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Position {
    Start,
    After(OrganisationId),
    Before(OrganisationId),
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    t: &'a Translator,
    create: Option<LinkButton>,
    filter: FilterBar,
    total: String,
    export: ExportLinks,
    rows: Content,
    pagination: Pagination,
    /// The département that was asked for, among those of its région.
    map: Option<Map>,
}

/// `GET /acteurs`
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let filters = Filters::of(&asked);
    let scope = visit.scope("organisation.list");
    let total = visit.read().count_within(filters.select(), &*scope).await?;
    let (rows, pagination) = page_of(&visit, &filters, Position::of(&asked)).await?;
    let may_create = visit.person().is_some() && !visit.scope("organisation.create").is_nothing();
    let create = || LinkButton::primary(t.text("directory-create"), "/acteurs/nouveau");
    let map = match filters.departement {
        Some(departement) => map::around(&visit, departement, |place| filters.only(place)).await?,
        None => None,
    };
    let rows = if rows.is_empty() {
        nothing(t, &filters, may_create.then(create))
    } else {
        let notes = Notes::of(&visit, &rows, &filters.words()).await?;
        table(t, rows, &notes)
    };
    let page = ListPage {
        t,
        create: may_create.then(create),
        filter: filters.bar(t),
        total: t.text("directory-total").arg("count", total).into(),
        export: ExportLinks::new(t, ORGANISATIONS.name, &filters.address(&[])),
        rows,
        pagination,
        map,
    };
    Page::new(t.text("directory-list-title")).show(&visit, &page)
}

async fn page_of(
    visit: &Visit,
    filters: &Filters,
    from: Position,
) -> Result<(Vec<OrganisationSummary>, Pagination), Problem> {
    let scope = visit.scope("organisation.list");
    let bound = match from {
        Position::Start => None,
        Position::After(id) | Position::Before(id) => {
            visit.read().one_within(organisation::Entity::find_by_id(id), &*scope).await?
        }
    };
    let goes_back = bound.is_some() && matches!(from, Position::Before(_));
    let query = filters.page(bound.as_ref(), goes_back).limit(PAGE_ROWS + 1);
    let mut rows = visit.read().all_within(query, &*scope).await?;
    let rows_max = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
    let goes_on = rows.len() > rows_max;
    rows.truncate(rows_max);
    if goes_back {
        rows.reverse();
    }
    let has_before = if goes_back { goes_on } else { bound.is_some() };
    let has_after = goes_back || goes_on;
    let before = rows.first().filter(|_| has_before).map(|row| filters.address(&[("avant", &row.id.to_string())]));
    let after = rows.last().filter(|_| has_after).map(|row| filters.address(&[("apres", &row.id.to_string())]));
    let pagination = Pagination::new(visit.t(), before, after);
    Ok((rows.into_iter().map(OrganisationSummary::from).collect(), pagination))
}

/// The rows after, or before, this one in the order of the list.
fn beyond(bound: Option<&organisation::Model>, goes_back: bool) -> Condition {
    use organisation::Column::{Id, NameFolded};
    let Some(row) = bound else { return Condition::all() };
    let same_name = NameFolded.eq(row.name_folded.as_str());
    if goes_back {
        Condition::any()
            .add(NameFolded.lt(row.name_folded.as_str()))
            .add(Condition::all().add(same_name).add(Id.lt(row.id)))
    } else {
        Condition::any()
            .add(NameFolded.gt(row.name_folded.as_str()))
            .add(Condition::all().add(same_name).add(Id.gt(row.id)))
    }
}

impl Filters {
    /// What cannot be read narrows nothing down.
    pub(crate) fn of(asked: &Asked) -> Self {
        Self {
            query: asked.q.trim().chars().take(SEARCH_CHARACTERS_MAX).collect(),
            departement: territory::departement_of(&asked.departement),
            kind: asked.kind.parse().ok(),
        }
    }

    /// The words that were typed, as names are looked for.
    fn words(&self) -> Vec<String> {
        territory::fold(&self.query).split_whitespace().map(str::to_owned).collect()
    }

    /// The address of the list narrowed down to a département alone.
    fn only(&self, departement: Territory) -> String {
        Self { departement: Some(departement), ..Self::default() }.address(&[])
    }

    /// The rows after, or before, this one, from there on.
    pub(crate) fn page(&self, bound: Option<&organisation::Model>, goes_back: bool) -> Select<organisation::Entity> {
        let order = if goes_back { Order::Desc } else { Order::Asc };
        self.select()
            .filter(beyond(bound, goes_back))
            .order_by(organisation::Column::NameFolded, order.clone())
            .order_by(organisation::Column::Id, order)
    }

    pub(crate) fn select(&self) -> Select<organisation::Entity> {
        let words = self.words();
        let in_name = words
            .iter()
            .map(|word| organisation::Column::NameFolded.contains(word))
            .fold(Condition::all(), Condition::add);
        let by_name = match words.is_empty() {
            true => Condition::all(),
            false => Condition::any().add(in_name).add(organisation::Column::Id.in_subquery(those_once_called(&words))),
        };
        let condition = Condition::all()
            .add(by_name)
            .add_option(self.departement.map(|place| organisation::Column::Territory.eq(place)))
            .add_option(self.kind.map(|kind| organisation::Column::Kind.eq(kind)));
        organisation::Entity::find().filter(condition)
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The address of this list, with more in it.
    fn address(&self, more: &[(&str, &str)]) -> String {
        let departement = self.departement.map(|place| place.to_string()).unwrap_or_default();
        let own = [
            ("q", self.query.as_str()),
            ("departement", departement.as_str()),
            ("type", self.kind.map_or("", OrganisationKind::code)),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(own.iter().chain(more).filter(|(_, value)| !value.is_empty()));
        match query.finish() {
            query if query.is_empty() => "/acteurs".to_owned(),
            query => format!("/acteurs?{query}"),
        }
    }

    fn bar(&self, t: &Translator) -> FilterBar {
        let kinds = OrganisationKind::ALL.iter().map(|kind| Choice::new(kind.code(), t.text(kind.label()))).collect();
        let fields = vec![
            Field::search(t, "q", t.text("directory-search"))
                .value(&self.query)
                .maxlength(SEARCH_CHARACTERS_MAX)
                .hint(t.text("directory-search-hint")),
            territory::departement_filter(t, "departement", self.departement),
            Field::select(t, "type", t.text("directory-kind"), kinds)
                .value(self.kind.map_or("", OrganisationKind::code)),
        ];
        let mut bar = FilterBar::new(t, "/acteurs", fields).target("liste");
        if !self.query.is_empty() {
            let label = t.text("directory-pill-query").arg("query", &self.query);
            bar = bar.pill(label, Self { query: String::new(), ..self.clone() }.address(&[]));
        }
        if let Some(place) = self.departement {
            let label = territory::name_and_code(place, t.locale());
            bar = bar.pill(label, Self { departement: None, ..self.clone() }.address(&[]));
        }
        if let Some(kind) = self.kind {
            bar = bar.pill(t.text(kind.label()), Self { kind: None, ..self.clone() }.address(&[]));
        }
        bar
    }
}

impl Position {
    fn of(asked: &Asked) -> Self {
        let id = |text: &str| text.parse().ok();
        id(&asked.apres).map(Self::After).or_else(|| id(&asked.avant).map(Self::Before)).unwrap_or(Self::Start)
    }
}

fn nothing(t: &Translator, filters: &Filters, create: Option<LinkButton>) -> Content {
    let empty = if filters.is_empty() {
        EmptyState {
            title: t.text("directory-none-title").into(),
            text: t.text("directory-none-text").into(),
            action: create,
        }
    } else {
        EmptyState {
            title: t.text("directory-none-found-title").into(),
            text: t.text("directory-none-found-text").into(),
            action: Some(LinkButton::secondary(t.text("directory-see-all"), "/acteurs")),
        }
    };
    Content::html(empty)
}

fn table(t: &Translator, rows: Vec<OrganisationSummary>, notes: &Notes) -> Content {
    let columns = vec![
        Column::new(t.text("directory-name")),
        Column::new(t.text("directory-kind")),
        Column::new(t.text("directory-territory")),
    ];
    let caption = t.text("directory-list-title");
    let mut table = Table::new("acteurs", caption, columns, t.text("directory-none-title")).caption_unseen();
    for row in rows {
        let place = territory::link(row.territory, t.locale());
        let name = format!("{}{}", name_link(t, &row), notes.about(t, row.id));
        table = table.row(vec![Content::Html(name), t.text(row.kind.label()).into(), place]);
    }
    Content::html(table)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn asked(q: &str, departement: &str, kind: &str) -> Asked {
        Asked { q: q.to_owned(), departement: departement.to_owned(), kind: kind.to_owned(), ..Asked::default() }
    }

    #[test]
    fn what_cannot_be_read_narrows_nothing_down() {
        assert!(Filters::of(&asked("  ", "region:11", "boulangerie")).is_empty());
        assert!(Filters::of(&asked("", "departement:999", "")).is_empty());
        let filters = Filters::of(&asked("mission", "departement:11", "mission_locale"));
        assert_eq!(filters.address(&[]), "/acteurs?q=mission&departement=departement%3A11&type=mission_locale");
    }

    proptest! {
        #[test]
        fn the_address_of_a_list_leads_to_the_same_list(q in "[a-zé &=%#+]{0,20}", kind in 0..OrganisationKind::ALL.len()) {
            let filters = Filters::of(&asked(&q, "departement:2A", OrganisationKind::ALL[kind].code()));
            let address = filters.address(&[]);
            let query = address.split_once('?').unwrap().1;
            let read = |name: &str| {
                let mut pairs = form_urlencoded::parse(query.as_bytes());
                pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
            };
            prop_assert_eq!(Filters::of(&asked(&read("q"), &read("departement"), &read("type"))), filters);
        }
    }
}
