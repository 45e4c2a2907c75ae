//! `/seminaires/{slug}/modifier`

use ::seminars::commands::EditSeminar;

use super::{create, day, outline, title};
use crate::support::TestHouse;

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
