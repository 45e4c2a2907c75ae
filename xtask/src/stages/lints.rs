//! Clippy over everything, tests included: a warning is an error.

use crate::programs;
use crate::report::Report;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, report: &mut Report) {
    if programs::ask(&mut workspace.cargo(["clippy", "--version"])).is_none() {
        return report.not_run("lints", "no clippy");
    }
    let arguments = ["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    report.stage("lints", || programs::run(&mut workspace.cargo(arguments)));
}
