//! Every form of every page, with everything that can be wrong in it.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use super::pages::{entered, samples};
use crate::support::{Browser, TestHouse, View};

/// What a person may type into, as the page shows it.
struct Field {
    name: String,
    kind: Kind,
    is_required: bool,
    maxlength: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Date,
    Time,
    Number,
    Email,
    Choice,
}

/// A form that is sent, as it stands on its page.
struct Sent {
    action: String,
    fields: Vec<Field>,
}

fn select<'a>(element: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(css).unwrap()).collect()
}

/// The forms of a page that ask for something.
fn forms_of(view: &View) -> Vec<Sent> {
    let document = Html::parse_document(&view.html);
    let forms = select(document.root_element(), "form[method=post]");
    let sent = forms
        .into_iter()
        .map(|form| Sent { action: form.attr("action").unwrap_or(&view.path).to_owned(), fields: fields_of(form) });
    sent.filter(|form| !form.fields.is_empty()).collect()
}

fn fields_of(form: ElementRef<'_>) -> Vec<Field> {
    let mut seen = BTreeSet::new();
    let controls = select(form, "input, select, textarea");
    controls.into_iter().filter_map(field_of).filter(|field| seen.insert(field.name.clone())).collect()
}

fn field_of(control: ElementRef<'_>) -> Option<Field> {
    let kind = match (control.value().name(), control.attr("type")) {
        ("select", _) | (_, Some("radio")) => Kind::Choice,
        ("textarea", _) | (_, Some("text" | "search")) => Kind::Text,
        (_, Some("date")) => Kind::Date,
        (_, Some("time")) => Kind::Time,
        (_, Some("number")) => Kind::Number,
        (_, Some("email")) => Kind::Email,
        _ => return None,
    };
    // Radios say on their group that they must be answered.
    let group = control.ancestors().filter_map(ElementRef::wrap).find(|element| element.value().name() == "fieldset");
    let is_required = control.attr("aria-required") == Some("true")
        || group.is_some_and(|group| group.attr("aria-required") == Some("true"));
    let maxlength = control.attr("maxlength").and_then(|length| length.parse().ok());
    Some(Field { name: control.attr("name")?.to_owned(), kind, is_required, maxlength })
}

/// What can be wrong with a field, one after the other.
fn faults_of(field: &Field) -> Vec<String> {
    let mut faults = Vec::new();
    if field.is_required {
        faults.push(String::new());
    }
    faults.extend(field.maxlength.filter(|_| field.kind == Kind::Text).map(|length| "x".repeat(length + 1)));
    match field.kind {
        Kind::Text => {}
        Kind::Date => faults.extend(["pas-une-date", "2027-02-30", "0001-01-01"].map(str::to_owned)),
        Kind::Time => faults.extend(["25:99", "midi"].map(str::to_owned)),
        Kind::Number => faults.extend(["beaucoup", "99999999999999999999", "-7"].map(str::to_owned)),
        Kind::Email => faults.extend(["pas une adresse", "a@b.fr\r\nBcc: c@d.fr"].map(str::to_owned)),
        Kind::Choice => faults.push("inexistant".to_owned()),
    }
    faults
}

/// The form as it stands, with a sentence in each empty text, so that it can be seen to be kept.
fn typed(view: &View, form: &Sent) -> Vec<(String, String)> {
    let mut values = view.form(&form.action);
    for (name, value) in &mut values {
        let is_text = form.fields.iter().any(|field| field.name == *name && field.kind == Kind::Text);
        if is_text && value.is_empty() {
            *value = format!("Gardé {name}");
        }
    }
    values
}

fn with(values: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let others = values.iter().filter(|(field, _)| field != name).cloned();
    others.chain([(name.to_owned(), value.to_owned())]).collect()
}

async fn entries(house: &TestHouse) -> i64 {
    house.app.store.verify_journal().await.unwrap().entries
}

/// Every page that has a form which was not seen yet.
async fn each_form(house: &TestHouse) -> Vec<(Option<&'static str>, View, Sent)> {
    let (samples, browsers) = samples(house).await;
    let (mut forms, mut seen) = (Vec::new(), BTreeSet::new());
    for (path, person) in samples {
        let view = browsers[&person].get(&path).await;
        for form in forms_of(&view) {
            if seen.insert(form.action.clone()) {
                forms.push((person, view.clone(), form));
            }
        }
    }
    forms
}

#[tokio::test]
async fn every_fault_of_every_field_is_said_beside_it_and_at_the_top_and_nothing_is_written() {
    let house = TestHouse::demo().await;
    let forms = each_form(&house).await;
    assert!(forms.len() > 15, "only {} forms were found", forms.len());
    let (mut tried, mut wrong) = (0, Vec::new());
    for (person, view, form) in &forms {
        let browser = entered(&house, *person).await;
        let fresh = browser.get(&view.path).await;
        let values = typed(&fresh, form);
        for field in &form.fields {
            for fault in faults_of(field) {
                let before = entries(&house).await;
                let answer = browser.post(&form.action, &with(&values, &field.name, &fault)).await;
                tried += 1;
                let said = format!("{} {}={:.30?}", form.action, field.name, fault);
                wrong.extend(complaint(&answer, field, &values).map(|complaint| format!("{said}: {complaint}")));
                if entries(&house).await != before && !says_nothing_of_it(&form.action) {
                    wrong.push(format!("{said}: something was written"));
                }
            }
        }
    }
    assert!(tried > 60, "only {tried} faults were tried");
    assert!(wrong.is_empty(), "{tried} faults tried, {} taken badly:\n{}", wrong.len(), wrong.join("\n"));
}

