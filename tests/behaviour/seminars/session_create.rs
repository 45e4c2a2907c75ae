//! `/seminaires/{slug}/demi-journees/{id}/sessions`

use ::seminars::commands::AddSession;
use ::seminars::{HalfDayId, Part, SessionKind};
use futures::future::join_all;
use kit_base::limits::SESSIONS_PER_HALF_DAY_MAX;
use kit_base::{Problem, Visibility};

use super::{create, outline};
use crate::support::TestHouse;

/// A workshop that takes the next number.
pub(super) fn workshop(half_day: HalfDayId) -> AddSession {
    AddSession {
        half_day,
        kind: SessionKind::Workshop,
        number: None,
        title: "Atelier".to_owned(),
        room: None,
        places: None,
        hours: Part::Morning.usual_hours(),
        visibility: Visibility::Public,
    }
}

#[tokio::test]
async fn workshops_added_at_once_are_numbered_one_after_the_other_until_the_half_day_is_full() {
    for house in TestHouse::each().await {
        let (created, before) = create(&house, "Rencontre").await;
        let (principal, command) = (escale::demo::the_house(), workshop(before.half_days[0].id));
        let added = join_all((0..SESSIONS_PER_HALF_DAY_MAX).map(|_| house.app.carry_out(&principal, &command))).await;
        assert!(added.iter().all(Result::is_ok), "{added:?}");
        let one_more = house.app.carry_out(&principal, &command).await;
        assert!(matches!(one_more, Err(Problem::Refused(_))), "{one_more:?}");
        let after = outline(&house, &created).await;
        let mut numbers: Vec<_> = after.half_days[0].sessions.iter().filter_map(|session| session.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=i32::try_from(SESSIONS_PER_HALF_DAY_MAX).unwrap()).collect::<Vec<_>>());
    }
}
