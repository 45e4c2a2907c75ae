//! `/territoires`

use crate::support::TestHouse;

#[tokio::test]
async fn a_name_is_found_without_its_accents() {
    let house = TestHouse::demo().await;
    let browser = house.visitor();
    for (query, found) in [
        ("herault", "Hérault"),
        ("saint-etienne", "Saint-Étienne"),
        ("ILE DE FRANCE", "Île-de-France"),
        ("2a", "Corse-du-Sud"),
    ] {
        let view = browser.get(&format!("/territoires?q={}", query.replace(' ', "+"))).await;
        assert!(view.says(found), "{query}: {}", view.text());
    }
    let nothing = browser.get("/territoires?q=zzzzzz").await;
    assert_eq!(nothing.status, 200);
}
