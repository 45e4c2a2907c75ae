//! A table as a spreadsheet knows it: columns with a title, rows of cells.

use chrono::NaiveDate;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text. Codes (INSEE, SIRET, telephone) are texts: their leading zeros count.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
}

impl Cell {
    /// What was typed, without the spaces around it; a number or a day as a person would write it. Empty where nothing stands.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.format("%d/%m/%Y").to_string(),
        }
    }

    /// Whether nothing but spaces stands there.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Whole(_) | Self::Number(_) | Self::Date(_) => false,
        }
    }

    /// The day, whether the spreadsheet knew it for one or it was typed as a text (`12/03/2027`, `2027-03-12`).
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(day) => Some(*day),
            Self::Text(text) => {
                let read = |form| NaiveDate::parse_from_str(text.trim(), form).ok();
                ["%d/%m/%Y", "%Y-%m-%d"].into_iter().find_map(read)
            }
            Self::Empty | Self::Whole(_) | Self::Number(_) => None,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// How a column is used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// Read, and typed over.
    #[default]
    Plain,
    /// The person chooses among these, 255 characters in all at most (a limit of spreadsheets). What is typed beside them is kept.
    Choices(Vec<String>),
    /// Says which record a row is: hidden, and to be left alone.
    Key,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title, in the reader's language.
    pub title: String,
    /// In characters.
    pub width: u16,
    /// How it is used.
    pub kind: ColumnKind,
}

impl Column {
    /// A column to be read.
    pub fn new(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), width, kind: ColumnKind::Plain }
    }

    /// The same, to be filled with one of these.
    #[must_use]
    pub fn choices(mut self, choices: Vec<String>) -> Self {
        self.kind = ColumnKind::Choices(choices);
        self
    }

    /// A column that says which record a row is.
    pub fn key(title: impl Into<String>) -> Self {
        Self { title: title.into(), width: 8, kind: ColumnKind::Key }
    }
}

/// A sheet to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name, at most 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// Lines left free below, to be filled by hand.
    pub blank_rows: u32,
}

impl Sheet {
    /// A sheet that is only read.
    pub fn new(name: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Self { name: name.into(), columns, rows, blank_rows: 0 }
    }
}

/// A sheet as it came back.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadSheet {
    /// Its name.
    pub name: String,
    /// The texts of its first row.
    pub header: Vec<String>,
    /// The rows below that hold something.
    pub rows: Vec<ReadRow>,
}

impl ReadSheet {
    /// The place of the column of that title, whatever the spaces around it and its case.
    pub fn column(&self, title: &str) -> Option<usize> {
        let wanted = title.trim().to_lowercase();
        self.header.iter().position(|found| found.trim().to_lowercase() == wanted)
    }
}

/// A row as it came back.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRow {
    /// Its number in the sheet, as the person sees it: the header is line 1.
    pub line: u32,
    /// Its cells; a short row has fewer.
    pub cells: Vec<Cell>,
}

impl ReadRow {
    /// What stands in the column at this place.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// Why a file was not written. For who writes the house.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// A name, a width or a list of choices that spreadsheets do not take.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The table cannot be written as CSV.
    #[error("the table cannot be written: {0}")]
    Table(#[from] csv::Error),
    /// More rows than [`kit_base::limits::SHEET_ROWS_MAX`], or more columns than spreadsheets have.
    #[error("the table is too large")]
    TooLarge,
}

/// Whether a spreadsheet would take this text for a formula once it is opened from CSV (OWASP, "CSV Injection").
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    let first = text.trim_start_matches(|c: char| c.is_control() || c.is_whitespace()).chars().next();
    let starts_with_control = text.starts_with(['\t', '\r', '\n']);
    starts_with_control || matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠'))
}
