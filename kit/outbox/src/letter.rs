//! A letter: what is written to one person, and how it looks as text and as HTML.

use std::fmt;

use kit_base::{EmailAddress, Locale, Problem};
use serde::{Deserialize, Serialize};

/// A link to follow, with its words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What happens there.
    pub label: String,
    /// An `http://` or `https://` address.
    pub url: String,
}

/// One sentence with its link.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is about.
    pub sentence: String,
    /// Where to go.
    pub action: Action,
}

/// Items under a heading: what is asked, what is new.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub items: Vec<Item>,
}

/// What is written to one person. All texts are plain: they are escaped where they are drawn.
///
/// ```
/// # use kit_base::Locale;
/// # use kit_outbox::Letter;
/// let to = "contact@exemple.fr".parse().unwrap();
/// let letter = Letter { code: Some("123456".to_owned()), ..Letter::new(to, Locale::Fr, "Votre code") };
/// assert!(letter.text().contains("123456"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: EmailAddress,
    /// The language it is written in.
    pub locale: Locale,
    /// The subject, on one line.
    pub subject: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// A code to type, shown large.
    pub code: Option<String>,
    /// The one thing to do.
    pub action: Option<Action>,
    /// Several things, each with its link: a basket.
    pub sections: Vec<Section>,
    /// Small print: who writes, why, how to object.
    pub footer: Vec<String>,
}

impl Letter {
    /// A letter with a subject and nothing in it yet.
    pub fn new(to: EmailAddress, locale: Locale, subject: impl Into<String>) -> Self {
        Self {
            to,
            locale,
            subject: subject.into(),
            paragraphs: Vec::new(),
            code: None,
            action: None,
            sections: Vec::new(),
            footer: Vec::new(),
        }
    }

    /// The part for readers of plain text.
    pub fn text(&self) -> String {
        let mut blocks = self.paragraphs.clone();
        blocks.extend(self.code.clone());
        blocks.extend(self.action.as_ref().map(|action| format!("{}\n{}", action.label, action.url)));
        for section in &self.sections {
            blocks.push(section.title.clone());
            let lines = |item: &Item| format!("- {}\n  {}\n  {}", item.sentence, item.action.label, item.action.url);
            blocks.extend(section.items.iter().map(lines));
        }
        if !self.footer.is_empty() {
            blocks.push(format!("-- \n{}", self.footer.join("\n")));
        }
        blocks.join("\n\n") + "\n"
    }

    /// The part for readers of HTML: no image, no script, nothing fetched from anywhere.
    pub fn html(&self) -> String {
        let mut body = String::new();
        for paragraph in &self.paragraphs {
            body += &format!("<p>{}</p>\n", escape(paragraph));
        }
        if let Some(code) = &self.code {
            body += &format!("<p style=\"{CODE_STYLE}\"><bdi>{}</bdi></p>\n", escape(code));
        }
        if let Some(action) = &self.action {
            body += &format!("<p>{}</p>\n", link(action));
        }
        for section in &self.sections {
            body += &section_html(section);
        }
        for line in &self.footer {
            body += &format!("<p style=\"{FOOTER_STYLE}\">{}</p>\n", escape(line));
        }
        let (language, direction) = (self.locale.tag(), self.locale.direction().attribute());
        let title = escape(&self.subject);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n</head>\n\
             <body style=\"{BODY_STYLE}\">\n{body}</body>\n</html>\n"
        )
    }
}

// The only way to style a mail is inside it. Dark text on white, at least 4.5:1 (WCAG 1.4.3).
const BODY_STYLE: &str = "margin:0 auto;padding:16px;max-width:600px;font:16px/1.5 sans-serif;color:#1d1d2b";
const CODE_STYLE: &str = "font:bold 28px/1.5 monospace;letter-spacing:4px";
const FOOTER_STYLE: &str = "font-size:14px;color:#55556b";

fn section_html(section: &Section) -> String {
    let item = |item: &Item| format!("<li><p>{}<br>{}</p></li>\n", escape(&item.sentence), link(&item.action));
    let items: String = section.items.iter().map(item).collect();
    format!("<h2>{}</h2>\n<ul>\n{items}</ul>\n", escape(&section.title))
}

fn link(action: &Action) -> String {
    format!("<a href=\"{}\">{}</a>", escape(&action.url), escape(&action.label))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            '\n' => escaped += "<br>",
            other => escaped.push(other),
        }
    }
    escaped
}

/// The text without line breaks and other control characters: what may stand in a header. PostgreSQL's `jsonb` takes no NUL.
pub(crate) fn single_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if is_break(c) { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}

fn is_break(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|character| *character == '\n' || !character.is_control()).collect()
}

