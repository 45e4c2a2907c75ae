//! `/acteurs`

use crate::support::{TestHouse, View};

/// Where the pagination leads.
fn neighbour(page: &View, rel: &str) -> Option<String> {
    page.attribute(&format!("a[rel={rel}]"), "href")
}

/// The organisations of a list, in order.
fn rows(page: &View) -> Vec<String> {
    let ids = page.links().into_iter().filter_map(|link| link.strip_prefix("/acteurs/").map(str::to_owned));
    ids.filter(|id| id.len() == 36).collect()
}

#[tokio::test]
async fn the_list_goes_forward_and_back_through_every_organisation_once() {
    for house in TestHouse::each().await {
        for number in 0..60 {
            // Twice the same name now and then: the order is that of names, then of ids.
            house.organisation(&format!("Structure {:02} (exemple)", number / 2), "departement:11").await;
        }
        let browser = house.visitor();
        let first = browser.get("/acteurs?q=STRUCTURE").await;
        let second = browser.get(&neighbour(&first, "next").unwrap()).await;
        let third = browser.get(&neighbour(&second, "next").unwrap()).await;
        let pages = [rows(&first), rows(&second), rows(&third)];
        assert_eq!(pages.each_ref().map(Vec::len), [25, 25, 10]);
        let mut all = pages.concat();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 60);
        assert_eq!((neighbour(&first, "prev"), neighbour(&third, "next")), (None, None));
        let back = browser.get(&neighbour(&third, "prev").unwrap()).await;
        assert_eq!(rows(&back), pages[1]);
        let start = browser.get(&neighbour(&back, "prev").unwrap()).await;
        assert_eq!((rows(&start), neighbour(&start, "prev")), (pages[0].clone(), None));
    }
}
