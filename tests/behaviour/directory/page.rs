//! `/acteurs/{id}`

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_contact_address_is_shown_only_to_people_who_are_signed_in() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Étape & compagnie (exemple)", "departement:11").await);
        let visitor = house.visitor().get(&path).await.html;
        let member = house.signed_in(Hand::Coordinator("departement:31")).await.get(&path).await.html;
        assert!(!visitor.contains("contact@organisation.example"));
        assert!(member.contains("mailto:contact@organisation.example"));
        assert!(visitor.contains("Étape &#38; compagnie") && !visitor.contains("/modifier"), "{visitor}");
    }
}
