//! `/seminaires/{slug}/inscription`, `/seminaires/{slug}/inscriptions/nouvelle`

use ::seminars::SEATS_PER_REGISTRATION_MAX;
use futures::future::join_all;
use futures::stream::{self, StreamExt};

use super::{create, open_registration, set_up, typed, workshop_with_places};
use crate::support::{Browser, Hand, TestHouse, View};

const FORM: &str = "/seminaires/rencontre-2027/inscription";

/// As many people with the form before their eyes: they open it as they come, and send it all at once.
async fn send_at_once(house: &TestHouse, count: u32, workshop: Option<&str>) -> Vec<View> {
    let opened = stream::iter(0..count).map(async |number| {
        let browser = house.visitor();
        let page = browser.get(FORM).await;
        (browser, page, format!("contact{number}@organisation.example"))
    });
    let opened: Vec<_> = opened.buffered(8).collect().await;
    let sent = opened.iter().map(async |(browser, page, address)| {
        let mut fields = typed(&[("adresse", address)]);
        fields.extend(workshop.map(|session| ("atelier-1", session)));
        browser.submit(page, FORM, &fields).await
    });
    join_all(sent).await
}

async fn register(browser: &Browser, typed: &[(&str, &str)]) -> View {
    let page = browser.get(FORM).await;
    browser.submit(&page, FORM, typed).await
}

/// Whatever was refused, no registration came of it.
async fn registered(house: &TestHouse) -> String {
    let steering = house.signed_in(Hand::Steering("region:76")).await;
    steering.get("/seminaires/rencontre-2027/inscriptions").await.text()
}

#[tokio::test]
async fn somebody_without_an_account_keeps_two_unnamed_places_and_gets_a_link() {
    for house in TestHouse::each().await {
        open_registration(&house, Some(10)).await;
        let visitor = house.visitor();
        assert!(visitor.get("/seminaires/rencontre-2027").await.says("S’inscrire"));
        let done = register(&visitor, &typed(&[("nombre", "2")])).await;
        assert_eq!((done.status, done.path.as_str()), (200, "/seminaires/rencontre-2027"), "{}", done.text());
        assert!(done.says("Un courriel de confirmation part") && done.says("il reste 8 places"), "{}", done.text());

        let mails = house.post().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert_eq!(mails[0].to.as_str(), "contact@organisation.example");
        assert!(mails[0].text.contains("2 places sont gardées") && mails[0].text.contains("/i/"), "{}", mails[0].text);

        let list = registered(&house).await;
        assert!(list.contains("Mission locale d’essai (2)"), "the grid does not tell who comes: {list}");
        assert!(list.contains("1 cases sur 39"), "{list}");
        assert!(!house.visitor().get("/seminaires/rencontre-2027").await.says("Mission locale d’essai"));
    }
}

#[tokio::test]
async fn two_hundred_who_want_ten_places_get_ten() {
    for house in TestHouse::each().await {
        open_registration(&house, Some(10)).await;
        let answers = send_at_once(&house, 200, None).await;
        let kept = answers.iter().filter(|answer| answer.status == 200).count();
        let refused = answers.iter().filter(|answer| answer.status == 422);
        assert_eq!((kept, refused.clone().count()), (10, 190));
        for answer in refused {
            assert!(answer.html.contains("champ-nombre-erreur") && answer.says("Il ne reste plus de place"));
        }
        let list = registered(&house).await;
        assert!(list.contains("Personnes inscrites 10"), "{list}");
    }
}

#[tokio::test]
async fn two_hundred_who_want_ten_places_of_a_workshop_get_ten() {
    for house in TestHouse::each().await {
        let (_, outline) = create(&house, "Rencontre").await;
        let session = workshop_with_places(&house, outline.half_days[0].id, 10).await.to_string();
        set_up(&house, outline.id, None).await;
        let answers = send_at_once(&house, 200, Some(&session)).await;
        let kept = answers.iter().filter(|answer| answer.status == 200).count();
        let refused = answers.iter().filter(|answer| answer.status == 422);
        assert_eq!((kept, refused.clone().count()), (10, 190));
        for answer in refused {
            assert!(answer.html.contains("champ-atelier-1-erreur") && answer.says("est complet"), "{}", answer.text());
        }
    }
}

