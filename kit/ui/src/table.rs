//! Rows and columns.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Badge, Component, Content, Tone};

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub label: String,
    /// Whether its cells are figures, set flush to the end.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false }
    }

    /// A column of figures.
    pub fn numeric(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true }
    }
}

/// What becomes of a table on a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableLayout {
    /// Each row becomes a card: lists of things.
    #[default]
    Cards,
    /// It keeps its columns and scrolls in a region of its own: grids of figures.
    Scroll,
}

/// Rows and columns. The first cell of a row names the row.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "table.html")]
pub struct Table {
    /// Anchor, unique on the page.
    pub id: String,
    /// What the table holds; shown above it.
    pub caption: String,
    /// Whether the caption is for screen readers only, because a heading says the same.
    pub caption_unseen: bool,
    /// Heads of columns.
    pub columns: Vec<Column>,
    /// Cells, as many a row as there are columns.
    pub rows: Vec<Vec<Content>>,
    /// Said instead of rows when there are none.
    pub empty: String,
    /// On a phone.
    pub layout: TableLayout,
}

impl Table {
    /// A table without rows; fill [`Self::rows`] or use [`Self::row`].
    pub fn new(
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: Vec<Column>,
        empty: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            caption: caption.into(),
            caption_unseen: false,
            columns,
            rows: Vec::new(),
            empty: empty.into(),
            layout: TableLayout::Cards,
        }
    }

    /// One more row.
    #[must_use]
    pub fn row(mut self, cells: Vec<Content>) -> Self {
        self.rows.push(cells);
        self
    }

    /// Scrolls on a phone instead of becoming cards.
    #[must_use]
    pub fn scrolling(mut self) -> Self {
        self.layout = TableLayout::Scroll;
        self
    }

    /// The caption is for screen readers only.
    #[must_use]
    pub fn caption_unseen(mut self) -> Self {
        self.caption_unseen = true;
        self
    }

    fn becomes_cards(&self) -> bool {
        self.layout == TableLayout::Cards
    }

    fn cells<'a>(&'a self, row: &'a [Content]) -> impl Iterator<Item = (&'a Column, &'a Content)> {
        self.columns.iter().zip(row)
    }
}

impl HtmlSafe for Table {}

impl Component for Table {
    const NAME: &'static str = "Table";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let columns = vec![
            Column::new(t.text("ui-sample-commitment")),
            Column::new(t.text("ui-sample-date")),
            Column::new(t.text("ui-sample-state")),
            Column::numeric(t.text("ui-sample-people")),
        ];
        let table = |id: &str| {
            Self::new(id, t.text("ui-sample-table-caption"), columns.clone(), t.text("ui-sample-table-empty"))
        };
        let filled = |id: &str| {
            let kept = Badge::new(Tone::Success, t.text("ui-sample-state-kept"));
            let late = Badge::new(Tone::Error, t.text("ui-sample-state-late"));
            let day = || Content::from(t.text("ui-sample-day"));
            table(id)
                .row(vec![t.text("ui-sample-action").into(), day(), Content::html(kept), t.number(1240).into()])
                .row(vec![t.text("ui-sample-decision").into(), day(), Content::html(late), t.number(36).into()])
        };
        vec![
            ("cards on a phone", filled("sample-table-cards")),
            ("scrolls on a phone", filled("sample-table-scroll").scrolling()),
            ("empty", table("sample-table-empty")),
        ]
    }
}
