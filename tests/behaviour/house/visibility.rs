//! What is not for everybody: who opens it, and that no list, count, search, panel or thread gives it away.

use directory::OrganisationKind;
use directory::commands::CreateOrganisation;
use kit_base::Visibility;
use meetings::MeetingDetails;
use meetings::commands::CreateMeeting;

use crate::meetings::details;
use crate::support::{Browser, Hand, Rooms, TestHouse};

/// Pages that list, count, search or gather.
const LISTS: [&str; 28] = [
    "/",
    "/acteurs",
    "/acteurs?q=cachee",
    "/acteurs?departement=departement%3A11",
    "/seminaires",
    "/seminaires?q=cachee",
    "/seminaires/essai",
    "/programmes",
    "/programmes/11",
    "/plans/76",
    "/territoires/departement/11",
    "/territoires/region/76",
    "/collectifs/11",
    "/collectifs/11/reunions",
    "/fil/projection",
    "/fil",
    "/api/v1/organisations",
    "/api/v1/organisations?q=cachee",
    "/api/v1/collectives",
    "/api/v1/actions",
    "/api/v1/actions?q=cachee",
    "/api/v1/seminars",
    "/exports/organisations.csv",
    "/exports/actions.csv?q=cachee",
    "/exports/collectives.csv",
    "/exports/seminars.csv",
    "/exports/commitments.csv",
    "/exports/meetings.csv",
];

/// In the name of everything that is hidden here.
const HIDDEN: &str = "Cachée";

/// Who may not know of a thing of the Aude with this visibility.
fn outsiders(visibility: Visibility) -> Vec<Option<Hand>> {
    match visibility {
        Visibility::Public => Vec::new(),
        Visibility::Registered => vec![None],
        Visibility::Invited | Visibility::Discreet => {
            vec![None, Some(Hand::Coordinator("departement:35")), Some(Hand::Steering("region:53"))]
        }
    }
}

async fn browser(house: &TestHouse, hand: Option<Hand>) -> Browser {
    match hand {
        Some(hand) => house.signed_in(hand).await,
        None => house.visitor(),
    }
}

/// What can be read on every list.
async fn lists(browser: &Browser) -> Vec<String> {
    let mut texts = Vec::new();
    for path in LISTS {
        texts.push(format!("{path}: {}", browser.get(path).await.text()));
    }
    texts
}

/// Adds one of each with this visibility; gives their pages.
async fn hide(house: &TestHouse, rooms: &Rooms, visibility: Visibility) -> Vec<String> {
    let organisation = house
        .act(&CreateOrganisation {
            name: format!("{HIDDEN} structure (exemple)"),
            kind: OrganisationKind::ALL[0],
            seat: None,
            territory: "departement:11".parse().unwrap(),
            contact_email: None,
            website: None,
            source: None,
            is_example: true,
            visibility,
        })
        .await;
    let session = house.workshop(rooms.half_day, &format!("{HIDDEN} séance"), visibility).await;
    let action = house.action(rooms.objective, &format!("{HIDDEN} action"), visibility, None).await;
    let meeting = house
        .act(&CreateMeeting {
            territory: "departement:11".parse().unwrap(),
            details: MeetingDetails {
                title: Some(format!("{HIDDEN} réunion")),
                ..details("2026-12-10".parse().unwrap(), visibility)
            },
            is_example: true,
        })
        .await;
    let (seminar, _) = house.seminar("cachee", &format!("{HIDDEN} rencontre")).await;
    house.change(&format!("UPDATE seminar SET visibility = '{visibility}' WHERE id = $1"), seminar.0).await;
    vec![
        format!("/acteurs/{organisation}"),
        format!("/acteurs/{organisation}/modifier"),
        format!("/seminaires/essai/sessions/{session}"),
        format!("/actions/{action}"),
        format!("/actions/{action}/modifier"),
        format!("/actions/{action}/indicateurs"),
        format!("/reunions/{meeting}"),
        format!("/reunions/{meeting}/modifier"),
        format!("/reunions/{meeting}/dossier"),
        "/seminaires/cachee".to_owned(),
        "/seminaires/cachee/modifier".to_owned(),
        "/seminaires/cachee/suivant".to_owned(),
    ]
}

#[tokio::test]
async fn what_somebody_may_not_know_of_is_not_found_and_changes_no_list_of_theirs() {
    for visibility in [Visibility::Registered, Visibility::Invited, Visibility::Discreet] {
        for house in TestHouse::each().await {
            let rooms = house.furnish().await;
            let mut watching = Vec::new();
            for hand in outsiders(visibility) {
                let browser = browser(&house, hand).await;
                let before = lists(&browser).await;
                watching.push((hand, browser, before));
            }
            let pages = hide(&house, &rooms, visibility).await;
            for (hand, browser, before) in watching {
                assert_eq!(lists(&browser).await, before, "{visibility} seen by {hand:?}");
                for path in &pages {
                    let answer = browser.get(path).await;
                    assert_eq!(answer.status, 404, "{visibility} {path} seen by {hand:?}");
                    assert!(!answer.html.contains(HIDDEN), "{visibility} {path} seen by {hand:?}");
                }
            }
            let steering = house.signed_in(Hand::Steering("region:76")).await;
            for path in &pages {
                assert_eq!(steering.get(path).await.status, 200, "{visibility} {path}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_discreet_is_in_no_list_even_of_those_who_may_open_it() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let mut watching = Vec::new();
        for hand in [Hand::Coordinator("departement:11"), Hand::Steering("region:76"), Hand::Administrator] {
            let browser = house.signed_in(hand).await;
            let before = lists(&browser).await;
            watching.push((hand, browser, before));
        }
        hide(&house, &rooms, Visibility::Discreet).await;
        for (hand, browser, before) in &watching {
            assert_eq!(&lists(browser).await, before, "seen by {hand:?}");
        }
        // The seminar was made for everybody and hidden afterwards: its entry may stand.
        let journal = watching[2].1.get("/journal").await.text();
        for hidden in ["Cachée structure", "Cachée séance", "Cachée action"] {
            assert!(!journal.contains(hidden), "{hidden} is in the listing of the journal");
        }
    }
}

#[tokio::test]
async fn a_thread_shows_nothing_discreet() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let title = "Action cachée (exemple)";
        house.action(rooms.objective, title, Visibility::Discreet, Some(rooms.commitment)).await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let promise = format!("/engagements/{}", rooms.commitment);
        assert!(steering.get("/fil").await.says("Atelier d’essai"));
        house.change("UPDATE session SET visibility = 'discreet' WHERE id = $1", rooms.session.0).await;
        assert!(!steering.get("/fil").await.says("Atelier d’essai"), "{}", steering.get("/fil").await.text());
        for path in ["/fil", &promise] {
            assert!(!steering.get(path).await.says(title), "{path}");
        }
        // Nor is there a programme that looks full because of what is not shown.
        let page = house.visitor().get("/seminaires/essai").await;
        assert!(page.says("Le programme"), "{}", page.text());
    }
}
