//! The JSON Schema that editors use is the one of the types.

use std::path::Path;

use eligibility::rules::{LANGUAGE_VERSION, schema};
use serde_json::Value;

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schema/scheme-{LANGUAGE_VERSION}.json"));
    let drawn = serde_json::to_value(schema()).unwrap();
    // Compared as values: the order of keys depends on what else is built.
    let committed: Option<Value> =
        std::fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str(&text).ok());
    assert!(committed.as_ref() == Some(&drawn), "{} is not what the types say; this is:\n{drawn:#}", path.display());
}
