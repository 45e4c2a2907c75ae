//! A map of neighbouring areas, with its sentence and its table.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_i18n::Translator;

use crate::{Column, Component, Content, Table};

/// Of the width of the map: room around the areas, height of a name, distance of two hatches.
const MARGIN_PARTS: i32 = 60;
const NAME_PARTS: i32 = 26;
const HATCH_PARTS: i32 = 60;

/// An area of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapArea {
    /// Its whole name, for screen readers and as a tooltip: `Aude (11)`.
    pub name: String,
    /// What stands on the map: `11`.
    pub short_name: String,
    /// Its outline, in the words of an SVG path.
    pub path: String,
    /// The smallest upright rectangle around the outline: x, y, width, height.
    pub frame: [i32; 4],
    /// Where the name stands: x, y.
    pub name_at: [i32; 2],
    /// The page it leads to.
    pub href: Option<String>,
    /// Whether this is what the page is about: hatched, so that it shows without colour too.
    pub is_here: bool,
}

/// A map of neighbouring areas. It says where things are, never how much of something there is: areas are not ranked by shades. Its
/// sentence and its table say the same in words, for whoever does not see it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "map.html")]
pub struct Map {
    /// Anchor, unique on the page.
    pub id: String,
    /// What the map shows.
    pub title: String,
    /// What can be read from it.
    pub sentence: String,
    /// In the order in which the keyboard goes through them.
    pub areas: Vec<MapArea>,
    /// The same as the map, in rows.
    pub table: Table,
}

impl Map {
    /// Those areas that touch one another, whole.
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        sentence: impl Into<String>,
        areas: Vec<MapArea>,
        table: Table,
    ) -> Self {
        Self { id: id.into(), title: title.into(), sentence: sentence.into(), areas, table }
    }

    /// The smallest upright rectangle around all areas, with some room: x, y, width, height.
    fn frame(&self) -> [i32; 4] {
        let lowest = |axis: fn(&[i32; 4]) -> i32| self.areas.iter().map(|area| axis(&area.frame)).min().unwrap_or(0);
        let highest = |axis: fn(&[i32; 4]) -> i32| self.areas.iter().map(|area| axis(&area.frame)).max().unwrap_or(0);
        let (west, north) = (lowest(|[x, _, _, _]| *x), lowest(|[_, y, _, _]| *y));
        let (east, south) = (highest(|[x, _, width, _]| x + width), highest(|[_, y, _, height]| y + height));
        let margin = (east - west).max(south - north) / MARGIN_PARTS + 1;
        [west - margin, north - margin, east - west + 2 * margin, south - north + 2 * margin]
    }

    fn view_box(&self) -> String {
        self.frame().map(|number| number.to_string()).join(" ")
    }

    fn width(&self) -> i32 {
        self.frame()[2]
    }

    fn name_size(&self) -> i32 {
        self.width() / NAME_PARTS + 1
    }

    fn hatch_step(&self) -> i32 {
        self.width() / HATCH_PARTS + 2
    }

    fn has_links(&self) -> bool {
        self.areas.iter().any(|area| area.href.is_some())
    }

    fn has_here(&self) -> bool {
        self.areas.iter().any(|area| area.is_here)
    }
}

impl HtmlSafe for Map {}

impl Component for Map {
    const NAME: &'static str = "Map";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let square = |number: i32, x: i32, y: i32| MapArea {
            name: t.text("ui-sample-area").arg("number", number).into(),
            short_name: number.to_string(),
            path: format!("M{x} {y}l100 0 0 100-100 0z"),
            frame: [x, y, 100, 100],
            name_at: [x + 50, y + 50],
            href: Some(format!("#zone-{number}")),
            is_here: number == 2,
        };
        let areas = || vec![square(1, 0, 0), square(2, 100, 0), square(3, 100, 100)];
        let table = |id: &str| {
            let columns = vec![Column::new(t.text("ui-sample-map-column"))];
            let empty = Table::new(id, t.text("ui-sample-map"), columns, "").caption_unseen();
            areas().into_iter().fold(empty, |table, area| table.row(vec![Content::from(area.name)]))
        };
        let map = |id: &str, areas| {
            Self::new(
                id,
                t.text("ui-sample-map"),
                t.text("ui-sample-map-sentence"),
                areas,
                table(&format!("{id}-tableau")),
            )
        };
        let without_links = areas().into_iter().map(|area| MapArea { href: None, is_here: false, ..area }).collect();
        vec![
            ("areas that lead somewhere, one of them here", map("sample-map", areas())),
            ("a picture only", map("sample-map-picture", without_links)),
        ]
    }
}
