//! `/acteurs/{id}/contacts/…`: whom to ask for, and when they are there.

use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn days_are_for_everybody_and_numbers_for_people_who_are_signed_in() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Structure joignable (exemple)", "departement:11").await;
        house.contact(organisation, "Référente mobilité").await;
        let path = directory::path(organisation);
        let visitor = house.visitor().get(&path).await;
        assert!(visitor.says("Référente mobilité mardi, mercredi"), "{}", visitor.text());
        assert!(visitor.says("La direction"), "{}", visitor.text());
        for hidden in ["04 65 71", "0465710099", "fonction@organisation.example"] {
            assert!(!visitor.html.contains(hidden), "{hidden}: {}", visitor.html);
        }
        let member = house.signed_in(Hand::Coordinator("departement:31")).await.get(&path).await;
        assert!(member.html.contains("href=\"tel:0465710099\""), "{}", member.html);
        assert!(member.html.contains("mailto:fonction@organisation.example"), "{}", member.html);
        assert!(!member.says("Corriger un contact") && !member.html.contains("/contacts/"), "{}", member.text());
    }
}

#[tokio::test]
async fn a_contact_is_entered_corrected_and_taken_off() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure ouverte (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/contacts/nouveau");
        let typed = [("fonction", "Accueil"), ("lundi", "yes"), ("jeudi", "yes"), ("telephone", "+33 4 65 71 00 10")];
        let page = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
        assert!(page.says("Accueil lundi, jeudi +33 4 65 71 00 10"), "{}", page.text());
        let edit =
            page.links().into_iter().find(|link| link.contains("/contacts/") && link.ends_with("modifier")).unwrap();
        let open = coordinator.get(&edit).await;
        assert!(open.form(&edit).contains(&("jeudi".to_owned(), "yes".to_owned())), "{}", open.html);
        let saved = coordinator.submit(&open, &edit, &[("fonction", "Accueil du matin")]).await;
        assert!(saved.says("Accueil du matin lundi, jeudi"), "{}", saved.text());
        let off =
            coordinator.get(&edit).await.links().into_iter().find(|link| link.contains("/retirer/contact/")).unwrap();
        let asked = coordinator.get(&off).await;
        assert!(asked.says("« Accueil du matin » n’y sera plus"), "{}", asked.text());
        assert_eq!(coordinator.submit(&asked, &off, &[]).await.status, 200);
        assert!(!house.visitor().get(&path).await.says("Accueil du matin"));
    }
}

#[tokio::test]
async fn what_cannot_be_dialled_or_written_to_is_refused_beside_its_field_and_ten_are_enough() {
    for house in TestHouse::each().await {
        let organisation = house.organisation("Structure bavarde (exemple)", "departement:11").await;
        let path = directory::path(organisation);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/contacts/nouveau");
        let long = "f".repeat(101);
        for (field, value) in [
            ("fonction", ""),
            ("fonction", &long),
            ("telephone", "demandez-moi"),
            ("telephone", "12"),
            ("courriel", "nulle part"),
            ("remplace", &long),
        ] {
            let mut typed = vec![("fonction", "Accueil gardé"), ("mardi", "yes")];
            typed.retain(|(name, _)| *name != field);
            typed.push((field, value));
            let refused = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
            assert_eq!(refused.status, 422, "{field}={value}: {}", refused.text());
            assert!(refused.html.contains(&format!("champ-{field}-erreur")), "{field}={value}: {}", refused.text());
            assert!(refused.form(&form).contains(&("mardi".to_owned(), "yes".to_owned())), "what was ticked is lost");
        }
        for number in 0..directory::CONTACTS_MAX {
            house.contact(organisation, &format!("Fonction {number}")).await;
        }
        let refused = coordinator.submit(&coordinator.get(&form).await, &form, &[("fonction", "De trop")]).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.html.contains("champ-fonction-erreur"), "{}", refused.text());
    }
}
