//! Each library has its line, and each line its library.

use std::collections::BTreeSet;

use crate::checkout::{crates, none, text};

/// The libraries that our crates ask for; one with a path is a crate of ours.
fn asked_for() -> BTreeSet<String> {
    let crates = crates();
    let dependencies = crates.iter().flat_map(|package| package["dependencies"].as_array().expect("a list"));
    let foreign = dependencies.filter(|dependency| dependency["path"].is_null());
    foreign.map(|dependency| dependency["name"].as_str().expect("a name").to_owned()).collect()
}

/// The first cells of the tables. What comes from elsewhere says so in brackets: `axe-core (npm)`.
fn explained() -> BTreeSet<String> {
    let page = text("docs/decisions/dependencies.md");
    let rows = page.lines().filter(|line| line.starts_with("| ")).filter_map(|line| line.split('|').nth(1));
    let names = rows.flat_map(|cell| cell.split(',')).map(str::trim);
    names.filter(|name| !name.ends_with(')') && !["crate", "package"].contains(name)).map(str::to_owned).collect()
}

#[test]
fn each_library_has_its_reason_and_each_reason_its_library() {
    let (asked_for, explained) = (asked_for(), explained());
    let mut faults: Vec<String> =
        asked_for.difference(&explained).map(|name| format!("{name}: no line says what it is for")).collect();
    faults.extend(explained.difference(&asked_for).map(|name| format!("{name}: no crate asks for it any more")));
    none("docs/decisions/dependencies.md and the manifests differ", &faults);
}
