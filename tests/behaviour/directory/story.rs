//! `/acteurs/{id}/noms/nouveau`, `/acteurs/{id}/devenue`: names in time, and what became what.

use directory::commands::SayBecame;
use kit_base::Problem;

use crate::support::{Browser, Hand, TestHouse, View};

async fn add_name(browser: &Browser, path: &str, typed: &[(&str, &str)]) -> View {
    let form = format!("{path}/noms/nouveau");
    browser.submit(&browser.get(&form).await, &form, typed).await
}

#[tokio::test]
async fn an_old_name_finds_the_organisation_and_its_page_tells_the_story() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("DRAJES d’essai (exemple)", "region:76").await);
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        assert!(!officer.get("/acteurs?q=drjscs").await.says("DRAJES"));
        let added =
            add_name(&officer, &path, &[("nom", "DRJSCS d’essai"), ("genre", "former"), ("jusqu", "2020-12-31")]).await;
        assert_eq!(added.status, 200, "{}", added.text());
        let visitor = house.visitor();
        let found = visitor.get("/acteurs?q=DRJSCS").await;
        assert!(found.says("DRAJES d’essai") && found.says("Autrefois DRJSCS d’essai"), "{}", found.text());
        // The words of one name are looked for in one name.
        assert!(!visitor.get("/acteurs?q=drjscs+drajes").await.says("d’essai"));
        let page = visitor.get(&path).await;
        assert!(page.says("Autrefois DRJSCS d’essai (jusqu’au"), "{}", page.text());
        assert!(!page.says("Retirer"), "a visitor takes nothing off: {}", page.text());
    }
}

#[tokio::test]
async fn a_new_name_takes_the_place_of_the_one_before_which_stays_known() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Maison des jeunes (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        // Somebody corrects the record meanwhile: the new name is a conflict there, and not lost.
        let edit = format!("{path}/modifier");
        let open = coordinator.get(&edit).await;
        let first = [("nom", "Fabrique des jeunes (exemple)"), ("genre", "present"), ("depuis", "2025-09-01")];
        assert_eq!(add_name(&coordinator, &path, &first).await.status, 200);
        assert_eq!(coordinator.submit(&open, &edit, &[("nom", "Maison des jeunes (exemple)")]).await.status, 409);
        let second = [("nom", "Atelier des jeunes (exemple)"), ("genre", "present"), ("depuis", "2026-09-01")];
        assert_eq!(add_name(&coordinator, &path, &second).await.status, 200);
        let page = house.visitor().get(&path).await;
        assert_eq!(page.first("h1").unwrap().split_whitespace().next(), Some("Atelier"));
        assert!(page.says("Porte ce nom depuis le"), "{}", page.text());
        assert!(page.says("Autrefois Fabrique des jeunes (exemple) (du"), "{}", page.text());
        assert!(page.says("Autrefois Maison des jeunes (exemple) (jusqu’au"), "{}", page.text());
        assert!(house.visitor().get("/acteurs?q=maison").await.says("Atelier des jeunes"));
    }
}

#[tokio::test]
async fn a_name_that_cannot_be_is_refused_beside_its_field() {
    for house in TestHouse::each().await {
        let path = directory::path(house.organisation("Structure nommée (exemple)", "departement:11").await);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let since = [("nom", "Structure renommée (exemple)"), ("genre", "present"), ("depuis", "2026-09-01")];
        assert_eq!(add_name(&coordinator, &path, &since).await.status, 200);
        let long = "n".repeat(201);
        for (field, typed) in [
            ("jusqu", vec![("nom", "A"), ("genre", "former"), ("depuis", "2020-01-02"), ("jusqu", "2020-01-01")]),
            ("depuis", vec![("nom", "A"), ("genre", "present"), ("depuis", "2027-01-01")]),
            ("depuis", vec![("nom", "A"), ("genre", "present"), ("depuis", "2026-09-01")]),
            ("depuis", vec![("nom", "A"), ("genre", "present"), ("depuis", "")]),
            ("nom", vec![("nom", "Structure renommée (exemple)"), ("genre", "former")]),
            ("nom", vec![("nom", "Structure nommée (exemple)"), ("genre", "former")]),
            ("nom", vec![("nom", &long), ("genre", "former")]),
            ("genre", vec![("nom", "A"), ("genre", "futur")]),
        ] {
            let refused = add_name(&coordinator, &path, &typed).await;
            assert_eq!(refused.status, 422, "{typed:?}: {}", refused.text());
            assert!(refused.html.contains(&format!("champ-{field}-erreur")), "{typed:?}: {}", refused.text());
            assert!(refused.html.contains(&format!("value=\"{}\"", typed[0].1)), "what was typed is lost: {typed:?}");
        }
    }
}