/// Asking for a sign-in mail is journalled for an address that is readable; here none is. A wrong code is journalled as such.
fn says_nothing_of_it(action: &str) -> bool {
    action == "/connexion/code"
}

fn complaint(answer: &View, field: &Field, values: &[(String, String)]) -> Option<String> {
    if answer.status != 422 {
        return Some(format!("answered {}: {:.200}", answer.status, answer.first("main").unwrap_or_default()));
    }
    let name = &field.name;
    if !answer.html.contains(&format!("champ-{name}-erreur")) {
        return Some("nothing is said beside the field".to_owned());
    }
    if !answer.html.contains(&format!("href=\"#champ-{name}\"")) {
        return Some("nothing is said at the top".to_owned());
    }
    let lost = values
        .iter()
        .find(|(other, value)| other != name && value.starts_with("Gardé") && !answer.html.contains(value.as_str()));
    lost.map(|(other, _)| format!("what was typed in {other} is lost"))
}

#[tokio::test]
async fn a_forged_token_is_refused_by_every_form_and_what_was_typed_is_kept() {
    let house = TestHouse::demo().await;
    for (person, view, form) in each_form(&house).await {
        let browser = entered(&house, person).await;
        let before = entries(&house).await;
        let values = typed(&browser.get(&view.path).await, &form);
        let answer = browser.post(&form.action, &with(&values, "jeton", "forge")).await;
        assert_eq!(answer.status, 403, "{}", form.action);
        for (name, value) in values.iter().filter(|(_, value)| value.starts_with("Gardé")) {
            assert!(answer.html.contains(value.as_str()), "{}: what was typed in {name} is lost", form.action);
        }
        assert_eq!(entries(&house).await, before, "{} wrote something", form.action);
    }
}

#[tokio::test]
async fn a_stale_version_is_a_conflict_on_every_form_that_edits() {
    let house = TestHouse::demo().await;
    let mut tried = 0;
    for (person, view, form) in each_form(&house).await {
        let browser = entered(&house, person).await;
        let values = browser.get(&view.path).await.form(&form.action);
        if !values.iter().any(|(name, _)| name == "version") {
            continue;
        }
        let before = entries(&house).await;
        let answer = browser.post(&form.action, &with(&values, "version", "9999")).await;
        assert!([409, 422].contains(&answer.status), "{} answered {}", form.action, answer.status);
        tried += usize::from(answer.status == 409);
        assert_eq!(entries(&house).await, before, "{}", form.action);
    }
    assert!(tried >= 3, "only {tried} forms that edit were tried");
}

/// An end that stands before its start, on each form that asks for both.
#[tokio::test]
async fn an_end_before_its_start_is_refused_beside_the_end() {
    let house = TestHouse::demo().await;
    let forms = each_form(&house).await;
    let pairs = [
        ("premier-jour", "2027-06-24", "dernier-jour", "2027-06-23"),
        ("debut", "2027-06-24", "fin", "2027-06-23"),
        ("debut", "11:00", "fin", "10:00"),
        ("premiere-annee", "2028", "derniere-annee", "2027"),
        ("echeance", "2027-06-23", "pas-avant", "2027-06-24"),
        ("depuis", "2026-06-24", "jusqu", "2026-06-23"),
    ];
    for (start, starts, end, ends) in pairs {
        let asks_for_both = |form: &Sent| {
            let of_kind = |name: &str| form.fields.iter().find(|field| field.name == name).map(|field| field.kind);
            let is_time = starts.contains(':');
            of_kind(start).is_some_and(|kind| (kind == Kind::Time) == is_time) && of_kind(end).is_some()
        };
        let fitting: Vec<_> = forms.iter().filter(|(_, _, form)| asks_for_both(form)).collect();
        assert!(!fitting.is_empty(), "no form asks for {start} and {end} ({starts})");
        for (person, view, form) in fitting {
            let browser: Browser = entered(&house, *person).await;
            let before = entries(&house).await;
            let values = filled(&browser.get(&view.path).await, form);
            let values = with(&with(&values, start, starts), end, ends);
            let answer = browser.post(&form.action, &values).await;
            assert_eq!(answer.status, 422, "{} {end}: {}", form.action, answer.text());
            let is_said = [start, end].iter().any(|name| answer.html.contains(&format!("champ-{name}-erreur")));
            assert!(is_said, "{}: nothing is said beside {start} or {end}: {}", form.action, answer.text());
            assert_eq!(entries(&house).await, before, "{}", form.action);
        }
    }
}

/// The form with the first choice of every list, and something in every text.
fn filled(view: &View, form: &Sent) -> Vec<(String, String)> {
    let mut values = typed(view, form);
    let document = Html::parse_document(&view.html);
    for field in form.fields.iter().filter(|field| field.kind == Kind::Choice && field.is_required) {
        let name = &field.name;
        let options = select(document.root_element(), &format!("select[name='{name}'] option, input[name='{name}']"));
        let first = options.iter().filter_map(|option| option.attr("value")).find(|value| !value.is_empty());
        let is_empty = values.iter().find(|(other, _)| other == name).is_none_or(|(_, value)| value.is_empty());
        if let (Some(first), true) = (first, is_empty) {
            values = with(&values, name, first);
        }
    }
    // A text that names a commune is left empty: it may be.
    values.into_iter().map(|(name, value)| if name == "lieu" { (name, String::new()) } else { (name, value) }).collect()
}
