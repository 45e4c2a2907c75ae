//! Every sample of the rooms that hold something, on each database: `pages` walks the demo, which is on SQLite.

use std::sync::Arc;

use kit_base::Locale;

use crate::support::{Browser, Hand, TestHouse};

/// The rooms of which `furnish` makes enough for all their samples, and more samples than this.
const ROOMS: [(&str, usize); 5] =
    [("territory", 1), ("directory", 1), ("collectives", 6), ("plan", 12), ("seminars", 10)];

async fn browser(house: &TestHouse, person: Option<&str>) -> Browser {
    match person {
        None => house.visitor(),
        Some("coordinatrice-11") => house.signed_in(Hand::Coordinator("departement:11")).await,
        Some("regionale") => house.signed_in(Hand::Steering("region:76")).await,
        Some(_) => house.signed_in(Hand::Administrator).await,
    }
}

#[tokio::test]
async fn each_sample_is_shown_on_each_database_with_no_word_and_no_value_missing() {
    for house in TestHouse::each().await {
        house.furnish().await;
        for (room, enough) in ROOMS {
            let feature = house.app.features.iter().find(|feature| feature.name == room).unwrap();
            let samples = (feature.samples)(Arc::clone(&house.app)).await.unwrap();
            assert!(samples.len() > enough, "{room} has only {} samples", samples.len());
            for sample in samples {
                let browser = browser(&house, sample.person).await;
                for locale in Locale::ALL {
                    let joint = if sample.path.contains('?') { '&' } else { '?' };
                    let view = browser.get(&format!("{}{joint}langue={locale}", sample.path)).await;
                    assert_eq!(view.status, 200, "{}: {}", sample.path, view.text());
                    assert_eq!(view.html.matches("<h1").count(), 1, "{}: {}", sample.path, view.html);
                    let is_whole = !view.html.contains('⟦') && !view.html.contains("{$");
                    assert!(is_whole, "{} in {locale}: {}", sample.path, view.text());
                }
            }
        }
    }
}
