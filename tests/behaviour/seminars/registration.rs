//! `/i/{token}`, `/seminaires/{slug}/inscriptions/{id}`: a registration is changed without an account, or by the steering.

use super::{create, open_registration, set_up, typed, workshop_with_places};
use crate::support::{Hand, TestHouse, View};

const FORM: &str = "/seminaires/rencontre-2027/inscription";

/// Registers as somebody without an account and gives the path of the link that was sent.
async fn registered(house: &TestHouse, fields: &[(&str, &str)]) -> String {
    let visitor = house.visitor();
    let page = visitor.get(FORM).await;
    let done = visitor.submit(&page, FORM, &typed(fields)).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let mail = house.post().await.pop().expect("a confirmation");
    let link = mail.text.split_whitespace().find(|word| word.contains("/i/")).expect("a link").to_owned();
    link.trim_start_matches(&house.origin).to_owned()
}

/// What stands in the addresses of a registration and of its calendar, once both were opened and the registration was changed.
pub(crate) async fn secrets_of_a_place(house: &TestHouse) -> Vec<String> {
    open_registration(house, None).await;
    let link = registered(house, &[]).await;
    let visitor = house.visitor();
    let page = visitor.get(&link).await;
    let (place, calendar) = (places(&page)[0].clone(), calendars(&page)[0].clone());
    assert_eq!(visitor.get(&calendar).await.status, 200);
    let form = visitor.get(&place).await;
    assert_eq!(visitor.submit(&form, &place, &[("personne", "Référence")]).await.status, 200);
    let last = |path: &str| path.rsplit('/').next().unwrap().trim_end_matches(".ics").to_owned();
    vec![last(&link), last(&calendar)]
}

/// The places that a page leads to.
fn places(page: &View) -> Vec<String> {
    page.links().into_iter().filter(|link| link.contains("/places/")).collect()
}

fn calendars(page: &View) -> Vec<String> {
    page.links().into_iter().filter(|link| link.starts_with("/agenda/")).collect()
}

#[tokio::test]
async fn a_colleague_takes_the_place_in_one_gesture_and_keeps_the_workshop() {
    for house in TestHouse::each().await {
        let (_, outline) = create(&house, "Rencontre").await;
        let session = workshop_with_places(&house, outline.half_days[0].id, 1).await.to_string();
        set_up(&house, outline.id, Some(1)).await;
        let link = registered(&house, &[("personnes", "Conseillère"), ("atelier-1", &session)]).await;
        let holder = house.visitor();
        let before = holder.get(&link).await;
        assert!(before.says("Conseillère") && before.says("Atelier limité"), "{}", before.text());
        let [place] = places(&before).try_into().expect("one place");
        let form = holder.get(&place).await;
        let after = holder.submit(&form, &place, &[("personne", "Sa collègue"), ("atelier-1", &session)]).await;
        assert_eq!((after.status, after.path.as_str()), (200, link.as_str()), "{}", after.text());
        assert!(after.says("Sa collègue") && after.says("Atelier limité"), "{}", after.text());
        assert!(!after.says("Conseillère"), "{}", after.text());

        // The calendar of whoever does not come any more is struck out; the other one's is another.
        let old = holder.get(&calendars(&before)[0]).await.html;
        let new = holder.get(&calendars(&after)[0]).await.html;
        assert_eq!(old.matches("BEGIN:VEVENT").count(), old.matches("STATUS:CANCELLED").count(), "{old}");
        assert!(new.contains("Atelier limité") && !new.contains("STATUS:CANCELLED"), "{new}");
        for calendar in [&old, &new] {
            assert!(!calendar.contains("Conseillère") && !calendar.contains("Sa collègue"), "{calendar}");
        }
    }
}

