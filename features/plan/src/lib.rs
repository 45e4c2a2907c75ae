//! Regional plans (axes, objectives) and the programmes of départements (actions): what became of commitments.

mod api;
mod beads;
pub mod commands;
mod lookup;
mod model;
mod moved;
mod pages;
mod panels;
mod samples;
mod store;

use kit_i18n::{Source, key};
use kit_store::Migration;
use kit_web::{Audience, Beads, Command, CommandDescription, Feature, NavigationEntry, Panel, PanelPlace};

pub use lookup::{PlanOutline, newest};
pub use model::{
    ActionId, ActionStatus, Amount, AxisId, IndicatorFacts, IndicatorId, NotAnAmount, ObjectiveId, PlanId, Stage,
    ValueId, ValueLinkId,
};
pub use samples::make_sample_links;

/// What the house needs to know of this room.
pub const FEATURE: Feature = Feature {
    name: "plan",
    words: Source { owner: "plan", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") },
    migrations: &[
        Migration {
            name: "plan/0001-plans-and-actions",
            sql: include_str!("../migrations/0001-plans-and-actions.sql"),
        },
        Migration { name: "plan/0002-indicators", sql: include_str!("../migrations/0002-indicators.sql") },
        Migration {
            name: "plan/0003-action-indicators",
            sql: include_str!("../migrations/0003-action-indicators.sql"),
        },
        Migration { name: "plan/0004-words-of-actions", sql: include_str!("../migrations/0004-words-of-actions.sql") },
        Migration { name: "plan/0005-value-links", sql: include_str!("../migrations/0005-value-links.sql") },
    ],
    navigation: &[NavigationEntry {
        label: key!("plan-nav"),
        href: "/programmes",
        audience: Audience::Everyone,
        order: 30,
    }],
    routes: pages::routes,
    commands: &[
        CommandDescription { name: commands::CreatePlan::NAME, action: "plan.edit" },
        CommandDescription { name: commands::AddAxis::NAME, action: "plan.edit" },
        CommandDescription { name: commands::AddObjective::NAME, action: "plan.edit" },
        CommandDescription { name: commands::CreateAction::NAME, action: "action.create" },
        CommandDescription { name: commands::EditAction::NAME, action: "action.edit" },
        CommandDescription { name: commands::NameIndicators::NAME, action: "action.edit" },
        CommandDescription { name: commands::AddIndicator::NAME, action: "plan.edit" },
        CommandDescription { name: commands::EditIndicator::NAME, action: "plan.edit" },
        CommandDescription { name: commands::EnterValue::NAME, action: "indicator.enter-value" },
        CommandDescription { name: commands::AskForValue::NAME, action: "indicator.enter-value" },
        CommandDescription { name: commands::AnswerValue::NAME, action: "indicator.answer" },
        CommandDescription { name: commands::MakeSampleValueLink::NAME, action: "indicator.enter-value" },
        CommandDescription { name: commands::LockPeriod::NAME, action: "plan.edit" },
        CommandDescription { name: commands::ReopenPeriod::NAME, action: "plan.edit" },
    ],
    reading_actions: &["plan.read", "indicator.read", "action.read", "action.list"],
    panels: &[
        Panel { place: PanelPlace::Commitment, order: 20, source: panels::of_commitment },
        Panel { place: PanelPlace::Collective, order: 20, source: panels::of_collective },
        Panel { place: PanelPlace::CollectiveSheet, order: 20, source: panels::of_sheet },
        Panel { place: PanelPlace::Territory, order: 20, source: panels::of_territory },
    ],
    lists: &[api::ACTIONS, api::INDICATORS, api::VALUES],
    beads: Some(Beads { order: 40, source: beads::of_commitments }),
    identify: None,
    samples: samples::samples,
};