/// The words of a letter, as they are kept until it leaves.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    subject: String,
    paragraphs: Vec<String>,
    code: Option<String>,
    action: Option<Action>,
    sections: Vec<Section>,
    footer: Vec<String>,
}

impl Content {
    /// The words of `letter`, cleaned. Fails on a link that is not one: whoever wrote the letter is at fault.
    pub(crate) fn of(letter: &Letter) -> Result<Self, Problem> {
        let clean = |texts: &[String]| texts.iter().map(|text| without_controls(text)).collect();
        let section = |section: &Section| {
            let items = section.items.iter().map(Item::cleaned).collect::<Result<_, _>>()?;
            Ok::<_, Problem>(Section { title: single_line(&section.title), items })
        };
        Ok(Self {
            subject: single_line(&letter.subject),
            paragraphs: clean(&letter.paragraphs),
            code: letter.code.as_deref().map(single_line),
            action: letter.action.as_ref().map(Action::cleaned).transpose()?,
            sections: letter.sections.iter().map(section).collect::<Result<_, _>>()?,
            footer: clean(&letter.footer),
        })
    }

    pub(crate) fn into_letter(self, to: EmailAddress, locale: Locale) -> Letter {
        let Self { subject, paragraphs, code, action, sections, footer } = self;
        Letter { to, locale, subject, paragraphs, code, action, sections, footer }
    }
}

impl Item {
    pub(crate) fn cleaned(&self) -> Result<Self, Problem> {
        Ok(Self { sentence: without_controls(&self.sentence), action: self.action.cleaned()? })
    }
}

impl Action {
    fn cleaned(&self) -> Result<Self, Problem> {
        let is_web = self.url.starts_with("https://") || self.url.starts_with("http://");
        let is_one_word = !self.url.contains(|c: char| c.is_whitespace() || is_break(c) || "<>\"".contains(c));
        if is_web && is_one_word {
            Ok(Self { label: single_line(&self.label), url: self.url.clone() })
        } else {
            Err(Problem::internal("a link of a letter is not a web address"))
        }
    }
}

/// Says nothing of the content: it carries addresses and signed links, and logs are read by others.
macro_rules! discreet_debug {
    ($($name:ident),+) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        })+
    };
}
discreet_debug!(Action, Item, Section, Letter, Content);

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(locale: Locale) -> Letter {
        let to = "contact@exemple.fr".parse().unwrap();
        let action = Action { label: "R\u{e9}pondre".to_owned(), url: "https://escale.example/r?a=1&b=2".to_owned() };
        Letter {
            paragraphs: vec!["<script>alert('x')</script> & \"co\"".to_owned(), "Deux\nlignes".to_owned()],
            code: Some("123456".to_owned()),
            action: Some(action.clone()),
            sections: vec![Section {
                title: "On vous demande".to_owned(),
                items: vec![Item { sentence: "O\u{f9} en est-on ?".to_owned(), action }],
            }],
            footer: vec!["Escale".to_owned()],
            ..Letter::new(to, locale, "Sujet <b>")
        }
    }

    #[test]
    fn html_is_escaped_and_fetches_nothing() {
        let html = letter(Locale::Fr).html();
        assert!(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;"), "{html}");
        assert!(html.contains("href=\"https://escale.example/r?a=1&amp;b=2\""), "{html}");
        assert!(html.contains("<title>Sujet &lt;b&gt;</title>") && html.contains("Deux<br>lignes"), "{html}");
        for fetching in ["<script", "<img", "<link", "src=", "url(", "@import"] {
            assert!(!html.contains(fetching), "{fetching}");
        }
    }

    #[test]
    fn html_says_its_language_and_direction() {
        assert!(letter(Locale::En).html().contains("<html lang=\"en\" dir=\"ltr\">"));
        assert!(letter(Locale::Mirror).html().contains("<html lang=\"ar-XB\" dir=\"rtl\">"));
    }

    #[test]
    fn text_holds_all_that_html_holds() {
        let text = letter(Locale::Fr).text();
        for piece in ["Deux\nlignes", "123456", "https://escale.example/r?a=1&b=2", "On vous demande", "-- \nEscale"] {
            assert!(text.contains(piece), "{piece}: {text}");
        }
    }

    #[test]
    fn a_link_that_is_none_is_refused() {
        for url in ["javascript:alert(1)", "https://a.example/ b", "https://a.example/\r\nBcc: x", "/r/1", ""] {
            let action = Action { label: "x".to_owned(), url: url.to_owned() };
            assert!(Content::of(&Letter { action: Some(action), ..letter(Locale::Fr) }).is_err(), "{url:?}");
        }
    }

    #[test]
    fn nothing_written_shows_in_debug() {
        let shown = format!("{:?}", letter(Locale::Fr));
        assert_eq!(shown, "Letter(…)");
    }
}
