//! The checkout under test: its files, its map, what cargo says of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The folder that holds the whole house.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the workspace").to_path_buf()
}

/// The text of a file of the checkout.
pub(crate) fn text(relative: &str) -> String {
    let file = root().join(relative);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// Every file that is, or would be, part of the repository, as paths from its root.
pub(crate) fn files() -> Vec<String> {
    // A clone made by somebody else is read all the same: nothing in it is carried out.
    let arguments = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = output(Command::new("git").args(arguments));
    let files = listed.split('\0').filter(|path| !path.is_empty() && root().join(path).is_file());
    files.map(str::to_owned).collect()
}

/// Those of them that end in `suffix`, with their texts.
pub(crate) fn texts(suffix: &str) -> Vec<(String, String)> {
    let wanted = files().into_iter().filter(|path| path.ends_with(suffix));
    // What is not text (a picture, a database) holds no words.
    wanted.filter_map(|path| Some((path.clone(), std::fs::read_to_string(root().join(&path)).ok()?))).collect()
}

/// Our own crates, as cargo describes them.
pub(crate) fn crates() -> Vec<Value> {
    let described = cargo(&["metadata", "--no-deps", "--offline", "--format-version", "1"]);
    let described: Value = serde_json::from_str(&described).expect("cargo describes the workspace in JSON");
    described["packages"].as_array().expect("a list of packages").clone()
}

/// What cargo prints, without the network.
pub(crate) fn cargo(arguments: &[&str]) -> String {
    output(Command::new(env!("CARGO")).args(arguments))
}

fn output(command: &mut Command) -> String {
    let output = command.current_dir(root()).output().expect("the program can be called");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints text")
}

/// Fails with one line for each fault.
pub(crate) fn none(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
}
