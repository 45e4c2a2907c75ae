//! Planning a meeting, inviting to it, and writing down what came of it.

use kit_base::Visibility;

use super::meeting;
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_meeting_is_planned_with_the_agenda_that_nobody_had_to_write() {
    for house in TestHouse::each().await {
        house.furnish().await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        assert!(
            coordinator.get("/collectifs/11").await.links().contains(&"/collectifs/11/reunions/nouvelle".to_owned())
        );
        let form = coordinator.get("/collectifs/11/reunions/nouvelle").await;
        let typed =
            [("jour", "2026-12-10"), ("debut", "18:00"), ("fin", "20:00"), ("points", "Tour de table\r\nDates")];
        let page = coordinator.submit(&form, "/collectifs/11/reunions/nouvelle", &typed).await;
        assert!(page.path.starts_with("/reunions/"), "{}", page.text());
        assert!(page.says("Tour de table") && page.says("Recenser les partenaires"), "{}", page.text());
        let wrong = [("jour", "2026-12-10"), ("debut", "20:00"), ("fin", "18:00")];
        let refused = coordinator.submit(&form, "/collectifs/11/reunions/nouvelle", &wrong).await;
        assert!(refused.status == 422 && refused.says("La fin vient avant le début"), "{}", refused.text());
        assert_eq!(
            refused.form("/collectifs/11/reunions/nouvelle").iter().find(|(name, _)| name == "debut").unwrap().1,
            "20:00"
        );
    }
}

#[tokio::test]
async fn what_was_decided_and_promised_stands_on_the_thread_and_on_the_record_of_decisions() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        let path = format!("/reunions/{}", meeting(&house, Visibility::Registered).await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get(&path).await;
        let decided = [("texte-decision", "Se voir tous les deux mois")];
        let page = coordinator.submit(&page, &format!("{path}/decisions"), &decided).await;
        let organisation = rooms.organisation.to_string();
        let promised =
            [("organisation", organisation.as_str()), ("quoi", "Tenir la liste"), ("echeance", "2027-02-01")];
        let page = coordinator.submit(&page, &format!("{path}/engagements"), &promised).await;
        let written = [("compte-rendu", "Tout le monde était là."), ("prochaine", "2027-01-14")];
        let page = coordinator.submit(&page, &format!("{path}/compte-rendu"), &written).await;
        assert!(page.says("jeudi 14 janvier 2027") && page.says("Tenir la liste"), "{}", page.text());
        let early = coordinator.submit(&page, &format!("{path}/compte-rendu"), &[("prochaine", "2026-12-10")]).await;
        assert!(early.status == 422 && early.says("vient après celle-ci"), "{}", early.text());

        let presences = coordinator.get(&format!("{path}/presences")).await;
        let mut fields = presences.form(&format!("{path}/presences"));
        fields.iter_mut().filter(|(name, _)| name == "personnes").for_each(|(_, value)| "3".clone_into(value));
        let page = coordinator.post(&format!("{path}/presences"), &fields).await;
        assert!(page.says("Mission locale d’essai (exemple) (3)"), "{}", page.text());
        fields.iter_mut().filter(|(name, _)| name == "personnes").for_each(|(_, value)| "trois".clone_into(value));
        fields
            .iter_mut()
            .filter(|(name, _)| name == "cle")
            .for_each(|(_, key)| *key = uuid::Uuid::new_v4().to_string());
        let refused = coordinator.post(&format!("{path}/presences"), &fields).await;
        assert!(refused.status == 422 && refused.html.contains("value=\"trois\""), "{}", refused.text());

        let report = coordinator.get(&format!("{path}/releve")).await;
        for expected in
            ["Se voir tous les deux mois", "Tenir la liste", "Tout le monde était là.", "14 janvier 2027", "(3)"]
        {
            assert!(report.says(expected), "{expected}: {}", report.text());
        }
        let thread = coordinator.get("/fil").await;
        assert!(thread.links().contains(&path), "the thread leads to where it began");
    }
}

