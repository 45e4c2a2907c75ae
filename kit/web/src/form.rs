//! A form as it is shown: empty, filled with what is known, or again with what was typed and what is wrong.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use kit_base::{FieldError, Message, Problem};
use kit_ui::{ErrorSummary, Field, HiddenFields, Notice, Tone};
use uuid::Uuid;

use crate::{Submission, Visit};

/// What stands in a form. A handler makes one with what is known, and, when a submit was refused, lays what was typed over it.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// What the house knows now.
    known: HashMap<&'static str, String>,
    version: Option<i32>,
    refused: Option<Refused>,
    /// What each field that was filled is called: the summary, which stands above them, is made after them.
    labels: Arc<Mutex<HashMap<String, String>>>,
}

#[derive(Debug, Clone)]
struct Refused {
    typed: Submission,
    status: StatusCode,
    errors: Vec<FieldError>,
    /// Said above the form, when it is not about one field.
    message: Option<Message>,
    is_conflict: bool,
}

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// With what is known of a field.
    #[must_use]
    pub fn known(mut self, field: &'static str, value: impl ToString) -> Self {
        self.known.insert(field, value.to_string());
        self
    }

    /// With the version of what is edited.
    #[must_use]
    pub fn version(mut self, version: i32) -> Self {
        self.version = Some(version);
        self
    }

    /// The same form again, with what was typed and why it was refused. A problem that is not about what was typed is given back.
    pub fn refused(mut self, typed: &Submission, problem: Problem) -> Result<Self, Problem> {
        let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::BAD_REQUEST);
        let (errors, message, is_conflict) = match problem {
            Problem::Invalid(errors) => (errors, None, false),
            Problem::Conflict { .. } => (Vec::new(), Some(Message::new("form-conflict")), true),
            Problem::Refused(message) => (Vec::new(), Some(message), false),
            Problem::ForbiddenHere(field) => {
                (vec![FieldError { field, message: Message::new("form-forbidden-here") }], None, false)
            }
            Problem::Forbidden => (Vec::new(), Some(Message::new("form-forbidden")), false),
            Problem::ForgedToken => (Vec::new(), Some(Message::new("form-forged-token")), false),
            Problem::TooMany => (Vec::new(), Some(Message::new("problem-too-many-text")), false),
            other => return Err(other),
        };
        self.refused = Some(Refused { typed: typed.clone(), status, errors, message, is_conflict });
        Ok(self)
    }

    /// The status the page is answered with.
    pub fn status(&self) -> StatusCode {
        self.refused.as_ref().map_or(StatusCode::OK, |refused| refused.status)
    }

    /// What stands in a field: what was typed, else what is known.
    pub fn value(&self, field: &str) -> &str {
        match &self.refused {
            Some(refused) => refused.typed.value(field),
            None => self.known.get(field).map_or("", String::as_str),
        }
    }

    /// `field` filled with what stands in it, its error, and what somebody else saved meanwhile.
    #[must_use]
    pub fn fill(&self, field: Field) -> Field {
        let name = field.name.clone();
        let value = self.value(&name).to_owned();
        let Some(refused) = &self.refused else { return field.value(value) };
        if let Ok(mut labels) = self.labels.lock() {
            labels.insert(name.clone(), field.label.clone());
        }
        let saved = self.known.get(name.as_str()).filter(|saved| refused.is_conflict && **saved != value).cloned();
        field.value(value).error_among(&refused.errors).stale(saved)
    }

    /// What goes above the form: every error with a link to its field, or why the whole was refused.
    pub fn summary(&self, visit: &Visit) -> String {
        let Some(refused) = &self.refused else { return String::new() };
        let errors = refused.errors.iter().map(|error| (error.field.to_owned(), self.said(visit, error))).collect();
        let summary = ErrorSummary::new(visit.t(), errors).map(|summary| summary.to_string());
        let notice = refused
            .message
            .as_ref()
            .map(|message| Notice::announced(visit.t(), Tone::Error, visit.t().message(message)).to_string());
        summary.or(notice).unwrap_or_default()
    }

    /// An error with the name of its field before it, so that "fill this in" can be understood away from the field.
    fn said(&self, visit: &Visit, error: &FieldError) -> String {
        let said = visit.t().message(&error.message);
        let label = self.labels.lock().ok().and_then(|labels| labels.get(error.field).cloned());
        match label {
            Some(label) => visit.t().text("form-error-of-field").arg("field", label).arg("error", said).to_string(),
            None => said,
        }
    }

    /// What the form sends without showing it: this visitor's token, a key of its own, the version that is read.
    pub fn hidden(&self, visit: &Visit) -> HiddenFields {
        let hidden = HiddenFields::new(visit.form_token()).idempotency_key(Uuid::new_v4().to_string());
        match self.version {
            Some(version) => hidden.version(version),
            None => hidden,
        }
    }
}
