//! The binary and a real browser: `tests/e2e`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::programs;
use crate::report::Report;
use crate::workspace::Workspace;

/// Where the browser's tests are.
pub(crate) const FOLDER: &str = "tests/e2e";
/// The first Node whose own test runner does all that they ask.
const NODE_VERSION_MIN: u32 = 20;

/// What the walks need, found on this machine.
struct Equipment {
    chromium: PathBuf,
    node: PathBuf,
}

pub(crate) fn run(workspace: &Workspace, report: &mut Report) {
    let equipment = match find_equipment(workspace) {
        Ok(equipment) => equipment,
        Err(reason) => return report.not_run("browser", reason),
    };
    report.stage("browser", || {
        // The whole workspace, as for the tests: the same features, so almost nothing is built twice.
        let binary = workspace.build_escale(&["--workspace", "--bins"])?;
        let mut command = workspace.command(&equipment.node);
        command
            .current_dir(workspace.path(FOLDER))
            .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
            .env("ESCALE_BINARY", binary)
            .env("ESCALE_CHROMIUM", &equipment.chromium);
        programs::run(&mut command)
    });
}

/// `ESCALE_CHROMIUM`, else the system's.
pub(crate) fn find_chromium() -> Option<PathBuf> {
    match std::env::var_os("ESCALE_CHROMIUM") {
        Some(wished) => Some(PathBuf::from(wished)).filter(|file| file.is_file()),
        None => programs::find("chromium").or_else(|| programs::find("chromium-browser")),
    }
}

fn find_equipment(workspace: &Workspace) -> Result<Equipment> {
    let chromium = find_chromium().context("no chromium")?;
    let node = programs::find("node").context("no node")?;
    let version = programs::ask(workspace.command(&node).arg("--version")).context("node does not run")?;
    let major = major_version(&version).with_context(|| format!("node has no version: {version}"))?;
    ensure!(major >= NODE_VERSION_MIN, "node {version} is older than {NODE_VERSION_MIN}");
    ensure!(packages_are_installed(&workspace.path(FOLDER)), "its packages are not installed: npm ci in {FOLDER}");
    Ok(Equipment { chromium, node })
}

fn major_version(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Whether `node_modules` holds the versions that the lock file names. npm keeps a copy of what it installed.
fn packages_are_installed(folder: &Path) -> bool {
    let locked = versions(&folder.join("package-lock.json"));
    locked.is_some() && locked == versions(&folder.join("node_modules/.package-lock.json"))
}

/// Package and version, in a lock file's own order, which is the alphabet's.
fn versions(lock_file: &Path) -> Option<Vec<(String, String)>> {
    let text = std::fs::read_to_string(lock_file).ok()?;
    let lock: Value = serde_json::from_str(&text).ok()?;
    let packages = lock.get("packages")?.as_object()?.iter().filter(|(name, _)| !name.is_empty());
    packages.map(|(name, package)| Some((name.clone(), package.get("version")?.as_str()?.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_its_first_number() {
        assert_eq!(major_version("v20.20.2"), Some(20));
        assert_eq!(major_version("nonsense"), None);
    }

    #[test]
    fn packages_of_another_version_count_as_not_installed() {
        let folder = tempfile::tempdir().unwrap();
        let lock = |version| format!(r#"{{"packages":{{"node_modules/axe-core":{{"version":"{version}"}}}}}}"#);
        std::fs::create_dir(folder.path().join("node_modules")).unwrap();
        std::fs::write(folder.path().join("package-lock.json"), lock("4.14.1")).unwrap();
        assert!(!packages_are_installed(folder.path()));
        std::fs::write(folder.path().join("node_modules/.package-lock.json"), lock("4.13.0")).unwrap();
        assert!(!packages_are_installed(folder.path()));
        std::fs::write(folder.path().join("node_modules/.package-lock.json"), lock("4.14.1")).unwrap();
        assert!(packages_are_installed(folder.path()));
    }
}
