//! The page of an organisation.

use askama::Template;
use axum::extract::Path;
use kit_base::clock::day_in;
use kit_i18n::Translator;
use kit_ui::{Badge, Content, DescriptionList, LinkButton};
use kit_web::{Answer, Page, PanelPlace, Subject, Visit};

use super::{example_badge, organisation_at};
use crate::model::{WebAddress, display_name, name_beside_badge, path};
use crate::store::organisation::Model;

#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage<'a> {
    name: &'a str,
    badge: Option<Badge>,
    facts: DescriptionList,
    edit: Option<LinkButton>,
    panels: Vec<String>,
}

/// `GET /acteurs/{id}`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = organisation_at(&visit, &id).await?;
    let t = visit.t();
    let may_edit = visit.may("organisation.edit", &row.resource());
    let page = OrganisationPage {
        name: name_beside_badge(&row.name, row.is_example),
        badge: example_badge(t, row.is_example),
        facts: facts(&visit, &row),
        edit: may_edit.then(|| LinkButton::secondary(t.text("directory-edit"), format!("{}/modifier", path(row.id)))),
        panels: territory::panels(&visit, PanelPlace::Organisation, Subject::Record(row.id.0, row.territory)).await?,
    };
    Page::new(display_name(&row.name, row.is_example)).step(t.text("directory-nav"), "/acteurs").show(&visit, &page)
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
        .with(t.text("directory-contact"), contact(visit, row))
        .with(t.text("directory-source"), source(t, row.source.as_deref()))
        .with(t.text("directory-updated"), t.date(updated_on))
}

fn website(t: &Translator, address: Option<&WebAddress>) -> Content {
    address.map_or_else(|| t.text("directory-unknown").into(), |address| outward_link(address.as_str()))
}

/// The address is for people who are signed in: others are told that there is one.
fn contact(visit: &Visit, row: &Model) -> Content {
    match (&row.contact_email, visit.person()) {
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
