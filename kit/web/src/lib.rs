//! HTTP: what a feature declares ([`Feature`]), who is visiting ([`Visit`]), what they sent ([`Submission`]), what they may do and what
//! becomes of it ([`Command`]), and the page they are shown ([`Page`]).

mod aside;
mod assets;
mod command;
mod conditional;
mod cookies;
mod error_page;
mod feature;
mod form;
mod house;
mod measure;
mod open_list;
mod page;
mod public_url;
mod security;
mod serve;
mod submission;
mod token;
mod visit;

pub use aside::aside;
pub use command::{Act, Command, Done, Permit, Record};
pub use conditional::{unchanged, versioned};
pub use feature::{
    Audience, BY_PROOF, Bead, BeadSource, Beads, CommandDescription, Feature, Identify, NavigationEntry, Panel,
    PanelPlace, PanelSource, Sample, SampleSource, SignedIn, Subject, sample_token,
};
pub use form::Form;
pub use house::{App, House, Premises};
pub use measure::{measurements, start_measuring};
pub use open_list::{
    AFTER, Excerpt, FilterValues, ListColumn, ListFilter, ListQuery, ListSource, OpenList, OpenRow, Shape,
    WORDS as SEARCH_WORDS, shape_of,
};
pub use page::{Answer, Page, Refusal, see_other};
pub use public_url::{PublicUrl, PublicUrlError};
pub use security::{SESSION_COOKIE, SESSION_DAYS, set_session};
pub use serve::router;
pub use submission::{Fields, Submission, UploadedFile};
pub use token::{Secret, TokenDigest, new_token};
pub use visit::Visit;

/// The words of this crate.
pub const WORDS: kit_i18n::Source =
    kit_i18n::Source { owner: "kit/web", fr: include_str!("../i18n/fr.ftl"), en: include_str!("../i18n/en.ftl") };