#[tokio::test]
async fn what_became_another_leads_to_it_and_is_offered_no_longer() {
    for house in TestHouse::each().await {
        let before = house.organisation("Point jeunes (exemple)", "departement:11").await;
        let after = house.organisation("Mission jeunes (exemple)", "departement:11").await;
        let path = directory::path(before);
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{path}/devenue");
        let open = coordinator.get(&form).await;
        assert!(!open.html.contains(&format!("value=\"{before}\"")), "it is offered to itself");
        let typed = [("successeur", after.to_string()), ("depuis", "2025-01-01".to_owned())];
        let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(coordinator.submit(&open, &form, &typed).await.status, 200);
        let visitor = house.visitor();
        let page = visitor.get(&path).await;
        assert!(page.says("Cette organisation est devenue Mission jeunes"), "{}", page.text());
        assert!(page.links().contains(&directory::path(after)));
        let page = visitor.get(&directory::path(after)).await;
        assert!(page.says("A pris la suite de Point jeunes"), "{}", page.text());
        let list = visitor.get("/acteurs?q=point+jeunes").await;
        assert!(list.says("Est devenue Mission jeunes"), "{}", list.text());
        let other = directory::path(house.organisation("Autre (exemple)", "departement:11").await);
        let offered = coordinator.get(&format!("{other}/devenue")).await;
        assert!(offered.html.contains(&after.to_string()) && !offered.html.contains(&before.to_string()));
        // Said by mistake: taken off again, from the page.
        let off =
            coordinator.get(&path).await.links().into_iter().find(|link| link.contains("/retirer/suite/")).unwrap();
        let taken_off = coordinator.submit(&coordinator.get(&off).await, &off, &[]).await;
        assert_eq!(taken_off.status, 200, "{}", taken_off.text());
        assert!(!visitor.get(&path).await.says("devenue"));
    }
}

#[tokio::test]
async fn a_successor_of_itself_and_a_circle_are_refused_beside_the_field() {
    for house in TestHouse::each().await {
        let mut chain = Vec::new();
        for number in 1..=3 {
            chain.push(house.organisation(&format!("Maillon {number} (exemple)"), "departement:11").await);
        }
        for pair in chain.windows(2) {
            house.act(&SayBecame { organisation: pair[0], successor: pair[1], since: None }).await;
        }
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{}/devenue", directory::path(chain[2]));
        for (successor, said) in [
            (chain[2], "n’est pas sa propre suite"),
            (chain[1], "se suivraient en rond"),
            (chain[0], "se suivraient en rond"),
        ] {
            let typed = [("successeur", successor.to_string())];
            let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let refused = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
            assert_eq!(refused.status, 422, "{}", refused.text());
            assert!(refused.html.contains("champ-successeur-erreur") && refused.says(said), "{}", refused.text());
        }
        // Nor does a forged code, a day to come, or what is said already go through.
        let form = format!("{}/devenue", directory::path(chain[0]));
        let next = chain[1].to_string();
        let nobody = uuid::Uuid::new_v4().to_string();
        for (field, successor, since) in [
            ("successeur", nobody.as_str(), ""),
            ("successeur", "rien", ""),
            ("successeur", next.as_str(), ""),
            ("depuis", next.as_str(), "2027-01-01"),
        ] {
            let typed = [("successeur", successor), ("depuis", since)];
            let refused = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
            assert_eq!(refused.status, 422, "{typed:?}: {}", refused.text());
            assert!(refused.html.contains(&format!("champ-{field}-erreur")), "{typed:?}: {}", refused.text());
        }
    }
}

/// Two people close a circle at the same moment: one of them is refused.
#[tokio::test]
async fn no_circle_is_closed_from_two_sides_at_once() {
    for house in TestHouse::each().await {
        for round in 0..8 {
            let one = house.organisation(&format!("Un {round} (exemple)"), "departement:11").await;
            let two = house.organisation(&format!("Deux {round} (exemple)"), "departement:11").await;
            let principal = Hand::Administrator.principal();
            let (there, back) = (
                SayBecame { organisation: one, successor: two, since: None },
                SayBecame { organisation: two, successor: one, since: None },
            );
            let outcomes =
                tokio::join!(house.app.carry_out(&principal, &there), house.app.carry_out(&principal, &back));
            let refused =
                [outcomes.0, outcomes.1].into_iter().filter(|outcome| matches!(outcome, Err(Problem::Invalid(_))));
            assert_eq!(refused.count(), 1);
        }
    }
}

#[tokio::test]
async fn a_record_that_is_not_one_s_own_is_not_written_on_from_another() {
    for house in TestHouse::each().await {
        let own = house.organisation("À moi (exemple)", "departement:11").await;
        let other = house.organisation("À d’autres (exemple)", "departement:31").await;
        let coordinator = house.signed_in(Hand::Coordinator("departement:11")).await;
        let form = format!("{}/devenue", directory::path(own));
        let typed = [("successeur", other.to_string())];
        let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = coordinator.submit(&coordinator.get(&form).await, &form, &typed).await;
        assert_eq!(refused.status, 403);
        assert!(refused.html.contains("champ-successeur-erreur"), "{}", refused.text());
        assert!(!house.visitor().get(&directory::path(other)).await.says("A pris la suite"));
        // What hangs on one record is not taken off through another.
        let contact = house.contact(other, "Accueil").await;
        let off = format!("{}/retirer/contact/{contact}", directory::path(own));
        assert_eq!(coordinator.get(&off).await.status, 404);
    }
}
