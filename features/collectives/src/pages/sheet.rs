//! The sheet of a collective: two pages that stand on their own, for the seminar, for an elected person, for whoever was not there.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use directory::{OrganisationId, OrganisationSummary};
use kit_base::limits::MINUTES_CHARACTERS_MAX;
use kit_base::{Problem, Territory};
use kit_ui::{Button, Choice, Content, Field, FieldKind, LinkButton};
use kit_web::{Answer, Fields, Form, Page, PanelPlace, Subject, Submission, Visit, see_other};

use super::{animation_line, collective_name, departement_at, freshness, organisation_link, today_in};
use crate::commands::{ConfirmSheet, EditSheet, SendSheet};
use crate::model::{Membership, SheetTexts, animation, path};
use crate::store::{collective, of_departement, resource, row_of};

/// Lines of a text shown at first.
const TEXT_ROWS: u8 = 6;

#[derive(Template)]
#[template(path = "sheet.html")]
pub(super) struct Sheet<'a> {
    visit: &'a Visit,
    name: String,
    fresh: String,
    animation: Content,
    stand_in: Option<Content>,
    members: Vec<Content>,
    needs: Vec<String>,
    offers: Vec<String>,
    /// What other rooms know: what was done, figures.
    panels: Vec<String>,
}

#[derive(Template)]
#[template(path = "sheet_page.html")]
struct SheetPage<'a> {
    visit: &'a Visit,
    sheet: Sheet<'a>,
    path: String,
    /// What whoever read it by a link said of the members.
    remark: Option<String>,
    /// For who keeps it.
    keeping: Option<Keeping<'a>>,
}

struct Keeping<'a> {
    form: &'a Form,
    edit: LinkButton,
    confirm: Button,
    send: Button,
}

#[derive(Template)]
#[template(path = "sheet_edit.html")]
struct EditPage<'a> {
    visit: &'a Visit,
    form: &'a Form,
    fields: Vec<Field>,
    action: String,
    button: Button,
}

/// `GET /collectifs/{code}/fiche`
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    show(&visit, &find(&visit, &code).await?, &Form::new()).await
}

/// `POST /collectifs/{code}/fiche/confirmer`
pub(crate) async fn confirm(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &code).await?;
    let command = ConfirmSheet { collective: row.id, by: visit.signed_in()?.name.clone() };
    match visit.carry_out(&submission, &command, |_| sheet_path(row.territory)).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-sheet-confirmed")),
        Err(problem) => show(&visit, &row, &Form::new().refused(&submission, problem)?).await,
    }
}

/// `POST /collectifs/{code}/fiche/envoyer`
pub(crate) async fn send(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &code).await?;
    let command = SendSheet { collective: row.id, asked_by: visit.signed_in()?.name.clone() };
    match visit.carry_out(&submission, &command, |_| sheet_path(row.territory)).await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-sheet-sent")),
        Err(problem) => show(&visit, &row, &Form::new().refused(&submission, problem)?).await,
    }
}

/// `GET /collectifs/{code}/fiche/modifier`
pub(crate) async fn edit(visit: Visit, Path(code): Path<String>) -> Answer {
    let row = find_to_edit(&visit, &code).await?;
    show_edit(&visit, &row, &known(&row)).await
}

/// `POST /collectifs/{code}/fiche/modifier`
pub(crate) async fn post_edit(visit: Visit, Path(code): Path<String>, submission: Submission) -> Answer {
    let row = find(&visit, &code).await?;
    let outcome = async {
        let version_read = submission.version()?;
        let by = visit.signed_in()?.name.clone();
        let mut fields = submission.fields();
        let texts = read_texts(&mut fields);
        let stand_in = fields.optional_code("interim");
        let command = fields.complete(|| {
            Some(EditSheet { collective: row.id, version_read, texts: texts?, stand_in: stand_in?, by })
        })?;
        visit.carry_out(&submission, &command, |_| sheet_path(row.territory)).await
    };
    match outcome.await {
        Ok(destination) => Ok(see_other(&visit, &destination, "done-collectives-sheet-edited")),
        Err(problem) => {
            let row = find_to_edit(&visit, &code).await?;
            show_edit(&visit, &row, &known(&row).refused(&submission, problem)?).await
        }
    }
}

/// Where the sheet of a collective stands.
pub(crate) fn sheet_path(departement: Territory) -> String {
    format!("{}/fiche", path(departement))
}

async fn find(visit: &Visit, code: &str) -> Result<collective::Model, Problem> {
    row_of(visit, departement_at(code)?).await?.ok_or(Problem::NotFound)
}

pub(super) async fn find_to_edit(visit: &Visit, code: &str) -> Result<collective::Model, Problem> {
    let row = find(visit, code).await?;
    visit.signed_in()?;
    if visit.may("collective.edit", &resource(row.territory, Some(row.id))) { Ok(row) } else { Err(Problem::Forbidden) }
}

