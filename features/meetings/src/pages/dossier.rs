//! What is taken along where there is no network: a page to print, and the same as one file to fill in.

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kit_base::Problem;
use kit_exchange::{XLSX_MEDIA_TYPE, write_xlsx};
use kit_ui::{DescriptionList, LinkButton};
use kit_web::{Answer, Visit};

use super::meeting::{facts, lines_of};
use super::{find_to_hold, under};
use crate::dossier::{Before, sheets};
use crate::model::reading::FileWords;

/// Lines left free on paper, for who came from elsewhere and for what is promised.
const BLANK_LINES: usize = 6;

#[derive(Template)]
#[template(path = "dossier.html")]
struct DossierPage<'a> {
    visit: &'a Visit,
    called: String,
    facts: DescriptionList,
    file: LinkButton,
    points: Vec<String>,
    promises: Vec<Promise>,
    members: Vec<String>,
    blank_lines: usize,
}

struct Promise {
    who: String,
    what: String,
    due: String,
}

/// `GET /reunions/{id}/dossier`
pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    let before = Before::of(&visit, &row).await?;
    let promise = |view: commitments::CommitmentView| Promise {
        due: visit.date_short(view.due),
        who: view.organisation_name,
        what: view.what,
    };
    let page = DossierPage {
        visit: &visit,
        called: row.called(visit.t()),
        facts: facts(&visit, &row),
        file: LinkButton::download(visit.text("meetings-dossier-file"), format!("{}/dossier.xlsx", row.path())),
        points: lines_of(row.points.as_deref()),
        promises: before.promises.into_iter().map(promise).collect(),
        members: before.members.iter().map(directory::OrganisationSummary::display_name).collect(),
        blank_lines: BLANK_LINES,
    };
    under(&visit, visit.text("meetings-dossier-title"), &row).show(&visit, &page)
}

/// `GET /reunions/{id}/dossier.xlsx`
pub(crate) async fn file(visit: Visit, Path(id): Path<String>) -> Answer {
    let row = find_to_hold(&visit, &id).await?;
    let before = Before::of(&visit, &row).await?;
    let bytes = write_xlsx(&sheets(&FileWords::for_reader(&visit), &before)).map_err(Problem::internal)?;
    let name = format!("attachment; filename=\"reunion-{}-{}.xlsx\"", row.territory.code(), row.day);
    let mut response: Response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(XLSX_MEDIA_TYPE));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(Problem::internal)?);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