#[tokio::test]
async fn registration_is_open_between_two_days_and_what_was_typed_too_late_is_kept() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let visitor = house.visitor();
        let page = visitor.get(FORM).await;
        // The last day, 10 June 2027, included: a minute before midnight in Carcassonne.
        house.wait(chrono::Duration::days(198) + chrono::Duration::hours(12) + chrono::Duration::minutes(59));
        let last = visitor.submit(&page, FORM, &typed(&[("adresse", "dernier@organisation.example")])).await;
        assert_eq!(last.status, 200, "{}", last.text());
        house.wait(chrono::Duration::minutes(2));
        let page = house.visitor().get(FORM).await;
        assert!(page.says("s’est terminée le 10 juin 2027"), "{}", page.text());
        assert!(!page.html.contains("champ-organisation"), "a form is shown that will be refused");
        let page = visitor.get("/seminaires/rencontre-2027/inscription/lien").await;
        let mut fields = page.form("/seminaires/rencontre-2027/inscription/lien");
        fields.retain(|(name, _)| name != "adresse");
        fields.extend(typed(&[]).iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let late = visitor.post(FORM, &fields).await;
        assert_eq!(late.status, 409);
        for kept in ["Rien n’a été enregistré", "Mission locale d’essai"] {
            assert!(late.html.contains(kept), "{kept}: {}", late.text());
        }
        // The steering still registers whoever rings.
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let path = "/seminaires/rencontre-2027/inscriptions/nouvelle";
        let form = steering.get(path).await;
        let by_phone = steering.submit(&form, path, &typed(&[("adresse", ""), ("personnes", "Référence")])).await;
        assert_eq!(by_phone.status, 200, "{}", by_phone.text());
        assert!(by_phone.says("Référence"), "{}", by_phone.text());
    }
}

#[tokio::test]
async fn an_organisation_registers_once_under_one_address_and_may_ask_for_its_link_again() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let visitor = house.visitor();
        assert_eq!(register(&visitor, &typed(&[])).await.status, 200);
        let again = register(&visitor, &typed(&[("organisation", "MISSION LOCALE D'ESSAI")])).await;
        assert_eq!(again.status, 422);
        assert!(again.html.contains("champ-adresse-erreur") && again.says("Rien n’a été ajouté"), "{}", again.text());
        house.post().await;

        let path = "/seminaires/rencontre-2027/inscription/lien";
        for (address, count) in [("contact@organisation.example", 1), ("personne@ailleurs.example", 0)] {
            let page = visitor.get(path).await;
            let answer = visitor.submit(&page, path, &[("adresse", address)]).await;
            assert!(answer.says("Si cette adresse a servi à s’inscrire"), "{}", answer.text());
            assert_eq!(house.post().await.len(), count, "{address}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field() {
    for house in TestHouse::each().await {
        open_registration(&house, Some(3)).await;
        let eleven = (SEATS_PER_REGISTRATION_MAX + 1).to_string();
        let wrong: [(&[(&str, &str)], &str); 8] = [
            (&[("organisation", "")], "organisation"),
            (&[("provenance", "departement:35")], "provenance"),
            (&[("provenance", "commune:11069")], "provenance"),
            (&[("nombre", "4")], "nombre"),
            (&[("nombre", &eleven)], "nombre"),
            (&[("college", "individual"), ("nombre", "2")], "nombre"),
            (&[("personnes", "Une\r\nDeux")], "personnes"),
            (&[("adresse", "")], "adresse"),
        ];
        let visitor = house.visitor();
        for (fields, beside) in wrong {
            let answer = register(&visitor, &typed(fields)).await;
            assert_eq!(answer.status, 422, "{fields:?}: {}", answer.text());
            assert!(answer.html.contains(&format!("champ-{beside}-erreur")), "{fields:?}: {}", answer.text());
        }
        assert!(registered(&house).await.contains("Aucune inscription."));
        for origin in ["region:53", "region:76", "pays:ES"] {
            let address = format!("{}@organisation.example", origin.replace(':', "-"));
            let answer = register(&visitor, &typed(&[("provenance", origin), ("adresse", &address)])).await;
            assert_eq!(answer.status, 200, "{origin}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn whoever_comes_for_themselves_needs_no_organisation() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let done = register(&house.visitor(), &typed(&[("college", "individual"), ("organisation", "")])).await;
        assert_eq!(done.status, 200, "{}", done.text());
        assert!(registered(&house).await.contains("À titre individuel"));
    }
}