#[tokio::test]
async fn members_are_told_once_of_a_day_and_again_when_it_changes() {
    for house in TestHouse::each().await {
        let rooms = house.furnish().await;
        house.post().await;
        let path = format!("/reunions/{}", meeting(&house, Visibility::Registered).await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let page = coordinator.get(&format!("{path}/inviter")).await;
        assert!(page.says("Un membre recevra l’invitation"), "{}", page.text());
        coordinator.submit(&page, &format!("{path}/inviter"), &[]).await;
        let mails = house.post().await;
        assert_eq!(mails.len(), 1);
        for expected in ["jeudi 10 décembre 2026", "Salle d’essai, Quillan", "Tour de table", path.as_str()] {
            assert!(mails[0].text.replace('\u{a0}', " ").contains(expected), "{expected}: {}", mails[0].text);
        }
        // What is still promised is on the agenda, and its thread says so.
        assert!(coordinator.get(&format!("/engagements/{}", rooms.commitment)).await.links().contains(&path));

        let again = coordinator.get(&format!("{path}/inviter")).await;
        assert!(again.says("Déjà invités à cette date : 1"), "{}", again.text());
        coordinator.submit(&again, &format!("{path}/inviter"), &[]).await;
        assert!(house.post().await.is_empty(), "nobody is told twice of the same day");

        let edit = coordinator.get(&format!("{path}/modifier")).await;
        coordinator.submit(&edit, &format!("{path}/modifier"), &[("jour", "2026-12-17")]).await;
        let page = coordinator.get(&format!("{path}/inviter")).await;
        coordinator.submit(&page, &format!("{path}/inviter"), &[]).await;
        assert_eq!(house.post().await.len(), 1);

        let cancel = coordinator.get(&format!("{path}/annuler")).await;
        let cancelled = coordinator.submit(&cancel, &format!("{path}/annuler"), &[]).await;
        assert!(cancelled.says("annulée"), "{}", cancelled.text());
        assert!(house.post().await[0].text.contains("n’aura pas lieu"));
        let refused =
            coordinator.submit(&page, &format!("{path}/inviter"), &[("cle", &uuid::Uuid::new_v4().to_string())]).await;
        assert!(refused.status == 409 && refused.says("est annulée"), "{}", refused.text());
    }
}

#[tokio::test]
async fn who_may_not_know_of_a_meeting_does_not_and_what_is_said_inside_is_for_people_who_are_signed_in() {
    for house in TestHouse::each().await {
        house.furnish().await;
        let [public, registered, invited] = [Visibility::Public, Visibility::Registered, Visibility::Invited];
        for (visibility, stranger, visitor) in [(public, 200, 200), (registered, 200, 404), (invited, 404, 404)] {
            let path = format!("/reunions/{}", meeting(&house, visibility).await);
            let elsewhere = house.signed_in(Hand::Coordinator("departement:31")).await;
            assert_eq!(elsewhere.get(&path).await.status, stranger, "{visibility}");
            assert_eq!(house.visitor().get(&path).await.status, visitor, "{visibility}");
            assert_eq!(
                house.visitor().get(&format!("{path}.ics")).await.status,
                if visibility == public { 200 } else { 404 }
            );
            assert_ne!(elsewhere.get(&format!("{path}/dossier.xlsx")).await.status, 200, "{visibility}");
            assert!(!house.visitor().get(&path).await.says("Recenser les partenaires"));
            assert!(!elsewhere.get(&path).await.says("Recenser les partenaires"), "{visibility}");
        }
        let list = house.visitor().get("/collectifs/11/reunions").await;
        assert_eq!(list.links().iter().filter(|link| link.starts_with("/reunions/")).count(), 1);
    }
}

#[tokio::test]
async fn a_calendar_that_asks_a_hundred_times_costs_next_to_nothing_and_follows_each_change() {
    for house in TestHouse::each().await {
        house.furnish().await;
        let path = format!("/reunions/{}", meeting(&house, Visibility::Public).await);
        let first = house.visitor().get(&format!("{path}.ics")).await;
        assert!(first.html.contains("SEQUENCE:0") && first.html.contains("DTSTART;TZID=Europe/Paris:20261210T180000"));
        assert!(!first.html.contains("ATTENDEE") && !first.html.contains("ORGANIZER"));
        for _ in 0..100 {
            let again = house.visitor().get_if_changed(&format!("{path}.ics"), &first).await;
            assert_eq!(again.status, 304);
        }
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let edit = coordinator.get(&format!("{path}/modifier")).await;
        coordinator.submit(&edit, &format!("{path}/modifier"), &[("jour", "2026-12-17")]).await;
        let moved = house.visitor().get_if_changed(&format!("{path}.ics"), &first).await;
        assert!(moved.status == 200 && moved.html.contains("SEQUENCE:1") && moved.html.contains("20261217T180000"));
        let uid =
            |view: &crate::support::View| view.html.lines().find(|line| line.starts_with("UID")).unwrap().to_owned();
        assert_eq!(uid(&moved), uid(&first));
    }
}
