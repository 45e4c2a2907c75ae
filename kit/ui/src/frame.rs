//! The page around what a feature shows.

use askama::Template;
use askama::filters::HtmlSafe;
use kit_base::Locale;
use kit_i18n::Translator;

use crate::{Breadcrumb, Component, Notice, Step, Tone};

/// An entry of the navigation: a noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavigationLink {
    /// The noun.
    pub label: String,
    /// Its page.
    pub href: String,
    /// Whether the reader is there, or below it.
    pub current: bool,
}

/// The same page in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The language's name in itself.
    pub label: &'static str,
    /// The page in it.
    pub href: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

impl LanguageLink {
    /// The page at `path` (with its query, `?langue=` removed) in each language a person may choose.
    pub fn for_page(t: &Translator, path: &str) -> Vec<Self> {
        let joint = if path.contains('?') { '&' } else { '?' };
        [(Locale::Fr, "Français"), (Locale::En, "English")]
            .into_iter()
            .map(|(locale, label)| Self {
                tag: locale.tag(),
                label,
                href: format!("{path}{joint}langue={locale}"),
                current: t.locale() == locale,
            })
            .collect()
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// As they call themselves.
    pub name: String,
    /// Their own page.
    pub account_href: String,
}

/// The page around what a feature shows. The body holds the one h1.
#[derive(Debug, Clone, Template)]
#[template(path = "frame.html")]
pub struct Frame {
    /// The language of the page.
    pub t: Translator,
    /// Title of the page; ` – Escale` is added.
    pub title: String,
    /// Few nouns.
    pub navigation: Vec<NavigationLink>,
    /// Languages to choose from, for the switch and for search engines; see [`LanguageLink::for_page`].
    pub languages: Vec<LanguageLink>,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// Where to sign in.
    pub sign_in_href: String,
    /// The way to this page.
    pub breadcrumb: Option<Breadcrumb>,
    /// Said above everything when the figures are made up.
    pub demo_banner: Option<String>,
    /// What came of what the reader just did.
    pub flash: Option<Notice>,
    /// Address of the stylesheet.
    pub css_href: String,
    /// Address of the icon.
    pub icon_href: String,
    /// Addresses of the scripts, in order.
    pub js_hrefs: Vec<String>,
    /// Links of the foot of the page: label, address.
    pub footer_links: Vec<(String, String)>,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
    /// Trusted HTML: the page itself, with its h1.
    pub body: String,
}

impl Frame {
    /// A page with nothing around it yet but its language: fill the public fields. Assets are served under `assets_path`
    /// (e.g. `/assets`).
    pub fn new(t: &Translator, title: impl Into<String>, body: impl Into<String>, assets_path: &str) -> Self {
        Self {
            t: t.clone(),
            title: title.into(),
            navigation: Vec::new(),
            languages: Vec::new(),
            signed_in: None,
            sign_in_href: "/connexion".to_owned(),
            breadcrumb: None,
            demo_banner: None,
            flash: None,
            css_href: format!("{assets_path}/{}", crate::stylesheet_name()),
            icon_href: format!("{assets_path}/{}", crate::icon_name()),
            js_hrefs: crate::script_names().map(|name| format!("{assets_path}/{name}")).collect(),
            footer_links: Vec::new(),
            noindex: false,
            body: body.into(),
        }
    }
}

impl HtmlSafe for Frame {}

/// Its examples are whole pages: tests read them, the gallery cannot show them within itself.
impl Component for Frame {
    const NAME: &'static str = "Frame";

    fn examples(t: &Translator) -> Vec<(&'static str, Self)> {
        let title = t.text("ui-sample-seminar").to_string();
        let body = format!("<h1>{title}</h1><p>{}</p>", t.text("ui-sample-paragraph"));
        let visitor = Self {
            languages: LanguageLink::for_page(t, "/seminaires"),
            ..Self::new(t, title.clone(), body, "/assets")
        };
        let steps = vec![Step::to(t.text("ui-home"), "/"), Step::here(title)];
        let navigation = [
            t.text("ui-sample-nav-seminars"),
            t.text("ui-sample-nav-commitments"),
            t.text("ui-sample-nav-territories"),
        ];
        let member = Self {
            navigation: navigation
                .into_iter()
                .enumerate()
                .map(|(place, label)| NavigationLink {
                    label: label.into(),
                    href: format!("#nav-{place}"),
                    current: place == 0,
                })
                .collect(),
            signed_in: Some(SignedIn {
                name: t.text("ui-sample-organisation").into(),
                account_href: "/compte".to_owned(),
            }),
            breadcrumb: Some(Breadcrumb::new(t, steps)),
            demo_banner: Some(t.text("ui-sample-demo").into()),
            flash: Some(Notice::announced(t, Tone::Success, t.text("ui-sample-notice-success"))),
            footer_links: vec![(t.text("ui-gallery-title").into(), "/ui".to_owned())],
            noindex: true,
            ..visitor.clone()
        };
        vec![("for a visitor", visitor), ("for a member", member)]
    }
}
