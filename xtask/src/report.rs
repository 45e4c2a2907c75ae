//! What was run, how it went, and what could not be run.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::console;

/// Gathers the stages of one run.
pub(crate) struct Report {
    everything_is_required: bool,
    stages: Vec<Stage>,
    not_run: Vec<String>,
}

struct Stage {
    name: &'static str,
    took: Duration,
    failure: Option<String>,
}

impl Report {
    /// With `everything_is_required`, what could not be run counts as failed.
    pub(crate) fn new(everything_is_required: bool) -> Self {
        Self { everything_is_required, stages: Vec::new(), not_run: Vec::new() }
    }

    /// Runs one stage. A failure is noted and the others still run: one look at the end tells all.
    pub(crate) fn stage(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        console::line(format_args!("\n== {name}"));
        let start = Instant::now();
        let failure = work().err().map(|error| format!("{error:#}"));
        let stage = Stage { name, took: start.elapsed(), failure };
        console::line(stage.summary());
        self.stages.push(stage);
    }

    /// Notes that this machine could not do something, and what it lacks.
    pub(crate) fn not_run(&mut self, what: &str, why: impl std::fmt::Display) {
        self.not_run.push(format!("not run: {what} ({why})"));
    }

    /// Prints the last lines and tells whether all went well.
    pub(crate) fn close(self) -> ExitCode {
        console::line("");
        for line in self.last_lines() {
            console::line(line);
        }
        if self.failed_count() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn last_lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.stages.iter().map(Stage::summary).collect();
        lines.extend(self.not_run.iter().cloned());
        let passed = self.stages.iter().filter(|stage| stage.failure.is_none()).count();
        lines.push(format!("stages: {passed} passed, {} failed", self.failed_count()));
        lines
    }

    fn failed_count(&self) -> usize {
        let missing = if self.everything_is_required { self.not_run.len() } else { 0 };
        missing + self.stages.iter().filter(|stage| stage.failure.is_some()).count()
    }
}

impl Stage {
    fn summary(&self) -> String {
        let seconds = self.took.as_secs_f64();
        match &self.failure {
            None => format!("{}: passed in {seconds:.1} s", self.name),
            Some(cause) => format!("{}: failed in {seconds:.1} s: {cause}", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn a_run(everything_is_required: bool) -> Report {
        let mut report = Report::new(everything_is_required);
        report.stage("formatting", || Ok(()));
        report.not_run("browser", "no chromium");
        report
    }

    #[test]
    fn a_failed_stage_does_not_stop_the_next_and_fails_the_whole() {
        let mut report = a_run(false);
        report.stage("tests", || bail!("one is red"));
        report.stage("licences", || Ok(()));
        let lines = report.last_lines();
        assert_eq!(lines.last().unwrap(), "stages: 2 passed, 1 failed");
        assert!(lines.iter().any(|line| line.starts_with("tests: failed in ") && line.ends_with("one is red")));
        assert_eq!(report.close(), ExitCode::FAILURE);
    }

    #[test]
    fn what_is_missing_is_named_just_before_the_closing_line() {
        let report = a_run(false);
        let lines = report.last_lines();
        assert_eq!(lines[lines.len() - 2..], ["not run: browser (no chromium)", "stages: 1 passed, 0 failed"]);
        assert_eq!(report.close(), ExitCode::SUCCESS);
    }

    #[test]
    fn what_is_missing_is_an_error_where_everything_is_required() {
        let report = a_run(true);
        assert_eq!(report.last_lines().last().unwrap(), "stages: 1 passed, 1 failed");
        assert_eq!(report.close(), ExitCode::FAILURE);
    }
}
