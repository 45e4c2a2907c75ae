//! Unit, behaviour and documentation tests, on SQLite and on PostgreSQL.

use std::process::Command;

use crate::postgres::Installation;
use crate::programs;
use crate::report::Report;
use crate::workspace::Workspace;

/// Every test of the workspace. Tests that need a server of databases find it in `ESCALE_TEST_POSTGRES`.
pub(crate) fn run_all(workspace: &Workspace, report: &mut Report) {
    if workspace.reference().is_none() {
        report.not_run("comparisons with reference files", "no folder ESCALE_REFERENCE, nor ../shared/data");
    }
    let postgres = match Installation::find() {
        Ok(installation) => Some(installation),
        Err(reason) => {
            report.not_run("PostgreSQL", reason);
            None
        }
    };
    report.stage("tests", || {
        // The behaviour tests run the program itself too.
        let binary = workspace.build_escale(&["--workspace", "--bins"])?;
        let server = postgres.map(|installation| installation.start()).transpose()?;
        let mut command = test_command(workspace, &["--workspace"]);
        command.env("ESCALE_BINARY", binary);
        match &server {
            Some(server) => command.env("ESCALE_TEST_POSTGRES", server.url()),
            None => command.env_remove("ESCALE_TEST_POSTGRES"),
        };
        programs::run(&mut command)
    });
}

/// Unit tests alone: no server, no behaviour over HTTP.
pub(crate) fn run_units(workspace: &Workspace, report: &mut Report) {
    let mut command = test_command(workspace, &["--workspace", "--exclude", "behaviour", "--lib", "--bins"]);
    command.env_remove("ESCALE_TEST_POSTGRES");
    report.stage("unit tests", || programs::run(&mut command));
}

/// The examples in the documentation, which nextest does not run.
pub(crate) fn run_documentation(workspace: &Workspace, report: &mut Report) {
    let arguments = ["test", "--locked", "--doc", "--workspace", "--no-fail-fast"];
    report.stage("documentation tests", || programs::run(&mut workspace.cargo(arguments)));
}

/// nextest where it is installed, because it runs the tests of all crates side by side.
fn test_command(workspace: &Workspace, scope: &[&str]) -> Command {
    let has_nextest = programs::ask(&mut workspace.cargo(["nextest", "--version"])).is_some();
    let runner: &[&str] = if has_nextest { &["nextest", "run"] } else { &["test"] };
    let scope = if has_nextest || scope.contains(&"--lib") { scope } else { &["--workspace", "--all-targets"] };
    workspace.cargo(runner.iter().chain(&["--locked", "--no-fail-fast"]).chain(scope).copied())
}
