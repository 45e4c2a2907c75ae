//! `/fil`

use super::promise;
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_person_sees_the_promises_of_their_places_and_no_others() {
    for house in TestHouse::each().await {
        let (commitment, organisation) = promise(&house).await;
        let page = format!("/engagements/{commitment}");
        for hand in [
            Hand::Steering("region:76"),
            Hand::Coordinator("departement:11"),
            Hand::Counsellor("departement:11"),
            Hand::Reader("region:76"),
            Hand::Member(organisation),
            Hand::Administrator,
        ] {
            let browser = house.signed_in(hand).await;
            assert!(browser.get("/fil").await.says("Recenser les partenaires"), "{hand:?}");
            assert_eq!(browser.get(&page).await.status, 200, "{hand:?}");
        }
        for hand in [Hand::Steering("region:53"), Hand::Coordinator("departement:31"), Hand::Steering("region:11")] {
            let browser = house.signed_in(hand).await;
            assert!(!browser.get("/fil").await.says("Recenser les partenaires"), "{hand:?}");
            assert_eq!(browser.get(&page).await.status, 404, "{hand:?}");
        }
        assert_eq!(house.visitor().get("/fil").await.status, 401);
    }
}
