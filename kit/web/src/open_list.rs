//! The lists of the house for programs and for people who take them along. A feature declares an [`OpenList`] once; it is read as JSON
//! under `/api/v1/`, described there by OpenAPI, and kept as a file from `/exports/`.

mod api;
mod description;
mod export;

use axum::Router;
use axum::routing::get;
use futures::future::BoxFuture;
use kit_base::Problem;
use kit_exchange::Cell;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use uuid::Uuid;

pub(crate) use api::problem_as_json;

use crate::{App, Visit};

/// A list that programs read (`/api/v1/{name}`) and that people take along (`/exports/{name}.xlsx`, `/exports/{name}.csv`).
#[derive(Clone, Copy)]
pub struct OpenList {
    /// Its word in addresses: English, plural, lower case.
    pub name: &'static str,
    /// Key of its title.
    pub title: &'static str,
    /// What it lists, for those who read the description of the API, in English.
    pub about: &'static str,
    /// What narrows it down, besides [`WORDS`] and [`AFTER`].
    pub filters: &'static [ListFilter],
    /// The columns of its files; each row has a cell for each.
    pub columns: &'static [ListColumn],
    /// The shape of its rows in the API, see [`shape_of`]; `None` for a list that no program reads, and that is only taken along by those
    /// who may see it.
    pub shape: Option<fn() -> Shape>,
    /// Finds rows.
    pub source: ListSource,
}

/// Something that a list is narrowed down by.
#[derive(Clone, Copy)]
pub struct ListFilter {
    /// Its name in addresses, that of the page of the list.
    pub name: &'static str,
    /// What it means, in English.
    pub about: &'static str,
    /// A value.
    pub example: &'static str,
    /// What its values are. The API describes them, and refuses any other; a page, and the file that is taken from it, ignores it.
    pub values: FilterValues,
}

/// The values of a [`ListFilter`].
#[derive(Clone, Copy)]
pub enum FilterValues {
    /// One of these.
    OneOf(fn() -> Vec<String>),
    /// The id of something.
    Id,
    /// A year in four figures.
    Year,
    /// Any text: the list says what it makes of it.
    Text,
}

impl FilterValues {
    fn holds(self, text: &str) -> bool {
        match self {
            Self::OneOf(values) => values().iter().any(|value| value == text),
            Self::Id => Uuid::parse_str(text).is_ok(),
            Self::Year => text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()),
            Self::Text => true,
        }
    }
}

/// A column of a file.
#[derive(Clone, Copy)]
pub struct ListColumn {
    /// Key of its title.
    pub title: &'static str,
    /// In characters.
    pub width: u16,
}

/// Finds the rows that this visitor may see.
pub type ListSource = fn(Visit, ListQuery) -> BoxFuture<'static, Result<Excerpt, Problem>>;

/// The words looked for.
pub const WORDS: &str = "q";
/// The row after which a page begins.
pub const AFTER: &str = "apres";

/// What is asked of a list.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    values: Vec<(String, String)>,
    rows_max: u64,
}

impl ListQuery {
    fn new(values: Vec<(String, String)>, rows_max: u64) -> Self {
        Self { values, rows_max }
    }

    /// What was given under this name; empty where nothing was.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
    }

    /// The same, as the reader of a page takes it.
    pub fn owned(&self, name: &str) -> String {
        self.value(name).to_owned()
    }

    /// The row after which to begin; `None` at the beginning.
    ///
    /// # Errors
    /// When it can name no row.
    pub fn after<T: std::str::FromStr>(&self) -> Result<Option<T>, Problem> {
        match self.value(AFTER) {
            "" => Ok(None),
            text => text.parse().map(Some).or(Err(Problem::NotFound)),
        }
    }

    /// How many rows are wanted at most.
    pub fn rows_max(&self) -> u64 {
        self.rows_max
    }

    /// How many rows to ask the database for: those of a page, and one more that tells whether there are others.
    pub fn limit(&self) -> u64 {
        self.rows_max.saturating_add(1)
    }

    /// Keeps one page of `found`, and tells after which row the next one begins.
    pub fn page<R>(&self, mut found: Vec<R>, mark: impl Fn(&R) -> String) -> (Vec<R>, Option<String>) {
        let rows_max = usize::try_from(self.rows_max).unwrap_or(usize::MAX);
        let goes_on = found.len() > rows_max;
        found.truncate(rows_max);
        let next = found.last().filter(|_| goes_on).map(mark);
        (found, next)
    }
}

/// Some rows of a list.
#[derive(Debug, Clone)]
pub struct Excerpt {
    /// How many rows there are in all.
    pub total: u64,
    /// These.
    pub rows: Vec<OpenRow>,
    /// What [`AFTER`] is for those that follow.
    pub next: Option<String>,
}

impl Excerpt {
    /// The rows of a file: no page follows, and nobody asks how many there are.
    pub fn of_file(rows: Vec<OpenRow>) -> Self {
        Self { total: u64::try_from(rows.len()).unwrap_or(u64::MAX), rows, next: None }
    }
}

/// A row, for programs and for spreadsheets.
#[derive(Debug, Clone)]
pub struct OpenRow {
    json: serde_json::Value,
    cells: Vec<Cell>,
}

impl OpenRow {
    /// A record as the API answers it, and its cells in the order of the columns.
    ///
    /// # Errors
    /// When the record cannot be written as JSON.
    pub fn new(record: &impl Serialize, cells: Vec<Cell>) -> Result<Self, Problem> {
        Ok(Self { json: serde_json::to_value(record).map_err(Problem::internal)?, cells })
    }

    /// The cells of a row that no program reads.
    pub fn of_file(cells: Vec<Cell>) -> Self {
        Self { json: serde_json::Value::Null, cells }
    }
}

/// What describes a record: its name, its schema, and those it leads to.
pub struct Shape {
    name: String,
    schema: RefOr<Schema>,
    others: Vec<(String, RefOr<Schema>)>,
}

/// The shape of the records of this type.
pub fn shape_of<T: ToSchema>() -> Shape {
    let mut others = Vec::new();
    T::schemas(&mut others);
    Shape { name: T::name().into_owned(), schema: T::schema(), others }
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/openapi.json", get(description::get))
        .route("/api/v1/{name}", get(api::get))
        .route("/exports/{file}", get(export::get))
}

fn find(visit: &Visit, name: &str) -> Result<OpenList, Problem> {
    let mut lists = visit.house().features.iter().flat_map(|feature| feature.lists);
    lists.find(|list| list.name == name).copied().ok_or(Problem::NotFound)
}

fn pairs(query: Option<&str>) -> Vec<(String, String)> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect()
}
