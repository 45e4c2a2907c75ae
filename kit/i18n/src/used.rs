//! Which message keys a source file asks for, so that a test can hold keys used and keys defined together.

/// What stands before a key in Rust and in askama templates; spaces and line breaks may follow.
const OPENINGS: [&str; 4] = [".text(", "Message::new(", "key!(", ".has("];

/// The keys that a Rust file or an askama template names, in the order they appear, repeated as they are:
/// `t.text("…")`, `t.has("…")`, `Message::new("…")` and [`key!("…")`](crate::key). A key built at run time is not seen:
/// write each possible key with `key!`.
pub fn used_keys(source: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = OPENINGS
        .iter()
        .flat_map(|opening| source.match_indices(opening).map(|(start, _)| start + opening.len()))
        .filter_map(|start| Some((start, literal_at(source.get(start..)?)?)))
        .collect();
    found.sort();
    found.into_iter().map(|(_, key)| key).collect()
}

fn literal_at(text: &str) -> Option<String> {
    let (key, rest) = text.trim_start().strip_prefix('"')?.split_once('"')?;
    // `fields.text("name-of-a-field", 200)` asks for no word.
    let is_alone = rest.trim_start().trim_start_matches(',').trim_start().starts_with(')');
    let is_a_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (is_a_key && is_alone).then(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::used_keys;

    #[test]
    fn finds_keys_in_rust_and_in_templates() {
        let source = r#"
            t.text("first"), self.t
                .text(
                    "second",
                ).arg("count", 3);
            Message::new("third").with("name", "x"); kit_i18n::key!("fourth"); t.text(key);
            <h1>{{ t.text("fifth") }}</h1> Cell::text("not a key"); node.text("pas une clé")
            fields.text("champ", 200)
        "#;
        assert_eq!(used_keys(source), ["first", "second", "third", "fourth", "fifth"]);
    }
}
