//! The house put together: its rooms, its command line, its demo. The binary is a thin `main` over this, so that tests can
//! open the whole application.

pub mod assembly;
pub mod command_line;
pub mod data_folder;
pub mod demo;
mod doctor;
pub mod eligibility;
mod house;
pub mod known_organisations;
mod secrets;
mod serve;
mod toml_values;

/// The words of this crate.
pub const WORDS: kit_i18n::Source =
    kit_i18n::Source { owner: "app", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") };
