//! `/actions/{id}/modifier`

use ::plan::ActionStatus;
use ::plan::commands::EditAction;
use kit_base::{Problem, Visibility};

use crate::support::TestHouse;

#[tokio::test]
async fn an_edit_of_an_old_version_is_a_conflict() {
    for house in TestHouse::each().await {
        let (_, _, objective) = house.plan("Plan d’essai (exemple)").await;
        let action = house.action(objective, "Forum", Visibility::Public, None).await;
        let edit = EditAction {
            action,
            version_read: 1,
            objective,
            title: "Forum des départs".to_owned(),
            lead_organisation: None,
            status: ActionStatus::Postponed,
            status_reason: Some("Pas de salle".to_owned()),
            starts: None,
            ends: None,
            expected_results: None,
            visibility: Visibility::Public,
        };
        house.act(&edit).await;
        let again = house.app.carry_out(&escale::demo::the_house(), &edit).await;
        assert!(matches!(again, Err(Problem::Conflict { current: 2 })), "{again:?}");
        let page = house.visitor().get(&format!("/actions/{action}")).await;
        assert!(page.says("Forum des départs") && page.says("Pas de salle"), "{}", page.text());
    }
}
