//! Each word that is used exists, in both languages; each that exists is used.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["app/src", "features", "kit"] {
        gather(&root.join(folder), &mut found);
    }
    found
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_source = path.extension().is_some_and(|extension| extension == "rs" || extension == "html");
        if path.is_dir() {
            gather(&path, found);
        } else if is_source {
            found.push(path);
        }
    }
}

/// A source without its comments.
fn code_of(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_word_used_is_defined_and_every_word_defined_is_used() {
    let words = escale::assembly::words().unwrap();
    let defined: BTreeSet<String> = words.keys().map(str::to_owned).collect();
    let texts: Vec<String> = sources().iter().map(|path| code_of(&std::fs::read_to_string(path).unwrap())).collect();
    let used: BTreeSet<String> = texts.iter().flat_map(|text| kit_i18n::used_keys(text)).collect();
    let missing: Vec<_> = used.difference(&defined).filter(|key| key.contains('-')).collect();
    assert!(missing.is_empty(), "used and not defined: {missing:?}");
    // A key may also stand in a manifest, a constant or a match: then it stands between quotation marks.
    let is_quoted = |key: &&String| texts.iter().any(|text| text.contains(&format!("\"{key}\"")));
    let unused: Vec<_> = defined.difference(&used).filter(|key| !key.starts_with("i18n-") && !is_quoted(key)).collect();
    assert!(unused.is_empty(), "defined and not used: {unused:?}");
}
