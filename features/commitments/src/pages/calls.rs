//! `/fil/appels`: whom to ring, for the steering of a region alone. No reminder, no rank: promises without news, and the days at which
//! somebody is there to pick up.

use std::collections::HashMap;

use askama::Template;
use directory::{ContactFacts, OrganisationId};
use kit_base::Problem;
use kit_base::limits::CHOICES_MAX;
use kit_ui::{Column, Content, Table};
use kit_web::{Answer, Page, Visit};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::model::Status;
use crate::store::{commitment, open_commitments};
use crate::view::{CommitmentView, views};

#[derive(Template)]
#[template(path = "calls.html")]
struct Calls<'a> {
    visit: &'a Visit,
    said: String,
    departements: Vec<(String, Table)>,
}

/// `GET /fil/appels`
pub(crate) async fn get(visit: Visit) -> Answer {
    visit.signed_in()?;
    let scope = visit.scope("commitment.call-list");
    if scope.is_nothing() {
        return Err(Problem::Forbidden.into());
    }
    let query = open_commitments().filter(commitment::Column::Status.eq(Status::NoNews)).limit(CHOICES_MAX);
    let mut silent = views(&visit, visit.read().all_within(query, &*scope).await?).await?;
    silent.sort_by_key(|view| (view.territory, territory::fold(&view.organisation_name), view.due));
    let mut ids: Vec<OrganisationId> = silent.iter().map(|view| view.organisation).collect();
    ids.sort();
    ids.dedup();
    let contacts = directory::contacts_of(&visit, &ids).await?;
    let page = Calls {
        visit: &visit,
        said: visit.text("commitments-calls-count").arg("count", silent.len()).to_string(),
        departements: by_departement(&visit, &silent, &contacts),
    };
    Page::new(visit.text("commitments-calls-title")).step(visit.text("commitments-nav"), "/fil").show(&visit, &page)
}

/// By code, as départements are known by: never by the number of the silent.
fn by_departement(
    visit: &Visit,
    silent: &[CommitmentView],
    contacts: &HashMap<OrganisationId, Vec<ContactFacts>>,
) -> Vec<(String, Table)> {
    let table = |views: &[CommitmentView]| {
        let place = views.first()?.territory;
        let name = territory::name_and_code(place, visit.locale());
        let columns = vec![
            Column::new(visit.text("commitments-calls-whom")),
            Column::new(visit.text("commitments-calls-reach")),
            Column::new(visit.text("commitments-calls-about")),
        ];
        let id = format!("appels-{}", place.code());
        let empty = Table::new(id, name.as_str(), columns, visit.text("commitments-calls-none")).caption_unseen();
        let organisations = views.chunk_by(|left, right| left.organisation == right.organisation);
        Some((name, organisations.fold(empty, |table, views| table.row(cells(visit, views, contacts)))))
    };
    silent.chunk_by(|left, right| left.territory == right.territory).filter_map(table).collect()
}

fn cells(
    visit: &Visit,
    views: &[CommitmentView],
    contacts: &HashMap<OrganisationId, Vec<ContactFacts>>,
) -> Vec<Content> {
    let Some(first) = views.first() else { return Vec::new() };
    let reached = contacts.get(&first.organisation).map(Vec::as_slice).unwrap_or_default();
    let reached: Vec<String> =
        reached.iter().map(|contact| directory::reached_line(visit, contact).to_string()).collect();
    let promise = |view: &CommitmentView| {
        let due = visit.text("commitments-due").arg("date", visit.date(view.due)).to_string();
        let what = Content::from(view.what.trim_end_matches('.'));
        format!("<a href=\"{}?dit=phone#repondre\">{what}</a>, {}", view.path(), Content::from(due))
    };
    let promises: Vec<String> = views.iter().map(promise).collect();
    let unknown = || Content::from(visit.text("commitments-calls-unknown"));
    vec![
        Content::Html(format!(
            "<a href=\"{}\">{}</a>",
            directory::path(first.organisation),
            Content::from(first.organisation_name.as_str())
        )),
        if reached.is_empty() { unknown() } else { Content::Html(reached.join("<br>")) },
        Content::Html(promises.join("<br>")),
    ]
}
