//! `/seminaires/{slug}/annuler`

use super::{open_registration, typed};
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn whoever_left_an_address_is_told_at_once_and_nobody_registers_any_more() {
    for house in TestHouse::each().await {
        open_registration(&house, None).await;
        let visitor = house.visitor();
        let form = "/seminaires/rencontre-2027/inscription";
        let page = visitor.get(form).await;
        visitor.submit(&page, form, &typed(&[])).await;
        house.post().await;
        let steering = house.signed_in(Hand::Steering("region:76")).await;
        let path = "/seminaires/rencontre-2027/annuler";
        let page = steering.get(path).await;
        assert!(page.says("à l’adresse laissée par une inscription"), "{}", page.text());
        let cancelled = steering.submit(&page, path, &[]).await;
        assert!(cancelled.says("Annulé"), "{}", cancelled.text());
        let mails = house.post().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].text.contains("est annulé"), "{}", mails[0].text);
        let again = visitor.get(form).await;
        assert!(
            again.says("Ce séminaire est annulé") && !again.html.contains("champ-organisation"),
            "{}",
            again.text()
        );
        let page = steering.get(path).await;
        assert_eq!(steering.submit(&page, path, &[]).await.status, 409);
        assert!(house.post().await.is_empty());
    }
}
