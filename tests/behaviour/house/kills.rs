//! A process killed at any named point leaves nothing half-written, and has answered nothing before its commit.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use accounts::commands::OpenSession;
use escale::assembly::{Outside, assemble};
use kit_base::Clock;
use kit_store::testing::TestDatabase;
use kit_store::{JournalKey, Store};
use kit_web::Secret;
use tempfile::TempDir;

use super::doors::escale;
use crate::support::Browser;

/// An installation on disk, served by the real program.
struct Installation {
    folder: TempDir,
    database: TestDatabase,
    port: u16,
}

/// A running program, stopped at the end of the test whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may be dead already: that is what these tests are about.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

const ADMINISTRATOR: &str = "administration@test.example";

impl Installation {
    async fn each() -> Vec<Self> {
        let mut installations = Vec::new();
        for database in TestDatabase::each().await.unwrap() {
            let folder = tempfile::tempdir().unwrap();
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let made = escale()
                .args([
                    "administrator",
                    "--email",
                    ADMINISTRATOR,
                    "--name",
                    "Exemple",
                    "--database",
                    &database.address,
                    "--data",
                ])
                .arg(folder.path())
                .output()
                .unwrap();
            assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
            installations.push(Self { folder, database, port });
        }
        installations
    }

    /// Starts the program, to die at `point` if one is named, and waits until it answers.
    async fn serve(&self, point: Option<&str>, mail_server: Option<&str>) -> Running {
        let origin = self.origin();
        let mut command = escale();
        command
            .args(["serve", "--listen", &format!("127.0.0.1:{}", self.port), "--public-url", &origin])
            .args(["--database", &self.database.address, "--data"])
            .arg(self.folder.path())
            .stderr(Stdio::null())
            .stdout(Stdio::piped());
        if let Some(server) = mail_server {
            command.args(["--mail", server, "--mail-from", "escale@test.example"]);
        }
        if let Some(point) = point {
            command.env(kit_base::fault::KILL_AT, point);
        }
        let mut child = command.spawn().unwrap();
        // The address is said once the port is open.
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        assert!(said.contains(&origin), "the program said {said:?}");
        Running(child)
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn store(&self) -> Store {
        Store::open(&self.database.address, JournalKey::from_bytes(self.key("journal.key"))).await.unwrap()
    }

    fn key(&self, name: &str) -> [u8; 32] {
        std::fs::read(self.folder.path().join(name)).unwrap().try_into().unwrap()
    }

    /// The administrator's browser, signed in without a mail.
    async fn administrator(&self) -> Browser {
        let app = assemble(Outside {
            store: self.store().await,
            clock: Clock::machine(),
            public_url: self.origin().parse().unwrap(),
            secret: Secret::from_bytes(self.key("secret.key")),
            transport: None,
            settling: chrono::Duration::zero(),
            is_demo: false,
        })
        .unwrap()
        .app;
        let address = ADMINISTRATOR.parse().unwrap();
        let person = accounts::person_by_email(&app.store.read(), &address).await.unwrap().unwrap();
        let token = app.carry_out(&escale::demo::the_house(), &OpenSession::for_demo(person)).await.unwrap();
        Browser::with_session(&self.origin(), &token)
    }
}

/// The fields of a new organisation, with the form's own key.
async fn new_organisation(browser: &Browser) -> Vec<(String, String)> {
    let mut fields = browser.get("/acteurs/nouveau").await.form("/acteurs/nouveau");
    let typed =
        [("nom", "Structure interrompue (exemple)"), ("type", "popular_education"), ("territoire", "departement:11")];
    for (name, value) in typed {
        fields.retain(|(field, _)| field != name);
        fields.push((name.to_owned(), value.to_owned()));
    }
    fields
}

#[tokio::test]
async fn a_kill_before_the_commit_leaves_nothing_and_one_after_it_leaves_the_whole() {
    for installation in Installation::each().await {
        for (point, is_kept) in [("after-command", false), ("after-commit", true), ("before-answer", true)] {
            let where_ = format!("{point} on {}", installation.database.address);
            let browser = installation.administrator().await;
            let running = installation.serve(Some(point), None).await;
            let fields = new_organisation(&browser).await;
            let entries_before = installation.store().await.verify_journal().await.unwrap().entries;

            let answer = browser.try_post("/acteurs/nouveau", &fields).await;
            assert!(answer.is_err(), "{where_}: it answered before it died");
            drop(running);

            let _running = installation.serve(None, None).await;
            let journal = installation.store().await.verify_journal().await.unwrap();
            assert_eq!(journal.broken, None, "{where_}");
            assert_eq!(journal.entries - entries_before, i64::from(is_kept), "{where_}: journal");

            // The person sends the same form again: it is there, once.
            let again = browser.post("/acteurs/nouveau", &fields).await;
            assert_eq!(again.status, 200, "{where_}: {}", again.text());
            let journal = installation.store().await.verify_journal().await.unwrap();
            assert_eq!((journal.entries - entries_before, journal.broken), (1, None), "{where_}: sent again");
        }
        let _running = installation.serve(None, None).await;
        let list = installation.administrator().await.get("/acteurs?q=interrompue").await;
        assert_eq!(list.html.matches("Structure interrompue").count(), 3, "{}", list.text());
    }
}

#[tokio::test]
async fn a_kill_between_the_mail_server_and_the_commit_sends_the_same_mail_again_and_loses_none() {
    for installation in Installation::each().await {
        let (address, mails) = mail_server();
        let browser = Browser::new(&installation.origin());
        let mut running = installation.serve(Some("after-outbox"), Some(&address)).await;
        let page = browser.get("/connexion").await;
        // The process may die before or after this answer: what counts is the mail.
        let _ = browser.try_post("/connexion", &with_address(page.form("/connexion"))).await;
        let first = mails.recv_timeout(Duration::from_secs(20)).unwrap();
        let died = running.0.wait().unwrap();
        assert!(!died.success());

        expire_claims(&installation.store().await).await;
        let _running = installation.serve(None, Some(&address)).await;
        let second = mails.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!(message_id(&first), message_id(&second), "the copy cannot be told from a new mail");
    }
}

fn with_address(mut fields: Vec<(String, String)>) -> Vec<(String, String)> {
    fields.retain(|(name, _)| name != "adresse");
    fields.push(("adresse".to_owned(), ADMINISTRATOR.to_owned()));
    fields
}

/// The dead worker's claim on the mail runs out after some minutes: here, at once.
async fn expire_claims(store: &Store) {
    use sea_orm::{ConnectionTrait, Statement};
    store
        .write(|tx| async move {
            let sql = "UPDATE outbox_letter SET claimed_until = $1 WHERE claimed_until IS NOT NULL";
            let long_ago = Clock::machine().now() - chrono::Duration::hours(1);
            tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, [long_ago.into()])).await?;
            Ok(())
        })
        .await
        .unwrap();
}

