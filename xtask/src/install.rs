//! `--install`: fetches what the tests need and this machine lacks, through the ordinary package managers.

use std::process::Command;

use anyhow::{Context, Result};
use rustix::process::geteuid;

use crate::postgres;
use crate::programs;
use crate::stages::{browser, licences};
use crate::workspace::Workspace;

/// Fetches everything that is missing. One failure does not keep the rest from being fetched.
pub(crate) fn everything(workspace: &Workspace) -> Result<()> {
    let steps = [
        rust_components(workspace),
        system_packages(workspace),
        browser_packages(workspace),
        licence_checker(workspace),
    ];
    steps.into_iter().collect()
}

/// A toolchain installed with the least has neither.
fn rust_components(workspace: &Workspace) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if programs::ask(&mut workspace.cargo([subcommand, "--version"])).is_none() {
            programs::run(workspace.command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn system_packages(workspace: &Workspace) -> Result<()> {
    let mut wanted = Vec::new();
    if postgres::Installation::find().is_err() {
        wanted.push("postgresql");
    }
    if browser::find_chromium().is_none() {
        // Without a font, every text is as wide as a box: the Arabic ones too are drawn on pages.
        wanted.extend(["chromium", "fonts-noto-core"]);
    }
    if programs::find("node").is_none() || programs::find("npm").is_none() {
        wanted.extend(["nodejs", "npm"]);
    }
    if wanted.is_empty() {
        return Ok(());
    }
    programs::run(apt_get(workspace).arg("update"))?;
    programs::run(apt_get(workspace).args(["install", "--yes", "--no-install-recommends"]).args(wanted))
}

fn apt_get(workspace: &Workspace) -> Command {
    let mut command = if geteuid().is_root() {
        workspace.command("env")
    } else {
        let mut command = workspace.command("sudo");
        command.args(["--non-interactive", "env"]);
        command
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

fn browser_packages(workspace: &Workspace) -> Result<()> {
    let npm = programs::find("npm").context("npm is not installed")?;
    programs::run(workspace.command(npm).arg("ci").current_dir(workspace.path(browser::FOLDER)))
}

fn licence_checker(workspace: &Workspace) -> Result<()> {
    if licences::is_installed(workspace) {
        return Ok(());
    }
    // Unoptimised: a third of the time to build, and two seconds to run in place of one.
    let arguments = ["install", "cargo-deny", "--locked", "--debug", "--version", licences::VERSION];
    programs::run(&mut workspace.cargo(arguments))
}
