//! The file that was filled in where there is no network comes back.

use commitments::{Answer, News, Progress, Said};
use kit_base::Visibility;
use kit_exchange::{Cell, Column, ReadSheet, Sheet, read_xlsx, write_xlsx};

use super::{day, meeting};
use crate::support::{Browser, Hand, Rooms, TestHouse, View};

/// A meeting, its coordinator, and the file they took along.
struct Evening {
    rooms: Rooms,
    path: String,
    coordinator: Browser,
    file: Vec<ReadSheet>,
}

async fn evening(house: &TestHouse) -> Evening {
    let rooms = house.furnish().await;
    let path = format!("/reunions/{}", meeting(house, Visibility::Registered).await);
    let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
    let file = read_xlsx(&coordinator.file(&format!("{path}/dossier.xlsx")).await).unwrap();
    Evening { rooms, path, coordinator, file }
}

impl Evening {
    fn sheet(&mut self, name: &str) -> &mut ReadSheet {
        self.file.iter_mut().find(|sheet| sheet.name == name).unwrap()
    }

    /// Types into a cell of a row; rows that were free begin to exist.
    fn write(&mut self, sheet: &str, row: usize, title: &str, value: impl Into<Cell>) {
        let sheet = self.sheet(sheet);
        let column = sheet.column(title).unwrap();
        while sheet.rows.len() <= row {
            let line = u32::try_from(sheet.rows.len()).unwrap() + 2;
            sheet.rows.push(kit_exchange::ReadRow { line, cells: Vec::new() });
        }
        let cells = &mut sheet.rows[row].cells;
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = value.into();
    }

    /// The file as a spreadsheet would save it.
    fn saved(&self) -> Vec<u8> {
        let sheet = |read: &ReadSheet| {
            let columns: Vec<Column> = read.header.iter().map(|title| Column::new(title, 12)).collect();
            let rows =
                read.rows.iter().map(|row| (0..columns.len()).map(|place| row.cell(place).clone()).collect()).collect();
            Sheet::new(&read.name, columns, rows)
        };
        write_xlsx(&self.file.iter().map(sheet).collect::<Vec<_>>()).unwrap()
    }

    async fn send(&self, bytes: Vec<u8>) -> View {
        let page = self.coordinator.get(&format!("{}/retour", self.path)).await;
        self.coordinator.send_file(&page, &format!("{}/retour", self.path), bytes).await
    }

    async fn confirm(&self, read: &View) -> View {
        self.coordinator.submit(read, &format!("{}/retour/confirmer", self.path), &[]).await
    }

    /// An evening's notes, on every sheet.
    fn fill(&mut self) {
        self.write("Présences", 0, "Combien de personnes", 2);
        self.write("Promesses ouvertes", 0, "Réponse", "En cours");
        self.write("Promesses ouvertes", 0, "Nouvelle date", day("2027-03-01"));
        self.write("Décisions", 0, "Décision", "Se voir à Limoux la prochaine fois");
        self.write("Nouvelles promesses", 0, "Organisation", "mission locale d’essai (exemple)");
        self.write("Nouvelles promesses", 0, "Quoi", "Apporter le vidéoprojecteur");
        self.write("Nouvelles promesses", 0, "Pour le", "14/01/2027");
        self.write("Suite", 0, "Prochaine réunion", day("2027-01-14"));
        self.write("Suite", 0, "Compte rendu", "Quatorze personnes, deux prises.");
    }
}

async fn entries(house: &TestHouse) -> i64 {
    house.app.store.read().journal_page(None, 1).await.unwrap().first().map_or(0, |newest| newest.sequence)
}