fn message_id(mail: &str) -> &str {
    mail.lines().find(|line| line.to_ascii_lowercase().starts_with("message-id:")).unwrap()
}

/// A mail server that takes everything: its address, and what it took.
fn mail_server() -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("smtp://{}", listener.local_addr().unwrap());
    let (sender, mails) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(stream) = stream else { return };
            let sender = sender.clone();
            std::thread::spawn(move || take_mails(stream, &sender));
        }
    });
    (address, mails)
}

fn take_mails(stream: TcpStream, sender: &mpsc::Sender<String>) -> Option<()> {
    let mut answers = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    answers.write_all(b"220 test\r\n").ok()?;
    while let Some(Ok(line)) = lines.next() {
        let verb = line.to_ascii_uppercase();
        if verb.starts_with("DATA") {
            answers.write_all(b"354 go on\r\n").ok()?;
            let mail: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
            answers.write_all(b"250 taken\r\n").ok()?;
            sender.send(mail.join("\n")).ok()?;
        } else if verb.starts_with("QUIT") {
            answers.write_all(b"221 bye\r\n").ok()?;
            return None;
        } else {
            answers.write_all(b"250 fine\r\n").ok()?;
        }
    }
    None
}

/// The folder's keys are for the service alone.
#[tokio::test]
async fn keys_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    for installation in Installation::each().await {
        for name in ["journal.key", "secret.key"] {
            let path: &Path = installation.folder.path();
            let mode = std::fs::metadata(path.join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{name} has mode {mode:o}");
        }
    }
}
