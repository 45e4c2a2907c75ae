//! `/seminaires/{slug}/modifier`

use ::seminars::commands::EditSeminar;

use super::{create, day, open_registration, outline, title, typed};
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn a_seminar_that_is_moved_takes_its_half_days_along() {
    for house in TestHouse::each().await {
        let (created, before) = create(&house, "Rencontre").await;
        for (version_read, first_day) in [(1, "2027-06-25"), (2, "2027-06-23")] {
            house
                .act(&EditSeminar {
                    seminar: before.id,
                    version_read,
                    title: title("Rencontre"),
                    place: None,
                    place_label: None,
                    first_day: day(first_day),
                })
                .await;
        }
        let after = outline(&house, &created).await;
        let days: Vec<_> = after.half_days.iter().map(|half_day| half_day.day).collect();
        assert_eq!(days, ["2027-06-23", "2027-06-23", "2027-06-24", "2027-06-24"].map(day));
    }
}

#[tokio::test]
async fn those_registered_are_told_of_other_days_and_of_another_place_and_of_nothing_else() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let form = "/seminaires/rencontre-2027/inscription";
        let visitor = house.visitor();
        visitor.submit(&visitor.get(form).await, form, &typed(&[])).await;
        house.post().await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let path = "/seminaires/rencontre-2027/modifier";
        let changes = [
            (("titre", "Rencontre d’été"), None),
            (("premier-jour", "2027-07-01"), Some(["juillet 2027", "juin 2027"])),
            (("libelle-lieu", "Maison d’essai"), Some(["Maison d’essai", "Carcassonne"])),
        ];
        for (change, told) in changes {
            let page = steering.get(path).await;
            let after = steering.submit(&page, path, &[change]).await;
            assert_eq!(after.status, 200, "{change:?}: {}", after.text());
            let mails = house.post().await;
            let Some(words) = told else {
                assert!(mails.is_empty(), "{change:?}: {mails:?}");
                continue;
            };
            let [mail] = mails.as_slice() else { panic!("{change:?}: one mail, {mails:?}") };
            for word in words {
                assert!(mail.text.contains(word), "{word}: {}", mail.text);
            }
        }
        // Nobody needs to know once all is over.
        house.wait(chrono::Duration::days(400));
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let page = steering.get(path).await;
        let after = steering.submit(&page, path, &[("premier-jour", "2027-07-02")]).await;
        assert_eq!(after.status, 200, "{}", after.text());
        assert!(house.post().await.is_empty());
    }
}
