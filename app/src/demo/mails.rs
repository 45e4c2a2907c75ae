//! The mails that left, which in the demo go nowhere.

use askama::Template;
use kit_outbox::{KeptTransport, OutgoingMail};
use kit_web::{Answer, Page, Visit};

#[derive(Template)]
#[template(path = "demo/mails.html")]
struct MailsPage<'a> {
    visit: &'a Visit,
    mails: Vec<OutgoingMail>,
}

impl MailsPage<'_> {
    fn when(&self, mail: &OutgoingMail) -> String {
        self.visit.date_time(mail.at, chrono_tz::Europe::Paris)
    }

    /// The text in pieces: what is a link is shown as one.
    fn lines<'m>(&self, mail: &'m OutgoingMail) -> Vec<(&'m str, bool)> {
        let is_link = |line: &str| line.starts_with("http://") || line.starts_with("https://");
        mail.text.lines().map(str::trim).map(|line| (line, is_link(line))).collect()
    }
}

pub(super) async fn list(visit: Visit, kept: KeptTransport) -> Answer {
    Page::new(visit.text("demo-mails-title")).show(&visit, &MailsPage { visit: &visit, mails: kept.mails() })
}
