//! Several people at the same moment, where only so many may come through.

use collectives::MemberRole;
use collectives::commands::{AddMember, CreateCollective};
use commitments::AskForNews;
use futures::future::join_all;
use kit_base::{LanguageTag, Locale, Multilingual, Problem, Visibility};
use kit_web::Command;
use plan::ActionStatus;
use plan::commands::{AddIndicator, CreateAction, EnterValue};
use seminars::commands::{AddSession, OpenNextSeminar};
use seminars::{Hours, SessionKind};

use crate::support::{Hand, TestHouse};

/// Carries out all of them at once; how many came through. The others are refused for what the rule says, nothing else.
async fn at_once<C: Command>(house: &TestHouse, commands: &[C]) -> usize {
    let house_itself = escale::demo::the_house();
    let outcomes = join_all(commands.iter().map(|command| house.app.carry_out(&house_itself, command))).await;
    let mut done = 0;
    for outcome in outcomes {
        match outcome {
            Ok(_) => done += 1,
            Err(Problem::Refused(_) | Problem::Invalid(_)) => {}
            Err(other) => panic!("{}: {other:?}", C::NAME),
        }
    }
    done
}

#[tokio::test]
async fn a_half_day_takes_twenty_sessions() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let hour = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let session = |number: i32| AddSession {
            half_day: rooms.half_day,
            kind: SessionKind::Workshop,
            number: Some(number),
            title: format!("Atelier {number}"),
            room: None,
            room_visibility: Visibility::Public,
            places: None,
            hours: Hours { starts: hour(9), ends: hour(10) },
            visibility: Visibility::Public,
        };
        // One is there already.
        assert_eq!(at_once(&house, &(0..25).map(session).collect::<Vec<_>>()).await, 19);
    }
}

#[tokio::test]
async fn a_commitment_becomes_one_action() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let action = |number: i32| CreateAction {
            territory: "departement:11".parse().unwrap(),
            objective: rooms.objective,
            title: format!("Action {number} (exemple)"),
            lead_organisation: None,
            commitment: Some(rooms.commitment),
            status: ActionStatus::Planned,
            status_reason: None,
            starts: None,
            ends: None,
            expected_results: None,
            visibility: Visibility::Public,
            is_example: true,
        };
        assert_eq!(at_once(&house, &(0..6).map(action).collect::<Vec<_>>()).await, 1);
    }
}

#[tokio::test]
async fn a_plan_has_forty_indicators() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let facts = |number: usize| plan::IndicatorFacts {
            stage: plan::Stage::Other,
            title: format!("Indicateur {number} (exemple)"),
            definition: "Ce que l’on compte".to_owned(),
            unit: "réunions".to_owned(),
            baseline: None,
            baseline_year: None,
            target: None,
            source: None,
        };
        let add = |number| AddIndicator { plan: rooms.plan, facts: facts(number) };
        // One is there already.
        assert_eq!(at_once(&house, &(0..45).map(add).collect::<Vec<_>>()).await, 39);
    }
}

#[tokio::test]
async fn the_same_value_entered_by_six_people_is_one_and_another_is_a_conflict() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let enter = |amount: &str, number: i32| EnterValue {
            indicator: rooms.indicator,
            departement: "departement:11".parse().unwrap(),
            year: 2026,
            version_read: 0,
            amount: Some(amount.parse().unwrap()),
            source: "Relevé (exemple)".to_owned(),
            organisation: None,
            author: format!("Personne {number}"),
        };
        assert_eq!(at_once(&house, &(0..6).map(|number| enter("12", number)).collect::<Vec<_>>()).await, 6);
        let page = house.visitor().get(&format!("/indicateurs/{}", rooms.indicator)).await;
        assert!(page.says("En 2026 : 12 (jeunes), d’après 1 département sur 13"), "{}", page.text());
        let other = house.app.carry_out(&escale::demo::the_house(), &enter("13", 7)).await;
        assert!(matches!(other, Err(Problem::Conflict { current: 1 })), "{other:?}");
    }
}

#[tokio::test]
async fn a_seminar_is_followed_by_one() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let next = |number: u32| OpenNextSeminar {
            previous: rooms.seminar,
            title: Multilingual::new(LanguageTag::of(Locale::Fr), format!("Suivant {number}")),
            place: None,
            place_label: None,
            first_day: chrono::NaiveDate::from_ymd_opt(2027, 6, 20 + number).unwrap(),
            last_day: chrono::NaiveDate::from_ymd_opt(2027, 6, 20 + number).unwrap(),
        };
        assert_eq!(at_once(&house, &(0..6).map(next).collect::<Vec<_>>()).await, 1);
    }
}

#[tokio::test]
async fn an_organisation_is_in_a_collective_once_and_one_animates() {
    for house in TestHouse::each().await {
        let collective =
            house.act(&CreateCollective { territory: "departement:11".parse().unwrap(), name: None }).await;
        let from = "2026-01-01".parse().unwrap();
        let mut organisations = Vec::new();
        for number in 0..6 {
            organisations.push(house.organisation(&format!("Structure {number} (exemple)"), "departement:11").await);
        }
        let join = |organisation, role| AddMember { collective, organisation, role, from };
        let same: Vec<_> = (0..6).map(|_| join(organisations[0], MemberRole::Member)).collect();
        assert_eq!(at_once(&house, &same).await, 1);
        let animating: Vec<_> =
            organisations[1..].iter().map(|organisation| join(*organisation, MemberRole::Animating)).collect();
        assert_eq!(at_once(&house, &animating).await, 1);
    }
}

#[tokio::test]
async fn a_question_has_twenty_links_that_work() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let ask = |number| AskForNews { commitment: rooms.commitment, asked_by: format!("Personne {number}") };
        // One is there already.
        assert_eq!(at_once(&house, &(0..25).map(ask).collect::<Vec<_>>()).await, 19);
    }
}

#[tokio::test]
async fn the_same_form_sent_at_the_same_moment_makes_one() {
    for house in TestHouse::each().await {
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        let mut fields = officer.get("/acteurs/nouveau").await.form("/acteurs/nouveau");
        let typed =
            [("nom", "Structure double (exemple)"), ("type", "popular_education"), ("territoire", "departement:11")];
        for (name, value) in typed {
            fields.retain(|(field, _)| field != name);
            fields.push((name.to_owned(), value.to_owned()));
        }
        let views = join_all((0..6).map(|_| officer.post("/acteurs/nouveau", &fields))).await;
        for view in &views {
            assert_eq!((view.status, &view.path), (200, &views[0].path), "{}", view.text());
        }
        let list = officer.get("/acteurs?q=double").await;
        assert_eq!(list.html.matches("Structure double").count(), 1, "{}", list.text());
    }
}
