//! The list of seminars, the newest first.

use askama::Template;
use axum::extract::Query;
use kit_base::limits::{PAGE_ROWS, SEARCH_CHARACTERS_MAX};
use kit_base::{Problem, Visibility};
use kit_i18n::Translator;
use kit_policy::Reach;
use kit_ui::{Badge, Column, Content, EmptyState, ExportLinks, Field, FilterBar, LinkButton, Pagination, Table, Tone};
use kit_web::{Answer, Page, Visit};
use sea_orm::EntityTrait;
use serde::Deserialize;

use crate::api::SEMINARS;
use crate::model::SeminarId;
use crate::store::{looked_for, page_after, seminar};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    apres: String,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    visit: &'a Visit,
    create: Option<LinkButton>,
    filter: FilterBar,
    said: String,
    export: ExportLinks,
    rows: Content,
    pagination: Pagination,
}

/// `GET /seminaires`
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let t = visit.t();
    let words: String = asked.q.chars().take(SEARCH_CHARACTERS_MAX).collect();
    let scope = visit.scope("seminar.list");
    let found = || looked_for(&territory::fold(&words));
    let total = visit.read().count_within(found(), &*scope).await?;
    let last_of_page_before = last_row(&visit, &asked.apres).await?;
    let mut rows = visit.read().all_within(page_after(found(), last_of_page_before.as_ref()), &*scope).await?;
    let has_next = rows.len() as u64 > PAGE_ROWS;
    rows.truncate(usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX));
    let after = rows.last().filter(|_| has_next).map(|last| address(&words, Some(last.id)));
    let before = last_of_page_before.is_some().then(|| address(&words, None));
    let create =
        may_create(&visit).then(|| LinkButton::primary(t.text("seminars-create-action"), "/seminaires/nouveau"));
    let page = ListPage {
        visit: &visit,
        filter: filter(&visit, &words),
        export: ExportLinks::new(t, SEMINARS.name, &address(&words, None)),
        said: t.text("seminars-list-found").arg("count", total).to_string(),
        rows: if rows.is_empty() { nothing(&visit, create.clone(), &words) } else { table(&visit, &rows) },
        pagination: Pagination::new(t, before, after),
        create,
    };
    Page::new(t.text("seminars-list-title")).show(&visit, &page)
}

/// Whether there is a region whose seminars this person holds.
fn may_create(visit: &Visit) -> bool {
    match visit.scope("seminar.create").reach(Visibility::Public) {
        Reach::Everywhere => true,
        Reach::Within { territories, .. } => !territories.is_empty(),
    }
}

async fn last_row(visit: &Visit, after: &str) -> Result<Option<seminar::Model>, Problem> {
    let Ok(id) = after.parse::<SeminarId>() else { return Ok(None) };
    visit.read().one_within(seminar::Entity::find_by_id(id), &*visit.scope("seminar.list")).await
}

/// The list with these words, from the row after this one.
fn address(words: &str, after: Option<SeminarId>) -> String {
    let mut query: Vec<String> = Vec::new();
    let folded = territory::fold(words).replace(' ', "+");
    if !folded.is_empty() {
        query.push(format!("q={folded}"));
    }
    query.extend(after.map(|id| format!("apres={id}")));
    if query.is_empty() { "/seminaires".to_owned() } else { format!("/seminaires?{}", query.join("&")) }
}

fn filter(visit: &Visit, words: &str) -> FilterBar {
    let t = visit.t();
    let search = Field::search(t, "q", t.text("seminars-list-search")).value(words).maxlength(SEARCH_CHARACTERS_MAX);
    FilterBar::new(t, "/seminaires", vec![search]).target("resultats")
}

fn table(visit: &Visit, rows: &[seminar::Model]) -> Content {
    let t = visit.t();
    let columns = vec![
        Column::new(t.text("seminars-title")),
        Column::new(t.text("seminars-days")),
        Column::new(t.text("seminars-region")),
        Column::new(t.text("seminars-place")),
    ];
    let caption = t.text("seminars-list-title");
    let mut table = Table::new("seminaires", caption, columns, t.text("seminars-list-none-title")).caption_unseen();
    for row in rows {
        table = table.row(vec![
            title_cell(visit, row),
            days(t, row).into(),
            territory::link(row.territory, t.locale()),
            row.place_name().unwrap_or_default().into(),
        ]);
    }
    Content::html(table)
}

/// A link to a seminar, in the language of its title, and whether it is invented.
pub(crate) fn title_cell(visit: &Visit, row: &seminar::Model) -> Content {
    let (language, title) = row.title.for_reader(visit.locale());
    let attributes = if language == &kit_base::LanguageTag::of(visit.locale()) {
        String::new()
    } else {
        format!(r#" lang="{}" dir="{}""#, language.as_str(), language.direction().attribute())
    };
    let link = format!(
        r#"<a href="{}"{attributes}>{}</a>"#,
        row.path(),
        Content::from(directory::name_beside_badge(title, row.is_example))
    );
    if row.is_example {
        let badge = Badge::new(Tone::Neutral, visit.text("seminars-example"));
        return Content::Html(format!("{link} {badge}"));
    }
    Content::Html(link)
}

/// The days of a seminar, written out.
pub(crate) fn days(t: &Translator, row: &seminar::Model) -> String {
    if row.first_day == row.last_day {
        return t.weekday_date(row.first_day);
    }
    t.text("seminars-days-from-to")
        .arg("first", t.weekday_date(row.first_day))
        .arg("last", t.weekday_date(row.last_day))
        .to_string()
}

fn nothing(visit: &Visit, create: Option<LinkButton>, words: &str) -> Content {
    let t = visit.t();
    let is_search = !words.trim().is_empty();
    let all = LinkButton::secondary(t.text("seminars-list-all"), "/seminaires");
    Content::html(EmptyState {
        title: t.text("seminars-list-none-title").into(),
        text: if is_search { t.text("seminars-list-none-found") } else { t.text("seminars-list-none-yet") }.into(),
        action: if is_search { Some(all) } else { create },
    })
}
