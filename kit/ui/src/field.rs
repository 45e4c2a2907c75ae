//! One thing a form asks for.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_base::{FieldError, LanguageTag};
use kit_i18n::Translator;

use crate::Component;

/// The anchor of a field, from its name in the form. It never changes, so that errors and tests can point to it.
pub(crate) fn field_id(name: &str) -> String {
    format!("champ-{name}")
}

/// One of several things to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// More about it; shown beside radio buttons.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    /// With more about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How a field is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// An e-mail address.
    Email,
    /// A day, sent as `2019-06-27`.
    Date,
    /// A time of day, sent as `10:30`.
    Time,
    /// A whole number.
    Number,
    /// Words to look for.
    Search,
    /// The code of a sign-in mail: figures, offered by the phone.
    Code,
    /// Several lines of text.
    Textarea {
        /// Lines shown at first.
        rows: u8,
    },
    /// One of many, with a blank first.
    Select(Vec<Choice>),
    /// One of few.
    Radios(Vec<Choice>),
    /// Yes, sent as `yes`, or nothing.
    Checkbox,
}

/// One thing a form asks for: label, hint, error, and what it is used for.
#[derive(Debug, Clone, Template)]
#[template(path = "field.html")]
pub struct Field {
    t: Translator,
    /// Name in the form; the anchor is `champ-{name}`.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// How it is filled.
    pub kind: FieldKind,
    /// What stands in it: what was sent, or what is known.
    pub value: String,
    /// How to fill it.
    pub hint: Option<String>,
    /// What is wrong and what would be right.
    pub error: Option<String>,
    /// What the answer is used for: the page, paper or figure.
    pub purpose: Option<String>,
    /// Whether it may stay empty. Optional fields are marked, since most are not.
    pub optional: bool,
    /// Characters at most; see `kit_base::limits`.
    pub maxlength: Option<usize>,
    /// Lowest and highest value of a number, a date or a time.
    pub range: (Option<String>, Option<String>),
    /// What the browser may fill it with (HTML `autocomplete`).
    pub autocomplete: Option<&'static str>,
    /// The language of what stands in it, where it is not the page's.
    pub language: Option<LanguageTag>,
    /// What somebody else saved since the form was opened.
    pub stale: Option<String>,
    /// Another anchor, when two forms of one page ask for the same name.
    pub id: Option<String>,
    /// The radio buttons (by name) and their answers that need this field; with JavaScript it is hidden under any other answer.
    pub only_for: Option<(String, Vec<String>)>,
    /// Whether nothing chosen means everything, as in a filter.
    pub blank_is_all: bool,
}

impl Field {
    /// A field to be filled in.
    pub fn new(t: &Translator, kind: FieldKind, name: impl Into<String>, label: impl Into<String>) -> Self {
        let autocomplete = match kind {
            FieldKind::Email => Some("email"),
            FieldKind::Code => Some("one-time-code"),
            _ => None,
        };
        Self {
            t: t.clone(),
            name: name.into(),
            label: label.into(),
            kind,
            value: String::new(),
            hint: None,
            error: None,
            purpose: None,
            optional: false,
            maxlength: None,
            range: (None, None),
            autocomplete,
            language: None,
            stale: None,
            id: None,
            only_for: None,
            blank_is_all: false,
        }
    }