#[tokio::test]
async fn a_place_that_is_given_back_is_free_at_once() {
    for house in TestHouse::each().await {
        open_registration(&house, Some(2)).await;
        let link = registered(&house, &[("nombre", "2")]).await;
        let holder = house.visitor();
        let page = holder.get(&link).await;
        let place = places(&page)[0].clone();
        let form = holder.get(&place).await;
        let after = holder.submit(&form, &format!("{place}/rendre"), &[]).await;
        assert_eq!((after.status, places(&after).len()), (200, 1), "{}", after.text());
        assert_eq!(holder.get(&place).await.status, 404);
        let other = [("adresse", "autre@organisation.example")];
        registered(&house, &other).await;

        let page = holder.get(&link).await;
        let after = holder.submit(&page, &format!("{link}/annuler"), &[]).await;
        assert!(after.says("Cette inscription est annulée") && places(&after).is_empty(), "{}", after.text());
        registered(&house, &[("adresse", "encore@organisation.example")]).await;
        // Whoever cancelled may come after all, where there is room.
        let page = holder.get(FORM).await;
        assert_eq!(holder.submit(&page, FORM, &typed(&[])).await.status, 422);
    }
}

#[tokio::test]
async fn a_link_opens_its_own_registration_alone_until_the_last_day() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let mine = registered(&house, &[]).await;
        let theirs = registered(&house, &[("adresse", "autre@organisation.example")]).await;
        let visitor = house.visitor();
        let their_place = places(&visitor.get(&theirs).await)[0].clone();
        let seat = their_place.rsplit('/').next().unwrap().to_owned();
        assert_eq!(visitor.get(&format!("{mine}/places/{seat}")).await.status, 404);
        let fields = visitor.get(&their_place).await.form(&their_place);
        for path in [format!("{mine}/places/{seat}"), format!("{mine}/places/{seat}/rendre")] {
            assert_eq!(visitor.post(&path, &fields).await.status, 404, "{path}");
        }
        assert_eq!(visitor.get("/i/un-lien-qui-n-existe-pas").await.status, 404);
        for forged in [mine.to_uppercase(), format!("{mine}x")] {
            assert_eq!(visitor.get(&forged).await.status, 404, "{forged}");
        }
        // Looking at it writes nothing.
        let before = house.app.store.verify_journal().await.unwrap().entries;
        assert_eq!(visitor.get(&mine).await.status, 200);
        assert_eq!(house.app.store.verify_journal().await.unwrap().entries, before);
        // 25 June 2027 is the last day.
        house.wait(chrono::Duration::days(213));
        assert_eq!(visitor.get(&mine).await.status, 200);
        house.wait(chrono::Duration::days(1));
        let gone = visitor.get(&mine).await;
        assert_eq!(gone.status, 410, "{}", gone.text());
    }
}

#[tokio::test]
async fn two_who_change_a_place_at_the_same_time_see_each_other() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let link = registered(&house, &[]).await;
        let (one, other) = (house.visitor(), house.visitor());
        let place = places(&one.get(&link).await)[0].clone();
        let (first, second) = (one.get(&place).await, other.get(&place).await);
        assert_eq!(one.submit(&first, &place, &[("personne", "Référence")]).await.status, 200);
        let stale = other.submit(&second, &place, &[("personne", "Direction")]).await;
        assert_eq!(stale.status, 409);
        assert!(stale.html.contains("Référence") && stale.html.contains("Direction"), "{}", stale.text());
    }
}

#[tokio::test]
async fn the_steering_of_another_region_changes_nothing_here() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        registered(&house, &[]).await;
        let own = house.signed_in(Hand::Steering("region:76")).await;
        let list = own.get("/seminaires/rencontre-2027/inscriptions").await;
        let path = list.links().into_iter().find(|link| link.contains("/inscriptions/0")).expect("a registration");
        assert_eq!(own.get(&path).await.status, 200);
        for hand in [Hand::Steering("region:53"), Hand::Coordinator("departement:11"), Hand::Reader("departement:11")] {
            let browser = house.signed_in(hand).await;
            for path in [&path, "/seminaires/rencontre-2027/inscriptions", "/seminaires/rencontre-2027/presence"] {
                assert_eq!(browser.get(path).await.status, 403, "{path} by {hand:?}");
            }
        }
        // Nor is a registration found under another seminar.
        let (other, _) = create(&house, "Autre").await;
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(own.get(&format!("{}/inscriptions/{id}", other.path())).await.status, 404);
    }
}
