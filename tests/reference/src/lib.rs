//! Where tests and benchmarks find the reference files, which are not part of the repository.

use std::path::{Path, PathBuf};

/// The variable that names the folder.
pub const VARIABLE: &str = "ESCALE_REFERENCE";

/// The folder that `ESCALE_REFERENCE` names, else `../shared/data` beside the checkout; `None` where there is none.
pub fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let wished = std::env::var_os(VARIABLE).map_or_else(beside, PathBuf::from);
    wished.canonicalize().ok().filter(|folder| folder.is_dir())
}
