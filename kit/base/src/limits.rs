//! Every list, text, queue and loop has a maximum, and it stands here.

/// Characters of a title or a name.
pub const TITLE_CHARACTERS_MAX: usize = 200;
/// Characters of a sentence: what an owner promises, the word that comes with an answer.
pub const SENTENCE_CHARACTERS_MAX: usize = 500;
/// Characters of minutes.
pub const MINUTES_CHARACTERS_MAX: usize = 20_000;
/// Characters of an e-mail address (RFC 5321 §4.5.3.1.3).
pub const EMAIL_CHARACTERS_MAX: usize = 254;
/// Characters typed in a search box that are looked at.
pub const SEARCH_CHARACTERS_MAX: usize = 100;
/// Bytes of a request body.
pub const BODY_BYTES_MAX: usize = 256 * 1024;
/// Bytes of a file that is sent, with the form around it.
pub const UPLOAD_BYTES_MAX: usize = 1024 * 1024;
/// Bytes that a file may hold once it is unpacked.
pub const UNPACKED_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Sheets of a workbook that is read.
pub const SHEETS_MAX: usize = 20;
/// Rows of a sheet, below its header, that are read or written.
pub const SHEET_ROWS_MAX: usize = 5_000;
/// Columns of a sheet that are read.
pub const SHEET_COLUMNS_MAX: usize = 50;
/// Fields of a form.
pub const FORM_FIELDS_MAX: usize = 200;
/// Rows of an answer of the API.
pub const API_ROWS: u64 = 100;
/// Rows of a page of a list.
pub const PAGE_ROWS: u64 = 25;
/// Rows read to fill a list of choices.
pub const CHOICES_MAX: u64 = 500;
/// Roles of one person.
pub const ROLES_PER_PERSON_MAX: u64 = 50;
/// Half-days of a seminar.
pub const HALF_DAYS_MAX: usize = 8;
/// Sessions of a half-day.
pub const SESSIONS_PER_HALF_DAY_MAX: usize = 20;
/// Times a write is tried again when the database could not order it.
pub const WRITE_ATTEMPTS_MAX: u32 = 8;
/// Days an answer link works.
pub const ANSWER_LINK_DAYS: i64 = 60;
/// Minutes a sign-in mail works.
pub const SIGN_IN_MINUTES: i64 = 60;
/// Wrong codes allowed for one sign-in mail.
pub const CODE_TRIES_MAX: i32 = 5;
/// Wrong codes allowed for one address in a day.
pub const CODE_TRIES_PER_DAY_MAX: u64 = 20;
/// Days between two baskets sent to one address.
pub const BASKET_DAYS: i64 = 14;
