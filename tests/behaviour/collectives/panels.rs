//! What collectives show on the pages of other rooms.

use crate::support::TestHouse;

#[tokio::test]
async fn a_departement_and_an_organisation_lead_to_their_collective() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        for path in ["/territoires/departement/11".to_owned(), directory::path(rooms.organisation)] {
            let page = house.visitor().get(&path).await;
            assert!(page.links().iter().any(|link| link == "/collectifs/11"), "{path}: {}", page.html);
        }
    }
}
