//! Nothing is left lying about.

use std::path::PathBuf;

use crate::checkout::{files, none, root, texts};

/// Lines of a file of Rust. One that is longer probably holds two things.
const RUST_LINES_MAX: usize = 700;

/// Where a text that must not be there stands: file and line.
fn found(texts: &[(String, String)], is_wrong: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let lines = |(path, text): &(String, String)| {
        let wrong = text.lines().enumerate().filter(|(_, line)| is_wrong(path, line));
        wrong.map(|(number, line)| format!("{path}:{}: {}", number + 1, line.trim())).collect::<Vec<_>>()
    };
    texts.iter().flat_map(lines).collect()
}

#[test]
fn no_test_is_ignored_no_lint_is_hushed_and_nothing_is_to_be_done() {
    // In pieces, so that this file does not find itself.
    let leftovers = [["#[", "ignore"], ["#[", "allow("], ["#![", "allow("], ["todo", "!("], ["unimplemented", "!("]];
    let leftovers = leftovers.map(|pieces| pieces.concat());
    let faults = found(&texts(".rs"), |_, line| leftovers.iter().any(|leftover| line.contains(leftover.as_str())));
    none("left over", &faults);
}

#[test]
fn no_file_of_rust_holds_two_things() {
    let long = texts(".rs").into_iter().map(|(path, text)| (path, text.lines().count()));
    let long = long.filter(|(_, lines)| *lines > RUST_LINES_MAX);
    let faults: Vec<String> = long.map(|(path, lines)| format!("{path}: {lines} lines")).collect();
    none("files of Rust that are too long", &faults);
}

#[test]
fn every_crate_says_what_it_is_for() {
    let rooms = ["kit/", "features/", "engines/", "data/"];
    let folders = files().into_iter().filter_map(|path| path.strip_suffix("/Cargo.toml").map(str::to_owned));
    let folders = folders.filter(|folder| rooms.iter().any(|room| folder.starts_with(room)));
    let says_nothing = |folder: &String| {
        std::fs::read_to_string(root().join(folder).join("README.md")).map_or(true, |text| text.trim().is_empty())
    };
    let faults: Vec<String> = folders.filter(says_nothing).collect();
    none("crates without a README.md", &faults);
}

#[test]
fn no_two_rooms_make_a_table_of_the_same_name() {
    let mut made: Vec<(String, String)> = Vec::new();
    for (path, sql) in texts(".sql") {
        let names = sql.lines().filter_map(|line| line.trim_start().strip_prefix("CREATE TABLE "));
        let names = names.filter_map(|rest| rest.trim_start_matches("IF NOT EXISTS ").split([' ', '(']).next());
        made.extend(names.map(|name| (name.to_owned(), path.clone())));
    }
    made.sort();
    let twice = made.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let faults: Vec<String> = twice.map(|pair| format!("{}: {} and {}", pair[0].0, pair[0].1, pair[1].1)).collect();
    assert!(!made.is_empty(), "no migration was found");
    none("tables made twice", &faults);
}

#[test]
fn no_file_names_a_place_of_the_machine_it_was_written_on() {
    let around = [root(), root().join("../shared")].map(|folder| folder.canonicalize().ok());
    let own = [std::env::var_os("HOME"), std::env::var_os("CARGO_HOME"), std::env::var_os("CARGO_TARGET_DIR")];
    let places: Vec<String> = around
        .into_iter()
        .flatten()
        .chain(own.into_iter().flatten().map(PathBuf::from))
        // A container whose home is `/` has no place of its own.
        .filter(|place| place.is_absolute() && place.parent().is_some())
        .filter_map(|place| place.to_str().map(str::to_owned))
        .chain(["home", "root", "Users"].map(|folder| format!("/{folder}")))
        .collect();
    let faults = found(&texts(""), |_, line| places.iter().any(|place| names_place(line, place)));
    none("places of one machine", &faults);
}

/// Whether `line` has the absolute path `place`, or one that goes on from it; the same words inside of a longer path are another.
fn names_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(position, _)| {
        let before = line[..position].chars().next_back();
        let is_absolute = before.is_none_or(|c| !c.is_alphanumeric() && !"._-/})>".contains(c));
        is_absolute && line[position + place.len()..].starts_with('/')
    })
}

#[test]
fn no_file_names_the_host_of_a_package_registry() {
    let hosts = [["crates", "io"], ["npmjs", "org"], ["npmjs", "com"], ["pypi", "org"], ["pythonhosted", "org"]];
    let hosts = hosts.map(|pieces| pieces.join("."));
    // Cargo's own name for the public registry; anything else in the lock file is a mirror's.
    let index = format!("\"registry+https://github.com/rust-lang/{}-index\"", hosts[0]);
    let is_wrong = |path: &str, line: &str| match path {
        "Cargo.lock" => line.starts_with("source = ") && line != format!("source = {index}"),
        _ if path.ends_with("package-lock.json") => line.contains("\"resolved\""),
        _ => hosts.iter().any(|host| line.contains(host.as_str())),
    };
    none("hosts of package registries", &found(&texts(""), is_wrong));
}

#[test]
fn a_place_is_an_absolute_path() {
    let place = "/srv/checkout";
    assert!(names_place("see /srv/checkout/app", place) && names_place("(`/srv/checkout/`)", place));
    assert!(!names_place("https://example.org/srv/checkout/", place) && !names_place("../srv/checkout/", place));
    assert!(!names_place("/srv/checkouts/", place));
}
