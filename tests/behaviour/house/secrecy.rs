//! Tokens stay out of logs, of the journal and of measurements.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::commitments::asked_for_news;
use crate::support::TestHouse;

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

        let mut journal = String::new();
        for entry in house.app.store.read().journal_page(None, 500).await.unwrap() {
            journal.push_str(&format!("{entry:?}\n"));
        }
        let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(!logged.is_empty(), "nothing was logged: this test would not notice anything");
        let measured = kit_web::measurements();
        assert!(measured.contains("/r/{token}"), "nothing was measured: {measured}");
        for secret in [&token, &sign_in_token] {
            assert!(!journal.contains(secret.as_str()), "a token is in the journal");
            assert!(!measured.contains(secret.as_str()), "a token is in the measurements");
            assert!(!logged.contains(secret.as_str()), "a token is in the log");
        }
        assert!(!logged.contains("quelqu-un@test.example"), "an address is in the log");
    }
}
