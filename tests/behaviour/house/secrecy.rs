//! Tokens stay out of logs, of the journal and of measurements.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::commitments::{answer_link, asked_for_news};
use crate::seminars::secrets_of_a_place;
use crate::support::TestHouse;

/// A mail that left leaves no signed link behind: neither in the database, nor in its file.
#[tokio::test]
async fn signed_links_do_not_stay_once_their_mail_has_left() {
    let house = TestHouse::demo().await;
    let link = asked_for_news(&house).await.link;
    let token = link.rsplit('/').next().unwrap().to_owned();
    house.person("quelqu-un@test.example").await;
    let visitor = house.visitor();
    let page = visitor.get("/connexion").await;
    visitor.submit(&page, "/connexion", &[("adresse", "quelqu-un@test.example")]).await;
    let waiting = house.file().await;
    let mail = house.post().await.pop().unwrap();
    let sign_in = mail.text.split_whitespace().find(|word| word.contains("/connexion/lien/")).unwrap();
    let sign_in_token = sign_in.rsplit('/').next().unwrap();
    assert!(contains(&waiting, sign_in_token), "this test would not notice anything");
    let left = house.file().await;
    for secret in [token.as_str(), sign_in_token] {
        assert!(!contains(&left, secret), "a signed link stays in the database");
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Whether a text holds this number, and not as a part of a longer one.
fn holds_number(text: &str, number: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| run == number)
}

/// Everything that is logged, at every level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn signed_links_and_codes_are_neither_logged_nor_journalled_nor_measured() {
    kit_web::start_measuring().unwrap();
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).init();

    for house in TestHouse::each().await {
        let link = asked_for_news(&house).await.link;
        let token = link.rsplit('/').next().unwrap().to_owned();
        let owner = house.visitor();
        let page = owner.get(&link).await;
        let answered = owner.submit(&page, &link, &[("reponse", "done")]).await;
        assert_eq!(answered.status, 200, "{}", answered.text());

        house.person("quelqu-un@test.example").await;
        let visitor = house.visitor();
        let page = visitor.get("/connexion").await;
        visitor.submit(&page, "/connexion", &[("adresse", "quelqu-un@test.example")]).await;
        let mail = house.post().await.pop().unwrap();
        let sign_in = mail.text.split_whitespace().find(|word| word.contains("/connexion/lien/")).unwrap();
        let sign_in_token = sign_in.rsplit('/').next().unwrap().to_owned();
        visitor.get(&format!("/connexion/lien/{sign_in_token}")).await;
        let code =
            mail.text.split_whitespace().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit()));
        let code = code.unwrap().to_owned();

        let handed = owner.get(&link).await;
        owner.submit(&handed, &format!("{link}/transmettre"), &[("adresse", "collegue@test.example")]).await;
        house.wait(chrono::Duration::days(14));
        let mut handed_tokens = Vec::new();
        for mail in house.post().await {
            let path = answer_link(&house, &mail);
            assert_eq!(house.visitor().get(&path).await.status, 200);
            handed_tokens.extend(path.split('/').find(|part| part.len() == token.len()).map(str::to_owned));
        }
        assert_eq!(handed_tokens.len(), 2, "a colleague's link and the owner's are looked for");

        let of_a_place = secrets_of_a_place(&house).await;

        let mut journal = String::new();
        for entry in house.app.store.read().journal_page(None, 500).await.unwrap() {
            journal.push_str(&format!("{entry:?}\n"));
        }
        let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(!logged.is_empty(), "nothing was logged: this test would not notice anything");
        let measured = kit_web::measurements();
        assert!(measured.contains("/r/{token}"), "nothing was measured: {measured}");
        for place in [&journal, &measured, &logged] {
            assert!(!holds_number(place, &code), "the code of a mail is kept where it can be read");
        }
        for secret in handed_tokens.iter().chain(&of_a_place).chain([&token, &sign_in_token]) {
            assert!(!journal.contains(secret.as_str()), "a token is in the journal");
            assert!(!measured.contains(secret.as_str()), "a token is in the measurements");
            assert!(!logged.contains(secret.as_str()), "a token is in the log");
        }
        assert!(!logged.contains("quelqu-un@test.example"), "an address is in the log");
    }
}
