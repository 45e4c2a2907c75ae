//! `/connexion`

use chrono::Duration;

use crate::support::{Browser, TestHouse, View};

const ADDRESS: &str = "quelqu-un@test.example";

async fn ask(browser: &Browser, address: &str) -> View {
    let page = browser.get("/connexion").await;
    browser.submit(&page, "/connexion", &[("adresse", address)]).await
}

/// The code and the link of a mail.
fn means(mail: &kit_outbox::OutgoingMail, origin: &str) -> (String, String) {
    let code = mail.text.split_whitespace().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit()));
    let link = mail.text.split_whitespace().find(|word| word.contains("/connexion/lien/"));
    (code.unwrap().to_owned(), link.unwrap().trim_start_matches(origin).to_owned())
}

async fn is_signed_in(browser: &Browser) -> bool {
    browser.get("/compte").await.status == 200
}

#[tokio::test]
async fn the_code_signs_in_the_browser_that_asked_and_no_other() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        let (browser, other) = (house.visitor(), house.visitor());
        let page = ask(&browser, ADDRESS).await;
        let (code, _) = means(&house.post().await[0], &house.origin);

        let stolen = ask(&other, "personne@test.example").await;
        let refused = other.submit(&stolen, "/connexion/code", &[("code", &code)]).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(!is_signed_in(&other).await);

        let home = browser.submit(&page, "/connexion/code", &[("code", &code)]).await;
        assert_eq!(home.status, 200, "{}", home.text());
        assert!(is_signed_in(&browser).await);
    }
}

#[tokio::test]
async fn opening_the_link_signs_nobody_in_and_its_button_works_once() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        ask(&house.visitor(), ADDRESS).await;
        let (_, link) = means(&house.post().await[0], &house.origin);

        // A mail filter opens the link, twice.
        for _ in 0..2 {
            assert_eq!(house.visitor().get(&link).await.status, 200);
        }
        let browser = house.visitor();
        let page = browser.get(&link).await;
        assert!(!is_signed_in(&browser).await);
        browser.submit(&page, &link, &[]).await;
        assert!(is_signed_in(&browser).await);

        let late = house.visitor();
        assert_eq!(late.get(&link).await.status, 410);
    }
}

#[tokio::test]
async fn asking_again_leaves_the_earlier_mail_valid_for_an_hour() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        ask(&house.visitor(), ADDRESS).await;
        let (_, first) = means(&house.post().await[0], &house.origin);
        house.wait(Duration::minutes(10));
        ask(&house.visitor(), ADDRESS).await;
        house.post().await;
        assert_eq!(house.visitor().get(&first).await.status, 200);
        house.wait(Duration::minutes(51));
        assert_eq!(house.visitor().get(&first).await.status, 410);
    }
}

#[tokio::test]
async fn an_unknown_address_is_answered_like_a_known_one() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        let (known, unknown) = (house.visitor(), house.visitor());
        let pages = (ask(&known, ADDRESS).await, ask(&unknown, "inconnue@test.example").await);
        assert_eq!((pages.0.status, pages.0.text()), (pages.1.status, pages.1.text()));
        assert_eq!(house.post().await.len(), 1);
        let tries = (
            known.submit(&pages.0, "/connexion/code", &[("code", "000000")]).await,
            unknown.submit(&pages.1, "/connexion/code", &[("code", "000000")]).await,
        );
        assert_eq!((tries.0.status, tries.0.text()), (tries.1.status, tries.1.text()));
    }
}

#[tokio::test]
async fn an_unknown_address_is_not_answered_sooner_than_a_known_one() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        for address in [ADDRESS, "inconnue@test.example"] {
            let browser = house.visitor();
            let page = browser.get("/connexion").await;
            let began = std::time::Instant::now();
            browser.submit(&page, "/connexion", &[("adresse", address)]).await;
            assert!(began.elapsed() >= std::time::Duration::from_millis(250), "{address}: {:?}", began.elapsed());
        }
    }
}

#[tokio::test]
async fn five_wrong_codes_close_a_mail_s_code() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        let browser = house.visitor();
        ask(&browser, ADDRESS).await;
        let (code, _) = means(&house.post().await[0], &house.origin);
        let wrong = if code == "111111" { "222222" } else { "111111" };
        for _ in 0..5 {
            let page = browser.get("/connexion/code").await;
            browser.submit(&page, "/connexion/code", &[("code", wrong)]).await;
        }
        let page = browser.get("/connexion/code").await;
        let refused = browser.submit(&page, "/connexion/code", &[("code", &code)]).await;
        assert!(refused.status >= 400, "{}", refused.text());
        assert!(!is_signed_in(&browser).await);
    }
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_one_was_reading() {
    for house in TestHouse::each().await {
        house.person(ADDRESS).await;
        let browser = house.visitor();
        let reading = browser.get("/acteurs?q=lyc%C3%A9e&type=mfr").await;
        let way_in = reading.links().into_iter().find(|link| link.starts_with("/connexion")).unwrap();
        let page = browser.get(&way_in).await;
        let asked = browser.submit(&page, "/connexion", &[("adresse", ADDRESS)]).await;
        let (code, _) = means(&house.post().await[0], &house.origin);
        let back = browser.submit(&asked, "/connexion/code", &[("code", &code)]).await;
        assert_eq!((back.status, back.path.as_str()), (200, reading.path.as_str()));
    }
}
