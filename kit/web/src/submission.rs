//! What a person sent with a form: read once at the border, every fault found in one pass.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use chrono::{NaiveDate, NaiveTime};
use kit_base::limits::{BODY_BYTES_MAX, FORM_FIELDS_MAX};
use kit_base::{EmailAddress, FieldError, Message, Problem};
use kit_ui::HiddenFields;
use uuid::Uuid;

use crate::{App, Refusal, Visit, token};

/// A form that was sent. Nothing is parsed from it or carried out with it unless it bears the token that this visitor was
/// given; what was typed can be shown again even so.
#[derive(Debug, Clone)]
pub struct Submission {
    values: Vec<(String, String)>,
    files: Vec<(String, UploadedFile)>,
    bears_token: bool,
}

/// A file that was sent with a form.
#[derive(Clone)]
pub struct UploadedFile {
    /// What the person called it.
    pub name: String,
    /// What it holds.
    pub bytes: Bytes,
}

impl fmt::Debug for UploadedFile {
    /// What people send shows in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadedFile").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

impl FromRequest<App> for Submission {
    type Rejection = Refusal;

    /// Reads `application/x-www-form-urlencoded`, and `multipart/form-data` where files come with the form.
    async fn from_request(request: Request, state: &App) -> Result<Self, Self::Rejection> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or(Problem::Unreadable)?;
        let mut submission = if is_multipart(&request) {
            Self::read_parts(Multipart::from_request(request, state).await.or(Err(Problem::Unreadable))?).await?
        } else {
            Self::read_body(&Bytes::from_request(request, state).await.or(Err(Problem::Unreadable))?)?
        };
        submission.bears_token = token::same(submission.value(HiddenFields::CSRF_TOKEN), &visit.form_token());
        Ok(submission)
    }
}

fn is_multipart(request: &Request) -> bool {
    let media_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    media_type.is_some_and(|value| value.trim_start().to_ascii_lowercase().starts_with("multipart/form-data"))
}

impl Submission {
    fn read_body(body: &Bytes) -> Result<Self, Problem> {
        if body.len() > BODY_BYTES_MAX {
            return Err(Problem::TooLarge);
        }
        let values: Vec<(String, String)> =
            form_urlencoded::parse(body).into_owned().take(FORM_FIELDS_MAX + 1).collect();
        if values.len() > FORM_FIELDS_MAX {
            return Err(Problem::Unreadable);
        }
        Ok(Self { values, files: Vec::new(), bears_token: false })
    }

    /// The whole is bounded by the router's limit on bodies, [`kit_base::limits::UPLOAD_BYTES_MAX`].
    async fn read_parts(mut parts: Multipart) -> Result<Self, Problem> {
        let (mut values, mut files, mut typed) = (Vec::new(), Vec::new(), 0_usize);
        while let Some(part) = parts.next_field().await.or(Err(Problem::Unreadable))? {
            if values.len() + files.len() >= FORM_FIELDS_MAX {
                return Err(Problem::Unreadable);
            }
            let field = part.name().unwrap_or_default().to_owned();
            if let Some(name) = part.file_name().map(str::to_owned) {
                let bytes = part.bytes().await.or(Err(Problem::Unreadable))?;
                // A browser sends an empty, nameless file where none was chosen.
                if !(name.is_empty() && bytes.is_empty()) {
                    files.push((field, UploadedFile { name, bytes }));
                }
            } else {
                let value = part.text().await.or(Err(Problem::Unreadable))?;
                typed = typed.saturating_add(value.len());
                values.push((field, value));
            }
            if typed > BODY_BYTES_MAX {
                return Err(Problem::TooLarge);
            }
        }
        Ok(Self { values, files, bears_token: false })
    }

    /// The file that was chosen in a field, if one was.
    pub fn file(&self, field: &str) -> Option<&UploadedFile> {
        self.files.iter().find(|(name, _)| name == field).map(|(_, file)| file)
    }

    /// What was typed in a field, as typed; empty where the field was not sent.
    pub fn value(&self, field: &str) -> &str {
        self.values.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// All that was sent under one name: the boxes that were ticked.
    pub fn values<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// The form's key. A form without one is not one of ours.
    pub fn key(&self) -> Result<Uuid, Problem> {
        self.value(HiddenFields::IDEMPOTENCY_KEY).parse().or(Err(Problem::Unreadable))
    }

    /// The version that the person had before their eyes. One that cannot be read is older than any.
    pub fn version(&self) -> Result<i32, Problem> {
        self.check_token()?;
        Ok(self.value(HiddenFields::VERSION).parse().unwrap_or(-1))
    }

    /// Refuses a form that was not given to this visitor.
    pub fn check_token(&self) -> Result<(), Problem> {
        if self.bears_token { Ok(()) } else { Err(Problem::ForgedToken) }
    }

    /// Starts reading the fields.
    pub fn fields(&self) -> Fields<'_> {
        Fields { submission: self, errors: Vec::new() }
    }
}

/// Reads fields and gathers what is wrong with them. A getter gives `None` when its field is wrong; [`Fields::complete`] then refuses.
#[derive(Debug)]
pub struct Fields<'a> {
    submission: &'a Submission,
    errors: Vec<FieldError>,
}

