//! Whatever people type is shown as they typed it, and never becomes a part of the page.

use accounts::commands::{CreatePerson, GrantRole, OpenSession};
use commitments::{Answer, News, Progress, RecordDecision, Said};
use directory::commands::{AddName, CreateOrganisation, EditHelp, NameTime};
use directory::{HelpLine, OrganisationKind, Period};
use kit_base::{Locale, Visibility};
use kit_policy::{HeldRole, Place, Role};
use seminars::commands::EditMinutes;

use crate::commitments::answer_link;
use crate::support::{Browser, TestHouse};

/// Closes attributes, elements and scripts, and opens its own.
const TYPED: &str = r#"x"'></title></textarea></script><b class=percee>&lt;"#;
const PIERCED: &str = "<b class=percee";

#[tokio::test]
async fn what_people_type_never_becomes_markup() {
    for house in TestHouse::each().await {
        let organisation = house
            .act(&CreateOrganisation {
                name: TYPED.to_owned(),
                kind: OrganisationKind::ALL[0],
                seat: None,
                territory: "departement:11".parse().unwrap(),
                contact_email: Some("o'hara+<x".replace("<x", "x@test.example").parse().unwrap()),
                website: Some("https://test.example/?a=\"'&b".replace('"', "%22").parse().unwrap()),
                source: Some(TYPED.to_owned()),
                is_example: false,
                visibility: Visibility::Public,
            })
            .await;
        let former =
            AddName { organisation, name: format!("{TYPED} autrefois"), time: NameTime::Former(Period::default()) };
        house.act(&former).await;
        house.role(organisation, TYPED, Period::default()).await;
        house.contact(organisation, TYPED).await;
        let line = HelpLine { what: TYPED.to_owned(), since_year: Some(2012), ask_for: Some(TYPED.to_owned()) };
        house.act(&EditHelp { organisation, version_read: 1, lines: vec![line] }).await;
        let (_, half_day) = house.seminar("essai", TYPED).await;
        let session = house.workshop(half_day, TYPED, Visibility::Public).await;
        house.act(&EditMinutes { session, version_read: 0, text: TYPED.to_owned() }).await;
        let commitment = house.promise_in(organisation, session, TYPED).await;
        let origin = house.origin_in(session, TYPED);
        house.act(&RecordDecision { origin, text: TYPED.to_owned(), territory: "region:76".parse().unwrap() }).await;
        let (_, _, objective) = house.plan(TYPED).await;
        let action = house.action(objective, TYPED, Visibility::Public, Some(commitment)).await;

        let create =
            CreatePerson { name: TYPED.to_owned(), email: "une@test.example".parse().unwrap(), locale: Locale::Fr };
        let person = house.act(&create).await;
        for (role, place) in [
            (Role::Administrator, Place::Installation),
            (Role::RegionalSteering, Place::Territory("region:76".parse().unwrap())),
        ] {
            house.act(&GrantRole { person, role: HeldRole { role, place } }).await;
        }
        let token = house.act(&OpenSession::for_demo(person)).await;
        let officer = Browser::with_session(&house.origin, &token);

        let promise = format!("/engagements/{commitment}");
        let page = officer.get(&promise).await;
        officer.submit(&page, &format!("{promise}/demander"), &[]).await;
        let mail = house.post().await.pop().expect("a mail asks");
        assert!(!mail.html.contains(PIERCED), "{}", mail.html);
        assert!(!mail.subject.contains('\n'), "{}", mail.subject);
        let link = answer_link(&house, &mail);
        let news = News { progress: Progress::Blocked { by: TYPED.to_owned() }, sentence: Some(TYPED.to_owned()) };
        let principal = kit_policy::Principal::Person {
            id: person.0,
            roles: vec![HeldRole {
                role: Role::RegionalSteering,
                place: Place::Territory("region:76".parse().unwrap()),
            }],
        };
        house.app.carry_out(&principal, &Answer { commitment, news, said: Said::Directly }).await.unwrap();

        let session = format!("/seminaires/essai/sessions/{session}");
        let action = format!("/actions/{action}");
        let paths = [
            "/".to_owned(),
            "/acteurs".to_owned(),
            "/acteurs?q=autrefois".to_owned(),
            format!("/acteurs/{organisation}"),
            format!("/acteurs/{organisation}/modifier"),
            format!("/acteurs/{organisation}/aide"),
            format!("/acteurs/{organisation}/noms/nouveau"),
            "/seminaires".to_owned(),
            "/seminaires/essai".to_owned(),
            "/seminaires/essai/modifier".to_owned(),
            "/seminaires/essai/suivant".to_owned(),
            session,
            "/fil".to_owned(),
            promise,
            link,
            "/programmes/11".to_owned(),
            "/plans/76".to_owned(),
            action.clone(),
            format!("{action}/modifier"),
            "/territoires/departement/11".to_owned(),
            "/territoires/region/76".to_owned(),
            "/compte".to_owned(),
            "/personnes".to_owned(),
            format!("/personnes/{person}"),
            "/journal".to_owned(),
        ];
        for path in paths {
            let view = officer.get(&path).await;
            assert_eq!(view.status, 200, "{path}: {}", view.text());
            assert!(!view.html.contains(PIERCED), "{path}: {}", view.html);
            assert!(view.html.contains("percee"), "{path} shows nothing of what was typed");
        }
        // In an address, too.
        let asked = format!("?q={}&apres={}", "%22%3E%3Cb%20class=percee%3E", "%22%3E%3Cb%20class=percee%3E");
        for list in ["/acteurs", "/seminaires", "/fil", "/territoires", "/personnes"] {
            let view = officer.get(&format!("{list}{asked}")).await;
            assert!(!view.html.contains(PIERCED), "{list}: {}", view.html);
        }
    }
}
