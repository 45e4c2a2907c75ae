//! The page of an organisation.

use askama::Template;
use axum::extract::Path;
use kit_base::clock::day_in;
use kit_base::{EmailAddress, Problem};
use kit_i18n::{Phrase, Translator};
use kit_ui::{Badge, Content, DescriptionList, LinkButton, Notice, Tone};
use kit_web::{Answer, Page, PanelPlace, Subject, Visit};

use super::story::Story;
use super::{contact, example_badge, help, organisation_at, role};
use crate::model::{WebAddress, display_name, name_beside_badge, path};
use crate::store::organisation::Model;

#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage<'a> {
    t: &'a Translator,
    name: &'a str,
    badge: Option<Badge>,
    /// That it became another.
    became: Option<Notice>,
    facts: DescriptionList,
    edit: Option<LinkButton>,
    sections: Vec<Section>,
    panels: Vec<String>,
}

/// What hangs on the record, under a heading, with what can be done there.
struct Section {
    id: &'static str,
    title: String,
    /// Nothing is known yet where it is empty: shown to whoever may fill it.
    body: Option<Content>,
    actions: Vec<LinkButton>,
}

/// `GET /acteurs/{id}`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = organisation_at(&visit, &id).await?;
    let t = visit.t();
    let may_edit = visit.may("organisation.edit", &row.resource());
    // In a demo nothing made up is written on a body that exists.
    let may_add = may_edit && (row.is_example || !visit.house().is_demo);
    let story = Story::of(&visit, &row).await?;
    let page = OrganisationPage {
        t,
        name: name_beside_badge(&row.name, row.is_example),
        badge: example_badge(t, row.is_example),
        became: story.became(t, &row).map(|words| Notice::new(t, Tone::Info, words)),
        facts: facts(&visit, &row),
        sections: sections(&visit, &row, &story, may_add).await?,
        edit: may_edit.then(|| LinkButton::secondary(t.text("directory-edit"), format!("{}/modifier", path(row.id)))),
        panels: territory::panels(&visit, PanelPlace::Organisation, Subject::Record(row.id.0, row.territory)).await?,
    };
    Page::new(display_name(&row.name, row.is_example)).step(t.text("directory-nav"), "/acteurs").show(&visit, &page)
}

/// Help first: it is what people come for.
async fn sections(visit: &Visit, row: &Model, story: &Story, may_add: bool) -> Result<Vec<Section>, Problem> {
    let t = visit.t();
    let here = path(row.id);
    let today = day_in(territory::time_zone(row.territory), visit.now());
    let action = |words: Phrase<'_>, address: &str| LinkButton::secondary(words, format!("{here}/{address}"));
    let sections = [
        Section {
            id: "aide",
            title: t.text("directory-help-section").into(),
            body: help::list(visit, row).await?,
            actions: vec![action(t.text("directory-help-edit"), "aide")],
        },
        Section {
            id: "contacts-section",
            title: t.text("directory-contacts-title").into(),
            body: contact::table(visit, row, may_add).await?.map(Content::html),
            actions: vec![action(t.text("directory-contact-add"), "contacts/nouveau")],
        },
        Section {
            id: "roles-section",
            title: t.text("directory-roles-title").into(),
            body: role::table(visit, row, today, may_add).await?.map(Content::html),
            actions: vec![action(t.text("directory-role-add"), "roles/nouveau")],
        },
        Section {
            id: "histoire",
            title: t.text("directory-story-title").into(),
            body: story.lines(t, row, may_add),
            actions: vec![
                action(t.text("directory-name-add"), "noms/nouveau"),
                action(t.text("directory-became-title"), "devenue"),
            ],
        },
    ];
    let shown = sections.into_iter().filter(|section| may_add || section.body.is_some());
    Ok(shown
        .map(|section| Section { actions: if may_add { section.actions } else { Vec::new() }, ..section })
        .collect())
}

fn facts(visit: &Visit, row: &Model) -> DescriptionList {
    let t = visit.t();
    let seat = match row.seat {
        Some(seat) => territory::link(seat, t.locale()),
        None => t.text("directory-unknown").into(),
    };
    let updated_on = day_in(territory::time_zone(row.territory), row.updated_at);
    DescriptionList::new()
        .with(t.text("directory-kind"), t.text(row.kind.label()))
        .with(t.text("directory-seat"), seat)
        .with(t.text("directory-territory"), territory::link(row.territory, t.locale()))
        .with(t.text("directory-website"), website(t, row.website.as_ref()))
        .with(t.text("directory-contact"), email(visit, row.contact_email.as_ref()))
        .with(t.text("directory-source"), source(t, row.source.as_deref()))
        .with(t.text("directory-updated"), t.date(updated_on))
}

fn website(t: &Translator, address: Option<&WebAddress>) -> Content {
    address.map_or_else(|| t.text("directory-unknown").into(), |address| outward_link(address.as_str()))
}

/// The address is for people who are signed in: others are told that there is one.
pub(super) fn email(visit: &Visit, address: Option<&EmailAddress>) -> Content {
    match (address, visit.person()) {
        (None, _) => visit.text("directory-unknown").into(),
        (Some(_), None) => visit.text("directory-contact-signed-in").into(),
        (Some(address), Some(_)) => {
            let address = Content::from(address.as_str());
            Content::Html(format!(r#"<a href="mailto:{address}">{address}</a>"#))
        }
    }
}

fn source(t: &Translator, source: Option<&str>) -> Content {
    match source {
        None => t.text("directory-unknown").into(),
        Some(text) if text.parse::<WebAddress>().is_ok() => outward_link(text),
        Some(text) => text.into(),
    }
}

fn outward_link(address: &str) -> Content {
    let address = Content::from(address);
    Content::Html(format!(r#"<a href="{address}" rel="noopener nofollow external">{address}</a>"#))
}
