//! What every answer carries, and what every request is refused for.

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
        assert_eq!((answer.status, answer.first("h1").as_deref()), (403, Some("Formulaire périmé")));
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
