//! `/compte`

use crate::support::{Browser, TestHouse};

#[tokio::test]
async fn a_session_is_listed_and_can_be_ended_from_another() {
    for house in TestHouse::each().await {
        let person = house.person("deux-appareils@test.example").await;
        let mut browsers = Vec::new();
        for _ in 0..2 {
            let token = house.act(&accounts::commands::OpenSession::for_demo(person)).await;
            browsers.push(Browser::with_session(&house.origin, &token));
        }
        let (telephone, laptop) = (&browsers[0], &browsers[1]);
        let account = laptop.get("/compte").await;
        assert_eq!(account.status, 200, "{}", account.text());
        let closing: Vec<_> = account
            .html
            .split("action=\"")
            .filter_map(|rest| rest.split('"').next())
            .filter(|action| action.starts_with("/compte/sessions/") && action.ends_with("/fermer"))
            .map(str::to_owned)
            .collect();
        assert!(!closing.is_empty(), "{}", account.html);
        for action in &closing {
            laptop.submit(&account, action, &[]).await;
            if telephone.get("/compte").await.status == 401 {
                break;
            }
        }
        assert_eq!(telephone.get("/compte").await.status, 401);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_for_good() {
    for house in TestHouse::each().await {
        let person = house.person("partante@test.example").await;
        let token = house.act(&accounts::commands::OpenSession::for_demo(person)).await;
        let browser = Browser::with_session(&house.origin, &token);
        let account = browser.get("/compte").await;
        browser.submit(&account, "/deconnexion", &[]).await;
        let stolen = Browser::with_session(&house.origin, &token);
        assert_eq!(stolen.get("/compte").await.status, 401);
    }
}
