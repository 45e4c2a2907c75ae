//! Which licences, which crates, from where: `deny.toml`.

use crate::programs;
use crate::report::Report;
use crate::workspace::Workspace;

/// The version that `--install` fetches.
pub(crate) const VERSION: &str = "0.20.2";

pub(crate) fn run(workspace: &Workspace, report: &mut Report) {
    if !is_installed(workspace) {
        return report.not_run("licences", "no cargo-deny");
    }
    // Two versions of a crate are a warning, and a long one: `cargo deny check bans` shows it.
    let arguments = ["deny", "--log-level", "error", "--locked", "check", "licenses", "bans", "sources"];
    report.stage("licences", || programs::run(&mut workspace.cargo(arguments)));
}

pub(crate) fn is_installed(workspace: &Workspace) -> bool {
    programs::ask(&mut workspace.cargo(["deny", "--version"])).is_some()
}
