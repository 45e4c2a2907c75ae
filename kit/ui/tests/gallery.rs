//! What holds for every component, with every example, in every language.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Arc;

use kit_base::{FieldError, Locale, Message};
use kit_i18n::{Translator, Words, used_keys};
use kit_ui::{Component, Frame, Gallery, assets, gallery};
use scraper::{ElementRef, Html, Selector};

fn words() -> Arc<Words> {
    Arc::new(Words::new(&[kit_ui::WORDS]).unwrap())
}

fn translators() -> impl Iterator<Item = Translator> {
    let words = words();
    Locale::ALL.into_iter().map(move |locale| words.translator(locale))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

/// Every specimen, and every frame, as `component / example` and HTML.
fn everything(t: &Translator) -> Vec<(String, String)> {
    let specimens = gallery(t).into_iter().map(|s| (format!("{} / {} / {t:?}", s.component, s.name), s.html));
    let frames = Frame::examples(t).into_iter().map(|(name, frame)| (format!("Frame / {name}"), frame.to_string()));
    specimens.chain(frames).collect()
}

fn parse(html: &str) -> Html {
    if html.starts_with("<!doctype") { Html::parse_document(html) } else { Html::parse_fragment(html) }
}

#[test]
fn a_strict_content_security_policy_blocks_nothing() {
    for t in translators() {
        for (name, html) in everything(&t) {
            let document = parse(&html);
            for element in document.select(&selector("*")) {
                for (attribute, _) in element.value().attrs() {
                    assert!(attribute != "style", "{name}: inline style");
                    assert!(!attribute.starts_with("on") && !attribute.starts_with("hx-on"), "{name}: {attribute}");
                }
                let is_inline = element.value().name() == "script" && element.attr("src").is_none();
                assert!(!is_inline && element.value().name() != "style", "{name}: inline {}", element.value().name());
            }
        }
    }
}

#[test]
fn every_message_is_there_and_every_word_of_the_crate_is_used() {
    for t in translators() {
        for (name, html) in everything(&t) {
            assert!(!html.contains('⟦'), "{name} lacks a message: {html}");
        }
    }
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    let sources = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let used: BTreeSet<String> = sources.flat_map(|source| used_keys(&source)).collect();
    let words = words();
    let defined: BTreeSet<String> = words.keys().filter(|key| key.starts_with("ui-")).map(str::to_owned).collect();
    assert_eq!(used, defined);
}

#[test]
fn ids_are_unique_on_the_page_that_shows_everything_and_what_points_to_one_finds_it() {
    for t in translators() {
        let mut frame = Frame::examples(&t).pop().unwrap().1;
        frame.body = Gallery::new(&t).to_string();
        let document = Html::parse_document(&frame.to_string());
        let mut ids = BTreeSet::new();
        for element in document.select(&selector("[id]")) {
            assert!(ids.insert(element.attr("id").unwrap().to_owned()), "twice: {:?}", element.attr("id"));
        }
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for element in document.select(&selector(&format!("[{attribute}]"))) {
                for id in element.attr(attribute).unwrap().split(' ') {
                    assert!(ids.contains(id), "{attribute} points to {id}, which is nowhere");
                }
            }
        }
        for link in document.select(&selector(".error-summary a, .skip-link")) {
            let id = link.attr("href").unwrap().trim_start_matches('#');
            assert!(ids.contains(id), "a link leads to {id}, which is nowhere");
        }
    }
}

#[test]
fn every_control_has_a_label_and_every_error_is_linked_to_its_control() {
    for t in translators() {
        for (name, html) in everything(&t) {
            let document = parse(&html);
            for control in document.select(&selector("input:not([type=hidden]), select, textarea")) {
                let id = control.attr("id").unwrap_or_else(|| panic!("{name}: a control without an id"));
                let label = document.select(&selector(&format!("label[for='{id}']"))).next();
                let text: String = label.map(|label| label.text().collect()).unwrap_or_default();
                assert!(!text.trim().is_empty(), "{name}: {id} has no label");
            }
            for error in document.select(&selector(".field-error")) {
                let id = error.attr("id").unwrap();
                let linked = document.select(&selector("[aria-invalid=true]")).any(|control: ElementRef<'_>| {
                    control.attr("aria-describedby").is_some_and(|ids| ids.split(' ').any(|one| one == id))
                });
                assert!(linked, "{name}: {id} is linked to nothing");
            }
        }
    }
}

