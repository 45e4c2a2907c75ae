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

#[tokio::test]
async fn a_postal_code_lists_each_of_its_communes() {
    let house = TestHouse::demo().await;
    let browser = house.visitor();
    let quillan = browser.get("/territoires?q=11500").await;
    assert!(quillan.says("12 communes ont le code postal 11500"), "{}", quillan.text());
    assert!(quillan.says("Quillan") && quillan.says("Saint-Louis-et-Parahou"), "{}", quillan.text());
    // More than a page of them, all the same.
    let around_vitry = browser.get("/territoires?q=51300&langue=en").await;
    assert!(around_vitry.says("46 communes have the postal code 51300"), "{}", around_vitry.text());
    let communes: Vec<_> = around_vitry.links().into_iter().filter(|link| link.contains("/commune/")).collect();
    // 51300 is the INSEE code of one more.
    assert_eq!(communes.len(), 47);
    // Of the kind that was asked for only.
    let departements = browser.get("/territoires?q=11500&type=departement").await;
    assert!(!departements.says("Quillan"), "{}", departements.text());
    for unknown in ["99999", "1150", "115000"] {
        let view = browser.get(&format!("/territoires?q={unknown}&type=commune")).await;
        assert_eq!(view.status, 200);
        assert!(!view.says("code postal 1"), "{}", view.text());
    }
}
