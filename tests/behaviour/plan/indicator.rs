//! `/indicateurs/{id}`, and the indicators on `/plans/{region}`.

use ::plan::commands::{EditIndicator, EnterValue};
use ::plan::{IndicatorFacts, IndicatorId, Stage};
use kit_base::Problem;

use crate::support::{Hand, TestHouse};

async fn enter(house: &TestHouse, indicator: IndicatorId, departement: &str, year: i32, amount: Option<&str>) {
    house
        .act(&EnterValue {
            indicator,
            departement: departement.parse().unwrap(),
            year,
            version_read: 0,
            amount: amount.map(|amount| amount.parse().unwrap()),
            source: "Relevé (exemple)".to_owned(),
            organisation: None,
            author: "Pilotage (exemple)".to_owned(),
        })
        .await;
}

#[tokio::test]
async fn the_sum_is_that_of_what_is_known_and_says_its_coverage() {
    for house in TestHouse::each().await {
        let (plan, _, _) = house.plan("Plan d’essai (exemple)").await;
        let indicator = house.indicator(plan, "Jeunes partis (exemple)").await;
        let (path, visitor) = (format!("/indicateurs/{indicator}"), house.visitor());
        let page = visitor.get(&path).await;
        assert!(page.says("Aucune valeur n’est connue") && !page.html.contains("<figure"), "{}", page.text());
        assert!(visitor.get("/plans/76").await.says("Jeunes partis inconnu"));

        enter(&house, indicator, "departement:11", 2026, Some("1240")).await;
        enter(&house, indicator, "departement:66", 2026, Some("0")).await;
        enter(&house, indicator, "departement:31", 2026, None).await;
        enter(&house, indicator, "departement:11", 2025, Some("900")).await;
        let page = visitor.get(&path).await;
        assert!(page.says("En 2026 : 1 240 (jeunes), d’après 2 départements sur 13."), "{}", page.text());
        // What is compared is the same départements: the 0 of another one has no year before.
        assert!(page.says("Pour le seul département connu en 2025 et en 2026 : 900, puis 1 240."), "{}", page.text());
        for row in ["2026 1 240 2 départements sur 13 Saisie ouverte", "2024 inconnu 0 département sur 13"] {
            assert!(page.says(row), "{row}: {}", page.text());
        }
        assert_eq!(page.attribute("figure svg", "role").as_deref(), Some("img"));
        assert!(page.says("Aude (11) inconnu inconnu 900 1 240"), "{}", page.text());
        assert!(page.says("Pyrénées-Orientales (66) inconnu inconnu inconnu 0"), "{}", page.text());
        let plan = visitor.get("/plans/76").await;
        assert!(plan.says("1 240 en 2026") && plan.says("2 départements sur 13"), "{}", plan.text());
    }
}

#[tokio::test]
async fn departements_stand_in_the_order_of_their_codes_whatever_their_values() {
    for house in TestHouse::each().await {
        let (plan, _, _) = house.plan("Plan d’essai (exemple)").await;
        let indicator = house.indicator(plan, "Jeunes partis (exemple)").await;
        enter(&house, indicator, "departement:82", 2026, Some("500")).await;
        enter(&house, indicator, "departement:09", 2026, Some("1")).await;
        let text = house.visitor().get(&format!("/indicateurs/{indicator}")).await.text();
        let places: Vec<_> =
            ["(09)", "(11)", "(12)", "(30)", "(31)", "(32)", "(34)", "(46)", "(48)", "(65)", "(66)", "(81)", "(82)"]
                .map(|code| text.find(code).unwrap())
                .to_vec();
        assert!(places.is_sorted(), "{text}");
    }
}

#[tokio::test]
async fn an_edit_of_an_old_version_is_a_conflict_and_a_baseline_says_its_year() {
    for house in TestHouse::each().await {
        let (plan, _, _) = house.plan("Plan d’essai (exemple)").await;
        let indicator = house.indicator(plan, "Jeunes partis (exemple)").await;
        let facts = IndicatorFacts {
            stage: Stage::Outcome,
            title: "Jeunes en emploi (exemple)".to_owned(),
            definition: "Six mois après".to_owned(),
            unit: "jeunes".to_owned(),
            baseline: Some("30".parse().unwrap()),
            baseline_year: None,
            target: None,
            source: None,
        };
        let edit = EditIndicator { indicator, version_read: 1, facts };
        let attempt = async |edit: &EditIndicator| house.app.carry_out(&escale::demo::the_house(), edit).await;
        let without_year = attempt(&edit).await;
        assert!(matches!(without_year, Err(Problem::Invalid(_))), "{without_year:?}");
        let facts = IndicatorFacts { baseline_year: Some(2025), ..edit.facts.clone() };
        let edit = EditIndicator { facts, ..edit };
        assert!(attempt(&edit).await.is_ok());
        let again = attempt(&edit).await;
        assert!(matches!(again, Err(Problem::Conflict { current: 2 })), "{again:?}");
        let page = house.visitor().get(&format!("/indicateurs/{indicator}")).await;
        assert!(page.says("30 (jeunes), en 2025"), "{}", page.text());
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let form = steering.get(&format!("/indicateurs/{indicator}/modifier")).await;
        assert!(form.html.contains("Six mois après"), "{}", form.html);
    }
}
