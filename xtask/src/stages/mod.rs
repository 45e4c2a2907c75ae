//! The stages of a run, one file each.

pub(crate) mod browser;
mod formatting;
pub(crate) mod licences;
mod lints;
mod tests;

use std::process::ExitCode;

use crate::install;
use crate::report::Report;
use crate::workspace::Workspace;

/// Everything that can be tested on this machine.
pub(crate) fn test(workspace: &Workspace, everything_is_required: bool, install_first: bool) -> ExitCode {
    let mut report = Report::new(everything_is_required);
    if install_first {
        report.stage("installation", || install::everything(workspace));
    }
    formatting::run(workspace, &mut report);
    lints::run(workspace, &mut report);
    licences::run(workspace, &mut report);
    tests::run_all(workspace, &mut report);
    tests::run_documentation(workspace, &mut report);
    browser::run(workspace, &mut report);
    report.close()
}

/// What is worth a minute before a commit.
pub(crate) fn check(workspace: &Workspace) -> ExitCode {
    let mut report = Report::new(false);
    formatting::run(workspace, &mut report);
    lints::run(workspace, &mut report);
    tests::run_units(workspace, &mut report);
    report.close()
}
