//! Plans and programmes on each database: a commitment becomes one action, and what is not public is not counted in public.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test itself does")]

mod support;

use commitments::{CommitmentId, Origin, OriginKind, RecordCommitment};
use directory::OrganisationId;
use futures::future::join_all;
use kit_base::{Problem, Visibility};
use kit_store::testing::TestDatabase;
use kit_web::App;
use plan::commands::{AddAxis, AddObjective, CreateAction, CreatePlan, EditAction};
use plan::{ActionStatus, ObjectiveId};
use support::{COORDINATOR, STEERING, day, get, house, organisation, person, show_every_sample};
use uuid::Uuid;

async fn objective(app: &App, region: &str) -> ObjectiveId {
    let region = region.parse().unwrap();
    let command = CreatePlan {
        territory: region,
        title: "Plan (exemple)".to_owned(),
        first_year: 2026,
        last_year: 2028,
        is_example: true,
    };
    let steering = person(&format!("regional-steering@{region}"));
    let plan = app.carry_out(&steering, &command).await.unwrap();
    let axis = app.carry_out(&steering, &AddAxis { plan, title: "Se connaître".to_owned() }).await.unwrap();
    app.carry_out(&steering, &AddObjective { axis, title: "Partir ensemble".to_owned() }).await.unwrap()
}

async fn commitment(app: &App, organisation: OrganisationId) -> CommitmentId {
    let origin = Origin {
        kind: OriginKind::Meeting,
        id: Uuid::from_u128(1),
        title: "Réunion".to_owned(),
        date: day("2027-03-01"),
        path: "/collectifs/11".to_owned(),
        territory: "departement:11".parse().unwrap(),
    };
    let command = RecordCommitment {
        origin,
        organisation,
        person_label: None,
        what: "Tenir un forum".to_owned(),
        due: day("2027-10-01"),
        not_before: Some(day("2027-09-01")),
        decision: None,
    };
    app.carry_out(&person(STEERING), &command).await.unwrap()
}

fn action(objective: ObjectiveId, title: &str) -> CreateAction {
    CreateAction {
        territory: "departement:11".parse().unwrap(),
        objective,
        title: title.to_owned(),
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
async fn a_commitment_becomes_one_action_though_several_people_press_at_once() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let objective = objective(&app, "region:76").await;
        let lead = organisation(&app, "Zone d’essai (exemple)", "departement:11").await;
        let commitment = commitment(&app, lead).await;
        let path = format!("/programmes/11/actions/nouvelle?engagement={commitment}");
        let (_, form) = get(&app, &path, Some(COORDINATOR)).await;
        for filled in ["Tenir un forum", "2027-09-01", "2027-10-01", "selected"] {
            assert!(form.contains(filled), "{filled} is to be entered again: {form}");
        }
        let command = CreateAction {
            commitment: Some(commitment),
            lead_organisation: Some(lead),
            ..action(objective, "Tenir un forum")
        };
        let coordinator = person(COORDINATOR);
        let made = join_all((0..6).map(|_| app.carry_out(&coordinator, &command))).await;
        let refused = made.iter().filter(|made| matches!(made, Err(Problem::Refused(_)))).count();
        assert_eq!((made.iter().filter(|made| made.is_ok()).count(), refused), (1, 5), "{made:?}");
        let made = made.into_iter().find_map(Result::ok).unwrap();
        let (_, again) = get(&app, &path, Some(COORDINATOR)).await;
        assert!(again.contains(&format!("/actions/{made}")) && !again.contains("<textarea"), "{again}");
        let (_, thread) = get(&app, &format!("/engagements/{commitment}"), Some(COORDINATOR)).await;
        assert!(thread.contains(&format!("/actions/{made}")) && thread.contains("Partir ensemble"), "{thread}");
        assert!(show_every_sample(&app).await > 12);
    }
}

#[tokio::test]
async fn an_action_belongs_to_its_coordinator_its_region_and_its_commitment() {
    let database = TestDatabase::sqlite().unwrap();
    let app = house(&database).await;
    let (here, elsewhere) = (objective(&app, "region:76").await, objective(&app, "region:53").await);
    let coordinator = person(COORDINATOR);
    let of_another_region = app.carry_out(&coordinator, &action(elsewhere, "Forum")).await;
    assert!(matches!(of_another_region, Err(Problem::Invalid(_))), "{of_another_region:?}");
    let stranger = person("coordinator@departement:31");
    assert!(matches!(app.carry_out(&stranger, &action(here, "Forum")).await, Err(Problem::Forbidden)));
    let far = organisation(&app, "Rive (exemple)", "departement:31").await;
    let of_a_neighbour = CreateAction { commitment: Some(commitment(&app, far).await), ..action(here, "Forum") };
    assert!(matches!(app.carry_out(&coordinator, &of_a_neighbour).await, Err(Problem::NotFound)));
    let without_reason = CreateAction { status: ActionStatus::Blocked, ..action(here, "Forum") };
    assert!(matches!(app.carry_out(&coordinator, &without_reason).await, Err(Problem::Invalid(_))));
}

#[tokio::test]
async fn an_edit_of_an_old_version_is_a_conflict() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let objective = objective(&app, "region:76").await;
        let coordinator = person(COORDINATOR);
        let action = app.carry_out(&coordinator, &action(objective, "Forum")).await.unwrap();
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
        app.carry_out(&coordinator, &edit).await.unwrap();
        let again = app.carry_out(&coordinator, &edit).await;
        assert!(matches!(again, Err(Problem::Conflict { current: 2 })), "{again:?}");
        let (_, page) = get(&app, &format!("/actions/{action}"), None).await;
        assert!(page.contains("Forum des départs") && page.contains("Pas de salle"), "{page}");
    }
}

#[tokio::test]
async fn what_is_not_public_is_neither_shown_nor_counted_in_public() {
    for database in TestDatabase::each().await.unwrap() {
        let app = house(&database).await;
        let objective = objective(&app, "region:76").await;
        let coordinator = person(COORDINATOR);
        app.carry_out(&coordinator, &action(objective, "Forum ouvert")).await.unwrap();
        let invited = CreateAction { visibility: Visibility::Invited, ..action(objective, "Forum fermé") };
        let hidden = app.carry_out(&coordinator, &invited).await.unwrap();
        for (held, status, count, is_shown) in
            [(None, 404, "Une action.", false), (Some(COORDINATOR), 200, "2 actions.", true)]
        {
            let (_, programme) = get(&app, "/programmes/11", held).await;
            assert!(programme.contains(count) && programme.contains("Forum ouvert"), "{programme}");
            assert_eq!(programme.contains("Forum fermé"), is_shown, "{programme}");
            assert_eq!(get(&app, &format!("/actions/{hidden}"), held).await.0, status);
            let (_, plan) = get(&app, "/plans/76", held).await;
            let counted = if is_shown { "2" } else { "1" };
            assert!(plan.contains(&format!("<span>{counted}</span>")), "{plan}");
        }
    }
}
