//! The map below a list that is narrowed down to a département.

use directory::OrganisationKind;
use directory::commands::CreateOrganisation;
use kit_base::Visibility;

use crate::support::TestHouse;

#[tokio::test]
async fn the_map_says_where_leads_to_the_neighbours_and_counts_what_the_visitor_may_see() {
    for house in TestHouse::each().await {
        house.organisation("Structure vue (exemple)", "departement:11").await;
        house.organisation("Structure voisine (exemple)", "departement:66").await;
        house
            .act(&CreateOrganisation {
                name: "Structure discrète (exemple)".to_owned(),
                kind: OrganisationKind::ALL[0],
                seat: None,
                territory: "departement:31".parse().unwrap(),
                contact_email: None,
                website: None,
                source: None,
                is_example: true,
                visibility: Visibility::Discreet,
            })
            .await;
        let browser = house.visitor();
        assert_eq!(browser.get("/acteurs").await.first("figure svg"), None);
        let view = browser.get("/acteurs?departement=departement%3A11").await;
        assert!(view.says("Occitanie compte 13 départements ; 2 ont des acteurs"), "{}", view.text());
        assert!(view.says("Aude (11) 1") && view.says("Haute-Garonne (31) 0"), "{}", view.text());
        assert_eq!(
            view.attribute("svg a[aria-current]", "href").as_deref(),
            Some("/acteurs?departement=departement%3A11")
        );
        let neighbour = view.links().into_iter().find(|link| link.ends_with("departement%3A66")).unwrap();
        assert!(browser.get(&neighbour).await.says("Structure voisine"));
        // Nothing to draw, and nothing that breaks.
        assert_eq!(browser.get("/acteurs?departement=departement%3A976").await.first("figure svg"), None);
    }
}
