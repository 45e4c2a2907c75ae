//! The lists that people take along and that no program reads.

use kit_base::Visibility;
use kit_exchange::{Cell, ReadRow, read_xlsx};

use crate::meetings::{day, details};
use crate::support::{Browser, Hand, TestHouse};

/// The rows of a workbook of one sheet.
async fn rows(browser: &Browser, path: &str) -> Vec<ReadRow> {
    let mut sheets = read_xlsx(&browser.file(path).await).unwrap();
    assert_eq!(sheets.len(), 1, "{path}");
    sheets.remove(0).rows
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[tokio::test]
async fn no_program_reads_them() {
    let house = TestHouse::demo().await;
    let steering = house.signed_in(Hand::Administrator).await;
    let description = steering.get("/api/v1/openapi.json").await.html;
    for list in ["commitments", "registrations", "meetings", "people", "journal", "territories", "communes"] {
        assert_eq!(steering.get(&format!("/api/v1/{list}")).await.status, 404, "{list}");
        assert!(!description.contains(&format!("/api/v1/{list}")), "{list}");
    }
}

#[tokio::test]
async fn who_is_named_in_them_is_named_to_those_who_see_the_page() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let registrations = "/exports/registrations.csv?seminaire=essai";
        for path in [registrations, "/exports/people.csv", "/exports/journal.csv"] {
            assert_eq!(house.visitor().get(path).await.status, 401, "{path}");
            for hand in [Hand::Coordinator("departement:11"), Hand::Member(rooms.organisation)] {
                let refused = house.signed_in(hand).await.get(path).await;
                assert_eq!(refused.status, 403, "{path} by {hand:?}");
            }
        }
        let elsewhere = house.signed_in(Hand::Steering("region:53")).await;
        for path in [registrations, "/exports/people.csv"] {
            assert_eq!(elsewhere.get(path).await.status, 403, "{path}");
        }
    }
}

#[tokio::test]
async fn the_steering_takes_along_who_comes_a_line_for_each_place() {
    for house in TestHouse::each().await {
        house.furnish().await;
        house.seminar_to_come("suivante").await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let page = steering.get("/seminaires/essai/inscriptions").await;
        let file = "/exports/registrations.xlsx?seminaire=essai";
        assert!(page.links().contains(&file.to_owned()), "{:?}", page.links());
        let found = rows(&steering, file).await;
        let [row] = found.as_slice() else { panic!("one place: {found:?}") };
        assert_eq!(row.cell(1), &text("Mission locale d’essai (exemple)"));
        assert_eq!(row.cell(4), &text("Coordination"));
        assert_eq!(row.cell(6), &Cell::Date(day("2026-11-24")));
        assert!(rows(&steering, "/exports/registrations.xlsx?seminaire=suivante").await.is_empty());
        for path in ["/exports/registrations.xlsx", "/exports/registrations.xlsx?seminaire=inconnu"] {
            assert_eq!(steering.get(path).await.status, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn a_meeting_is_in_the_file_of_those_who_see_it() {
    for house in TestHouse::each().await {
        for visibility in [Visibility::Public, Visibility::Invited] {
            let details = details(day("2026-12-10"), visibility);
            let territory = "departement:11".parse().unwrap();
            house.act(&meetings::commands::CreateMeeting { territory, details, is_example: true }).await;
        }
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get("/collectifs/11/reunions").await;
        let file = page.links().into_iter().find(|link| link.starts_with("/exports/meetings.xlsx")).unwrap();
        let found = rows(&coordinator, &file).await;
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].cell(2), &Cell::Date(day("2026-12-10")));
        assert_eq!(found[0].cell(5), &text("Salle d’essai, Quillan"));
        assert_eq!(rows(&house.visitor(), &file).await.len(), 1);
        assert!(rows(&coordinator, "/exports/meetings.xlsx?departement=departement%3A31").await.is_empty());
    }
}

#[tokio::test]
async fn the_administrator_takes_along_who_signs_in_and_who_did_what() {
    for house in TestHouse::each().await {
        house.furnish().await;
        house.person("une.personne@escale.example").await;
        let administrator = house.signed_in(Hand::Administrator).await;
        let found = rows(&administrator, "/exports/people.xlsx?q=Une.Personne%40escale.example").await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].cell(1), &text("une.personne@escale.example"));
        assert!(rows(&administrator, "/exports/people.xlsx").await.len() > 1);

        let all = rows(&administrator, "/exports/journal.xlsx").await;
        assert!(all.iter().any(|row| row.cell(5) == &text("registration.register-for")));
        let before = rows(&administrator, "/exports/journal.xlsx?avant=3").await;
        assert_eq!(before.iter().map(|row| row.cell(0).clone()).collect::<Vec<_>>(), [2, 1].map(Cell::Whole));
    }
}

#[tokio::test]
async fn territories_are_taken_along_as_they_were_found() {
    for house in TestHouse::each().await {
        let visitor = house.visitor();
        assert_eq!(rows(&visitor, "/exports/territories.xlsx").await.len(), 26);
        assert_eq!(rows(&visitor, "/exports/territories.xlsx?type=departement").await.len(), 109);
        let page = visitor.get("/territoires?q=carcassonne&type=commune").await;
        let file = page.links().into_iter().find(|link| link.starts_with("/exports/territories.xlsx")).unwrap();
        let found = rows(&visitor, &file).await;
        assert_eq!((found[0].cell(2), found[0].cell(4)), (&text("11069"), &text("11000")));
        // Every commune of France does not fit: no page leads there.
        assert_eq!(visitor.get("/exports/territories.xlsx?type=commune").await.status, 404);
        assert!(!visitor.get("/territoires?type=commune").await.html.contains("/exports/"));

        let page = visitor.get("/territoires/departement/11?q=castel").await;
        let file = page.links().into_iter().find(|link| link.starts_with("/exports/communes.xlsx")).unwrap();
        let found = rows(&visitor, &file).await;
        assert!(found.iter().any(|row| row.cell(0) == &text("Castelnaudary")) && found.len() < 10, "{found:?}");
        assert_eq!(rows(&visitor, "/exports/communes.xlsx?territoire=departement%3A11").await.len(), 433);
        for path in ["/exports/communes.csv", "/exports/communes.csv?territoire=region%3A76"] {
            assert_eq!(visitor.get(path).await.status, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn commitments_are_taken_along_by_those_who_see_them() {
    for house in TestHouse::each().await {
        house.furnish().await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get("/fil?etat=no-news").await;
        assert!(page.links().contains(&"/exports/commitments.xlsx?etat=no-news".to_owned()), "{:?}", page.links());
        let sheet = &read_xlsx(&coordinator.file("/exports/commitments.xlsx?etat=no-news").await).unwrap()[0];
        assert_eq!(sheet.rows.len(), 1);
        assert_eq!(sheet.rows[0].cell(2), &Cell::Text("Recenser les partenaires".to_owned()));
        assert_eq!(coordinator.get("/exports/commitments.csv?etat=done").await.html.lines().count(), 1);
        for path in ["/exports/commitments.csv", "/exports/commitments.csv?q=recenser"] {
            assert_eq!(house.visitor().get(path).await.html.lines().count(), 1, "{path}: the header alone");
            let elsewhere = house.signed_in(Hand::Coordinator("departement:31")).await;
            assert_eq!(elsewhere.get(path).await.html.lines().count(), 1, "{path}");
        }
    }
}
