//! Every command that the rooms declare.

use std::collections::BTreeSet;

use crate::support::TestHouse;

#[tokio::test]
async fn names_of_commands_are_unique_and_the_demo_s_are_all_journalled() {
    let house = TestHouse::demo().await;
    let names: Vec<_> =
        house.app.features.iter().flat_map(|feature| feature.commands).map(|command| command.name).collect();
    let unique: BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "two commands share a name: {names:?}");

    let journal = house.app.store.verify_journal().await.unwrap();
    assert_eq!(journal.broken, None);
    let mut before = None;
    let mut journalled = BTreeSet::new();
    loop {
        let page = house.app.store.read().journal_page(before, 500).await.unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.sequence);
        journalled.extend(page.into_iter().map(|entry| entry.command));
    }
    for command in &journalled {
        assert!(names.contains(&command.as_str()), "{command} is journalled and no room declares it");
    }
    for command in ["organisation.create", "seminar.create", "commitment.record", "action.create"] {
        assert!(journalled.contains(command), "the demo did not journal {command}: {journalled:?}");
    }
}
