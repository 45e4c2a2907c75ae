//! The home page: what Escale is for, and what every room has to say today.

use askama::Template;
use kit_web::{Answer, Page, PanelPlace, Subject, Visit};

#[derive(Template)]
#[template(path = "house/home.html")]
struct HomePage<'a> {
    visit: &'a Visit,
    panels: Vec<String>,
}

pub(super) async fn get(visit: Visit) -> Answer {
    let panels = visit.panels(PanelPlace::Home, Subject::Home).await?;
    Page::new(visit.text("home-title")).show(&visit, &HomePage { visit: &visit, panels })
}