    /// A line of text.
    pub fn text(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Text, name, label)
    }

    /// An e-mail address.
    pub fn email(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Email, name, label)
    }

    /// A day.
    pub fn date(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Date, name, label)
    }

    /// A time of day.
    pub fn time(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Time, name, label)
    }

    /// A whole number.
    pub fn number(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Number, name, label)
    }

    /// Words to look for.
    pub fn search(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Search, name, label)
    }

    /// The code of a sign-in mail.
    pub fn code(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Code, name, label)
    }

    /// Several lines of text, five of them shown.
    pub fn textarea(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Textarea { rows: 5 }, name, label)
    }

    /// One of many, with a blank first.
    pub fn select(t: &Translator, name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(t, FieldKind::Select(choices), name, label)
    }

    /// One of few.
    pub fn radios(t: &Translator, name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(t, FieldKind::Radios(choices), name, label)
    }

    /// Yes, sent as `yes`, or nothing.
    pub fn checkbox(t: &Translator, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(t, FieldKind::Checkbox, name, label)
    }

    /// Filled with what was sent or is known. A checkbox is ticked by `yes`.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With how to fill it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With what is wrong, if anything is.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// With what a command found wrong with this field, if anything is: the first error that bears its name.
    #[must_use]
    pub fn error_among(self, errors: &[FieldError]) -> Self {
        let own = errors.iter().find(|error| error.field == self.name).map(|error| self.t.message(&error.message));
        self.error(own)
    }

    /// With what the answer is used for.
    #[must_use]
    pub fn purpose(mut self, purpose: impl Into<String>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Characters at most.
    #[must_use]
    pub fn maxlength(mut self, characters: usize) -> Self {
        self.maxlength = Some(characters);
        self
    }

    /// Lowest and highest value of a number, a date or a time, as they are sent.
    #[must_use]
    pub fn range(mut self, lowest: Option<String>, highest: Option<String>) -> Self {
        self.range = (lowest, highest);
        self
    }

    /// With what the browser may fill it with.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// In the language of what stands in it.
    #[must_use]
    pub fn language(mut self, language: LanguageTag) -> Self {
        self.language = Some(language);
        self
    }

    /// With what somebody else saved since the form was opened, if it differs.
    #[must_use]
    pub fn stale(mut self, saved: Option<String>) -> Self {
        self.stale = saved;
        self
    }

    /// With another anchor than `champ-{name}`. An [`ErrorSummary`](crate::ErrorSummary) does not know of it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Needed only under some answers of the radio buttons called `name`. The hint must say so as well: without JavaScript the
    /// field is always shown.
    #[must_use]
    pub fn only_for(mut self, name: impl Into<String>, answers: &[&str]) -> Self {
        self.only_for = Some((name.into(), answers.iter().map(|answer| (*answer).to_owned()).collect()));
        self.optional()
    }

    /// Nothing chosen means everything, as in a filter.
    #[must_use]
    pub fn blank_is_all(mut self) -> Self {
        self.blank_is_all = true;
        self
    }

    /// The words of the first line of a list to choose from.
    fn blank_label(&self) -> String {
        if self.blank_is_all {
            self.t.text("ui-field-all").into()
        } else if self.optional {
            self.t.text("ui-field-unsaid").into()
        } else {
            self.t.text("ui-field-choose").into()
        }
    }

    fn anchor(&self) -> String {
        self.id.clone().unwrap_or_else(|| field_id(&self.name))
    }

    /// The first radio button bears the anchor itself, so that a link to it lands on something to press.
    fn choice_anchor(&self, place_from_zero: &usize) -> String {
        match place_from_zero {
            0 => self.anchor(),
            place => format!("{}-{}", self.anchor(), place + 1),
        }
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            FieldKind::Email => "email",
            FieldKind::Date => "date",
            FieldKind::Time => "time",
            FieldKind::Number => "number",
            FieldKind::Search => "search",
            _ => "text",
        }
    }

    fn has_range(&self) -> bool {
        matches!(self.kind, FieldKind::Number | FieldKind::Date | FieldKind::Time)
    }

    fn is_group(&self) -> bool {
        matches!(self.kind, FieldKind::Radios(_))
    }

    fn is_checkbox(&self) -> bool {
        self.kind == FieldKind::Checkbox
    }

    /// The lines that describe the control, in the order they are read; the error first.
    fn described_by(&self) -> Option<String> {
        let anchor = self.anchor();
        let lines = [
            ("erreur", self.error.is_some()),
            ("aide", self.hint.is_some()),
            ("usage", self.purpose.is_some()),
            ("entre-temps", self.stale.is_some()),
        ];
        let ids: Vec<String> =
            lines.into_iter().filter(|(_, shown)| *shown).map(|(line, _)| format!("{anchor}-{line}")).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

impl HtmlSafe for Field {}

impl Component for Field {
    const NAME: &'static str = "Field";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let organisation = || t.text("ui-sample-organisation");
        let choices = || {
            vec![
                Choice::new("a", t.text("ui-sample-choice-plenary")),
                Choice::new("b", t.text("ui-sample-choice-workshop")).hint(t.text("ui-sample-choice-hint")),
            ]
        };
        vec![
            (
                "text",
                Self::text(t, "title", t.text("ui-sample-title"))
                    .hint(t.text("ui-sample-title-hint"))
                    .purpose(t.text("ui-sample-title-purpose"))
                    .maxlength(200),
            ),
            (
                "text with an error",
                Self::text(t, "title_wrong", t.text("ui-sample-title"))
                    .hint(t.text("ui-sample-title-hint"))
                    .error(Some(t.text("ui-sample-error-title").into())),
            ),
            (
                "text changed meanwhile by somebody else",
                Self::text(t, "title_stale", t.text("ui-sample-owner"))
                    .value(organisation())
                    .stale(Some(t.text("ui-sample-other-organisation").into())),
            ),
            ("email", Self::email(t, "email", t.text("ui-sample-email")).purpose(t.text("ui-sample-email-purpose"))),
            (
                "email with an error",
                Self::email(t, "email_wrong", t.text("ui-sample-email"))
                    .value("contact@exemple")
                    .error(Some(t.text("ui-sample-error-email").into())),
            ),
            ("date", Self::date(t, "day", t.text("ui-sample-date")).value("2019-06-27")),
            ("time", Self::time(t, "start", t.text("ui-sample-time")).value("10:30").optional()),
            ("number", Self::number(t, "places", t.text("ui-sample-places")).range(Some("1".to_owned()), None)),
            ("search", Self::search(t, "q", t.text("ui-sample-search")).optional()),
            ("code", Self::code(t, "code", t.text("ui-sample-code")).hint(t.text("ui-sample-code-hint"))),
            (
                "textarea",
                Self::textarea(t, "minutes", t.text("ui-sample-minutes"))
                    .value(t.text("ui-sample-paragraph"))
                    .optional(),
            ),
            ("select", Self::select(t, "kind", t.text("ui-sample-kind"), choices()).value("b")),
            ("select, optional", Self::select(t, "kind_or_none", t.text("ui-sample-kind"), choices()).optional()),
            ("radios", Self::radios(t, "held", t.text("ui-sample-held"), choices()).value("a")),
            (
                "a field that only one answer needs",
                Self::number(t, "places_needed", t.text("ui-sample-places"))
                    .hint(t.text("ui-sample-places-hint"))
                    .only_for("held", &["b"]),
            ),
            (
                "radios with an error",
                Self::radios(t, "held_wrong", t.text("ui-sample-held"), choices())
                    .error(Some(t.text("ui-sample-error-choice").into())),
            ),
            (
                "checkbox",
                Self::checkbox(t, "remote", t.text("ui-sample-remote"))
                    .value("yes")
                    .hint(t.text("ui-sample-remote-hint"))
                    .optional(),
            ),
        ]
    }
}
