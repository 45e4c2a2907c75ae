//! Figures as they are committed: when, on what, by which command.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::table::Table;
use crate::programs;
use crate::workspace::Workspace;

/// A page of `docs/benchmarks/` that a bench writes.
pub(crate) struct Document {
    /// From the root of the workspace.
    pub(crate) path: &'static str,
    pub(crate) title: &'static str,
    /// What to type to have it written again.
    pub(crate) command: &'static str,
    /// How it was measured, in whole sentences.
    pub(crate) method: &'static str,
    /// The code that measures, from the root of the workspace.
    pub(crate) source: &'static str,
}

impl Document {
    /// Writes the figures down, those over their budget as well.
    pub(crate) fn write(&self, workspace: &Workspace, table: &Table) -> Result<()> {
        let Self { path, title, command, method, source } = self;
        let ask = |program: &str, arguments: &[&str]| programs::ask(Command::new(program).args(arguments));
        let date = ask("date", &["+%Y-%m-%d"]).unwrap_or_else(|| "an unknown day".to_owned());
        let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let model = model.map_or("an unknown processor", |(_, model)| model);
        let processors = ask("nproc", &[]).unwrap_or_else(|| "?".to_owned());
        let figures = table.lines().join("\n");
        let text = format!(
            "# {title}\n\n\
             Written by `{command}` on {date}: {model}, {processors} processors, release build. {method} \
             What was measured, and how: [{source}](../../{source}).\n\n\
             ```text\n{figures}\n```\n"
        );
        let document = workspace.path(path);
        fs::create_dir_all(document.parent().context("a document stands in a folder")?)?;
        fs::write(&document, text).context(*path)
    }
}