async fn show(visit: &Visit, row: &collective::Model, form: &Form) -> Answer {
    let t = visit.t();
    let may_edit = visit.person().is_some() && visit.may("collective.edit", &resource(row.territory, Some(row.id)));
    let page = SheetPage {
        visit,
        sheet: Sheet::of(visit, row).await?,
        path: sheet_path(row.territory),
        remark: row.remark.clone().filter(|_| may_edit),
        keeping: may_edit.then(|| Keeping {
            form,
            edit: LinkButton::secondary(
                t.text("collectives-sheet-edit"),
                format!("{}/modifier", sheet_path(row.territory)),
            ),
            confirm: Button::secondary(t.text("collectives-sheet-confirm")),
            send: Button::secondary(t.text("collectives-sheet-send")),
        }),
    };
    let name = collective_name(t, row.name.as_deref(), row.territory);
    Page::new(t.text("collectives-sheet-title").arg("collective", &name))
        .step(t.text("collectives-nav"), "/collectifs")
        .step(name, path(row.territory))
        .status(form.status())
        .show(visit, &page)
}

impl<'a> Sheet<'a> {
    /// As this visitor may read it.
    pub(super) async fn of(visit: &'a Visit, row: &collective::Model) -> Result<Self, Problem> {
        let t = visit.t();
        let today = today_in(visit, row.territory);
        let members = of_departement(visit, row.territory).await?.map(|found| found.members).unwrap_or_default();
        let now: Vec<&Membership> = members.iter().filter(|member| member.holds_on(today)).collect();
        let ids: Vec<OrganisationId> =
            members.iter().map(|member| member.organisation).chain(row.stand_in_id).collect();
        let organisations: HashMap<OrganisationId, OrganisationSummary> = directory::summaries(visit, &ids).await?;
        let subject = Subject::Record(row.id.0, row.territory);
        Ok(Self {
            visit,
            name: collective_name(t, row.name.as_deref(), row.territory),
            fresh: freshness(visit, row),
            animation: animation_line(t, animation(&members, today), |id| organisations.get(&id)),
            stand_in: row.stand_in_id.and_then(|id| organisations.get(&id)).map(|found| directory::name_link(t, found)),
            members: now.iter().map(|member| organisation_link(t, organisations.get(&member.organisation))).collect(),
            needs: lines_of(row.needs.as_deref()),
            offers: lines_of(row.offers.as_deref()),
            panels: territory::panels(visit, PanelPlace::CollectiveSheet, subject).await?,
        })
    }
}

fn lines_of(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The form filled with the texts as they stand.
pub(super) fn known(row: &collective::Model) -> Form {
    Form::new()
        .version(row.version)
        .known("besoins", row.needs.clone().unwrap_or_default())
        .known("aide", row.offers.clone().unwrap_or_default())
        .known("interim", row.stand_in_id.map(|id| id.to_string()).unwrap_or_default())
}

/// What the collective needs, and what it offers to others.
pub(super) fn text_fields(visit: &Visit, form: &Form) -> Vec<Field> {
    let t = visit.t();
    let text = |name: &'static str, label: &'static str| {
        let field = Field::new(t, FieldKind::Textarea { rows: TEXT_ROWS }, name, t.text(label))
            .hint(t.text("collectives-sheet-lines-hint"))
            .purpose(t.text("collectives-sheet-purpose"))
            .maxlength(MINUTES_CHARACTERS_MAX)
            .optional();
        form.fill(field)
    };
    vec![text("besoins", "collectives-sheet-needs"), text("aide", "collectives-sheet-offers")]
}

/// Reads them.
pub(super) fn read_texts(fields: &mut Fields<'_>) -> Option<SheetTexts> {
    let needs = fields.optional_lines("besoins", MINUTES_CHARACTERS_MAX);
    let offers = fields.optional_lines("aide", MINUTES_CHARACTERS_MAX);
    Some(SheetTexts { needs: needs?, offers: offers? })
}

async fn show_edit(visit: &Visit, row: &collective::Model, form: &Form) -> Answer {
    let t = visit.t();
    let region = territory::region_of(row.territory).unwrap_or(row.territory);
    let choices: Vec<Choice> = directory::choices(visit, region).await?;
    let stand_in = Field::select(t, "interim", t.text("collectives-stand-in"), choices)
        .hint(t.text("collectives-stand-in-hint"))
        .purpose(t.text("collectives-sheet-purpose"))
        .optional();
    let mut fields = text_fields(visit, form);
    fields.push(form.fill(stand_in));
    let page = EditPage {
        visit,
        form,
        fields,
        action: format!("{}/modifier", sheet_path(row.territory)),
        button: Button::primary(t.text("collectives-sheet-save")),
    };
    let name = collective_name(t, row.name.as_deref(), row.territory);
    Page::new(t.text("collectives-sheet-edit"))
        .step(t.text("collectives-nav"), "/collectifs")
        .step(name, path(row.territory))
        .status(form.status())
        .show(visit, &page)
}
