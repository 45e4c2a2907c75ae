//! Where things are: the checkout, its reference files, cargo.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::programs;

/// The checkout this command was called in.
pub(crate) struct Workspace {
    root: PathBuf,
    reference: Option<PathBuf>,
}

impl Workspace {
    /// Asks cargo, so that it works from any folder of the checkout.
    pub(crate) fn find() -> Result<Self> {
        let output = Command::new(cargo_program())
            .args(["locate-project", "--workspace", "--message-format", "plain"])
            .output()
            .context("cargo could not be called")?;
        ensure!(output.status.success(), "this folder is not inside the workspace");
        let manifest = PathBuf::from(String::from_utf8(output.stdout)?.trim());
        let root = manifest.parent().context("the workspace has no folder")?.to_path_buf();
        let reference = reference::folder();
        Ok(Self { root, reference })
    }

    /// A file or folder of the checkout.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Reference data, used in tests only; absolute. `None` where there is none.
    pub(crate) fn reference(&self) -> Option<&Path> {
        self.reference.as_deref()
    }

    /// A command run from the root, with the reference files in reach.
    pub(crate) fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root);
        if let Some(reference) = &self.reference {
            command.env("ESCALE_REFERENCE", reference);
        }
        command
    }

    /// Cargo, run from the root.
    pub(crate) fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = self.command(cargo_program());
        // `cargo run` describes this crate to us in variables. Some build scripts watch them: handed on, they would
        // make cargo rebuild ring and all that stands on it each time somebody changes between xtask and plain cargo.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(describes_a_package) {
                command.env_remove(name);
            }
        }
        command.args(arguments);
        command
    }

    /// Builds and returns the path of the binary `escale`.
    ///
    /// `arguments` are those of `cargo build`; the path comes from cargo, which knows the target folder.
    pub(crate) fn build_escale(&self, arguments: &[&str]) -> Result<PathBuf> {
        let mut command = self.cargo(
            ["build", "--locked", "--message-format", "json-render-diagnostics"].iter().chain(arguments).copied(),
        );
        command.stderr(std::process::Stdio::inherit());
        programs::announce(&command);
        let output = command.output().context("cargo could not be called")?;
        ensure!(output.status.success(), "the binary could not be built");
        String::from_utf8(output.stdout)?
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|message| message.pointer("/target/name").and_then(Value::as_str) == Some("escale"))
            .find_map(|message| message.get("executable").and_then(Value::as_str).map(PathBuf::from))
            .context("cargo built no binary named escale")
    }
}

/// Whether this is a machine that tests every change: the variable `CI` says so there.
pub(crate) fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// The cargo that called us, so that a chosen toolchain is kept.
fn cargo_program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn describes_a_package(variable: &str) -> bool {
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|prefix| variable.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_cargo_are_kept_and_the_description_of_this_crate_is_not() {
        assert!(describes_a_package("CARGO_PKG_NAME"));
        assert!(describes_a_package("CARGO_MANIFEST_DIR"));
        assert!(!describes_a_package("CARGO_TARGET_DIR"));
        assert!(!describes_a_package("CARGO_HOME"));
        assert!(!describes_a_package("CARGO_INCREMENTAL"));
    }
}
