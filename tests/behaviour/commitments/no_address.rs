//! An organisation without an address: said before anybody presses a button.

use super::promise_of;
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn the_page_says_that_the_question_cannot_leave_and_where_to_mend_it() {
    for house in TestHouse::each().await {
        let organisation =
            house.organisation_without_address("Structure sans adresse (exemple)", "departement:11").await;
        let commitment = promise_of(&house, organisation).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get(&format!("/engagements/{commitment}")).await;
        assert!(page.says("n’a pas d’adresse électronique dans l’annuaire"), "{}", page.text());
        assert!(page.links().contains(&format!("/acteurs/{organisation}")));
        assert!(!page.html.contains("/demander\""), "the button is shown although it cannot work");
    }
}
