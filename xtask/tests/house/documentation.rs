//! What the documentation says is there, is there.

use std::collections::BTreeSet;
use std::path::Path;

use crate::checkout::{none, root, texts};

/// Where what is written in the documentation as a path begins.
const TOP_FOLDERS: [&str; 8] = ["app/", "features/", "kit/", "data/", "tests/", "docs/", "xtask/", ".ci/"];
/// Documents that trace code by its names.
const WALKTHROUGHS: &str = "docs/walkthroughs/";

#[test]
fn every_link_of_the_documentation_leads_to_a_file() {
    let mut faults = Vec::new();
    for (path, text) in texts(".md") {
        let folder = root().join(&path).parent().map(Path::to_path_buf).unwrap_or_default();
        let leads_nowhere = |link: &&str| {
            let file = link.split('#').next().unwrap_or_default();
            let is_elsewhere = link.contains("://") || link.starts_with("mailto:") || file.is_empty();
            !is_elsewhere && !folder.join(file).exists()
        };
        faults.extend(links(&text).into_iter().filter(leads_nowhere).map(|link| format!("{path}: {link}")));
    }
    none("links that lead nowhere", &faults);
}

/// The targets of `[words](target)`, outside of code.
fn links(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let mut links = Vec::new();
    for line in text.lines() {
        is_code ^= line.trim_start().starts_with("```");
        if !is_code {
            let prose = line.split('`').step_by(2);
            // A link whose words are code (`[`file`](file)`) is cut in two: its end begins the next piece.
            links.extend(prose.flat_map(|piece| piece.split("](").skip(1)).filter_map(|rest| rest.split(')').next()));
        }
    }
    links
}

#[test]
fn links_are_found_in_prose_and_not_in_code() {
    let text = "See [the map](a.md) and [`b`](b.md#part).\n```\n[no](c.md)\n```\n`[no](d.md)`";
    assert_eq!(links(text), ["a.md", "b.md#part"]);
}

/// What stands between backticks in prose, with the file it stands in; blocks of code are left out.
fn named() -> Vec<(String, String)> {
    let documents = texts(".md").into_iter().filter(|(path, _)| path.starts_with("docs/") || !path.contains('/'));
    let mut named = Vec::new();
    for (path, text) in documents {
        let prose = text.split("```").step_by(2);
        let words = prose.flat_map(|part| part.split('`').skip(1).step_by(2));
        named.extend(words.map(|word| (path.clone(), word.to_owned())));
    }
    named
}

#[test]
fn every_path_that_the_documentation_names_exists() {
    let is_path = |word: &str| TOP_FOLDERS.iter().any(|folder| word.starts_with(folder));
    // `features/<name>/` and `kit/*/tests` stand for many.
    let is_one = |word: &str| !word.contains(['<', '*', '{', '…', ' ']);
    let missing = named().into_iter().filter(|(_, word)| is_path(word) && is_one(word) && !root().join(word).exists());
    let faults: Vec<String> = missing.map(|(document, word)| format!("{document}: {word}")).collect();
    none("paths that lead nowhere", &faults);
}

#[test]
fn every_name_that_a_walkthrough_gives_stands_in_the_code() {
    let code: String =
        texts(".rs").into_iter().filter(|(path, _)| !path.contains("tests/")).map(|(_, text)| text).collect();
    let words: BTreeSet<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let is_name = |word: &str| {
        word.split("::").all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_'))
    };
    let in_walkthroughs = named().into_iter().filter(|(path, word)| path.starts_with(WALKTHROUGHS) && is_name(word));
    let unknown = in_walkthroughs.filter(|(_, name)| !name.split("::").all(|part| words.contains(part)));
    let faults: Vec<String> = unknown.map(|(document, name)| format!("{document}: {name}")).collect();
    none("names that the code does not have", &faults);
}
