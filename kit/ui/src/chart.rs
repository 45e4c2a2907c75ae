//! One thing in the course of time, as bars with their sentence and their table.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_base::Direction;
use kit_i18n::Translator;

use crate::{Column, Component, Content, Table};

/// Bars of a chart, at most: the newest are drawn, the table holds all.
pub const CHART_BARS_MAX: usize = 6;

/// Lengths in the chart's own unit: a bar with the room around it, the bar alone, the tallest bar, room for a line of text.
const STEP: i64 = 100;
const BAR_WIDTH: i64 = 60;
const TALLEST: i64 = 180;
const TEXT_ROOM: i64 = 36;
/// Few bars are not drawn wider than many.
const STEPS_MIN: i64 = 4;
/// Of the width of the chart: height of a text.
const NAME_PARTS: i64 = 26;

/// One bar of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartBar {
    /// What stands under it: `2026`.
    pub name: String,
    /// How tall it is; `None` where that is not known, which is not zero: there is no bar then.
    pub amount: Option<i64>,
    /// The amount in words: `1 240`, or that it is unknown.
    pub said: String,
    /// Whether it may still change: hatched, so that it shows without colour too.
    pub is_provisional: bool,
}

/// One thing in the course of time. It compares that thing with itself, never several with one another. Its sentence and its
/// table say the same in words, for whoever does not see it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "chart.html")]
pub struct Chart {
    /// Anchor, unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What can be read from it.
    pub sentence: String,
    /// In the order of time; the newest [`CHART_BARS_MAX`] are drawn.
    pub bars: Vec<ChartBar>,
    /// The same as the chart, in rows.
    pub table: Table,
    direction: Direction,
}

/// Where a bar stands.
struct Standing {
    start: i64,
    top: i64,
    height: i64,
}

impl Standing {
    fn path(&self) -> String {
        format!("M{} {}h{BAR_WIDTH}v{}h-{BAR_WIDTH}z", self.start, self.top, self.height)
    }

    fn middle(&self) -> i64 {
        self.start + BAR_WIDTH / 2
    }
}

impl Chart {
    /// Those bars, read in the direction of the language.
    pub fn new(
        t: &Translator,
        id: impl Into<String>,
        title: impl Into<String>,
        sentence: impl Into<String>,
        bars: Vec<ChartBar>,
        table: Table,
    ) -> Self {
        let (id, title, sentence) = (id.into(), title.into(), sentence.into());
        Self { id, title, sentence, bars, table, direction: t.direction() }
    }

    fn newest(&self) -> &[ChartBar] {
        let (_, newest) = self.bars.split_at(self.bars.len().saturating_sub(CHART_BARS_MAX));
        newest
    }

    /// The bars that are drawn, each with its place.
    fn drawn(&self) -> Vec<(&ChartBar, Standing)> {
        let tallest = self.newest().iter().filter_map(|bar| bar.amount).max().unwrap_or(0).max(1);
        let standing = |step: i64, bar: &ChartBar| {
            let start = step * STEP + (STEP - BAR_WIDTH) / 2;
            let start = match self.direction {
                Direction::Ltr => start,
                Direction::Rtl => self.width() - start - BAR_WIDTH,
            };
            // In wide numbers: a large amount times a length must not overflow.
            let height = i128::from(bar.amount.unwrap_or(0).max(0)) * i128::from(TALLEST) / i128::from(tallest);
            let height = i64::try_from(height).unwrap_or(TALLEST);
            Standing { start, top: self.ground() - height, height }
        };
        (0..).zip(self.newest()).map(|(step, bar)| (bar, standing(step, bar))).collect()
    }

    fn width(&self) -> i64 {
        i64::try_from(self.newest().len()).unwrap_or(STEPS_MIN).max(STEPS_MIN) * STEP
    }

    fn ground(&self) -> i64 {
        TEXT_ROOM + TALLEST
    }

    fn height(&self) -> i64 {
        self.ground() + TEXT_ROOM
    }

    fn name_line(&self) -> i64 {
        self.height() - TEXT_ROOM / 3
    }

    fn name_size(&self) -> i64 {
        self.width() / NAME_PARTS + 1
    }

    fn has_provisional(&self) -> bool {
        self.newest().iter().any(|bar| bar.is_provisional)
    }
}

impl HtmlSafe for Chart {}

impl Component for Chart {
    const NAME: &'static str = "Chart";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let unknown = || t.text("ui-sample-chart-unknown").to_string();
        let bar = |year: i32, amount: Option<i64>, is_provisional| ChartBar {
            name: year.to_string(),
            amount,
            said: amount.map_or_else(unknown, |amount| t.number(amount)),
            is_provisional,
        };
        let table = |id: &str, bars: &[ChartBar]| {
            let columns =
                vec![Column::new(t.text("ui-sample-chart-year")), Column::numeric(t.text("ui-sample-people"))];
            let empty = Table::new(format!("{id}-tableau"), t.text("ui-sample-chart"), columns, unknown());
            bars.iter().fold(empty.caption_unseen(), |table, bar| {
                table.row(vec![Content::from(bar.name.clone()), bar.said.clone().into()])
            })
        };
        let chart = |id: &str, bars: Vec<ChartBar>| {
            let table = table(id, &bars);
            Self::new(t, id, t.text("ui-sample-chart"), t.text("ui-sample-chart-sentence"), bars, table)
        };
        let years = vec![
            bar(2024, None, false),
            bar(2025, Some(820), false),
            bar(2026, Some(0), false),
            bar(2027, Some(1240), true),
        ];
        let many = (2018..2028).map(|year| bar(year, Some(i64::from(year) - 2000), false)).collect();
        vec![
            ("four years, one unknown, one nought, the last provisional", chart("sample-chart", years)),
            ("more years than are drawn", chart("sample-chart-long", many)),
        ]
    }
}