#[tokio::test]
async fn what_was_written_without_network_is_read_again_then_recorded_once() {
    for house in TestHouse::each().await {
        let mut evening = evening(&house).await;
        evening.fill();
        let before = entries(&house).await;
        let read = evening.send(evening.saved()).await;
        for expected in
            ["Se voir à Limoux", "Apporter le vidéoprojecteur", "1er mars 2027", "Quatorze personnes", "(2)"]
        {
            assert!(read.says(expected), "{expected}: {}", read.text());
        }
        assert!(read.says("Rien ne l’est encore") && !read.says("n’a pas été compris"), "{}", read.text());
        assert_eq!(entries(&house).await, before, "reading writes nothing");

        let done = evening.confirm(&read).await;
        assert_eq!((done.status, done.path.as_str()), (200, evening.path.as_str()), "{}", done.text());
        for expected in
            ["Se voir à Limoux", "Apporter le vidéoprojecteur", "jeudi 14 janvier 2027", "Quatorze personnes", "(2)"]
        {
            assert!(done.says(expected), "{expected}: {}", done.text());
        }
        let promise = evening.coordinator.get(&format!("/engagements/{}", evening.rooms.commitment)).await;
        assert!(promise.says("dite en réunion") && promise.says("1er mars 2027"), "{}", promise.text());
        let after = entries(&house).await;
        // Presences, answer, decision, promise, minutes, and the whole: each its entry.
        assert_eq!(after - before, 6);

        // The same file again, and the same confirmation sent again by another form.
        let again = evening.send(evening.saved()).await;
        assert!(!again.html.contains("/retour/confirmer") || !again.says("Apporter"), "{}", again.text());
        assert!(!again.says("Se voir à Limoux") && !again.says("n’a pas été compris"), "{}", again.text());
        let twice = [("cle", uuid::Uuid::new_v4().to_string())];
        let twice: Vec<(&str, &str)> = twice.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = evening.coordinator.submit(&read, &format!("{}/retour/confirmer", evening.path), &twice).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(
            page.text().matches("Apporter le vidéoprojecteur").count(),
            done.text().matches("Apporter le vidéoprojecteur").count()
        );
    }
}

#[tokio::test]
async fn rows_that_were_moved_retyped_or_deleted_do_no_harm() {
    for house in TestHouse::each().await {
        let mut evening = evening(&house).await;
        evening.fill();
        // The visible words were typed over, the columns turned round, rows moved down, a presence deleted.
        evening.write("Promesses ouvertes", 0, "Quoi", "tout autre chose");
        evening.write("Promesses ouvertes", 0, "Organisation", "");
        let promises = evening.sheet("Promesses ouvertes");
        promises.header.reverse();
        promises.rows.iter_mut().for_each(|row| {
            row.cells.resize(8, Cell::Empty);
            row.cells.reverse();
        });
        let gap = kit_exchange::ReadRow { line: 2, cells: Vec::new() };
        promises.rows.insert(0, gap);
        evening.sheet("Présences").rows.clear();
        evening.file.reverse();
        let read = evening.send(evening.saved()).await;
        assert!(read.says("Recenser les partenaires") && read.says("1er mars 2027"), "{}", read.text());
        assert!(!read.says("tout autre chose"));
        assert_eq!(evening.confirm(&read).await.status, 200);
        let promise = evening.coordinator.get(&format!("/engagements/{}", evening.rooms.commitment)).await;
        assert!(promise.says("Recenser les partenaires") && promise.says("1er mars 2027"), "{}", promise.text());
    }
}

