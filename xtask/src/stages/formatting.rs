//! `rustfmt` has the last word on layout.

use crate::programs;
use crate::report::Report;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, report: &mut Report) {
    if programs::ask(&mut workspace.cargo(["fmt", "--version"])).is_none() {
        return report.not_run("formatting", "no rustfmt");
    }
    report.stage("formatting", || programs::run(&mut workspace.cargo(["fmt", "--all", "--check"])));
}
