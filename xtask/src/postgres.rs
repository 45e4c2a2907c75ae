//! A PostgreSQL server for the length of a run: its files in a temporary folder, nothing written to disk for good,
//! nobody else's server touched.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use tempfile::TempDir;

use crate::programs;

/// How long a server may take to open its doors.
const START_LIMIT: Duration = Duration::from_secs(60);
/// Each test that runs at the same moment has its own pool, and one of them is 200 clients.
const CONNECTIONS_MAX: &str = "max_connections=400";

/// A running server. Dropping it stops it and removes its files.
pub(crate) struct Postgres {
    server: Child,
    port: u16,
    _folder: TempDir,
}

/// What is needed to run a server.
pub(crate) struct Installation {
    programs: PathBuf,
    account: Option<Account>,
}

/// The system account that runs the server in place of root, which it refuses.
#[derive(Debug, PartialEq)]
struct Account {
    user: u32,
    group: u32,
}

impl Installation {
    /// What this machine has. The error is the reason to give to people.
    pub(crate) fn find() -> Result<Self> {
        let programs = find_programs().context("initdb and postgres are not installed")?;
        let account = if geteuid().is_root() { Some(find_account()?) } else { None };
        Ok(Self { programs, account })
    }

    /// Starts a server on a free port of this machine.
    pub(crate) fn start(&self) -> Result<Postgres> {
        let folder = tempfile::Builder::new().prefix("escale-postgres-").tempdir()?;
        if let Some(account) = &self.account {
            std::os::unix::fs::chown(folder.path(), Some(account.user), Some(account.group))?;
        }
        let data = folder.path().join("data");
        self.create_files(&data)?;
        let port = free_port()?;
        let mut server = self.serve(&data, port)?;
        let errors = server.stderr.take().context("the server's messages cannot be read")?;
        // From here on, dropping it stops the server, also when it never became ready.
        let postgres = Postgres { server, port, _folder: folder };
        wait_until_ready(errors)?;
        Ok(postgres)
    }

    fn create_files(&self, data: &Path) -> Result<()> {
        let output = self
            .command("initdb", data)
            .args(["--username=escale", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"])
            .arg("--pgdata")
            .arg(data)
            .output()?;
        ensure!(output.status.success(), "initdb: {}", String::from_utf8_lossy(&output.stderr).trim());
        Ok(())
    }

    fn serve(&self, data: &Path, port: u16) -> Result<Child> {
        let mut command = self.command("postgres", data);
        command.arg("-D").arg(data).arg("-p").arg(port.to_string());
        let settings = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            CONNECTIONS_MAX,
            // The data dies with the run: durability would only cost time.
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ];
        for setting in settings {
            command.args(["-c", setting]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().context("postgres could not be started")
    }

    /// One of PostgreSQL's programs under the right account, its messages in English (one of them is waited for).
    fn command(&self, program: &str, data: &Path) -> Command {
        let file = self.programs.join(program);
        // Where the system allows, the server also stops when this process is killed and cannot clean up.
        let mut command = match programs::find("setpriv") {
            Some(setpriv) => {
                let mut command = Command::new(setpriv);
                command.args(["--pdeathsig", "QUIT"]).arg(file);
                command
            }
            None => Command::new(file),
        };
        if let Some(account) = &self.account {
            command.uid(account.user).gid(account.group);
        }
        // Root's working folder may be closed to that account.
        command.current_dir(data.parent().unwrap_or(data)).env("LC_ALL", "C");
        command
    }
}

impl Postgres {
    /// Where tests may create databases.
    pub(crate) fn url(&self) -> String {
        format!("postgres://escale@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // QUIT stops at once, without writing anything back. It fails only when the server is already gone.
        let pid = i32::try_from(self.server.id()).ok().and_then(Pid::from_raw);
        let _gone = pid.map(|pid| kill_process(pid, Signal::QUIT));
        let _reaped = self.server.wait();
    }
}

/// Reads the server's messages until it says that it is ready, then keeps reading so that it never blocks on them.
fn wait_until_ready(errors: ChildStderr) -> Result<()> {
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            // Nobody listens any more once it is ready.
            let _unheard = sender.send(line);
        }
    });
    let mut said = Vec::new();
    loop {
        match lines.recv_timeout(START_LIMIT) {
            Ok(line) if line.contains("ready to accept connections") => return Ok(()),
            Ok(line) => said.push(line),
            Err(_) => bail!("the server did not become ready: {}", said.join(" / ")),
        }
    }
}

/// The folder of the newest installed server: `PATH` first, then where Debian keeps them.
fn find_programs() -> Option<PathBuf> {
    let in_path = programs::find("initdb").and_then(|initdb| initdb.parent().map(Path::to_path_buf));
    in_path
        .into_iter()
        .chain(debian_folders())
        .find(|folder| ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file()))
}

/// `/usr/lib/postgresql/<version>/bin`, newest first.
fn debian_folders() -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir("/usr/lib/postgresql") else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    newest_first(names).into_iter().map(|name| Path::new("/usr/lib/postgresql").join(name).join("bin")).collect()
}

fn newest_first(mut versions: Vec<String>) -> Vec<String> {
    versions.sort_by_key(|version| std::cmp::Reverse(version.parse::<u32>().unwrap_or_default()));
    versions
}

fn find_account() -> Result<Account> {
    let users = std::fs::read_to_string("/etc/passwd").context("the accounts of this system cannot be read")?;
    parse_account(&users, "postgres").context("root may not run it and there is no account postgres")
}

fn parse_account(users: &str, name: &str) -> Option<Account> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next()? != name {
            return None;
        }
        let mut numbers = fields.skip(1).map(str::parse::<u32>);
        Some(Account { user: numbers.next()?.ok()?, group: numbers.next()?.ok()? })
    })
}

/// A port nobody listens on. The system does not hand it out again at once, so the server gets it.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).context("no free port")?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_server_is_a_matter_of_number_not_of_letters() {
        let versions = ["9", "17", "15"].map(ToOwned::to_owned).to_vec();
        assert_eq!(newest_first(versions), ["17", "15", "9"]);
    }

    #[test]
    fn the_account_is_the_one_named_so_exactly() {
        let users =
            "root:x:0:0:root:/root:/bin/bash\npostgresql:x:7:8::/:/bin/sh\npostgres:x:105:107:,,,:/var:/bin/bash\n";
        assert_eq!(parse_account(users, "postgres"), Some(Account { user: 105, group: 107 }));
        assert_eq!(parse_account(users, "nobody"), None);
    }
}