#[test]
fn a_frame_says_its_language_and_direction_and_holds_one_heading() {
    for t in translators() {
        for (name, frame) in Frame::examples(&t) {
            let document = Html::parse_document(&frame.to_string());
            let html = document.select(&selector("html")).next().unwrap();
            assert_eq!(html.attr("lang"), Some(t.tag()), "{name}");
            assert_eq!(html.attr("dir"), Some(t.direction().attribute()), "{name}");
            assert_eq!(document.select(&selector("main h1")).count(), 1, "{name}");
            assert_eq!(document.select(&selector("link[rel=alternate]")).count(), 2, "{name}");
            let title: String = document.select(&selector("title")).next().unwrap().text().collect();
            assert!(title.ends_with(" – Escale"), "{name}: {title}");
        }
    }
}

#[test]
fn what_people_write_is_escaped() {
    let words = words();
    let t = words.translator(Locale::Fr);
    let hostile = "\"><script>alert(1)</script>";
    let field =
        kit_ui::Field::textarea(&t, "minutes", hostile).value(hostile).hint(hostile).stale(Some(hostile.into()));
    let select = kit_ui::Field::select(&t, "k", "k", vec![kit_ui::Choice::new(hostile, hostile)]).value(hostile);
    let notice = kit_ui::Notice::new(&t, kit_ui::Tone::Info, hostile);
    let table = kit_ui::Table::new("t", hostile, vec![kit_ui::Column::new(hostile)], "").row(vec![hostile.into()]);
    for html in [field.to_string(), select.to_string(), notice.to_string(), table.to_string()] {
        assert!(!html.contains("<script"), "{html}");
    }
    assert!(select.to_string().contains("selected"), "the value that was sent stays chosen");
}

#[test]
fn what_a_command_found_wrong_stands_in_the_summary_and_at_its_field() {
    let t = words().translator(Locale::En);
    let errors = [FieldError { field: "title", message: Message::new("ui-sample-error-title") }];
    let told = errors.iter().map(|error| (error.field.to_owned(), t.message(&error.message))).collect();
    let summary = kit_ui::ErrorSummary::new(&t, told).unwrap().to_string();
    assert!(summary.contains("href=\"#champ-title\"") && summary.contains("Give the commitment a title."), "{summary}");
    let wrong = kit_ui::Field::text(&t, "title", "x").error_among(&errors).to_string();
    let right = kit_ui::Field::text(&t, "place", "x").error_among(&errors).to_string();
    assert!(wrong.contains("aria-invalid") && wrong.contains("Give the commitment a title."), "{wrong}");
    assert!(!right.contains("aria-invalid"), "{right}");
    assert!(kit_ui::ErrorSummary::new(&t, Vec::new()).is_none());
}

#[test]
fn a_field_keeps_what_was_typed() {
    let words = words();
    let t = words.translator(Locale::Fr);
    let typed = "\npremière ligne\n  deuxième";
    let html = kit_ui::Field::textarea(&t, "minutes", "x").value(typed).to_string();
    let document = Html::parse_fragment(&html);
    let kept: String = document.select(&selector("textarea")).next().unwrap().text().collect();
    assert_eq!(kept, typed);
}

#[test]
fn assets_are_named_by_their_content_and_stay_light() {
    let mut total = 0;
    for asset in assets() {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(asset.bytes).unwrap();
        let compressed = encoder.finish().unwrap().len();
        total += compressed;
        let (_, rest) = asset.path.split_once('-').unwrap();
        let (hash, extension) = rest.split_once('.').unwrap();
        assert!(hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", asset.path);
        if extension == "css" {
            assert!(asset.bytes.len() < 22_000 && compressed < 6_000, "{compressed} bytes of style");
            let css = std::str::from_utf8(asset.bytes).unwrap();
            for physical in ["-left", "-right", "left:", "right:", "@import", "url("] {
                assert!(!css.contains(physical), "{physical} does not mirror or leaves the site");
            }
        }
    }
    assert!(total < 22_000, "{total} bytes of style and scripts, compressed");
}
