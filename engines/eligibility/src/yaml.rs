//! YAML 1.2 with bounds on everything, so that no file keeps us busy for long.

use serde::de::DeserializeOwned;
use serde_saphyr::options::Options;

use crate::limits::NESTING_MAX;

/// Why a text could not be read.
pub(crate) struct YamlError {
    /// Line and column, from 1.
    pub position: Option<(u64, u64)>,
    /// What is wrong.
    pub message: String,
}

/// Reads one document.
pub(crate) fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, YamlError> {
    serde_saphyr::from_str_with_options(text, options()).map_err(|error| YamlError {
        position: error.location().map(|place| (place.line(), place.column())),
        message: without_place(&error.without_snippet().to_string()),
    })
}

/// The reader repeats the place at the end of what it says.
fn without_place(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message).to_owned()
}

fn options() -> Options {
    serde_saphyr::options! {
        with_snippet: false,
        // Territory codes and postal codes keep their zeros: `01` is the Ain, not one.
        leading_zero_numbers_as_strings: true,
        budget: serde_saphyr::budget! {
            max_depth: NESTING_MAX,
            max_documents: 1,
            max_anchors: 64,
            max_aliases: 256,
            max_nodes: 100_000,
            max_events: 250_000,
        },
    }
}
