//! What `serve` opens, and what only the demo opens.

use std::process::Command;

use crate::support::TestHouse;

#[tokio::test]
async fn no_demo_page_is_served_outside_the_demo() {
    for house in TestHouse::each().await {
        let browser = house.visitor();
        for path in ["/demo/entrer", "/demo/courriels", "/demo", "/manifeste.json"] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
        let home = browser.get("/").await;
        assert!(!home.html.contains("/demo"), "the home page leads to the demo");
        assert_eq!(home.attribute("meta[name=robots]", "content"), None);
    }
}

#[test]
fn serve_refuses_a_folder_that_the_demo_made() {
    let folder = tempfile::tempdir().unwrap();
    escale::data_folder::DataFolder::open_for_demo(folder.path()).unwrap();
    let database = format!("sqlite://{}/escale.db", folder.path().display());
    let elsewhere = tempfile::tempdir().unwrap();
    for arguments in [
        vec!["--data", folder.path().to_str().unwrap()],
        vec!["--data", elsewhere.path().to_str().unwrap(), "--database", &database],
    ] {
        let run = escale().arg("serve").args(["--listen", "127.0.0.1:0"]).args(&arguments).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(!run.status.success() && said.contains("escale demo"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_folder_that_the_program_makes_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("installation");
    escale::data_folder::DataFolder::open(&folder).unwrap();
    let mode = std::fs::metadata(&folder).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "the folder has mode {mode:o}");
}

#[test]
fn serve_refuses_a_public_address_that_is_neither_https_nor_localhost() {
    let folder = tempfile::tempdir().unwrap();
    let run = escale()
        .args(["serve", "--public-url", "http://escale.example.org", "--data"])
        .arg(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(!run.status.success() && said.contains("https"), "{said}");
}

#[tokio::test]
async fn the_journal_of_a_folder_is_verified_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--email", "qui@escale.example", "--name", "Exemple", "--data"];
    let made = escale().arg("administrator").args(arguments).arg(folder.path()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let verified = escale().args(["journal", "verify", "--data"]).arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(verified.status.success() && said.contains("2 entrées"), "{said}");

    // Another key: the chain does not fit.
    std::fs::write(folder.path().join("journal.key"), [1_u8; 32]).unwrap();
    let refused = escale().args(["journal", "verify", "--data"]).arg(folder.path()).output().unwrap();
    assert!(!refused.status.success(), "{}", String::from_utf8_lossy(&refused.stdout));
}

/// What the doctor says of this folder.
fn doctor(folder: &std::path::Path, arguments: &[&str]) -> (bool, String) {
    let run = escale().args(["doctor", "--data"]).arg(folder).args(arguments).output().unwrap();
    (run.status.success(), String::from_utf8_lossy(&run.stdout).into_owned())
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let (is_fine, said) = doctor(folder.path(), &[]);
    assert!(!is_fine, "{said}");
    for expected in ["journal.key", "escale migrate", "--public-url https://", "ESCALE_MAIL"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "it makes nothing");

    let migrated = escale().args(["migrate", "--data"]).arg(folder.path()).output().unwrap();
    assert!(migrated.status.success());
    let (_, said) = doctor(folder.path(), &[]);
    assert!(said.contains("✓ Tables à jour") && said.contains("escale administrator"), "{said}");

    let arguments = ["--email", "qui@escale.example", "--name", "Exemple", "--data"];
    escale().arg("administrator").args(arguments).arg(folder.path()).output().unwrap();
    let (_, said) = doctor(folder.path(), &[]);
    assert!(said.contains("✓ Administration : 1"), "{said}");

    use std::os::unix::fs::PermissionsExt;
    let key = folder.path().join("journal.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::write(&key, [1_u8; 32]).unwrap();
    let (_, said) = doctor(folder.path(), &[]);
    assert!(said.contains("chmod 600") && said.contains("✗ Journal rompu"), "{said}");
}

#[test]
fn the_doctor_finds_nothing_where_nothing_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--email", "qui@escale.example", "--name", "Exemple", "--data"];
    escale().arg("administrator").args(arguments).arg(folder.path()).output().unwrap();
    let server = mail_server_for_one();
    let mail = format!("smtp://{server}");
    let arguments = ["--public-url", "https://escale.example", "--mail", &mail, "--mail-from", "escale@escale.example"];
    let (is_fine, said) = doctor(folder.path(), &arguments);
    assert!(is_fine && !said.contains('✗'), "{said}");
    // It has gone meanwhile.
    let (is_fine, said) = doctor(folder.path(), &arguments);
    assert!(!is_fine && said.contains("✗ Le serveur de courriel"), "{said}");
}

/// Answers one client that only says hello.
fn mail_server_for_one() -> std::net::SocketAddr {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        drop(listener);
        stream.write_all(b"220 test\r\n").unwrap();
        for line in BufReader::new(stream.try_clone().unwrap()).lines() {
            let answer: &[u8] = if line.unwrap().starts_with("QUIT") { b"221 bye\r\n" } else { b"250 fine\r\n" };
            if stream.write_all(answer).is_err() {
                break;
            }
        }
    });
    address
}

#[test]
fn mails_that_were_given_up_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let run = escale().args(["mail", "retry", "--data"]).arg(folder.path()).output().unwrap();
    assert!(run.status.success() && String::from_utf8_lossy(&run.stdout).contains("0 courriel"));
}

/// The program: `ESCALE_BINARY`, else the one built beside the tests.
pub(crate) fn escale() -> Command {
    let beside = || {
        let tests = std::env::current_exe().unwrap();
        tests.parent().and_then(std::path::Path::parent).unwrap().join("escale")
    };
    let program = std::env::var_os("ESCALE_BINARY").map_or_else(beside, std::path::PathBuf::from);
    assert!(program.is_file(), "{} is not there: cargo build --workspace --bins", program.display());
    Command::new(program)
}
