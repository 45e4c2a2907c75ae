//! Every page of every room, as the manifest's samples lead to it.

use std::collections::{BTreeSet, HashMap};

use kit_base::Locale;

use crate::support::{Browser, TestHouse, View};

/// Every sample of every room, with a browser for its person.
pub(super) async fn samples(
    house: &TestHouse,
) -> (Vec<(String, Option<&'static str>)>, HashMap<Option<&'static str>, Browser>) {
    let mut samples = Vec::new();
    for feature in &house.app.features {
        let of_feature = (feature.samples)(std::sync::Arc::clone(&house.app)).await.unwrap();
        assert!(!of_feature.is_empty(), "{} has no sample page", feature.name);
        samples.extend(of_feature.into_iter().map(|sample| (sample.path, sample.person)));
    }
    let people: BTreeSet<_> = samples.iter().map(|(_, person)| *person).collect();
    let mut browsers = HashMap::new();
    for person in people {
        browsers.insert(person, entered(house, person).await);
    }
    (samples, browsers)
}

/// A browser through the demo's door.
pub(super) async fn entered(house: &TestHouse, person: Option<&str>) -> Browser {
    let browser = house.visitor();
    if let Some(person) = person {
        let door = browser.get("/demo/entrer").await;
        let home = browser.submit(&door, "/demo/entrer", &[("personne", person)]).await;
        assert_eq!(home.status, 200, "{person} cannot enter: {}", home.text());
    }
    browser
}

fn assert_well_formed(view: &View, locale: Locale) {
    let path = &view.path;
    assert_eq!(view.status, 200, "{path}: {}", view.text());
    assert!(!view.html.contains('⟦'), "{path} ({locale}) misses a word: {}", view.text());
    assert_eq!(view.attribute("html", "lang").as_deref(), Some(locale.tag()), "{path}");
    assert_eq!(view.attribute("html", "dir").as_deref(), Some(locale.direction().attribute()), "{path}");
    assert_eq!(view.headers["content-language"], locale.tag(), "{path}");
    assert_eq!(view.html.matches("<h1").count(), 1, "{path} has not one h1");
    assert!(!view.html.contains(" style="), "{path} has an inline style");
    assert!(view.attribute("meta[name=robots]", "content").is_some_and(|value| value == "noindex"), "{path}");
}

#[tokio::test]
async fn each_page_is_shown_in_each_language() {
    let house = TestHouse::demo().await;
    let (samples, browsers) = samples(&house).await;
    for (path, person) in &samples {
        for locale in Locale::ALL {
            let joint = if path.contains('?') { '&' } else { '?' };
            let view = browsers[person].get(&format!("{path}{joint}langue={locale}")).await;
            assert_well_formed(&view, locale);
        }
    }
}

/// Everything that can be opened is opened, as everybody: the database stays as it was.
#[tokio::test]
async fn looking_writes_nothing() {
    let house = TestHouse::demo().await;
    let (samples, browsers) = samples(&house).await;
    let version = house.written().await;
    let before = version.now().await;
    browsers[&None].get("/manifeste.json").await;
    let mut seen = BTreeSet::new();
    for (path, person) in &samples {
        let browser = &browsers[person];
        let view = browser.get(path).await;
        for link in view.links().into_iter().filter(|link| link.starts_with('/')) {
            if seen.insert((link.clone(), *person)) {
                browser.get(&link).await;
            }
        }
    }
    assert_eq!(version.now().await, before, "a GET wrote into the database");
    // And this test would have noticed.
    house.person("quelqu-un@test.example").await;
    assert_ne!(version.now().await, before);
}

#[tokio::test]
async fn each_link_resolves() {
    let house = TestHouse::demo().await;
    let (samples, browsers) = samples(&house).await;
    let mut seen = BTreeSet::new();
    for (path, person) in &samples {
        let browser = &browsers[person];
        let view = browser.get(path).await;
        for link in view.links() {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let is_ours = link.starts_with('/') && !link.starts_with("//");
            if !is_ours || !seen.insert((link.clone(), *person)) {
                continue;
            }
            let target = browser.get(&link).await;
            assert!(target.status < 400, "{path} leads to {link}, which answers {}", target.status);
        }
    }
    assert!(seen.len() > 30, "only {} links were followed", seen.len());
}

#[tokio::test]
async fn the_language_that_was_chosen_is_kept() {
    let house = TestHouse::demo().await;
    let browser = house.visitor();
    assert_eq!(browser.get("/").await.attribute("html", "lang").as_deref(), Some("fr"));
    browser.get("/?langue=en").await;
    assert_eq!(browser.get("/acteurs").await.attribute("html", "lang").as_deref(), Some("en"));
}

#[tokio::test]
async fn an_error_is_told_in_the_reader_s_language() {
    let house = TestHouse::demo().await;
    let browser = house.visitor();
    let french = browser.get("/introuvable").await;
    assert_eq!((french.status, french.first("h1").as_deref()), (404, Some("Page introuvable")));
    let english = browser.get("/introuvable?langue=en").await;
    assert_eq!((english.status, english.first("h1").as_deref()), (404, Some("Page not found")));
}
