//! What can be done with plans and programmes, one verb a file.

mod add_axis;
mod add_objective;
mod checks;
mod create_action;
mod create_plan;
mod edit_action;

pub use add_axis::AddAxis;
pub use add_objective::AddObjective;
pub use create_action::CreateAction;
pub use create_plan::CreatePlan;
pub use edit_action::EditAction;
