//! The home page: what Escale is for, and, for whoever is signed in, where things stand and the pages of their territory.

use std::collections::BTreeSet;

use askama::Template;
use kit_base::{Territory, TerritoryKind};
use kit_policy::Place;
use kit_ui::{Bead, LinkButton, Standing, Thread};
use kit_web::{Answer, Page, PanelPlace, SignedIn, Subject, Visit};

#[derive(Template)]
#[template(path = "house/home.html")]
struct HomePage<'a> {
    visit: &'a Visit,
    /// What Escale does, for whoever is not signed in.
    thread: Option<Thread>,
    /// What a person does most, first.
    actions: Vec<LinkButton>,
    /// Name and address of the pages of their territories and organisations.
    own_pages: Vec<(String, String)>,
    panels: Vec<String>,
}

pub(super) async fn get(visit: Visit) -> Answer {
    let panels = visit.panels(PanelPlace::Home, Subject::Home).await?;
    let page = HomePage {
        visit: &visit,
        thread: visit.person().is_none().then(|| thread(&visit)),
        actions: actions(&visit),
        own_pages: visit.person().map(|person| own_pages(&visit, person)).unwrap_or_default(),
        panels,
    };
    let title = if visit.person().is_none() { visit.text("home-title") } else { visit.text("home-title-signed-in") };
    Page::new(title).show(&visit, &page)
}

/// The way of a promise, in words for somebody who has never seen one.
fn thread(visit: &Visit) -> Thread {
    let t = visit.t();
    let bead = |kind, title| Bead::new(t.text(kind), t.text(title));
    let beads = vec![
        bead("home-bead-seminar", "home-bead-seminar-text"),
        bead("home-bead-decision", "home-bead-decision-text"),
        bead("home-bead-commitment", "home-bead-commitment-text"),
        bead("home-bead-action", "home-bead-action-text"),
        bead("home-bead-next", "home-bead-next-text").standing(Standing::Ahead),
    ];
    Thread::new(t, t.text("home-thread"), beads)
}

fn actions(visit: &Visit) -> Vec<LinkButton> {
    if visit.person().is_none() {
        let door = visit.house().is_demo.then(|| LinkButton::primary(visit.text("demo-door-title"), "/demo/entrer"));
        return door.into_iter().collect();
    }
    let thread = LinkButton::primary(visit.text("home-see-thread"), "/fil");
    let creates = !visit.scope("seminar.create").is_nothing();
    let create = creates.then(|| LinkButton::secondary(visit.text("seminars-create-action"), "/seminaires/nouveau"));
    [Some(thread), create].into_iter().flatten().collect()
}

fn own_pages(visit: &Visit, person: &SignedIn) -> Vec<(String, String)> {
    // Two roles in one territory lead to the same pages.
    let places: BTreeSet<Place> = person.roles.iter().map(|role| role.place).collect();
    places.into_iter().flat_map(|place| pages_of(visit, place)).collect()
}

fn pages_of(visit: &Visit, place: Place) -> Vec<(String, String)> {
    match place {
        Place::Installation => Vec::new(),
        Place::Organisation(id) => vec![(visit.text("home-own-organisation").to_string(), format!("/acteurs/{id}"))],
        Place::Territory(territory) => pages_of_territory(visit, territory),
    }
}

fn pages_of_territory(visit: &Visit, territory: Territory) -> Vec<(String, String)> {
    let name = territory::name(territory, visit.locale());
    let code = territory.code();
    let itself = (name.clone(), territory.path());
    match territory.kind() {
        TerritoryKind::Region => {
            let plan = visit.text("plan-title").arg("region", name).to_string();
            vec![(plan, format!("/plans/{code}")), itself]
        }
        TerritoryKind::Departement => vec![
            (visit.text("collectives-name").arg("departement", &name).to_string(), format!("/collectifs/{code}")),
            (visit.text("plan-programme-title").arg("departement", &name).to_string(), format!("/programmes/{code}")),
            itself,
        ],
        _ => vec![itself],
    }
}
