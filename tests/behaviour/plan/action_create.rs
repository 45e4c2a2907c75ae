//! `/programmes/{departement}/actions/nouvelle`

use ::plan::commands::{AddAxis, AddObjective, CreateAction, CreatePlan};
use ::plan::{ActionStatus, ObjectiveId};
use chrono::NaiveDate;
use commitments::{CommitmentId, Origin, OriginKind, RecordCommitment};
use directory::OrganisationId;
use kit_base::{Problem, Visibility};
use uuid::Uuid;

use crate::support::{Hand, TestHouse};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A promise made in a meeting of the Aude.
async fn commitment(house: &TestHouse, organisation: OrganisationId) -> CommitmentId {
    let origin = Origin {
        kind: OriginKind::Meeting,
        id: Uuid::from_u128(1),
        title: "Réunion".to_owned(),
        date: day("2026-11-20"),
        path: "/collectifs/11".to_owned(),
        territory: "departement:11".parse().unwrap(),
    };
    house
        .act(&RecordCommitment {
            origin,
            organisation,
            person_label: None,
            what: "Tenir un forum".to_owned(),
            due: day("2027-10-01"),
            not_before: Some(day("2027-09-01")),
            decision: None,
        })
        .await
}

/// An objective of the plan of Bretagne.
async fn objective_elsewhere(house: &TestHouse) -> ObjectiveId {
    let plan = house
        .act(&CreatePlan {
            territory: "region:53".parse().unwrap(),
            title: "Plan d’ailleurs (exemple)".to_owned(),
            first_year: 2026,
            last_year: 2028,
            is_example: true,
        })
        .await;
    let axis = house.act(&AddAxis { plan, title: "Se connaître".to_owned() }).await;
    house.act(&AddObjective { axis, title: "Partir ensemble".to_owned() }).await
}

fn action(objective: ObjectiveId) -> CreateAction {
    CreateAction {
        territory: "departement:11".parse().unwrap(),
        objective,
        title: "Tenir un forum".to_owned(),
        lead_organisation: None,
        commitment: None,
        status: ActionStatus::Running,
        status_reason: None,
        starts: None,
        ends: None,
        expected_results: None,
        visibility: Visibility::Public,
        is_example: true,
    }
}

#[tokio::test]
async fn a_commitment_fills_the_form_in_and_its_action_is_shown_from_then_on() {
    for house in TestHouse::each().await {
        let (_, _, objective) = house.plan("Plan d’essai (exemple)").await;
        let lead = house.organisation("Zone d’essai (exemple)", "departement:11").await;
        let commitment = commitment(&house, lead).await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let path = format!("/programmes/11/actions/nouvelle?engagement={commitment}");
        let form = coordinator.get(&path).await.html;
        for filled in ["Tenir un forum", "2027-09-01", "2027-10-01", "selected"] {
            assert!(form.contains(filled), "{filled} is to be entered again: {form}");
        }

        let command = CreateAction { commitment: Some(commitment), lead_organisation: Some(lead), ..action(objective) };
        let made = house.act(&command).await;
        let again = house.app.carry_out(&escale::demo::the_house(), &command).await;
        assert!(matches!(again, Err(Problem::Refused(_))), "{again:?}");
        let again = coordinator.get(&path).await.html;
        assert!(again.contains(&format!("/actions/{made}")) && !again.contains("<textarea"), "{again}");
        let thread = coordinator.get(&format!("/engagements/{commitment}")).await.html;
        assert!(thread.contains(&format!("/actions/{made}")) && thread.contains("Objectif d’essai"), "{thread}");
    }
}

#[tokio::test]
async fn an_action_belongs_to_its_region_and_to_its_commitment_and_says_why_it_is_blocked() {
    for house in TestHouse::each().await {
        let (_, _, here) = house.plan("Plan d’essai (exemple)").await;
        let attempt = async |command: CreateAction| house.app.carry_out(&escale::demo::the_house(), &command).await;

        let of_another_region = attempt(action(objective_elsewhere(&house).await)).await;
        assert!(matches!(of_another_region, Err(Problem::Invalid(_))), "{of_another_region:?}");
        let far = house.organisation("Rive (exemple)", "departement:31").await;
        let commitment = commitment(&house, far).await;
        let of_a_neighbour = attempt(CreateAction { commitment: Some(commitment), ..action(here) }).await;
        assert!(matches!(of_a_neighbour, Err(Problem::NotFound)), "{of_a_neighbour:?}");
        let without_reason = attempt(CreateAction { status: ActionStatus::Blocked, ..action(here) }).await;
        assert!(matches!(without_reason, Err(Problem::Invalid(_))), "{without_reason:?}");
        assert!(attempt(action(here)).await.is_ok());
    }
}
