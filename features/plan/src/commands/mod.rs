//! What can be done with plans and programmes, one verb a file.

mod add_axis;
mod add_indicator;
mod add_objective;
mod answer_value;
mod ask_for_value;
mod checks;
mod create_action;
mod create_plan;
mod edit_action;
mod edit_indicator;
mod enter_value;
mod lock_period;
mod name_indicators;
mod reopen_period;

pub use add_axis::AddAxis;
pub use add_indicator::AddIndicator;
pub use add_objective::AddObjective;
pub use answer_value::AnswerValue;
pub use ask_for_value::AskForValue;
pub(crate) use ask_for_value::MakeSampleValueLink;
pub use create_action::CreateAction;
pub use create_plan::CreatePlan;
pub use edit_action::EditAction;
pub use edit_indicator::EditIndicator;
pub use enter_value::EnterValue;
pub use lock_period::LockPeriod;
pub use name_indicators::NameIndicators;
pub use reopen_period::ReopenPeriod;
