//! What every answer carries, and what every request is refused for.

use crate::commitments::asked_for_news;
use crate::support::{Hand, TestHouse};

#[tokio::test]
async fn every_answer_forbids_inline_scripts_frames_and_sniffing() {
    let house = TestHouse::demo().await;
    let browser = house.visitor();
    for path in ["/", "/acteurs", "/introuvable", "/health", "/fil"] {
        let view = browser.get(path).await;
        let policy = view.headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(view.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(view.headers["x-frame-options"], "DENY", "{path}");
        assert_eq!(view.headers["referrer-policy"], "same-origin", "{path}");
    }
}

#[tokio::test]
async fn another_host_is_refused_and_health_answers_to_any() {
    let house = TestHouse::demo().await;
    let client = reqwest::Client::new();
    let ask = async |path: &str| {
        let request = client.get(format!("{}{path}", house.origin)).header("host", "ailleurs.example");
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(ask("/").await.0, 421);
    assert_eq!(ask("/health").await, (200, "{\"status\":\"ok\"}".to_owned()));
}

#[tokio::test]
async fn a_form_without_this_visitor_s_token_changes_nothing() {
    for house in TestHouse::each().await {
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        let page = officer.get("/acteurs/nouveau").await;
        let mut fields = page.form("/acteurs/nouveau");
        for (name, value) in &mut fields {
            match name.as_str() {
                "jeton" => *value = "forge".to_owned(),
                "nom" => *value = "Structure forgée (exemple)".to_owned(),
                _ => {}
            }
        }
        let answer = officer.post("/acteurs/nouveau", &fields).await;
        assert_eq!(answer.status, 403);
        assert!(answer.says("Ce formulaire n’a pas été ouvert depuis ce navigateur"), "{}", answer.text());
        assert!(answer.html.contains("Structure forgée (exemple)"), "what was typed is lost");
        assert!(!officer.get("/acteurs?q=forg").await.says("Structure forgée"));

        // Somebody else's token is no better.
        let stranger = house.visitor();
        let theirs = stranger.get("/connexion").await.form("/connexion");
        let token = theirs.iter().find(|(name, _)| name == "jeton").unwrap().1.clone();
        for (name, value) in &mut fields {
            if name == "jeton" {
                value.clone_from(&token);
            }
        }
        assert_eq!(officer.post("/acteurs/nouveau", &fields).await.status, 403);
    }
}

/// The forms that no case of `authorisation.rs` sends. The demo's door is open to whoever knocks.
#[tokio::test]
async fn no_form_is_taken_without_its_visitor_s_token() {
    let house = TestHouse::demo().await;
    let link = asked_for_news(&house).await.link;
    let officer = house.signed_in(Hand::Administrator).await;
    let entries = house.app.store.verify_journal().await.unwrap().entries;
    let paths = [
        "/connexion",
        "/connexion/code",
        "/connexion/lien/inconnu",
        "/deconnexion",
        "/compte/sessions/fermer-les-autres",
        &link,
        &format!("{link}/annuler"),
        &format!("{link}/transmettre"),
        &format!("{link}/pas-moi"),
    ];
    for path in paths {
        let key = ("cle".to_owned(), uuid::Uuid::new_v4().to_string());
        let typed = [("adresse", "cible@test.example"), ("personne", "administratrice"), ("reponse", "done")];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let fields: Vec<_> = typed.into_iter().chain([key]).collect();
        let answer = officer.post(path, &fields).await;
        assert!((400..500).contains(&answer.status), "{path}: {}", answer.status);
    }
    assert_eq!(house.app.store.verify_journal().await.unwrap().entries, entries);
    assert_eq!(officer.get("/compte").await.status, 200, "a forged form signed somebody out");
    // Sent by another site's page, it comes without the cookies of this one: its answer must not touch them.
    let answer = house.visitor().post("/deconnexion", &[]).await;
    let set: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    assert_eq!(answer.status, 403);
    assert!(!set.iter().any(|cookie| cookie.starts_with("session=")), "{set:?}");
}

/// A form's key is no secret that opens anything: what became of the form is told to whoever sent it, alone.
#[tokio::test]
async fn somebody_else_who_sends_the_key_of_a_form_learns_nothing_of_it() {
    for house in TestHouse::each().await {
        let officer = house.signed_in(Hand::Steering("region:76")).await;
        let page = officer.get("/acteurs/nouveau").await;
        let typed =
            [("nom", "Structure suivie (exemple)"), ("type", "popular_education"), ("territoire", "departement:11")];
        let made = officer.submit(&page, "/acteurs/nouveau", &typed).await;
        let key = page.form("/acteurs/nouveau").into_iter().find(|(name, _)| name == "cle").unwrap().1;
        let entries = house.app.store.verify_journal().await.unwrap().entries;

        let other = house.signed_in(Hand::Steering("region:76")).await;
        let entries_of_signing_in = house.app.store.verify_journal().await.unwrap().entries - entries;
        let theirs = other.get("/acteurs/nouveau").await;
        let replayed: Vec<_> = typed.into_iter().chain([("cle", key.as_str())]).collect();
        let answer = other.submit(&theirs, "/acteurs/nouveau", &replayed).await;
        assert_eq!(answer.status, 403, "{}", answer.text());
        assert!(!answer.html.contains(&made.path), "it tells where the form led");
        let after = house.app.store.verify_journal().await.unwrap().entries;
        assert_eq!(after, entries + entries_of_signing_in);
    }
}

/// PostgreSQL keeps no NUL in a text: without this rule such an address would be answered 500.
#[tokio::test]
async fn an_address_that_names_nul_is_refused_before_it_is_looked_for() {
    for house in TestHouse::each().await {
        let browser = house.signed_in(Hand::Administrator).await;
        let paths = [
            "/seminaires/%00",
            "/seminaires/essai%00/sessions/x",
            "/acteurs/%00",
            "/acteurs?q=%00",
            "/personnes?q=a%00b",
            "/connexion?suite=%00",
            "/connexion/lien/%00",
            "/r/%00",
        ];
        for path in paths {
            let answer = browser.get(path).await;
            let expected = if path.contains('?') { 400 } else { 404 };
            assert_eq!((answer.status, answer.first("h1").is_some()), (expected, true), "{path}: {}", answer.text());
        }
        // What only looks like it is an address like another.
        assert_eq!(browser.get("/seminaires/%2500").await.status, 404);
    }
}

#[tokio::test]
async fn too_large_a_form_is_refused_before_it_is_read() {
    let house = TestHouse::demo().await;
    let browser = house.visitor();
    let fields = vec![("adresse".to_owned(), "a".repeat(300 * 1024))];
    let answer = browser.post("/connexion", &fields).await;
    assert_eq!(answer.status, 413, "{}", answer.text());
    let many: Vec<_> = (0..300).map(|number| (format!("champ{number}"), String::new())).collect();
    assert_eq!(browser.post("/connexion", &many).await.status, 400);
}