#[tokio::test]
async fn what_cannot_be_understood_is_told_with_its_line_and_left() {
    for house in TestHouse::each().await {
        let mut evening = evening(&house).await;
        evening.write("Promesses ouvertes", 0, "Réponse", "peut-être");
        evening.write("Nouvelles promesses", 0, "Organisation", "Inconnue au bataillon");
        evening.write("Nouvelles promesses", 0, "Quoi", "Venir");
        evening.write("Nouvelles promesses", 0, "Pour le", "14/01/2027");
        evening.write("Présences", 0, "Combien de personnes", "plein");
        let read = evening.send(evening.saved()).await;
        for expected in ["Promesses ouvertes, ligne 2", "« peut-être »", "Inconnue au bataillon", "Présences, ligne 2"]
        {
            assert!(read.says(expected), "{expected}: {}", read.text());
        }
        assert!(read.says("Rien de nouveau à enregistrer"), "{}", read.text());

        for (bytes, said) in [
            (b"Nom;Depuis".to_vec(), "n’est pas un classeur"),
            (
                write_xlsx(&[Sheet::new("Budget", vec![Column::new("A", 9)], vec![vec!["b".into()]])]).unwrap(),
                "aucune de ses feuilles",
            ),
        ] {
            let answer = evening.send(bytes).await;
            assert!(answer.says(said), "{said}: {}", answer.text());
        }
        let too_large = evening.send(vec![b'x'; 2 * 1024 * 1024]).await;
        assert_eq!(too_large.status, 413, "{}", too_large.text());
        let page = evening.coordinator.get(&format!("{}/retour", evening.path)).await;
        let none = evening.coordinator.submit(&page, &format!("{}/retour", evening.path), &[]).await;
        assert!(none.status == 422 && none.says("Choisissez le fichier"), "{}", none.text());
        let forged = vec![("dit".to_owned(), "{".to_owned())];
        assert_eq!(evening.coordinator.post(&format!("{}/retour/confirmer", evening.path), &forged).await.status, 403);
    }
}

#[tokio::test]
async fn an_answer_that_came_meanwhile_is_not_overwritten() {
    for house in TestHouse::each().await {
        let mut evening = evening(&house).await;
        evening.fill();
        let read = evening.send(evening.saved()).await;
        let newer = Answer {
            commitment: evening.rooms.commitment,
            news: News { progress: Progress::Done, sentence: None },
            said: Said::ByPhone(None),
        };
        house.app.carry_out(&Hand::Steering("region:76").principal(), &newer).await.unwrap();
        // Between reading and confirming: nothing of the file is recorded.
        let before = entries(&house).await;
        let refused = evening.confirm(&read).await;
        assert!(refused.status == 409 && refused.says("arrivée entre-temps"), "{}", refused.text());
        assert_eq!(entries(&house).await, before);
        // Sent again: the line is told and left, the rest can be recorded.
        let again = evening.send(evening.saved()).await;
        assert!(again.says("n’attend plus rien") && again.says("Apporter le vidéoprojecteur"), "{}", again.text());
        assert_eq!(evening.confirm(&again).await.status, 200);
        let promise = evening.coordinator.get(&format!("/engagements/{}", evening.rooms.commitment)).await;
        assert!(!promise.says("1er mars 2027") && promise.says("dite par téléphone"), "{}", promise.text());
    }
}

#[tokio::test]
async fn two_who_bring_the_same_file_back_at_once_record_it_once() {
    for house in TestHouse::each().await {
        let mut evening = evening(&house).await;
        evening.fill();
        evening.write("Promesses ouvertes", 0, "Réponse", Cell::Empty);
        let read = evening.send(evening.saved()).await;
        let confirm = |key: String| {
            let mut fields = read.form(&format!("{}/retour/confirmer", evening.path));
            fields.iter_mut().filter(|(name, _)| name == "cle").for_each(|(_, value)| value.clone_from(&key));
            fields
        };
        let (left, right) = (confirm(uuid::Uuid::new_v4().to_string()), confirm(uuid::Uuid::new_v4().to_string()));
        let path = format!("{}/retour/confirmer", evening.path);
        let (left, right) =
            futures::join!(evening.coordinator.post(&path, &left), evening.coordinator.post(&path, &right));
        assert_eq!((left.status, right.status), (200, 200), "{} {}", left.text(), right.text());
        let page = evening.coordinator.get(&format!("{}/releve", evening.path)).await;
        assert_eq!(page.text().matches("Apporter le vidéoprojecteur").count(), 1, "{}", page.text());
        assert_eq!(page.text().matches("Se voir à Limoux").count(), 1, "{}", page.text());
    }
}
