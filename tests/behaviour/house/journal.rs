//! `/journal`

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn the_journal_is_refused_to_everybody_but_the_administrator() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let visitor = house.visitor().get("/journal").await;
        assert_eq!(visitor.status, 401, "{}", visitor.text());
        assert!(!visitor.html.contains("role.grant"), "{}", visitor.text());
        for hand in [
            Hand::Steering("region:76"),
            Hand::Coordinator("departement:11"),
            Hand::Counsellor("departement:11"),
            Hand::Reader("departement:11"),
            Hand::Member(rooms.organisation),
        ] {
            let browser = house.signed_in(hand).await;
            for path in ["/journal", "/journal?avant=5"] {
                let refused = browser.get(path).await;
                assert_eq!(refused.status, 403, "{path} by {hand:?}: {}", refused.text());
                assert!(!refused.html.contains("role.grant"), "{path} by {hand:?}: {}", refused.text());
            }
        }
        let shown = house.signed_in(Hand::Administrator).await.get("/journal").await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        assert!(shown.says("role.grant"), "{}", shown.text());
    }
}
