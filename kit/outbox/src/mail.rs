//! A letter made ready to leave.

use std::fmt;
use std::time::SystemTime;

use kit_base::{EmailAddress, Instant, Locale};
use lettre::Message;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use uuid::Uuid;

use crate::letter::{Letter, single_line};
use crate::transport::TransportError;

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The name that readers see.
    pub name: String,
    /// The address mails come from; its domain also stands in their Message-ID.
    pub address: EmailAddress,
}

/// A mail as a transport gets it.
#[derive(Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    /// The same at each try: the Message-ID is made of it.
    pub id: Uuid,
    /// When this try was made.
    pub at: Instant,
    /// To whom.
    pub to: EmailAddress,
    /// The language it is written in.
    pub locale: Locale,
    /// The subject, on one line.
    pub subject: String,
    /// The part in plain text.
    pub text: String,
    /// The part in HTML.
    pub html: String,
}

impl fmt::Debug for OutgoingMail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutgoingMail({})", self.id)
    }
}

impl OutgoingMail {
    pub(crate) fn new(id: Uuid, at: Instant, letter: &Letter) -> Self {
        Self {
            id,
            at,
            to: letter.to.clone(),
            locale: letter.locale,
            subject: single_line(&letter.subject),
            text: letter.text(),
            html: letter.html(),
        }
    }

    /// The mail as it goes over the wire.
    pub fn message(&self, sender: &Sender) -> Result<Message, TransportError> {
        let from = Mailbox::new(Some(single_line(&sender.name)), mail_address(&sender.address)?);
        let domain = sender.address.as_str().rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        Message::builder()
            .message_id(Some(format!("<{}@{domain}>", self.id)))
            .date(SystemTime::from(self.at))
            .from(from)
            .to(Mailbox::new(None, mail_address(&self.to)?))
            .subject(single_line(&self.subject))
            .header(ContentLanguage(self.locale.tag().to_owned()))
            .header(AutoSubmitted)
            .multipart(MultiPart::alternative_plain_html(self.text.clone(), self.html.clone()))
            .map_err(TransportError::unwritable)
    }
}

fn mail_address(address: &EmailAddress) -> Result<lettre::Address, TransportError> {
    address.as_str().parse().map_err(TransportError::unwritable)
}

/// RFC 3282.
#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// RFC 3834: no machine should answer.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(letter: &Letter, sender_name: &str) -> String {
        let sender =
            Sender { name: sender_name.to_owned(), address: "ne-pas-repondre@escale.example".parse().unwrap() };
        let mail = OutgoingMail::new(Uuid::from_u128(7), "2026-10-05T08:00:00Z".parse().unwrap(), letter);
        String::from_utf8(mail.message(&sender).unwrap().formatted()).unwrap()
    }

    fn header_names(wire: &str) -> Vec<&str> {
        let head = wire.split("\r\n\r\n").next().unwrap();
        head.split("\r\n").filter(|line| !line.starts_with(' ')).map(|line| line.split(':').next().unwrap()).collect()
    }

    #[test]
    fn no_subject_and_no_name_adds_a_header() {
        let to: EmailAddress = "contact@exemple.fr".parse().unwrap();
        let usual = wire(&Letter::new(to.clone(), Locale::Fr, "Bonjour"), "Escale");
        for evil in [
            "x\r\nBcc: evil@exemple.fr",
            "x\nBcc: evil@exemple.fr\n\nbody",
            "x\rBcc: e@exemple.fr",
            "é\u{2028}Bcc: e@e.fr",
        ] {
            let letter = Letter { subject: evil.to_owned(), ..Letter::new(to.clone(), Locale::Fr, "") };
            let sent = wire(&letter, evil);
            assert_eq!(header_names(&sent), header_names(&usual), "{sent}");
            // The same holds without the cleaning of `OutgoingMail::new`.
            let sender = Sender { name: evil.to_owned(), address: to.clone() };
            let mail = OutgoingMail {
                subject: evil.to_owned(),
                ..OutgoingMail::new(Uuid::nil(), Instant::default(), &letter)
            };
            let sent = String::from_utf8(mail.message(&sender).unwrap().formatted()).unwrap();
            assert_eq!(header_names(&sent), header_names(&usual), "{sent}");
        }
    }

    #[test]
    fn an_address_cannot_carry_a_header() {
        for evil in
            ["a@exemple.fr\r\nBcc: b@exemple.fr", "a@exemple.fr, b@exemple.fr", "<a@exemple.fr>", "a\r\n@exemple.fr"]
        {
            assert!(evil.parse::<EmailAddress>().is_err(), "{evil:?}");
        }
    }

    #[test]
    fn the_message_id_comes_from_the_row_and_the_parts_from_the_letter() {
        let to: EmailAddress = "contact@exemple.fr".parse().unwrap();
        let letter = Letter { paragraphs: vec!["Bonjour".to_owned()], ..Letter::new(to, Locale::En, "Hello") };
        let sent = wire(&letter, "Escale");
        for line in [
            "Message-ID: <00000000-0000-0000-0000-000000000007@escale.example>",
            "Date: Mon, 05 Oct 2026 08:00:00 +0000",
            "Content-Language: en",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
        ] {
            assert!(sent.contains(&format!("{line}\r\n")), "{line}: {sent}");
        }
    }
}
