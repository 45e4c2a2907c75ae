//! The one kind of error that people see. It says what happened; the page that shows it says what was kept and what to do.

use std::error::Error;

/// A sentence for a person: the key of a Fluent message, and what goes into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key in the feature's or the kit's words.
    pub key: &'static str,
    /// Arguments by name.
    pub arguments: Vec<(&'static str, String)>,
}

impl Message {
    /// A sentence without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, arguments: Vec::new() }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }
}

/// What is wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field in the form.
    pub field: &'static str,
    /// What is wrong and what would be right.
    pub message: Message,
}

/// Why something a person asked for was not done.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// There is no such thing, or this person may not know of it. 404.
    #[error("not found")]
    NotFound,
    /// Signing in comes first. 401.
    #[error("not signed in")]
    SignInNeeded,
    /// This person may not do this. 403.
    #[error("forbidden")]
    Forbidden,
    /// This person may not do this at the place that this field of the form names. 403.
    #[error("forbidden at the place named by {0}")]
    ForbiddenHere(&'static str),
    /// The form's token is missing, forged or too old. 403.
    #[error("forged or stale form token")]
    ForgedToken,
    /// The request cannot be read. 400.
    #[error("unreadable request")]
    Unreadable,
    /// The request holds more than it may. 413.
    #[error("too large")]
    TooLarge,
    /// Some fields are wrong. 422.
    #[error("{} invalid fields", .0.len())]
    Invalid(Vec<FieldError>),
    /// Somebody changed it since it was read: the version that stands now. 409.
    #[error("version {current} stands now")]
    Conflict {
        /// The version to send with the next try.
        current: i32,
    },
    /// A rule of the house forbids it in the present state of things. 409.
    #[error("refused: {}", .0.key)]
    Refused(Message),
    /// It was there and is no longer: a link revoked or too old. 410.
    #[error("gone")]
    Gone,
    /// Too many tries. 429.
    #[error("too many tries")]
    TooMany,
    /// The house is at fault; the cause is logged, never shown. 500.
    #[error("internal failure")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

impl Problem {
    /// One field is wrong.
    pub fn field(field: &'static str, message: Message) -> Self {
        Self::Invalid(vec![FieldError { field, message }])
    }

    /// The house is at fault.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// The HTTP status it is answered with.
    pub fn status(&self) -> u16 {
        match self {
            Self::Unreadable => 400,
            Self::SignInNeeded => 401,
            Self::Forbidden | Self::ForbiddenHere(_) | Self::ForgedToken => 403,
            Self::NotFound => 404,
            Self::Conflict { .. } | Self::Refused(_) => 409,
            Self::Gone => 410,
            Self::TooLarge => 413,
            Self::Invalid(_) => 422,
            Self::TooMany => 429,
            Self::Internal(_) => 500,
        }
    }
}

impl From<sea_orm::DbErr> for Problem {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Internal(Box::new(error))
    }
}