impl Fields<'_> {
    /// A line that must be there, without the spaces around it.
    pub fn text(&mut self, field: &'static str, characters_max: usize) -> Option<String> {
        let text = self.optional_text(field, characters_max);
        self.must_be_there(field, text)
    }

    /// A line that may be left out: `Some(None)` when it was. A browser sends no line break from a field of one line, and what is
    /// typed there also stands in mails, where a line of its own would not look like a part of a title.
    pub fn optional_text(&mut self, field: &'static str, characters_max: usize) -> Option<Option<String>> {
        self.read_text(field, characters_max, |c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
    }

    /// A text of several lines that must be there, without the spaces around it.
    pub fn lines(&mut self, field: &'static str, characters_max: usize) -> Option<String> {
        let text = self.optional_lines(field, characters_max);
        self.must_be_there(field, text)
    }

    /// A text of several lines that may be left out: `Some(None)` when it was.
    pub fn optional_lines(&mut self, field: &'static str, characters_max: usize) -> Option<Option<String>> {
        self.read_text(field, characters_max, |c| c.is_control() && c != '\n' && c != '\t')
    }

    fn read_text(
        &mut self,
        field: &'static str,
        characters_max: usize,
        is_unreadable: impl Fn(char) -> bool,
    ) -> Option<Option<String>> {
        // Browsers send line ends as CR LF; characters are counted as the person sees them.
        let text = self.submission.value(field).replace("\r\n", "\n");
        let text = text.trim();
        let count = text.chars().count();
        if count > characters_max {
            return self.refuse(field, Message::new("form-too-long").with("max", characters_max).with("count", count));
        }
        if text.chars().any(is_unreadable) {
            return self.refuse(field, Message::new("form-unreadable-characters"));
        }
        Some((!text.is_empty()).then(|| text.to_owned()))
    }

    fn must_be_there(&mut self, field: &'static str, text: Option<Option<String>>) -> Option<String> {
        match text {
            Some(None) => self.refuse(field, Message::new("form-missing")),
            Some(text) => text,
            None => None,
        }
    }

    /// A day that must be there, as the browser sends it (`2027-06-24`).
    pub fn date(&mut self, field: &'static str) -> Option<NaiveDate> {
        match self.optional_date(field) {
            Some(None) => self.refuse(field, Message::new("form-missing")),
            Some(date) => date,
            None => None,
        }
    }

    /// A day that may be left out.
    pub fn optional_date(&mut self, field: &'static str) -> Option<Option<NaiveDate>> {
        let text = self.submission.value(field).trim();
        if text.is_empty() {
            return Some(None);
        }
        let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"));
        match read {
            Ok(date) if (1900..=2200).contains(&chrono::Datelike::year(&date)) => Some(Some(date)),
            _ => self.refuse(field, Message::new("form-not-a-date")),
        }
    }

    /// A time of day that must be there (`10:30`).
    pub fn time(&mut self, field: &'static str) -> Option<NaiveTime> {
        let text = self.submission.value(field).trim();
        if text.is_empty() {
            return self.refuse(field, Message::new("form-missing"));
        }
        match NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S")) {
            Ok(time) => Some(time),
            Err(_) => self.refuse(field, Message::new("form-not-a-time")),
        }
    }

    /// An e-mail address that must be there.
    pub fn email(&mut self, field: &'static str) -> Option<EmailAddress> {
        match self.optional_email(field) {
            Some(None) => self.refuse(field, Message::new("form-missing")),
            Some(address) => address,
            None => None,
        }
    }

    /// An e-mail address that may be left out.
    pub fn optional_email(&mut self, field: &'static str) -> Option<Option<EmailAddress>> {
        let text = self.submission.value(field).trim();
        if text.is_empty() {
            return Some(None);
        }
        match text.parse() {
            Ok(address) => Some(Some(address)),
            Err(_) => self.refuse(field, Message::new("form-not-an-email")),
        }
    }

    /// A member of a closed list, an id, a territory: anything with a code. It must be there.
    pub fn code<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        match self.optional_code(field) {
            Some(None) => self.refuse(field, Message::new("form-choose-one")),
            Some(value) => value,
            None => None,
        }
    }

    /// A code that may be left out.
    pub fn optional_code<T: FromStr>(&mut self, field: &'static str) -> Option<Option<T>> {
        let text = self.submission.value(field).trim();
        if text.is_empty() {
            return Some(None);
        }
        match text.parse() {
            Ok(value) => Some(Some(value)),
            Err(_) => self.refuse(field, Message::new("form-unknown-code")),
        }
    }

    /// A whole number that must be there, within these bounds.
    pub fn whole_number(&mut self, field: &'static str, bounds: RangeInclusive<i32>) -> Option<i32> {
        match self.optional_whole_number(field, bounds) {
            Some(None) => self.refuse(field, Message::new("form-missing")),
            Some(number) => number,
            None => None,
        }
    }

    /// A whole number that may be left out.
    pub fn optional_whole_number(&mut self, field: &'static str, bounds: RangeInclusive<i32>) -> Option<Option<i32>> {
        let text = self.submission.value(field).trim();
        if text.is_empty() {
            return Some(None);
        }
        match text.parse().ok().filter(|number| bounds.contains(number)) {
            Some(number) => Some(Some(number)),
            None => {
                let wrong = Message::new("form-not-a-whole-number");
                self.refuse(field, wrong.with("min", bounds.start()).with("max", bounds.end()))
            }
        }
    }

    /// Says that a field is wrong. Gives `None`, to stand where the value would.
    pub fn refuse<T>(&mut self, field: &'static str, message: Message) -> Option<T> {
        self.errors.push(FieldError { field, message });
        None
    }

    /// The whole, if every field was right: `build` is given back `None` only where a getter gave `None`.
    pub fn complete<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Problem> {
        self.submission.check_token()?;
        if !self.errors.is_empty() {
            return Err(Problem::Invalid(self.errors));
        }
        build().ok_or(Problem::Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sent(values: &[(&str, &str)]) -> Submission {
        Submission {
            values: values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            files: Vec::new(),
            bears_token: true,
        }
    }

    #[test]
    fn every_fault_is_found_in_one_pass() {
        let submission =
            sent(&[("titre", "  "), ("jour", "2027-02-30"), ("adresse", "nulle part"), ("mot", "trop long")]);
        let mut fields = submission.fields();
        let title = fields.text("titre", 10);
        let day = fields.date("jour");
        let address = fields.email("adresse");
        let word = fields.optional_text("mot", 3);
        let Err(Problem::Invalid(errors)) = fields.complete(|| Some((title?, day?, address?, word?))) else {
            panic!("four faults were let through")
        };
        let keys: Vec<_> = errors.iter().map(|error| (error.field, error.message.key)).collect();
        assert_eq!(
            keys,
            [
                ("titre", "form-missing"),
                ("jour", "form-not-a-date"),
                ("adresse", "form-not-an-email"),
                ("mot", "form-too-long"),
            ]
        );
    }

    #[test]
    fn a_complete_form_gives_what_was_typed_without_the_spaces_around_it() {
        let submission = sent(&[("titre", " Forum "), ("jour", "24/06/2027"), ("heure", "10:30")]);
        let mut fields = submission.fields();
        let (title, day, time) = (fields.text("titre", 10), fields.date("jour"), fields.time("heure"));
        let word = fields.optional_text("mot", 3);
        let read = fields.complete(|| Some((title?, day?, time?, word?))).unwrap();
        assert_eq!(read.0, "Forum");
        assert_eq!(read.1.to_string(), "2027-06-24");
        assert_eq!(read.2.to_string(), "10:30:00");
        assert_eq!(read.3, None);
    }

    #[test]
    fn a_field_of_one_line_takes_one_line_and_a_longer_text_takes_several() {
        let submission =
            sent(&[("titre", "Forum\r\nhttps://ailleurs.example"), ("texte", "Un\r\n\r\ndeux"), ("nul", "a\0")]);
        let mut fields = submission.fields();
        assert_eq!(fields.lines("texte", 10).as_deref(), Some("Un\n\ndeux"));
        assert_eq!((fields.text("titre", 100), fields.optional_lines("nul", 10)), (None, None));
        let keys: Vec<_> = fields.errors.iter().map(|error| error.message.key).collect();
        assert_eq!(keys, ["form-unreadable-characters", "form-unreadable-characters"]);
    }

    #[test]
    fn a_whole_number_lies_within_its_bounds() {
        let submission = sent(&[("places", " 12 "), ("trop", "11"), ("mots", "douze"), ("rien", "")]);
        let mut fields = submission.fields();
        assert_eq!(fields.whole_number("places", 1..=12), Some(12));
        assert_eq!(fields.optional_whole_number("rien", 1..=12), Some(None));
        assert_eq!(fields.optional_whole_number("trop", 1..=10), None);
        assert_eq!((fields.whole_number("mots", 1..=10), fields.whole_number("rien", 1..=10)), (None, None));
        let keys: Vec<_> = fields.errors.iter().map(|error| error.message.key).collect();
        assert_eq!(keys, ["form-not-a-whole-number", "form-not-a-whole-number", "form-missing"]);
    }

    #[test]
    fn every_box_that_was_ticked_is_read() {
        let submission = sent(&[("absent", "a"), ("jeton", "x"), ("absent", "b")]);
        assert_eq!(submission.values("absent").collect::<Vec<_>>(), ["a", "b"]);
    }

    proptest! {
        #[test]
        fn no_text_makes_a_getter_panic_or_lose_a_fault(text in ".{0,40}") {
            let submission = sent(&[("champ", &text)]);
            let mut fields = submission.fields();
            let date = fields.optional_date("champ");
            let email = fields.optional_email("champ");
            let number: Option<Option<i32>> = fields.optional_code("champ");
            let short = fields.optional_text("champ", 10);
            let faults = [date.is_none(), email.is_none(), number.is_none(), short.is_none()];
            let counted = faults.iter().filter(|fault| **fault).count();
            prop_assert_eq!(fields.errors.len(), counted);
        }
    }
}
