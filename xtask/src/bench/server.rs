//! The measured program: started, asked for what the kernel knows of it, stopped.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};

use super::visitor::Visitor;
use crate::postgres::free_port;

/// The day the demo is about.
const DATE: &str = "2026-11-24";
/// A demo that needs longer is broken, not slow.
const START_LIMIT: Duration = Duration::from_secs(120);
/// Answers under way are finished by then.
const STOP_LIMIT: Duration = Duration::from_secs(10);
/// Small against the budget of a start, large against the cost of asking.
const ASK_EVERY: Duration = Duration::from_millis(2);

/// The demo, running. Dropping it kills it.
pub(crate) struct Server {
    process: Child,
    address: String,
    start_time: Duration,
}

impl Server {
    /// Starts the demo on the files of `folder` and waits until it is healthy.
    pub(crate) fn start(binary: &Path, folder: &Path) -> Result<Self> {
        let port = free_port()?;
        let address = format!("http://localhost:{port}");
        let log = folder.join("log.txt");
        let output = File::create(&log)?;
        let start = Instant::now();
        let process = Command::new(binary)
            .args([
                "demo",
                "--listen",
                &format!("127.0.0.1:{port}"),
                "--public-url",
                &address,
                "--date",
                DATE,
                "--data",
            ])
            .arg(folder.join("data"))
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| format!("{} could not be started", binary.display()))?;
        let mut server = Self { process, address, start_time: Duration::ZERO };
        server.wait_until_healthy(start, &log)?;
        server.start_time = start.elapsed();
        Ok(server)
    }

    /// From the start of the process to its first healthy answer.
    pub(crate) fn start_time(&self) -> Duration {
        self.start_time
    }

    /// Its public address.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Resident memory now, in megabytes of 1,000,000 bytes.
    pub(crate) fn resident_memory_megabytes(&self) -> Result<f64> {
        let status = std::fs::read_to_string(self.kernel_file("status"))?;
        let kibibytes = parse_resident_kibibytes(&status).context("the kernel does not tell its memory")?;
        Ok(f64::from(kibibytes) * 1024.0 / 1_000_000.0)
    }

    /// Processor time spent so far by all its threads, for itself and by the kernel on its behalf.
    pub(crate) fn processor_time(&self) -> Result<Duration> {
        let stat = std::fs::read_to_string(self.kernel_file("stat"))?;
        let ticks = parse_processor_ticks(&stat).context("the kernel does not tell its processor time")?;
        Ok(Duration::from_secs(ticks) / u32::try_from(rustix::param::clock_ticks_per_second())?)
    }

    /// Asks it to stop, as a service manager does, so that the next start finds a database left in order.
    pub(crate) fn stop(mut self) -> Result<()> {
        let pid = Pid::from_raw(i32::try_from(self.process.id())?).context("no such process")?;
        kill_process(pid, Signal::TERM)?;
        let asked = Instant::now();
        while self.process.try_wait()?.is_none() {
            ensure!(asked.elapsed() < STOP_LIMIT, "it did not stop within {} s of being asked", STOP_LIMIT.as_secs());
            pause(ASK_EVERY);
        }
        Ok(())
    }

    fn wait_until_healthy(&mut self, start: Instant, log: &Path) -> Result<()> {
        let visitor = Visitor::new(&self.address);
        loop {
            if visitor.is_welcome() {
                return Ok(());
            }
            if let Some(status) = self.process.try_wait()? {
                bail!("it stopped ({status}): {}", last_lines(log));
            }
            if start.elapsed() > START_LIMIT {
                bail!("it did not become healthy: {}", last_lines(log));
            }
            pause(ASK_EVERY);
        }
    }

    fn kernel_file(&self, name: &str) -> PathBuf {
        Path::new("/proc").join(self.process.id().to_string()).join(name)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only when it is already gone.
        let _gone = self.process.kill();
        let _reaped = self.process.wait();
    }
}

/// Lets time pass.
#[expect(clippy::disallowed_methods, reason = "a bench measures and spends time: there is no event to wait for")]
pub(crate) fn pause(duration: Duration) {
    std::thread::sleep(duration);
}

/// `VmRSS` of `/proc/PID/status` (proc_pid_status(5)).
fn parse_resident_kibibytes(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// `utime` and `stime`, fields 14 and 15 of `/proc/PID/stat` (proc_pid_stat(5)). The second field is a name in
/// parentheses that may itself hold spaces and parentheses.
fn parse_processor_ticks(stat: &str) -> Option<u64> {
    let (_, after_name) = stat.rsplit_once(") ")?;
    let mut fields = after_name.split(' ').skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let kernel: u64 = fields.next()?.parse().ok()?;
    Some(user + kernel)
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<_> = text.lines().rev().take(10).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_spaces_and_parentheses_does_not_shift_the_processor_time() {
        let stat = "42 (a) strange (name) S 1 42 42 0 -1 4194304 900 0 3 0 120 30 7 8 20 0 5 0 1000 2000 300";
        assert_eq!(parse_processor_ticks(stat), Some(150));
    }

    #[test]
    fn resident_memory_is_read_in_kibibytes() {
        assert_eq!(parse_resident_kibibytes("Name:\tescale\nVmHWM:\t  999 kB\nVmRSS:\t   51200 kB\n"), Some(51_200));
        assert_eq!(parse_resident_kibibytes("Name:\tkthreadd\n"), None);
    }
}
