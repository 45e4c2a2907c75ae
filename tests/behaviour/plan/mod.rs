//! Plans of regions, programmes of départements and their actions.

mod action_create;
mod action_edit;
mod action_indicators;
mod indicator;
mod programme;
mod value;
mod value_by_link;
