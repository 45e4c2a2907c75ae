//! The JSON Schema that editors use is the one of the types.

use std::path::Path;

use eligibility::rules::{LANGUAGE_VERSION, schema};

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schema/scheme-{LANGUAGE_VERSION}.json"));
    let drawn = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if committed != drawn {
        let fresh = path.with_extension("json.new");
        std::fs::write(&fresh, drawn).unwrap();
        panic!("{} is not what the types say: compare with {} and rename that", path.display(), fresh.display());
    }
}
